import type { Paper } from '../../../shared/case-file.ts';
import { fieldsOf, type Template } from '../../../shared/template/template.ts';
import { type FieldValue, textsIn } from '../../../shared/template/values.ts';
import type { FeatureContext } from '../context.ts';

/** Puts the words of a paper into the search; what is secret (举报人) is not found. */
export function indexPaper({ search }: Pick<FeatureContext, 'search'>, paper: Paper, template: Template): void {
  const words = fieldsOf(template)
    .filter((field) => !field.secret)
    .flatMap((field) => wordsOf(paper.values[field.key]));
  search.put({
    kind: 'paper',
    refId: paper.id,
    caseId: paper.caseId,
    householdId: null,
    title: paper.name,
    body: [paper.number ?? '', ...words].join('\n'),
    at: paper.updatedAt,
  });
}

const identifier = /^[0-9a-f]{8}-/;

const wordsOf = (value: FieldValue | undefined): string[] => textsIn(value).filter((word) => !identifier.test(word));
