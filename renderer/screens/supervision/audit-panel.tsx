import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { AuditEntry } from '../../../shared/contract/cases.ts';
import { api } from '../../data/api.ts';
import type { RuleNames } from '../../parts/editions/rule-words.ts';
import { useRuleNames } from '../../parts/editions/use-rule-names.ts';
import { DayCell, DayText } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { List } from '../../ui/list.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { auditLines, matches } from './audit-lines.ts';
import css from './supervision.module.css';

const PAGE = 500;

const COLUMNS: readonly Column<AuditEntry>[] = [
  { title: '序号', width: '4.5rem', cell: (entry) => entry.seq },
  { title: '时间', width: '9.5rem', cell: (entry) => <DayCell value={entry.at} /> },
  { title: '人员', width: '6rem', cell: (entry) => entry.who },
  { title: '签名', width: '4rem', cell: (entry) => (entry.signed ? '有' : '无') },
  { title: '事项', width: '10rem', cell: (entry) => <strong>{entry.verb}</strong> },
  { title: '对象', width: 'minmax(0, 1fr)', cell: (entry) => <span title={entry.what}>{entry.what}</span> },
];

/** Of which record: of the cases, or of people, units, settings and keys. */
export type Chain = 'content' | 'office';
const chainNames = { content: '办理记录', office: '机关记录' } as const;

/** Everything that was done at this workstation, newest first, with old and new values (第四条). */
export function AuditPanel({ of }: { of: Chain }) {
  const notMine = useRight('supervision.audit');
  return notMine === null ? (
    <Entries key={of} of={of} />
  ) : (
    <EmptyState
      title="全部办理记录不在您的岗位之内。"
      why={`${notMine}自己案件的记录，在案件的“记录”一栏里看。`}
      article={46}
    />
  );
}

function Entries({ of }: { of: Chain }) {
  const [text, setText] = useState('');
  const [reached, setReached] = useState(0);
  const query = useDeferredValue(text.trim());
  const { fetched, more, list } = useAuditEntries(of);
  const names = useRuleNames();
  const rows = useMemo(() => fetched.filter((row) => matches(row, query, names)), [fetched, query, names]);
  const index = Math.min(reached, Math.max(0, rows.length - 1));
  const entry = rows[index];
  const find = (typed: string): void => {
    setText(typed);
    setReached(0);
  };
  return (
    <section className={css.panel} aria-label={chainNames[of]}>
      <div className={css.tools} data-pane>
        <input
          type="search"
          className={css.find}
          name="audit-filter"
          aria-label="在记录中找"
          placeholder="人员、事项、对象中的字"
          autoComplete="off"
          value={text}
          onChange={(event) => find(event.target.value)}
        />
        {list.isSuccess && (
          <span className="second">
            {query === '' ? `已取 ${fetched.length} 条` : `在最近 ${fetched.length} 条里有 ${rows.length} 条`}
            {list.hasNextPage ? '' : '，到头了'}
          </span>
        )}
        {query !== '' && list.hasNextPage && (
          <ReasonButton kind="quiet" busy={list.isFetchingNextPage} onClick={more}>
            再往前找 {PAGE} 条
          </ReasonButton>
        )}
        <RefusalNote error={list.error} />
      </div>
      <div className={css.split}>
        <List
          label={chainNames[of]}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ seq }) => String(seq)}
          inHand={index}
          onMove={setReached}
          onNearEnd={query === '' ? more : undefined}
          focusFirst
          data-testid="audit"
        />
        <aside className={css.entry} aria-label="这一条记录" data-pane>
          {entry !== undefined && <Entry entry={entry} names={names} />}
        </aside>
      </div>
    </section>
  );
}

/** The record, newest first, page by page as it is looked at. */
function useAuditEntries(of: Chain) {
  const list = useInfiniteQuery({
    queryKey: queries.supervision.audit.key({ input: { of, limit: PAGE } }),
    queryFn: ({ pageParam, signal }) => api.supervision.audit({ of, before: pageParam, limit: PAGE }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.seq),
  });
  const fetched = useMemo(() => list.data?.pages.flat() ?? [], [list.data]);
  const more = (): void => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  return { list, fetched, more };
}

function Entry({ entry, names }: { entry: AuditEntry; names: RuleNames }) {
  const lines = auditLines(entry, names);
  return (
    <>
      <h2>
        {entry.verb}　{entry.what}
      </h2>
      <p className="second">
        第 {entry.seq} 条　{entry.who}　<DayText value={entry.at} />
      </p>
      {lines.length === 0 ? (
        <p className="second">这一条没有别的内容。</p>
      ) : (
        <dl>
          {lines.map(({ label, before, now }) => (
            <div key={`${label} ${now}`}>
              <dt>{label}</dt>
              <dd>
                {before === null ? (
                  now
                ) : (
                  <>
                    <del>{before}</del> → <ins>{now === '' ? '（空）' : now}</ins>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
