import type { CaseFile, Paper } from '../../shared/case-file.ts';
import type { Values } from '../../shared/template/values.ts';
import { logInAs } from './in-approval.ts';
import type { Opened } from './open-workstation.ts';

const DEFENCE: Values = {
  court: '辽源市龙山区人民法院',
  caseNo: '（2026）吉0402行初8号',
  recvAt: '2026-04-10',
  dueAt: '2026-04-25',
  legalRepName: '孙伟',
  request: '请求驳回原告的诉讼请求',
  procedure: '立案、调查、告知、决定、送达均依法办理。',
  defence: '原告的理由不能成立。',
};

/** What the court said: the penalty is annulled, and a new decision ordered. */
const JUDGMENT: Values = {
  kind: '一审判决书',
  sender: '辽源市龙山区人民法院',
  docNo: '（2026）吉0402行初8号',
  madeAt: '2026-04-20',
  receivedAt: '2026-04-22',
  content: '撤销行政处罚决定，责令重新作出。',
  result: '撤销',
  remake: '责令重新作出',
  effectiveAt: '2026-04-23',
};

/** As 王建国: a suit about the decision of a case, with its answer issued and the judgment registered. Answers the id of its case. */
export async function judgedAgainst(opened: Opened, decided: CaseFile): Promise<string> {
  const { documents, cases } = opened.client;
  const suit = await cases.beginFrom({
    caseId: decided.case.id,
    leadId: 'litigation',
    causeName: '不服行政处罚决定',
    householdIds: decided.parties.map(({ householdId }) => householdId),
    officerIds: decided.case.officerIds,
  });
  const caseId = suit.case.id;
  const draft = await filled(opened, caseId, 'F02', DEFENCE);
  let answer = await documents.submit({ paperId: draft.id, version: draft.version });
  for (const name of ['王建国', '赵强', '孙伟']) {
    await logInAs(opened, name);
    answer = await documents.approve({ paperId: answer.id, version: answer.version, verdict: '同意', opinion: '' });
  }
  await logInAs(opened, '王建国');
  await issued(opened, answer, '法定代表人（负责人）', '孙伟');
  await issued(opened, await filled(opened, caseId, 'F08', JUDGMENT), '登记人', '王建国');
  return caseId;
}

async function filled(
  { client: { documents } }: Opened,
  caseId: string,
  templateId: string,
  values: Values,
): Promise<Paper> {
  const draft = await documents.create({ caseId, templateId });
  return (await documents.save({ paperId: draft.id, version: draft.version, values })).paper;
}

async function issued({ client: { documents } }: Opened, paper: Paper, role: string, name: string): Promise<void> {
  const signed = await documents.sign({
    paperId: paper.id,
    version: paper.version,
    signatures: [{ role, name, mode: '签名', at: '2026-04-23T10:00' }],
  });
  await documents.issue({ paperId: signed.id, version: signed.version });
}
