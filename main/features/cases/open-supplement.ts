import type { FeatureContext } from '../context.ts';

/** The 补卷 of a filed case that was agreed to and is not made yet: until then its material may be taken in; null where there is none. */
export const openSupplement = ({ store }: Pick<FeatureContext, 'store'>, caseId: string): string | null =>
  store.get<{ id: string }>("select id from supplement where caseId = ? and state = 'agreed'", caseId)?.id ?? null;
