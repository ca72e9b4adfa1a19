import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';

const pageSize = 100;

/** Who opened the case or anything of it (查阅记录, 第四十二条), newest first. */
export function LooksTab() {
  const caseId = useCalmCase().file.case.id;
  const looks = useInfiniteQuery({
    queryKey: queries.cases.looks.key({ input: { caseId } }),
    queryFn: ({ pageParam }) => api.cases.looks({ caseId, before: pageParam, limit: pageSize }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.seq),
    // Looking changes nothing of the case, so no signal says that somebody has.
    staleTime: 0,
  });
  const entries = looks.data?.pages.flat() ?? [];
  return (
    <div className={css.history} tabIndex={0} role="region" aria-label="查阅记录">
      <RefusalNote error={looks.error} />
      <p className={css.basis}>
        谁在什么时候打开过本案和其中的材料，都有记录（
        <ArticleLink article={42} />
        ）；同一人半小时内多次打开同一件，只记一次。
      </p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p>
              <DayText value={entry.at} />　{entry.who}　<strong>{entry.kind}</strong>　{entry.what}
            </p>
          </li>
        ))}
      </ol>
      {looks.hasNextPage && (
        <ReasonButton kind="quiet" busy={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
          更早的记录
        </ReasonButton>
      )}
    </div>
  );
}
