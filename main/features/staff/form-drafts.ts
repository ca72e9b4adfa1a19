import type { FormDraft } from '../../../shared/contract/form-drafts.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { formDraftTable } from '../../platform/store/tables/staff.ts';

/** Forms the person logged in has not saved yet. They are no acts (第四条), so they leave no entry in the audit. */
export function formDraftsRouter(
  os: Implementer['formDrafts'],
  { store, operator: { personId }, now }: Pick<FeatureContext, 'store' | 'operator' | 'now'>,
) {
  return {
    list: os.list.handler(() =>
      store.all<FormDraft>('select key, value from form_draft where "personId" = ? order by at, key', personId),
    ),
    put: os.put.handler(async ({ input }) => {
      await store.unit.run((tx) =>
        tx.upsert(formDraftTable, { personId, ...input, at: nowOf({ now }) }, ['personId', 'key']),
      );
    }),
    drop: os.drop.handler(async ({ input }) => {
      await store.unit.run((tx) => tx.delete(formDraftTable, { personId, key: input.key }));
    }),
  } satisfies AreaRouter<'formDrafts'>;
}
