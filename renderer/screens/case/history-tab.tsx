import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import { changesOf, remarksOf } from './history-lines.ts';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';

const pageSize = 100;

/** All that was done in the case, newest first, with old and new values (第四条). */
export function HistoryTab() {
  const { file, input } = useCalmCase();
  const caseId = file.case.id;
  const history = useInfiniteQuery({
    queryKey: queries.cases.history.key({ input: { caseId } }),
    queryFn: ({ pageParam }) => api.cases.history({ caseId, before: pageParam, limit: pageSize }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.seq),
  });
  const entries = history.data?.pages.flat() ?? [];
  return (
    <div className={css.history} tabIndex={0} role="region" aria-label="办案记录">
      <RefusalNote error={history.error} />
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p>
              <DayText value={entry.at} />　{entry.who}　<strong>{entry.verb}</strong>　{entry.what}
            </p>
            {remarksOf(entry).map((remark) => (
              <p key={remark} className={css.basis}>
                {remark}
              </p>
            ))}
            {changesOf(entry, file, input.templates).map(({ label, was, became }) => (
              <p key={label} className={css.change}>
                <span>{label}</span>
                <del>{was}</del>
                <span aria-label="改为">→</span>
                <ins>{became}</ins>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <ReasonButton kind="quiet" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          更早的记录
        </ReasonButton>
      )}
    </div>
  );
}
