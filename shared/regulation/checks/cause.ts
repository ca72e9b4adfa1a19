import type { Paper } from '../../case-file.ts';
import type { CaseCause, OutOfForce } from '../../causes/case-cause.ts';
import type { Trigger } from '../../causes/cause.ts';
import { citationsIn } from '../../causes/citations.ts';
import { lawNamed } from '../../causes/law.ts';
import { citationFault, type Provision } from '../../causes/provision.ts';
import { dayOfAct } from '../../procedure/cause-of-case.ts';
import { conditions, isMoney, statedPenalties } from '../../procedure/conditions.ts';
import { amountOf, listOf, paperDay, rowsOf, textOf } from '../../procedure/paper-values.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { chineseDay } from '../../time/chinese-day.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, issueAndFiling, papersIn, standingPapers, templateOf } from './faults.ts';

/** Fields that say which provisions the act violates, and by which it is dealt with: judged by the day of the act (处罚法37). */
const bases = ['suspectedLaw', 'violatedArticles', 'legalAnalysis', 'legalBasis', 'reasons', 'basis'];

/** Laws of procedure among them are those of the day of the paper. */
const ofProcedure: readonly string[] = ['行政处罚法'];

/** The papers of a case that is about an act, with the texts that cite the law for it. */
const citing = (judgement: Judgement): { paper: Paper; field: string; text: string }[] =>
  standingPapers(judgement).flatMap((paper) =>
    [
      ...bases.map((field) => ({ paper, field, text: textOf(paper, field) })),
      ...rowsOf(paper, 'penalties').map((row) => ({ paper, field: 'penalties', text: String(row.basis ?? '') })),
    ].filter(({ text }) => text !== ''),
  );

/** A new provision is applied to an older act only where it is milder, which the paper has to say. */
const saysMilder = (paper: Paper, { laws }: Judgement): boolean =>
  bases.some((field) =>
    citationsIn(textOf(paper, field)).some(
      ({ law, article }) => article === 37 && lawNamed(laws, law)?.name === '行政处罚法',
    ),
  );

const isThat = (cited: Provision, { law, article, paragraph, item }: OutOfForce, { laws }: Judgement): boolean =>
  lawNamed(laws, cited.law) === lawNamed(laws, law) &&
  cited.article === article &&
  (cited.paragraph === undefined || paragraph === undefined || cited.paragraph === paragraph) &&
  (cited.item === undefined || item === undefined || cited.item === item);

/** What is wrong with one citation: it is not in force on the day it is judged by, or the law has no such article. */
function citedWrongly(cited: Provision, paper: Paper, judgement: Judgement): string | null {
  const { file, laws } = judgement;
  const paperOwn = paperDay(paper, templateOf(judgement, paper)) ?? file.today;
  const name = lawNamed(laws, cited.law)?.name ?? '';
  const act = dayOfAct(file);
  if (act === null || ofProcedure.includes(name)) return ended(citationFault(cited, laws, paperOwn));
  const known = file.cause?.outOfForce.find((provision) => isThat(cited, provision, judgement));
  const fault = known?.sentence ?? ended(citationFault(cited, laws, act));
  return fault === null || saysMilder(paper, judgement)
    ? null
    : `违法行为发生（终了）于${chineseDay(act)}：${fault}新规定处罚较轻或者不认为是违法的，写明依据《中华人民共和国行政处罚法》第三十七条适用。`;
}

const ended = (fault: string | null): string | null => (fault === null ? null : `${fault}。`);

const outOfForce = (judgement: Judgement): Fault[] =>
  citing(judgement).flatMap(({ paper, field, text }) => {
    const sentences = citationsIn(text).flatMap((cited) => citedWrongly(cited, paper, judgement) ?? []);
    return [...new Set(sentences)].map((sentence) => faultIn(paper, `${paper.name}：${sentence}`, field));
  });

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
    judge: outOfForce,
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
