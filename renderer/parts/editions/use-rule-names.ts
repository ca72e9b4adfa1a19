import { useMemo } from 'react';
import { reviewItems } from '../../../shared/regulation/review.ts';
import { useDefinitions } from '../../data/definitions.ts';
import type { RuleNames } from './rule-words.ts';

/** What papers, procedures and points of the review are called; their ids until the definitions have come. */
export function useRuleNames(): RuleNames {
  const definitions = useDefinitions().data;
  return useMemo(
    () => ({
      template: (id) => definitions?.templates.find((template) => template.id === id)?.name ?? id,
      procedure: (id) => definitions?.procedures.find((procedure) => procedure.id === id)?.name ?? id,
      reviewItem: (id) => reviewItems.find((reviewItem) => reviewItem.id === id)?.title ?? id,
    }),
    [definitions],
  );
}
