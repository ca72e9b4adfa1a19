import type { RuleSettings } from '../../../../shared/case-file.ts';
import { reviewItems, type ReviewItem } from '../../../../shared/regulation/review.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { ReadTable } from '../../../ui/read-table.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import css from '../editions.module.css';
import { withOwn } from './own-values.ts';
import { RuleForm } from './rule-form.tsx';

type Weights = RuleSettings['weights'];

/** What can be weighed comes first. */
const ITEMS = reviewItems.toSorted((a, b) => Number(a.weight === 'veto') - Number(b.weight === 'veto'));

const problemOf = ({ weights }: RuleSettings): string | null =>
  Object.values(weights).some((points) => points < 0 || points > 100) ? '每一项的分值在 0 到 100 之间。' : null;

const pointsIn = ({ weight }: ReviewItem): number => (weight === 'veto' ? 0 : weight);

/** What the items can cost together; a case is scored from 100 down. */
const total = (weights: Weights): number =>
  reviewItems.reduce((sum, { id, weight }) => sum + (weight === 'veto' ? 0 : (weights[id] ?? weight)), 0);

const columnsWith = (
  { weights }: RuleSettings,
  set: ((item: ReviewItem, points: number | null) => void) | null,
): Column<ReviewItem>[] => [
  { title: '编号', width: '4.5rem', cell: ({ id }) => id },
  { title: '类别', width: '5rem', cell: ({ group }) => group },
  {
    title: '评查项',
    width: '',
    cell: ({ title, each }) => (
      <>
        {title}
        {each === true && <span className="second">（每处扣1分，扣完为止）</span>}
      </>
    ),
  },
  {
    title: '程序建议',
    width: '6.5rem',
    cell: ({ weight }) => (weight === 'veto' ? <span className="harm">一票否决</span> : `${weight}分`),
  },
  { title: '本局分值', width: '8.5rem', cell: (item) => <OwnPoints item={item} own={weights[item.id]} set={set} /> },
];

function OwnPoints({
  item,
  own,
  set,
}: {
  item: ReviewItem;
  own: number | undefined;
  set: ((item: ReviewItem, points: number | null) => void) | null;
}) {
  if (item.weight === 'veto') return <span className="second">不能改</span>;
  return (
    <NumberInput
      name={`weight-${item.id}`}
      aria-label={`${item.title}的分值`}
      className={`${css.points} ${own === undefined ? '' : css.own}`}
      readOnly={set === null}
      value={own ?? item.weight}
      onChange={(points) => set?.(item, points)}
    />
  );
}

/** 评查权重: what each item of the case review can cost. */
export function WeightsSection() {
  return (
    <RuleForm label="评查权重" keys={['weights']} problem={problemOf}>
      {({ draft, change, readOnly }) => (
        <>
          <p>案卷从100分往下扣，有一票否决的问题就不合格。现在各项合计{total(draft.weights)}分；改过的分值标蓝色。</p>
          <div className={css.frame}>
            <ReadTable
              label="评查权重"
              columns={columnsWith(
                draft,
                readOnly
                  ? null
                  : (item, points) => change({ weights: withOwn(draft.weights, item.id, points, pointsIn(item)) }),
              )}
              rows={ITEMS}
              rowKey={({ id }) => id}
              none=""
              data-testid="weights"
            />
          </div>
        </>
      )}
    </RuleForm>
  );
}
