import type { Paper } from '../../../shared/case-file.ts';
import { livePrint } from '../../../shared/procedure/prints.ts';
import type { Opened } from '../../support/open-workstation.ts';
import { rendered, type Raw } from '../../support/scanned.ts';
import { sourceOfTwoPages } from '../../support/source-values.ts';

/** The 案源登记表 of a case, filled on two pages and not signed. */
export async function filledSource({ client }: Opened, caseId: string): Promise<Paper> {
  const draft = await client.documents.create({ caseId, templateId: 'J01' });
  const saved = await client.documents.save({ paperId: draft.id, version: draft.version, values: sourceOfTwoPages });
  return saved.paper;
}

/** Another case, whose 案源登记表 is printed to be signed; its sheets. */
export async function printOfAnotherCase(opened: Opened): Promise<Raw[]> {
  const { client, workstation } = opened;
  const household = await client.households.create({ kind: '无照单位', name: '城西小吃店', address: '人民大街101号' });
  const { case: other } = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId: household.householdId,
    causeName: '涉嫌未依法订立书面劳动合同',
    officerIds: [],
  });
  const { id, version } = await filledSource(opened, other.id);
  const printed = await client.documents.printToSign({ paperId: id, version });
  const pdf = await workstation.fetch(new Request(`http://workstation/papers/${id}/prints/${livePrint(printed)?.id}`));
  return rendered(new Uint8Array(await pdf.arrayBuffer()), 150);
}
