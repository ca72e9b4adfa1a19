import type { CaseFile, Office, Paper } from '../../../shared/case-file.ts';
import { holds } from '../../../shared/template/conditions.ts';
import { remedyFor } from '../../../shared/regulation/remedy.ts';
import { titleOf, type Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import type { PaperJob } from '../../platform/print/job.ts';
import { addressedAs } from './addressed-as.ts';

/** The paper's own day: its date field, else the day of issue, else today. */
export function dateOf(template: Template, values: Values, issuedOn: string | null): string | null {
  const own = template.dateField === undefined ? undefined : values[template.dateField];
  return typeof own === 'string' && own.length >= 10 ? own.slice(0, 10) : issuedOn;
}

interface Ask {
  file: CaseFile;
  template: Template;
  values: Values;
  state: PaperJob['state'];
  number: string | null;
  issuedOn: string | null;
  withoutSecrets?: boolean;
}

/** Gathers all a paper needs for printing: nothing is looked up later, so what is seen is what is frozen. */
export function paperJobOf(
  paper: Pick<Paper, 'signatures' | 'approvals'>,
  { file, template, values, state, number, issuedOn, withoutSecrets = false }: Ask,
): PaperJob {
  const date = dateOf(template, values, issuedOn);
  return {
    template,
    values,
    signatures: paper.signatures,
    approvals: paper.approvals,
    number,
    date,
    office: file.office,
    addressed: addressedAs(file, template, values),
    caseFacts: { number: file.case.number, causeName: file.case.causeName },
    papers: file.papers.map(({ id, name, number: documentNumber, issuedAt }) => ({
      id,
      name,
      number: documentNumber,
      date: issuedAt?.slice(0, 10) ?? null,
    })),
    exhibits: file.exhibits.map(({ id, title }) => ({ id, title })),
    remedy: remedyOn(date ?? file.today, file.office, template, values),
    state,
    withoutSecrets,
  };
}

/**
 * The remedy paragraph is made from the law in force on the decision's date, never typed (第二十六条第六项). On a blank (`values` null)
 * of a paper that only sometimes has one, it stands with a box to tick.
 */
export function remedyOn(
  decidedAt: string,
  office: Office,
  template: Template,
  values: Values | null,
): string[] | undefined {
  const { remedy } = template;
  const always = template.elements !== undefined || remedy === true;
  const sometimes = typeof remedy === 'object' && (values === null || holds(remedy, values));
  if (!always && !sometimes) return undefined;
  const { paragraphs } = remedyFor({
    decidedAt,
    office,
    onTheSpot: template.numbering?.preNumbered ?? false,
    letter: /通知书$|告知书$/.exec(titleOf(template, values ?? {}))?.[0] ?? '决定书',
  });
  return values === null && !always ? paragraphs.map((paragraph) => `☐${paragraph}`) : paragraphs;
}
