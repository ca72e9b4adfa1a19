import { samplePassword } from '../../main/sample/sample.ts';
import type { Paper } from '../../shared/case-file.ts';
import type { Opened } from './open-workstation.ts';

const OFFICERS = ['王建国', '李敏'];

/** Logs the named person of the sample office in. */
export async function logInAs({ client }: Opened, name: string): Promise<void> {
  await client.session.lock();
  const { people } = await client.session.state();
  const personId = people.find((person) => person.name === name)?.personId ?? '';
  await client.session.unlock({ personId, password: samplePassword });
}

/**
 * Begins one case for each name and puts its 立案审批表 into approval, signed by all of `by` in turn. To be called as 李敏, who registers
 * the sources.
 */
export async function papersInApproval(
  opened: Opened,
  names: readonly string[],
  by: readonly string[],
): Promise<Paper[]> {
  const { client } = opened;
  const { people } = await client.staff.list();
  const officerIds = people.filter(({ name }) => OFFICERS.includes(name)).map(({ personId }) => personId);
  const papers: Paper[] = [];
  for (const name of names) papers.push(await inApproval(opened, name, officerIds));
  for (const person of by) {
    await logInAs(opened, person);
    for (const [index, { id, version }] of papers.entries())
      papers[index] = await client.documents.approve({ paperId: id, version, verdict: '同意', opinion: '情况属实。' });
  }
  return papers;
}

async function inApproval({ client }: Opened, name: string, officerIds: string[]): Promise<Paper> {
  const household = await client.households.create({ kind: '无照单位', name, address: '龙山区人民大街101号' });
  const { case: begun } = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId: household.householdId,
    causeName: '涉嫌未依法订立书面劳动合同',
    officerIds,
  });
  const { documents } = client;
  const source = await documents.create({ caseId: begun.id, templateId: 'J01' });
  const { paper: filled } = await documents.save({ paperId: source.id, version: source.version, values: SOURCE });
  const signed = await documents.sign({
    paperId: filled.id,
    version: filled.version,
    signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
  });
  await documents.issue({ paperId: signed.id, version: signed.version });
  const draft = await documents.create({ caseId: begun.id, templateId: 'J04' });
  const { paper } = await documents.save({ paperId: draft.id, version: draft.version, values: FILING });
  return documents.submit({ paperId: paper.id, version: paper.version });
}

const SOURCE = {
  sourceType: '巡查',
  receivedAt: '2026-03-02T09:20',
  facts: '巡查发现该单位没有与职工订立书面劳动合同。',
  within2Years: '是',
  jurisdiction: '是',
  handling: '立案',
  reason: '属于劳动保障监察范围。',
  registrar: '李敏',
};
const FILING = {
  causeName: '涉嫌未依法订立书面劳动合同',
  factSource: '巡查记录。',
  suspectedLaw: '《中华人民共和国劳动合同法》第十条',
};
