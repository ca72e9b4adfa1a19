import type { OutOfForce } from '../causes/case-cause.ts';
import { type Citation, citationsIn } from '../causes/citations.ts';
import { type Law, lawNamed } from '../causes/law.ts';
import { citationFault } from '../causes/provision.ts';
import { textsIn, type Values } from '../template/values.ts';
import { chineseDay } from '../time/chinese-day.ts';

/** What the citations of a paper are judged beside. */
export interface CitingPaper {
  laws: readonly Law[];
  /** The day of the paper: laws of procedure are cited as they are on it. */
  day: string;
  /** The day of the act, by whose law it is dealt with (处罚法37: 实体从旧，程序从新); null while the act goes on or nobody has said. */
  act: string | null;
  /** Provisions of the 案由 that are not in force on the day of the act, with the ones that are. */
  outOfForce: readonly OutOfForce[];
  /** The paper says that the new provision is applied because it is milder (处罚法37). */
  milder: () => boolean;
}

/** A citation that should be looked at: `wrong` by the table of laws, or `unknown` to it. */
export interface CitationHit {
  kind: 'wrong' | 'unknown';
  start: number;
  end: number;
  sentence: string;
}

/** Fields that say which provisions the act violates, and by which it is dealt with. */
const basisFields = [
  'suspectedLaw',
  'violatedArticles',
  'legalAnalysis',
  'legalBasis',
  'reasons',
  'basis',
  'penalties',
];
export const isBasisField = (field: string): boolean => basisFields.includes(field);

const none: readonly CitationHit[] = [];

const NAMED_AS_LAW = /(?:法|条例|规定|办法|细则|规则|解释)(?:[（(][^（）()]+[）)])?$/;

/** Whether a law is called so; other names in 《》 are papers, contracts, notices. */
export const isNamedAsLaw = (name: string): boolean => NAMED_AS_LAW.test(name);

/** The citations of one text of a paper that are wrong, or that nobody can judge. Pure, and linear in the text. */
export function citationHits(text: string, field: string, paper: CitingPaper): readonly CitationHit[] {
  const citations = citationsIn(text, paper.laws);
  if (citations.length === 0) return none;
  const hits = citations.flatMap((cited): CitationHit[] => {
    const { start, end } = cited;
    if (lawNamed(paper.laws, cited.law) === undefined) {
      const sentence = `法律目录中没有《${cited.law}》，条款没有核对；请核对名称和条款。`;
      return isNamedAsLaw(cited.law) ? [{ kind: 'unknown', start, end, sentence }] : [];
    }
    const sentence = isBasisField(field) ? wrongAsBasis(cited, paper) : wrongAnyDay(cited, paper);
    return sentence === null ? [] : [{ kind: 'wrong', start, end, sentence }];
  });
  return hits.filter(({ sentence }, index) => hits.findIndex((first) => first.sentence === sentence) === index);
}

const ended = (fault: string | null): string | null => (fault === null ? null : `${fault}。`);

/** The day of the act, where it decides about this law; null where the day of the paper does. */
const actDeciding = (cited: Citation, { laws, act }: CitingPaper): string | null =>
  lawNamed(laws, cited.law)?.procedural === true ? null : act;

/** A provision that the paper applies to the act: that of the day of the act, unless the new one is milder and the paper says so. */
function wrongAsBasis(cited: Citation, paper: CitingPaper): string | null {
  const { laws, day, outOfForce, milder } = paper;
  const act = actDeciding(cited, paper);
  if (act === null) return ended(citationFault(cited, laws, day));
  const known = outOfForce.find((provision) => isThat(cited, provision, laws));
  const fault = known?.sentence ?? ended(citationFault(cited, laws, act));
  return fault === null || milder()
    ? null
    : `违法行为发生（终了）于${chineseDay(act)}：${fault}新规定处罚较轻或者不认为是违法的，写明依据《中华人民共和国行政处罚法》第三十七条适用。`;
}

/** Elsewhere a paper may well speak of the law of then and of now: wrong is what neither has. */
function wrongAnyDay(cited: Citation, paper: CitingPaper): string | null {
  const act = actDeciding(cited, paper);
  const now = ended(citationFault(cited, paper.laws, paper.day));
  return now !== null && act !== null && citationFault(cited, paper.laws, act) === null ? null : now;
}

const isThat = (
  cited: Citation,
  { law, article, inserted, paragraph, item }: OutOfForce,
  laws: readonly Law[],
): boolean =>
  lawNamed(laws, cited.law) === lawNamed(laws, law) &&
  cited.article === article &&
  cited.inserted === inserted &&
  (cited.paragraph === undefined || paragraph === undefined || cited.paragraph === paragraph) &&
  (cited.item === undefined || item === undefined || cited.item === item);

/** Whether a paper rests on 处罚法37, by which a new provision is applied to an older act where it is milder. */
export const saysMilder = (values: Values, laws: readonly Law[]): boolean =>
  Object.entries(values)
    .flatMap(([field, value]) => (isBasisField(field) ? textsIn(value) : []))
    .some((text) =>
      citationsIn(text, laws).some(({ law, article }) => article === 37 && lawNamed(laws, law)?.name === '行政处罚法'),
    );
