import type { CaseFile } from '../case-file.ts';
import { type CaseCause } from '../causes/case-cause.ts';
import { causeNamed, type Cause, suspectedName } from '../causes/cause.ts';
import { type Law, lawNamed, versionOn } from '../causes/law.ts';
import { isInForce, type Provision, provisionWords, whyNotInForce } from '../causes/provision.ts';
import { paperIds } from '../template/paper-ids.ts';
import { dayIn } from './paper-values.ts';

/** Papers that say when the act was done or ended, the surest first. */
const sayingTheDay = [paperIds.investigationReport, paperIds.filingApproval, paperIds.sourceRegistration];

/** The day of the act: the newest of the papers that says it; null while the act goes on or nobody has said. */
export function dayOfAct({ papers }: Pick<CaseFile, 'papers'>): string | null {
  for (const id of sayingTheDay) {
    const days = papers
      .filter(({ templateId, status }) => templateId === id && status !== 'void')
      .flatMap((paper) => dayIn(paper, 'conductEndedAt') ?? []);
    if (days.length > 0) return days.at(-1) ?? null;
  }
  return null;
}

/** Nobody has compared it with the text of the law as it was on that day. */
function isUnread({ law, unverified }: Provision, laws: readonly Law[], day: string): boolean {
  const known = lawNamed(laws, law);
  return unverified || known === undefined || versionOn(known, day)?.text === '';
}

/**
 * What the case takes from its 案由: the provisions in force on the day of the act (处罚法37), with the questions, the evidence and the
 * correction. Null where its 案由 was written freely.
 */
export function causeOfCase(
  file: Pick<CaseFile, 'case' | 'papers' | 'today'>,
  causes: readonly Cause[],
  laws: readonly Law[],
): CaseCause | null {
  const cause = causeNamed(causes, file.case.causeName);
  if (cause === undefined) return null;
  const day = dayOfAct(file) ?? file.today;
  const applying = (provisions: readonly Provision[]) =>
    provisions.filter((provision) => isInForce(provision, laws, day));
  const violated = provisionWords(applying(cause.violated), laws);
  const all = [...cause.violated, ...cause.penal];
  return {
    id: cause.id,
    name: suspectedName(cause),
    day,
    violated,
    penal: provisionWords(applying(cause.penal), laws),
    analysis: violated === '' || cause.kind !== '违法行为' ? '' : `你（单位）的上述行为违反了${violated}的规定`,
    correction: cause.correction,
    questions: cause.questions.map((q) => ({ q, a: '' })),
    evidence: cause.evidence,
    discretion: cause.discretion,
    hearing: cause.hearing,
    review: cause.review,
    outOfForce: [cause.violated, cause.penal].flatMap((provisions) =>
      provisions.flatMap(({ law, article, inserted, paragraph, item, ...term }) => {
        const cited = { law, article, inserted, paragraph, item };
        const sentence = whyNotInForce({ ...cited, ...term }, { laws, day, others: provisions });
        return sentence === null ? [] : [{ ...cited, sentence }];
      }),
    ),
    unverified: provisionWords(
      applying(all).filter((provision) => isUnread(provision, laws, day)),
      laws,
    ),
  };
}
