import { allChecks } from '../../../shared/regulation/checks/all-checks.ts';
import type { Check, Severity } from '../../../shared/regulation/finding.ts';
import { questions, type Question } from '../../../shared/regulation/questions.ts';

/** One thing that is looked at in a case or an office: by the program, or by a person. */
export interface CheckRow {
  id: string;
  /** What it looks at. */
  looksAt: string;
  severity: Severity;
  article: number | null;
  basis: string;
  by: '程序' | '人';
  /** When the program judges, or why a person must. */
  how: string;
}

const momentWords: Readonly<Record<Check['blocks'][number], string>> = {
  issue: '出具',
  filing: '归档',
  handover: '移送',
};

const stops = ({ blocks, severity }: Check): string => {
  const moments = blocks.map((moment) => momentWords[moment]).join('、');
  if (moments === '' || severity === 'info' || severity === 'warn') return '只作提示，不挡办理。';
  return severity === 'veto' ? `不改正不能${moments}。` : `${moments}前须改正，或者写明理由。`;
};

const speaks = ({ speaks: moments }: Check): string =>
  moments === undefined || moments.includes('live')
    ? '办理中随时核查；'
    : `${moments.flatMap((moment) => (moment === 'live' ? [] : [momentWords[moment]])).join('、')}前核查；`;

const rowOfCheck = (check: Check): CheckRow => ({
  id: check.id,
  looksAt: check.title,
  severity: check.severity,
  article: check.article,
  basis: check.basis,
  by: '程序',
  how: `${speaks(check)}${stops(check)}`,
});

const rowOfQuestion = ({ id, question, severity, article, basis, why, asked, seeAt }: Question): CheckRow => ({
  id,
  looksAt: question,
  severity,
  article,
  basis,
  by: '人',
  how: `${why}${asked}时回答${seeAt === undefined ? '' : `，情况看“${seeAt}”`}。`,
});

/** Every check and every question, by article and id. An id may stand twice: the program judges what it can, a person the rest. */
export const checkRows: readonly CheckRow[] = [...allChecks.map(rowOfCheck), ...questions.map(rowOfQuestion)].toSorted(
  (a, b) => (a.article ?? 99) - (b.article ?? 99) || a.id.localeCompare(b.id) || a.by.localeCompare(b.by),
);
