import { v7 as newId } from 'uuid';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { type HandoverRow, handoverTable } from '../../platform/store/tables/archive.ts';
import { emitChanged, type FeatureContext, nowOf } from '../context.ts';
import { mayOpenCase } from '../staff/access.ts';
import type { Chosen } from './package-request.ts';
import { unfinishedMark } from './package-writer.ts';
import type { MakeRequest } from './plan-package.ts';

/** The evidence as it was when the package was asked for, with the day by which it must be handed over. */
export interface FrozenSet {
  file: CaseFile;
  chosen: Chosen[];
  templates: ReadonlyMap<string, Template>;
  due: string | null;
}

/** The row of a package before anything of it is written. */
export const newHandover = (
  context: FeatureContext,
  request: MakeRequest,
  { file, chosen, due }: FrozenSet,
  folder: string,
): HandoverRow => ({
  id: newId(),
  caseId: request.caseId,
  kind: request.kind,
  recipient: request.recipient,
  state: 'building',
  form: request.form,
  folder,
  itemCount: chosen.length,
  bytes: 0,
  manifestSha256: '',
  manifestSm3: '',
  anchor: '',
  due,
  createdAt: nowOf(context),
  verifiedAt: null,
  receipt: null,
  failure: null,
  items: chosen.map(({ item }) => item),
  request: { ...request, caseNumber: file.case.number },
  duplicate: null,
  createdBy: context.operator.personId,
});

const stateWords: Record<HandoverRow['state'], string> = {
  building: '开始制作',
  built: '已写出',
  verified: '已核对',
  received: '已签收',
  failed: '没有完成',
};

/** How far the package came, in its row and in the audit. */
export async function updateHandover(
  context: FeatureContext,
  row: HandoverRow,
  changes: Partial<HandoverRow>,
  detail: Record<string, unknown> = {},
): Promise<void> {
  Object.assign(row, changes);
  await context.store.unit.run(async (tx) => {
    await tx.update(handoverTable, { id: row.id }, changes);
    context.audit.append({
      verb: `移送材料${changes.state ? stateWords[changes.state] : '已列清单'}`,
      what: row.recipient,
      subjectId: row.id,
      caseId: row.caseId,
      detail: { ...detail, failure: row.failure },
    });
  });
  emitChanged(context, ['handover', 'cases'], row.caseId);
}

/** Packages a crash left half-written are named with the place of what is left of them. */
export async function nameInterruptedPackages(context: FeatureContext): Promise<string[]> {
  const { store, audit } = context;
  const left = store.all<{ id: string; caseId: string; recipient: string; folder: string }>(
    "select id, caseId, recipient, folder from handover where state in ('building', 'built')",
  );
  for (const { id, caseId, recipient, folder } of left) {
    await store.unit.run(async (tx) => {
      await tx.update(
        handoverTable,
        { id },
        {
          state: 'failed',
          failure: `制作时中断，“${folder}”里名称带“${unfinishedMark}”的是没写完的部分，可以删除；请重新制作。`,
        },
      );
      audit.append({ verb: '移送材料中断', what: recipient, subjectId: id, caseId });
    });
  }
  const own = left.filter(({ caseId }) => mayOpenCase(context, caseId));
  return own.map(({ recipient }) => `上次制作提供给${recipient}的材料时中断，没有写完，请在“移送”中重新制作。`);
}
