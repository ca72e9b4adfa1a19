import type { Paper } from '../../case-file.ts';
import type { CaseCause } from '../../causes/case-cause.ts';
import type { Trigger } from '../../causes/cause.ts';
import { dayOfAct } from '../../procedure/cause-of-case.ts';
import { conditions, isMoney, statedPenalties } from '../../procedure/conditions.ts';
import { amountOf, listOf, paperDay } from '../../procedure/paper-values.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { textsIn } from '../../template/values.ts';
import { type CitationHit, citationHits, type CitingPaper, isBasisField, saysMilder } from '../citations.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, issueAndFiling, nothing, papersIn, standingPapers, templateOf } from './faults.ts';

/** What the citations of a paper are judged beside, the day of the act asked once for the case. */
function citingPaper(judgement: Judgement, paper: Paper, act: string | null): CitingPaper {
  const { file, laws } = judgement;
  return {
    laws,
    act,
    day: paperDay(paper, templateOf(judgement, paper)) ?? file.today,
    outOfForce: file.cause?.outOfForce ?? [],
    milder: () => saysMilder(paper.values, laws),
  };
}

/** The citations of all papers that should be looked at, in the fields that rest on the law or in all. */
const citations = (
  judgement: Judgement,
  isRead: (field: string) => boolean,
  isSaid: (field: string, hit: CitationHit) => boolean,
): Fault[] => {
  const act = dayOfAct(judgement.file);
  return standingPapers(judgement).flatMap((paper) => {
    const citing = citingPaper(judgement, paper, act);
    return Object.entries(paper.values).flatMap(([field, value]) =>
      (isRead(field) ? textsIn(value) : [])
        .flatMap((text) => citationHits(text, field, citing).filter((hit) => isSaid(field, hit)))
        .map(({ kind, sentence }) => ({
          ...faultIn(paper, `${paper.name}：${sentence}`, field),
          ...(kind === 'unknown' && { severity: 'info' as const }),
        })),
    );
  });
};

/** The first trigger of the 案由 that what is proposed or imposed sets off. */
const setOff = (judgement: Judgement, of: 'hearing' | 'review'): Trigger | undefined => {
  const cause: CaseCause | null = judgement.file.cause;
  const penalties = statedPenalties(judgement.file);
  const amount = amountOf(penalties, isMoney) ?? 0;
  return cause?.[of].find(
    (trigger) =>
      penalties.some(({ kind }) => trigger.penalties.includes(String(kind ?? ''))) ||
      (trigger.amount !== null && amount >= trigger.amount),
  );
};

const untold = (judgement: Judgement): Fault[] => {
  const notice = papersIn(judgement, paperIds.priorNotice).at(-1);
  const trigger = setOff(judgement, 'hearing');
  const told =
    notice === undefined ||
    listOf(notice, 'rights').includes('听证') ||
    papersIn(judgement, paperIds.hearingRightsNotice).length > 0;
  // What the law itself says of grave penalties is said by its own check.
  return told || trigger === undefined || conditions.hearingRequired(judgement.file)
    ? []
    : [faultIn(notice, `按本案由的规定应当告知听证，告知书没有告知：${trigger.reason}。`, 'rights')];
};

const unreviewed = (judgement: Judgement): Fault[] => {
  const paper =
    papersIn(judgement, paperIds.decisionApproval).at(-1) ?? papersIn(judgement, paperIds.investigationReport).at(-1);
  const trigger = setOff(judgement, 'review');
  return paper === undefined || trigger === undefined || conditions.majorCase(judgement.file)
    ? []
    : [
        {
          ...faultIn(paper, `按本案由的规定判断是否属于重大执法决定：${trigger.reason}。`, 'majorCase'),
          severity: 'warn',
        },
      ];
};

/** What a case is held to by its 案由 and by the law of the day of the act. */
export const causeChecks: Check[] = [
  {
    id: 'V05b',
    title: '所引规定在违法行为发生之日有效',
    severity: 'err',
    article: 26,
    basis: '行政处罚法第三十七条',
    blocks: issueAndFiling,
    judge: (judgement) => citations(judgement, isBasisField, (_, { kind }) => kind === 'wrong'),
  },
  {
    id: 'V05c',
    title: '所引的法律、条款存在，在施行期间内',
    severity: 'warn',
    article: 26,
    basis: '行政处罚法第四条',
    blocks: nothing,
    judge: (judgement) =>
      citations(
        judgement,
        () => true,
        (field, { kind }) => !isBasisField(field) || kind === 'unknown',
      ),
  },
  {
    id: 'V08b',
    each: 'party',
    title: '按案由应当听证、法制审核的已办理',
    severity: 'err',
    article: 24,
    basis: '行政处罚法第五十八、六十三条',
    blocks: issueAndFiling,
    judge: (judgement) => [...untold(judgement), ...unreviewed(judgement)],
  },
];
