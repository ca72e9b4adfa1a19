import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Definitions } from '../../shared/contract/regulation.ts';
import type { Procedure } from '../../shared/procedure/procedure.ts';
import { procedureWith } from '../../shared/procedure/own-steps.ts';
import { articleLinks, type ArticleLinks } from '../../shared/regulation/links.ts';
import type { Template } from '../../shared/template/template.ts';
import { queries } from './queries.ts';
import { usualTemplatesFirst } from './template-order.ts';

/** The papers, procedures, periods and articles in force; asked for once, and again when 法规科 changes something. */
export const useDefinitions = () => useQuery({ ...queries.regulation.definitions.queryOptions(), staleTime: Infinity });

export interface DefinitionsIndex {
  templates: ReadonlyMap<string, Template>;
  procedures: ReadonlyMap<string, Procedure>;
  /** What serves each of the 51 articles. */
  links: ReadonlyMap<number, ArticleLinks>;
}

/** The definitions by id, with what serves each article. */
export function useDefinitionsIndex({ templates, procedures, periodRules }: Definitions): DefinitionsIndex {
  return useMemo(() => {
    const index = {
      templates: new Map(usualTemplatesFirst(templates).map((item) => [item.id, item])),
      procedures: new Map(procedures.map((procedure) => [procedure.id, procedureWith(procedure, templates)])),
    };
    return { ...index, links: articleLinks({ ...index, periodRules }) };
  }, [templates, procedures, periodRules]);
}
