import type { PeriodRule } from '../periods/rule.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Field, Template } from '../template/template.ts';
import { fieldsOf } from '../template/template.ts';
import { allChecks } from './checks/all-checks.ts';
import { questions } from './questions.ts';

/** What serves one article of the regulation, to show beside its text and to go to. */
export interface ArticleLinks {
  papers: { id: string; name: string }[];
  steps: { procedure: string; stepId: string; name: string }[];
  periods: { id: string; name: string }[];
  checks: { id: string; title: string }[];
  questions: { id: string; question: string }[];
}

export interface LinkSources {
  templates: ReadonlyMap<string, Template>;
  procedures: ReadonlyMap<string, Procedure>;
  periodRules: readonly PeriodRule[];
}

/** Articles a field or one of its columns names. */
const articlesOf = (field: Field): number[] => [...(field.article ?? []), ...(field.fields ?? []).flatMap(articlesOf)];

/** Every article a paper answers to: as a whole, by a field, or by a rule between its fields. */
const articlesOfPaper = (template: Template): Set<number> =>
  new Set([
    ...template.articles,
    ...fieldsOf(template).flatMap(articlesOf),
    ...template.checks.flatMap((check) => check.article ?? []),
  ]);

const noLinks = (): ArticleLinks => ({ papers: [], steps: [], periods: [], checks: [], questions: [] });

/** The 51 articles, each with the papers, steps, periods, checks and questions that serve it, in the order of their data. */
export function articleLinks({ templates, procedures, periodRules }: LinkSources): Map<number, ArticleLinks> {
  const links = new Map(Array.from({ length: 51 }, (_, index) => [index + 1, noLinks()]));
  const linksOf = (article: number | null | undefined): ArticleLinks | undefined => links.get(article ?? 0);
  // Papers that serve the article as a whole come before those with a field that does.
  for (const whole of [true, false]) {
    for (const template of templates.values()) {
      for (const article of articlesOfPaper(template))
        if (template.articles.includes(article) === whole)
          linksOf(article)?.papers.push({ id: template.id, name: template.name });
    }
  }
  for (const procedure of procedures.values()) {
    for (const step of procedure.steps)
      linksOf(step.article)?.steps.push({ procedure: procedure.id, stepId: step.id, name: step.name });
  }
  for (const { id, name, article } of periodRules) linksOf(article)?.periods.push({ id, name });
  for (const { id, title, article } of allChecks) linksOf(article)?.checks.push({ id, title });
  for (const { id, question, article } of questions) linksOf(article)?.questions.push({ id, question });
  return links;
}
