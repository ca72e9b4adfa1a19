// 拖欠工资, from the complaint of seven workers to the court: printed, signed by hand, scanned back, approved at the officer's seat.
import { expect, it } from 'vitest';
import { WorkerDetails } from '../../../shared/identity/case-worker.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';
import { livePrint, recordOf } from '../../../shared/procedure/prints.ts';
import { officeAt, type Office } from '../../support/office.ts';
import { rendered, type Raw } from '../../support/scanned.ts';
import { sourceOfTwoPages } from '../../support/source-values.ts';
import { PaperDesk } from '../../support/walk/paper-desk.ts';
import { walk, type Way } from '../../support/walk/walker.ts';
import { draftOf } from '../features/documents/support.ts';
import { expectSound } from './expect-sound.ts';

const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七'];
const workers = NAMES.map((name, index) => ({
  ...WorkerDetails.parse({ name, job: '瓦工', from: '2025-10-01', to: '2025-12-31', agreed: 18_000, paid: 6_000 }),
  owed: 12_000,
  note: `第${index + 1}班组`,
  id: null,
}));

const rowsOf = (value: FieldValue | undefined): RowValue[] =>
  Array.isArray(value) ? value.filter((row) => typeof row === 'object') : [];

const way: Way = {
  procedure: 'handling',
  causeName: '涉嫌拖欠劳动者工资',
  write: {
    J01: {
      sourceType: '投诉',
      channel: '来访',
      informantName: '赵一',
      informantPhone: '13900000000',
      demand: '支付拖欠七人的工资84000元。',
      facts: '宏达工地七人2025年10月至12月的工资没有付清。',
    },
    // The questions come from the 案由.
    J07: ({ paper }) => ({
      qa: rowsOf(paper('J07').values['qa']).map((row) => ({ ...row, a: '工资没有付清，是工程款没有到账。' })),
    }),
    J18: { suggestion: '处理' },
    J21: { noticeKind: '行政处理' },
    J39: { performed: '未履行', unperformed: '工资84000元未支付', nextStep: '申请法院强制执行' },
    J03: { result: '处理结果', outcome: '已作出行政处理决定，单位没有支付，已申请人民法院强制执行。' },
    J45: { closeType: '已申请法院执行' },
  },
  wait: { perform: 30, demand: 160, 'apply-to-court': 20 },
};

class WageDesk extends PaperDesk {
  override async begin(begun: Way, moment: string): Promise<void> {
    await super.begin(begun, moment);
    await this.client.cases.saveWorkers({ caseId: this.caseId, known: [], workers });
  }
}

/** The 案源登记表 of the case of the sample, out to be signed meanwhile. */
async function printOfAnotherCase(office: Office): Promise<{ printId: string; sheets: Raw[] }> {
  const draft = await draftOf(office, 'J01', sourceOfTwoPages);
  const paper = await office.client.documents.printToSign({ paperId: draft.id, version: draft.version });
  const printId = livePrint(paper)?.id ?? '';
  const pdf = await office.get(`/papers/${paper.id}/prints/${printId}`);
  return { printId, sheets: await rendered(new Uint8Array(await pdf.arrayBuffer()), 150) };
}

it('every signed sheet finds its way back, and the file holds the sheets', async () => {
  await using office = await officeAt('begun', '李敏');
  const other = await printOfAnotherCase(office);
  const desk = new WageDesk(office, other.sheets);
  const walked = await walk(desk, way);
  expectSound(walked);
  const { file } = walked;
  expect(file.papers.map(({ templateId }) => templateId)).toEqual(expect.arrayContaining(['J33', 'J43', 'J44']));
  expect(file.workers).toHaveLength(7);

  const printed = file.papers.filter((paper) => livePrint(paper)?.kind === '签字稿');
  expect(printed).toHaveLength(desk.counts.papers);
  expect(printed.length).toBeGreaterThanOrEqual(12);
  expect(desk.counts.lent).toBeGreaterThanOrEqual(17);
  for (const paper of printed) expect(recordOf(paper)?.sha256).toBe(livePrint(paper)?.back?.sha256);
  await desk.place(other.printId);
  await office.as('赵强');
  expect(await office.ended((await office.client.supervision.verify()).id)).toMatchObject({
    state: 'done',
    faults: [],
  });
}, 300_000);
