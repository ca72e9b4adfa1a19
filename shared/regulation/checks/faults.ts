import type { Exhibit, Paper } from '../../case-file.ts';
import type { Period } from '../../periods/rule.ts';
import { dayOf } from '../../time/moments.ts';
import type { PaperClass, Template } from '../../template/template.ts';
import type { Fault, Judgement, Moment } from '../finding.ts';

/** Before a paper goes out and before the case is filed. */
export const issueAndFiling: Exclude<Moment, 'live'>[] = ['issue', 'filing'];
export const filing: Exclude<Moment, 'live'>[] = ['filing'];
/** Never blocks, only says: hints, and missed days that nothing can bring back, for which the case must not stay unfiled (第三十五条). */
export const nothing: Exclude<Moment, 'live'>[] = [];
/** For checks of completeness: nothing is “missing” while the case is still being worked on. */
export const atClosing: Moment[] = ['filing', 'handover'];

export const faultIn = (paper: Paper, sentence: string, field?: string): Fault => ({
  sentence,
  paperId: paper.id,
  templateId: paper.templateId,
  ...(field === undefined ? {} : { field }),
});

export const faultOf = (exhibit: Exhibit, sentence: string): Fault => ({ sentence, exhibitId: exhibit.id });

/** All papers that are not void, oldest first. */
export const standingPapers = (judgement: Judgement): Paper[] =>
  judgement.file.papers.filter((paper) => paper.status !== 'void');

/** Papers that are not void, of some templates, oldest first. */
export const papersIn = (judgement: Judgement, ...templateIds: string[]): Paper[] =>
  judgement.file.papers.filter((paper) => paper.status !== 'void' && templateIds.includes(paper.templateId));

export const templateOf = (judgement: Judgement, paper: Paper): Template | undefined =>
  judgement.templates.get(paper.templateId);

/** Papers that are not void, of some classes, with their templates. */
export const papersOfClass = (judgement: Judgement, ...classes: PaperClass[]): { paper: Paper; template: Template }[] =>
  judgement.file.papers.flatMap((paper) => {
    const template = templateOf(judgement, paper);
    return template !== undefined && paper.status !== 'void' && classes.includes(template.class)
      ? [{ paper, template }]
      : [];
  });

export const issuedIn = (judgement: Judgement, ...templateIds: string[]): Paper[] =>
  papersIn(judgement, ...templateIds).filter((paper) => paper.status === 'issued');

/** What a draft does not say yet is the form's affair; only a finished paper can lack something. */
export const isFinished = (paper: Paper): boolean => paper.status !== 'draft';

/** Whether the office has this kind of paper at all: nothing is missed that cannot be made. */
export const hasTemplate = (judgement: Judgement, templateId: string): boolean => judgement.templates.has(templateId);

/** Periods of one rule that were missed: met after the (rolled) last day, or still open past it. */
export const missed = (judgement: Judgement, ...ruleIds: string[]): Period[] =>
  judgement.periods.filter((period) => {
    if (!ruleIds.includes(period.ruleId) || period.due === null) return false;
    const last = period.metAt === null ? judgement.file.today : period.metAt;
    return period.unit === 'H' && period.metAt !== null ? last > period.due : dayOf(last) > dayOf(period.due);
  });

/** 「应于2026-03-05前……，实际2026-03-09」 for a missed period. */
export const lateWords = (period: Period): string => {
  const due = period.due?.replace('T', ' ') ?? '';
  return period.metAt === null
    ? `应于${due}前完成，至今没有完成`
    : `应于${due}前完成，实际${period.metAt.replace('T', ' ')}`;
};

/** The paper or exhibit a period started from, as the place to go. */
export const placeOf = (
  judgement: Judgement,
  period: Period,
): Pick<Fault, 'paperId' | 'templateId' | 'exhibitId' | 'partyId'> => {
  const paper = judgement.file.papers.find((candidate) => candidate.id === period.subjectId);
  if (paper !== undefined)
    return {
      paperId: paper.id,
      templateId: paper.templateId,
      ...(period.partyId === null ? {} : { partyId: period.partyId }),
    };
  return judgement.file.exhibits.some((exhibit) => exhibit.id === period.subjectId)
    ? { exhibitId: period.subjectId }
    : {};
};
