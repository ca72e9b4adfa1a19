import type { Paper } from '../../case-file.ts';
import { paperDay } from '../../procedure/paper-values.ts';
import type { Template } from '../../template/template.ts';
import { textsIn } from '../../template/values.ts';
import type { Fault, Judgement } from '../finding.ts';
import { type FindStale, type StaleHit, type StalePhrase, staleFinder } from '../phrases.ts';
import { faultIn, standingPapers, templateOf } from './faults.ts';

type Reporter = StalePhrase['reportedBy'];

/** The check that reports a wording in a paper: an old remedy is unlawful in a decision and mere wording elsewhere. */
const reporterOf = ({ reportedBy }: StaleHit, template: Template | undefined): Reporter =>
  reportedBy === 'R26b' && template?.class !== 'decision' ? 'A02' : reportedBy;

const concerns = (check: Reporter, { reportedBy }: StalePhrase): boolean =>
  reportedBy === check || (check === 'A02' && reportedBy === 'R26b');

const sayStale = (paper: Paper, { found, current, since, basis }: StaleHit, field: string): Fault =>
  faultIn(paper, `${paper.name}写了“${found}”，自${since}起应为“${current}”（${basis}）。`, field);

function staleIn(
  paper: Paper,
  { template, today, check, find }: { template: Template | undefined; today: string; check: Reporter; find: FindStale },
): Fault[] {
  const day = paperDay(paper, template) ?? today;
  return Object.entries(paper.values).flatMap(([field, value]) => {
    const hits = textsIn(value)
      .flatMap((text) => find(text, { day, template }))
      .filter((hit) => reporterOf(hit, template) === check);
    // The same wording is said once for a field, however often it stands there.
    return hits
      .filter((hit, index) => hits.findIndex((first) => first.id === hit.id) === index)
      .map((hit) => sayStale(paper, hit, field));
  });
}

/** Papers in which a check can have something to report. */
const papersOf = (check: Reporter, judgement: Judgement): Paper[] =>
  standingPapers(judgement).filter((paper) => check !== 'R26b' || templateOf(judgement, paper)?.class === 'decision');

/** Stale wordings in the papers of a case, judged by the law of each paper's day, that one check reports. */
export const staleWordings =
  (check: Reporter) =>
  (judgement: Judgement): Fault[] => {
    const find = staleFinder(judgement.phrases.filter((phrase) => concerns(check, phrase)));
    return papersOf(check, judgement).flatMap((paper) =>
      staleIn(paper, { template: templateOf(judgement, paper), today: judgement.file.today, check, find }),
    );
  };
