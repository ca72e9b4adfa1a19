import { expect, test } from 'vitest';
import { ExhibitDetails, type Paper } from '../../../../shared/case-file.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { upload } from '../../../../main/sample/upload.ts';
import { readSample, samplePassword, type Act } from '../../../../main/sample/sample.ts';
import { type Office, officeAt } from '../../../support/office.ts';
import { signedSource } from '../../features/documents/support.ts';

const MOST_PASSWORDS = 4;
const sample = readSample('resources');

type Drafted = Extract<Act, { do: 'paper' }>;

/** The papers of the sample case that people give opinions on, with what is typed into each. */
const approved = sample.acts.filter((act): act is Drafted => act.do === 'paper' && act.approve.length > 0);

/** What other papers would have carried over had they been issued before. */
const carried: Record<string, Values> = {
  J24: { defenceForm: '陈述申辩笔录', defenceAt: '2026-03-27', statement: '职工自愿加班，请求从轻处罚。' },
  J45: { decisionNo: '辽人社监罚字〔2026〕1号', servedAt: '2026-04-07' },
};

async function submitAll(office: Office): Promise<string[]> {
  const { client } = office;
  const { case: record, officers } = await office.caseFile();
  const rows = officers
    .filter(({ personId }) => record.officerIds.includes(personId))
    .map(({ personId, name, certNo }) => ({ personId, name, certNo }));
  const evidence = await upload(office.workstation, client, {
    caseId: record.id,
    fileName: '考勤记录.txt',
    mime: 'text/plain',
    content: Buffer.from('考勤记录'),
    details: ExhibitDetails.parse({ title: '考勤记录', kind: '书证', proves: '加班时间' }),
  });
  const ids: string[] = [];
  for (const { template, values } of approved) {
    const known = Object.fromEntries(
      Object.entries({ ...values, ...carried[template] }).map(([key, value]) => [
        key,
        value === '$officers' ? rows : Array.isArray(value) && String(value[0]).startsWith('$') ? [evidence.id] : value,
      ]),
    ) as Values;
    const draft = await client.documents.create({ caseId: record.id, templateId: template });
    const { paper } = await client.documents.save({ paperId: draft.id, version: draft.version, values: known });
    ids.push((await client.documents.submit({ paperId: paper.id, version: paper.version })).id);
  }
  return ids;
}

/** Says yes to everything that waits for who sits there. */
async function signAll({ client }: Office): Promise<void> {
  for (const { paperId, caseId } of (await client.documents.desk()).waiting) {
    const { file } = await client.cases.open({ caseId });
    const version = file.papers.find(({ id }) => id === paperId)?.version ?? 0;
    await client.documents.approve({ paperId, version, verdict: '同意', opinion: '情况属实，同意。' });
  }
}

test('all opinions of a whole case are given at the seat of its officer, with at most four passwords', async () => {
  await using office = await officeAt('begun', '李敏');
  const { client } = office;
  const source = await signedSource(office);
  await client.documents.issue({ paperId: source.id, version: source.version });
  await office.as('王建国');
  const ids = await submitAll(office);
  await client.session.lock();

  let passwords = 0;
  const owner = await office.personId('王建国');
  passwords += 1;
  await client.session.unlock({ personId: owner, password: samplePassword });
  await signAll(office);
  for (const name of ['李敏', '张丽', '孙伟']) {
    const place = { personId: owner, field: null, caret: null, unsaved: null, address: '/' };
    passwords += 1;
    await client.session.lend({ personId: await office.personId(name), password: samplePassword, place });
    await signAll(office);
    await client.session.giveBack();
  }

  const papers = (await office.caseFile()).papers.filter(({ id }) => ids.includes(id));
  const opinionsOf = ({ approvals }: Paper): string[] => approvals.map(({ name }) => name);
  expect(papers.map(({ status }) => status)).toEqual(ids.map(() => 'approved'));
  expect(papers.map((paper) => [paper.templateId, opinionsOf(paper)])).toEqual(
    approved.map(({ template, approve }) => [template, approve]),
  );
  expect(papers.flatMap(opinionsOf).length).toBeGreaterThanOrEqual(17);
  expect(passwords).toBeLessThanOrEqual(MOST_PASSWORDS);
  await office.as('赵强');
  expect(await office.ended((await client.supervision.verify()).id)).toMatchObject({ state: 'done', faults: [] });
}, 180_000);
