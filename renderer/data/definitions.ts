import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Catalogue } from '../../shared/contract/cases.ts';
import type { Procedure } from '../../shared/procedure/procedure.ts';
import { procedureWith } from '../../shared/procedure/own-steps.ts';
import { articleLinks, type ArticleLinks } from '../../shared/regulation/links.ts';
import type { Template } from '../../shared/template/template.ts';
import { queries } from './queries.ts';
import { usualTemplatesFirst } from './template-order.ts';

/** The papers, procedures, periods and articles in force; asked for once, and again when 法规科 changes something. */
export const useCatalogue = () => useQuery({ ...queries.cases.catalogue.queryOptions(), staleTime: Infinity });

export interface CatalogueIndex {
  templates: ReadonlyMap<string, Template>;
  procedures: ReadonlyMap<string, Procedure>;
  /** What serves each of the 51 articles. */
  links: ReadonlyMap<number, ArticleLinks>;
}

/** The catalogue by id, with what serves each article. */
export function useCatalogueIndex({ templates, procedures, periodRules }: Catalogue): CatalogueIndex {
  return useMemo(() => {
    const index = {
      templates: new Map(usualTemplatesFirst(templates).map((one) => [one.id, one])),
      procedures: new Map(procedures.map((one) => [one.id, procedureWith(one, templates)])),
    };
    return { ...index, links: articleLinks({ ...index, periodRules }) };
  }, [templates, procedures, periodRules]);
}
