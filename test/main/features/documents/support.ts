import type { Paper } from '../../../../shared/case-file.ts';
import type { Values } from '../../../../shared/template/values.ts';
import type { Office } from '../../../support/office.ts';
import { sourceValues } from '../../../support/source-values.ts';

/** Starts a paper of the sample case and fills fields of it. */
export async function draftOf(
  { client, caseFile }: Pick<Office, 'client' | 'caseFile'>,
  templateId: string,
  values: Values = {},
): Promise<Paper> {
  const paper = await client.documents.create({ caseId: (await caseFile()).case.id, templateId });
  return Object.keys(values).length === 0
    ? paper
    : (await client.documents.save({ paperId: paper.id, version: paper.version, values })).paper;
}

/** What the officers type into the decision of the sample; the rest of it is carried over. */
export const decisionValues: Values = {
  decidedAt: '2026-04-03',
  noticeProcess: '2026年3月24日送达事先告知书，3月27日听取陈述申辩，经复核不予采纳。',
  performMode: '到指定银行缴纳罚款',
  performBy: '自收到本决定书之日起十五日内',
  payAccount: '辽源市财政局非税收入专户，缴款码22040000126',
};

/** A complete source registration (案源登记表), signed and not issued. */
export async function signedSource(office: Office): Promise<Paper> {
  const paper = await draftOf(office, 'J01', sourceValues);
  return office.client.documents.sign({
    paperId: paper.id,
    version: paper.version,
    signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
  });
}
