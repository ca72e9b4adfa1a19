import { describe, expect, test } from 'vitest';
import type { InboxItem } from '../../../../shared/contract/inbox.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { tamper } from '../../faults/support.ts';
import { officeAt, refusalOf, type Office } from '../../../support/office.ts';
import { decisionValues, draftOf, signedSource } from '../documents/support.ts';

const todo = async ({ client }: Office): Promise<InboxItem[]> => (await client.inbox.list()).todo;
const titles = (items: readonly InboxItem[]): string[] => items.map(({ title }) => title);
const ofKind = async (office: Office, kind: InboxItem['kind']): Promise<InboxItem[]> =>
  (await todo(office)).filter((item) => item.kind === kind);

/** 立案审批表 filled and sent into approval by 王建国. */
async function submitted(office: Office): Promise<{ id: string; version: number }> {
  await office.as('李敏');
  const source = await signedSource(office);
  await office.client.documents.issue({ paperId: source.id, version: source.version });
  await office.as('王建国');
  const filled = await draftOf(office, 'J04', {
    causeName: '涉嫌违反规定延长劳动者工作时间',
    factSource: '巡查记录。',
    suspectedLaw: '《中华人民共和国劳动法》第四十一条',
  });
  return office.client.documents.submit({ paperId: filled.id, version: filled.version });
}

const approve = async (
  { client }: Office,
  paper: { id: string; version: number },
  verdict: '同意' | '退回修改' = '同意',
) => client.documents.approve({ paperId: paper.id, version: paper.version, verdict, opinion: '补写事实的来源。' });

describe('the next step of an own case', () => {
  test('stands once, bound by the nearest period, and leads to where the paper begins', async () => {
    await using office = await officeAt('approved', '王建国');
    const { case: item } = await office.caseFile();
    expect(await todo(office)).toMatchObject([
      {
        key: `case:${item.id}`,
        kind: 'next',
        title: '下一步：作出行政处罚决定',
        party: '辽源市福满园餐饮有限公司',
        number: '辽人社监立字〔2026〕第001号',
        go: { at: 'case', caseId: item.id, step: 'decide', begin: true },
        due: '2026-04-13',
        overdue: false,
      },
    ]);
  });

  test('is the first empty field of the paper in hand as soon as it is begun, and says what is missing', async () => {
    await using office = await officeAt('approved', '王建国');
    const paper = await draftOf(office, 'J32');
    const [before] = await todo(office);
    expect(before).toMatchObject({ paperId: paper.id, go: { at: 'case', paper: paper.id, field: 'decidedAt' } });
    expect(before?.lacks).toContain('缴款账户');
    await office.client.documents.save({ paperId: paper.id, version: paper.version, values: decisionValues });
    expect((await todo(office))[0]).toMatchObject({ title: '出具行政处罚决定书', lacks: [] });
  });

  test('is overdue when its period is, and comes first', async () => {
    await using office = await officeAt('approved', '王建国');
    office.at('2026-04-20T09:00');
    expect((await todo(office))[0]).toMatchObject({ overdue: true, group: 'overdue', latest: null });
  });

  test('of a case nobody touched for ten working days says so', async () => {
    await using office = await officeAt('begun', '王建国');
    office.at('2026-03-13T09:00');
    expect(await todo(office)).toMatchObject([{ kind: 'next', chip: '' }]);
    office.at('2026-03-16T09:00');
    expect(await todo(office)).toMatchObject([{ kind: 'idle', chip: '停了 10 天' }]);
  });

  test('nobody sees the cases of others among their own', async () => {
    await using office = await officeAt('approved', '张丽');
    expect((await office.client.inbox.list()).cases).toBe(0);
    expect(titles(await todo(office))).toEqual(['督办：调查完成后作出处理决定（处罚、处理、责令改正、撤销立案）']);
  });
});

describe('a paper in approval', () => {
  test('stands with who has to give the opinion, and with its officer under 等别人', async () => {
    await using office = await officeAt('begun');
    let paper = await submitted(office);
    expect(await ofKind(office, 'approval')).toMatchObject([{ key: `approval:${paper.id}`, chip: '今天送审' }]);
    paper = await approve(office, paper);
    await office.as('李敏');
    paper = await approve(office, paper);
    const { todo: rest, waiting } = await office.client.inbox.list();
    expect(rest.filter(({ kind }) => kind === 'approval')).toEqual([]);
    expect(titles(waiting)).toEqual(['立案审批表等张丽审核']);
    office.at('2026-03-04T09:00');
    await office.as('张丽');
    expect(await ofKind(office, 'approval')).toMatchObject([
      { title: '立案审批表　等您签批', chip: '等了 2 天', go: { at: 'approval', paper: paper.id } },
    ]);
  });

  test('that was sent back says by whom and why', async () => {
    await using office = await officeAt('begun');
    let paper = await submitted(office);
    paper = await approve(office, paper);
    await office.as('李敏');
    paper = await approve(office, paper);
    await office.as('张丽');
    await approve(office, paper, '退回修改');
    await office.as('王建国');
    expect(await todo(office)).toMatchObject([
      { kind: 'returned', title: '立案审批表被退回', why: '张丽 3月2日退回：补写事实的来源。', paperId: paper.id },
    ]);
  });
});

test('a paper that is filled waits for its signatures', async () => {
  await using office = await officeAt('begun', '李敏');
  const source = await signedSource(office);
  const unsigned = { paperId: source.id, version: source.version, signatures: [] };
  await office.client.documents.sign(unsigned);
  expect(await todo(office)).toMatchObject([
    { kind: 'signature', title: '案源登记表缺签名', verb: '去登记签名', lacks: ['还缺“登记人”签名（第十七条）。'] },
  ]);
});

describe('what others have to do', () => {
  test('a closed case waits for its volume, with its officers and with the archive', async () => {
    await using office = await officeAt('closed', '周静');
    const filing = { kind: 'filing', title: '立卷归档', due: '2026-05-15', go: { at: 'archive' } };
    expect(await ofKind(office, 'filing')).toMatchObject([filing]);
    await office.as('王建国');
    expect(await ofKind(office, 'filing')).toMatchObject([filing]);
    await office.as('张丽');
    expect(await ofKind(office, 'filing')).toEqual([]);
  });

  test('法规科 has what nobody verified, and a year without its notice', async () => {
    await using office = await officeAt('set-up', '赵强');
    expect(titles(await todo(office))).toEqual(['验证记录和材料，还从没有验证过', '核实75项未经核实的事项']);
    office.at('2026-11-02T09:00');
    await office.as('赵强');
    expect(titles(await todo(office))).toContain('录入2027年的放假安排');
    await office.client.supervision.verify().then(({ id }) => office.ended(id));
    expect(await ofKind(office, 'verification')).toEqual([]);
    office.at('2026-12-03T09:00');
    expect(titles(await ofKind(office, 'verification'))).toEqual(['验证记录和材料，上次在31天以前']);
  });

  test('the system administrator has a list without a key to the cases', async () => {
    await using office = await officeAt('set-up', '吴管理');
    expect(await todo(office)).toMatchObject([{ kind: 'verification', go: { at: 'supervision', tab: 'office' } }]);
    office.at('2026-03-10T09:00');
    expect(await ofKind(office, 'backup')).toMatchObject([{ title: '备份案卷库，已有9天没有备份' }]);
    office.at('2028-03-10T09:00');
    expect((await ofKind(office, 'certificate')).length).toBeGreaterThan(0);
  });

  test('a certificate is told 60 days before to who holds it', async () => {
    await using office = await officeAt('set-up', '王建国');
    const { certTo } = (await office.client.staff.list()).people.find(({ name }) => name === '王建国') ?? {
      certTo: '',
    };
    office.at(`${certTo}T09:00`);
    expect(await ofKind(office, 'certificate')).toMatchObject([{ title: '换发本人的执法证', due: certTo }]);
    expect(await ofKind(office, 'certificate')).toHaveLength(1);
  });

  test('a damaged material is told to who may open its case', async () => {
    await using office = await officeAt('closed', '王建国');
    await office.client.session.lock();
    await tamper(office.dir, (db) =>
      db.prepare(`update exhibit set damage = '文件与记录的哈希不符。' where id = (select min(id) from exhibit)`).run(),
    );
    await office.as('王建国');
    expect(await ofKind(office, 'alarm')).toMatchObject([{ why: '文件与记录的哈希不符。', harm: 3 }]);
    await office.as('吴管理');
    expect(await ofKind(office, 'alarm')).toEqual([]);
  });
});

describe('稍后', () => {
  test('hides a line until its day, over a restart, for this person alone, and is on record', async () => {
    await using office = await officeAt('begun', '王建国');
    const { caseId, key } = (await todo(office))[0] ?? { caseId: null, key: '' };
    const put = await office.client.inbox.snooze({ key, until: '2026-03-05' });
    expect([put.todo, titles(put.later)]).toEqual([[], ['下一步：登记案源']]);
    const [entry] = await office.client.cases.history({ caseId: caseId ?? '' });
    expect(entry).toMatchObject({ verb: '稍后办理', detail: { until: '2026-03-05' } });
    await office.as('李敏');
    expect(titles(await todo(office))).toEqual(['下一步：登记案源']);
    await office.as('王建国');
    expect((await office.client.inbox.list()).later).toHaveLength(1);
    office.at('2026-03-05T08:00');
    expect(titles(await todo(office))).toEqual(['下一步：登记案源']);
  });

  test('is taken back', async () => {
    await using office = await officeAt('begun', '王建国');
    const key = (await todo(office))[0]?.key ?? '';
    await office.client.inbox.snooze({ key, until: '2026-03-05' });
    expect(titles((await office.client.inbox.wake({ key })).todo)).toEqual(['下一步：登记案源']);
  });

  test('is refused past three working days before the last day, for what is overdue, and for days gone by', async () => {
    await using office = await officeAt('approved', '王建国');
    const key = (await todo(office))[0]?.key ?? '';
    const refused = async (until: string) => plain(await refusalOf(office.client.inbox.snooze({ key, until })));
    expect(await refused('2026-04-09')).toContain('最晚只能稍后到2026-04-08');
    expect(await refused('2026-04-03')).toContain('请选今天以后的日期');
    expect((await office.client.inbox.snooze({ key, until: '2026-04-08' })).todo).toEqual([]);
    office.at('2026-04-20T09:00');
    expect((await office.client.inbox.list()).later).toEqual([]);
    expect(await refused('2026-04-21')).toContain('已经逾期，不能稍后');
  });

  test('works without a key to the cases', async () => {
    await using office = await officeAt('set-up', '吴管理');
    await office.client.inbox.snooze({ key: 'verification', until: '2026-03-05' });
    await office.as('吴管理');
    expect(await todo(office)).toEqual([]);
  });
});

test('今天已办 tells what was done to a thing once, and nothing the program did by itself', async () => {
  await using office = await officeAt('begun', '李敏');
  const source = await signedSource(office);
  await office.client.documents.save({ paperId: source.id, version: source.version, values: { reason: '属实。' } });
  const { done } = await office.client.inbox.list();
  expect(done.map(({ verb, what }) => `${verb} ${what}`).slice(0, 3)).toEqual([
    '填写文书 案源登记表',
    '登记签名 案源登记表',
    '起草文书 案源登记表',
  ]);
  office.at('2026-03-03T09:00');
  expect((await office.client.inbox.list()).done).toEqual([]);
});
