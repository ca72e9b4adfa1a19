import type { Answer } from '../case-file.ts';
import { allChecks } from './checks/all-checks.ts';
import type { Finding } from './finding.ts';
import { questions } from './questions.ts';
import { reviewIds } from './review-ids.ts';

/** One item of the case review (案卷评查), fed by the findings of checks: one defect is found once and scored here. */
export interface ReviewItem {
  id: string;
  group: string;
  title: string;
  /** Points it can cost; `veto` makes the file 不合格 at once. Defaults that 法规科 may change. */
  weight: number | 'veto';
  /** Costs one point for each finding up to its weight; the whole weight at the first where absent. */
  each?: boolean;
  /** Checks and questions whose findings it counts. */
  fedBy: string[];
}

const reviewItem = (
  id: string,
  group: string,
  title: string,
  weight: number | 'veto',
  fedBy: string[],
  each?: boolean,
): ReviewItem => ({ id, group, title, weight, fedBy, ...(each === true ? { each } : {}) });

export const reviewItems: readonly ReviewItem[] = [
  reviewItem('V01', '主体', '对外文书以有权机关名义并盖章', 'veto', ['R05a', 'R26c']),
  reviewItem('V02', '主体', '被处罚主体认定正确，卷内有主体资格证明', 'veto', ['R26d', 'V02']),
  reviewItem('V03', '主体', '执法人员两人以上并持有效证件', 'veto', ['R18a', 'R18b', 'R05b']),
  reviewItem('V04', '事实', '违法事实清楚、主要证据充分', 'veto', ['V04']),
  reviewItem('V05', '法律', '定性和适用依据准确有效，不超种类幅度', 'veto', ['V05', 'V05b', 'V05c', 'V05d']),
  reviewItem('V06', '程序', '主要环节均有文书', 'veto', ['V06']),
  reviewItem('V07', '程序', '没有程序倒置', 'veto', ['V07', 'R13d', 'R21a', 'R22a', 'R23b', 'R30c']),
  reviewItem('V08', '程序', '应听证、法制审核、集体讨论的已完成', 'veto', [
    'R22c',
    'R22d',
    'R24a',
    'R24b',
    'R24c',
    'R25a',
    'R25b',
    'R25d',
    'V08b',
  ]),
  reviewItem('V09', '程序', '涉嫌犯罪应移送的已移送', 'veto', ['V09', 'V09b', 'V09c']),
  reviewItem('A01', '卷面', '使用统一或者备案的文书格式', 2, ['A01']),
  reviewItem('A02', '卷面', '填写无漏项、用语规范', 4, ['A02', 'A02b', 'R09b'], true),
  reviewItem('A03', '卷面', '一案一卷', 2, ['A03']),
  reviewItem('A04', '卷面', '卷宗封面项目齐全', 1, ['A04']),
  reviewItem('A05', '卷面', '卷内目录顺序、页码正确', 2, ['R35d']),
  reviewItem('A06', '卷面', '按规定顺序组卷', 1, ['A06']),
  reviewItem('A07', '卷面', '逐页编号，封面、目录、备考表不编号', 2, ['A07']),
  reviewItem('B01', '立案', '案由规范且全卷一致', 1, ['B01']),
  reviewItem('B02', '立案', '案件来源清楚一致', 1, ['B02', 'R14a']),
  reviewItem('B03', '立案', '审批签字齐全、日期有序', 2, ['B03', 'R13a', 'R13b']),
  reviewItem('B04', '立案', '立案及时', 1, ['B04', 'R13c']),
  reviewItem('B05', '一致性', '当事人身份各文书一致', 2, ['B05']),
  reviewItem('B06', '一致性', '时间地点与通知一致', 2, ['B06', 'R16b']),
  reviewItem('B07', '一致性', '金额前后一致', 3, ['B07']),
  reviewItem('B08', '一致性', '没有因申辩加重处罚', 'veto', ['B08']),
  reviewItem(
    'C01',
    '调查',
    '笔录要素和签名齐全',
    3,
    ['C01', 'R16a', 'R17a', 'R17b', 'R17c', 'R17d', 'R17e', 'R18c', 'R20a'],
    true,
  ),
  reviewItem('C02', '调查', '同一执法人员不在两处', 2, ['C02']),
  reviewItem('C03', '调查', '复制件注明出处并核对', 2, ['C03'], true),
  reviewItem('C04', '调查', '视听资料注明制作方法和证明对象', 2, ['C04'], true),
  reviewItem('C05', '调查', '先行登记保存合法', 6, ['R19a', 'R19b', 'R19c', 'R19d']),
  reviewItem('C06', '调查', '调查终结报告内容齐全', 3, ['C06', 'R21b'], true),
  reviewItem('D01', '告知', '告知内容完整', 2, ['D01'], true),
  reviewItem('D02', '告知', '申辩有复核，权利有记录', 2, ['D02', 'R22b', 'R25c']),
  reviewItem('E01', '决定', '决定书载明八项内容', 5, ['R26a', 'R23a', 'R23c'], true),
  reviewItem('E02', '决定', '救济途径和期限正确', 3, ['R26b', 'R26e', 'R30d']),
  reviewItem('E03', '决定', '在法定期限内作出', 5, ['E03']),
  reviewItem('E04', '决定', '没有被变更、撤销、确认违法或者无效', 20, ['E04']),
  reviewItem(
    reviewIds.serviceReceipts,
    '送达',
    '每份对外文书有送达回证',
    2,
    [reviewIds.serviceReceipts, 'R30a', 'R30b'],
    true,
  ),
  reviewItem(
    reviewIds.mannerOfService,
    '送达',
    '留置、邮寄、公告要素齐全',
    3,
    ['R31a', 'R31b', 'R31c', 'R32a', 'R32b', 'R33a', 'R33b', 'R33c', 'R33d', 'R34a', 'R34b', 'R34c'],
    true,
  ),
  reviewItem(reviewIds.compliance, '执行', '履行凭证在卷，逾期有催告', 3, [
    reviewIds.compliance,
    'R27a',
    'R27b',
    'R28a',
    'R28b',
    'R29a',
    'R29b',
    'R29c',
    'R29d',
    'R29e',
  ]),
  reviewItem('H01', '结案', '结案日期和方式正确', 1, ['H01']),
  reviewItem('I01', '归档', '三十日内归档并备案', 2, ['R35a', 'R35b']),
  reviewItem('I02', '归档', '立卷人与检查人不同，缺损有说明', 1, ['I02']),
  reviewItem(
    'I03',
    '音像',
    '应录环节音像齐全、按时入库、已告知',
    5,
    ['R10b', 'R15a', 'R15b', 'R36a', 'R36b', 'R48a'],
    true,
  ),
  reviewItem('K01', '许可', '收件、补正、受理凭证齐全', 5, ['K01', 'R12a', 'R12b', 'R12c']),
  reviewItem('K02', '许可', '许可按期决定', 3, ['K02']),
  reviewItem('K03', '许可', '不予许可说明理由，证件按期送达', 4, ['K03']),
];

/** Review items a check counts for, to show beside its findings. */
export const reviewItemsOf = (checkId: string): ReviewItem[] =>
  reviewItems.filter((item) => item.fedBy.includes(checkId));

export interface Score {
  /** 0 to 100; 0 after a veto. */
  points: number;
  grade: '优秀' | '合格' | '不合格';
  /** Items that make the file 不合格. */
  vetoes: ReviewItem[];
  deductions: { item: ReviewItem; points: number }[];
  /** Items a person has still to judge; the score says nothing about them. */
  open: ReviewItem[];
}

const asked = new Set(questions.map((question) => question.id));

/** Hints and open questions cost nothing; a veto item falls only to a defect that is itself a veto or err. */
const counted = (item: ReviewItem, findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (finding) =>
      item.fedBy.includes(finding.checkId) &&
      finding.unanswered !== true &&
      (item.weight === 'veto'
        ? finding.severity === 'veto' || finding.severity === 'err'
        : finding.severity !== 'info'),
  );

const gradeOf = (points: number): Score['grade'] => (points >= 90 ? '优秀' : points >= 60 ? '合格' : '不合格');

/** Points by item id that 法规科 has set instead of the shipped ones; a veto stays a veto. */
export type Weights = Readonly<Record<string, number>>;

const weighted = (item: ReviewItem, weights: Weights): ReviewItem =>
  item.weight === 'veto' ? item : { ...item, weight: weights[item.id] ?? item.weight };

const lost = ({ weight, each }: ReviewItem, count: number): number =>
  weight === 'veto' ? 0 : each === true ? Math.min(count, weight) : weight;

/**
 * Scores a case by the review standard: one veto item fails it, the rest deducts from 100 down to 0. `weights` are those of the
 * settings, `answers` those of the case file: what a person has judged is no longer open.
 */
export const scoreOf = (
  findings: readonly Finding[],
  weights: Weights = {},
  answers: readonly Pick<Answer, 'questionId'>[] = [],
): Score => {
  const hit = reviewItems.flatMap((shipped) => {
    const item = weighted(shipped, weights);
    const count = counted(item, findings).length;
    return count === 0 ? [] : [{ item, points: lost(item, count) }];
  });
  const vetoes = hit.filter(({ item }) => item.weight === 'veto').map(({ item }) => item);
  const deductions = hit.flatMap(({ item, points }) => (points === 0 ? [] : [{ item, points }]));
  const points =
    vetoes.length > 0 ? 0 : Math.max(0, 100 - deductions.reduce((sum, deduction) => sum + deduction.points, 0));
  const answered = new Set(answers.map(({ questionId }) => questionId));
  return {
    points,
    grade: vetoes.length > 0 ? '不合格' : gradeOf(points),
    vetoes,
    deductions,
    open: reviewItems.filter(({ id }) => asked.has(id) && !answered.has(id)),
  };
};

/** Every id that is answered somehow: by a check, by a review item fed by checks, or by a question to a person. */
export const answeredIds = (): Set<string> =>
  new Set([
    ...allChecks.map((check) => check.id),
    ...reviewItems.filter((item) => item.fedBy.length > 0).map((item) => item.id),
    ...questions.map((question) => question.id),
  ]);
