import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { ReadTable } from '../../ui/read-table.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { Unverified } from '../../parts/findings/unverified.tsx';
import { harmWords, lengthWords, rollWords } from './period-words.ts';
import css from './regulation.module.css';
import { type TableViewProps } from './table-view.ts';
import { rowsWith } from '../../ui/rows-with.ts';

const COLUMNS: readonly Column<PeriodRule>[] = [
  { title: '编号', width: '4.8rem', cell: (rule) => rule.id },
  {
    title: '期限',
    width: '',
    cell: (rule) => (
      <>
        <strong>{rule.name}</strong>
        <p className="second">
          自{rule.trigger}起{'　'}
          <Unverified of={`period:${rule.id}`} />
        </p>
        {rule.startsBy !== undefined && <p className="second">不自动起算：{rule.startsBy}</p>}
      </>
    ),
  },
  {
    title: '长短',
    width: '10rem',
    cell: (rule) => (
      <>
        {lengthWords(rule)}
        <p className="second">{rollWords[rule.roll]}</p>
      </>
    ),
  },
  {
    title: '依据',
    width: '22%',
    cell: (rule) => (
      <>
        {rule.basis}
        {rule.versions.map((version) => (
          <p key={version.before} className="second">
            {version.before}以前：
            {version.n === null ? '没有这一期限' : lengthWords({ ...version, n: version.n, kind: rule.kind })}（
            {version.basis}）
          </p>
        ))}
      </>
    ),
  },
  { title: '延长、中止', width: '17%', cell: (rule) => changeWords(rule).map((words) => <p key={words}>{words}</p>) },
  { title: '谁的', width: '5rem', cell: (rule) => rule.duty },
  { title: '误了', width: '9rem', cell: (rule) => <span className="second">{harmWords[rule.harm]}</span> },
  {
    title: '条文',
    width: '7rem',
    cell: (rule) => rule.article !== undefined && <ArticleLink article={rule.article} />,
  },
];

const changeWords = ({ extend, suspend }: PeriodRule): string[] => {
  const changes = [...(extend === '无' ? [] : [`延长：${extend}`]), ...(suspend === '无' ? [] : [`中止：${suspend}`])];
  return changes.length === 0 ? ['不能延长、中止'] : changes;
};

const wordsOf = (rule: PeriodRule): string[] => [
  rule.id,
  rule.name,
  rule.trigger,
  rule.basis,
  rule.duty,
  lengthWords(rule),
];

/** All periods the program counts, with their bases and earlier law. */
export function PeriodsView({ definitions, find, row }: TableViewProps) {
  const rows = rowsWith(definitions.periodRules, find, wordsOf);
  return (
    <div className={css.table}>
      <p className={css.tableNote}>
        共{rows.length}项。哪天起算，就用那天有效的规定；本机关的期限按原始届满日提醒，当事人的按顺延后的届满日计算。
      </p>
      <ReadTable
        label="期限"
        columns={COLUMNS}
        rows={rows}
        rowKey={(rule) => rule.id}
        current={row}
        none="没有这样的期限。"
        data-testid="periods"
      />
    </div>
  );
}
