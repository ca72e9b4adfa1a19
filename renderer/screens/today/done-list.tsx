import type { InboxDone } from '../../../shared/contract/inbox.ts';
import { localOf } from '../../parts/days/day-words.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import css from './inbox-list.module.css';

/** 今天已办. */
export function DoneList({ done }: { done: readonly InboxDone[] }) {
  if (done.length === 0)
    return <EmptyState title="今天还没有办过事情。" why="办完的每一件，连同时间，都列在这里。" article={4} />;
  return (
    <ul className={css.done} aria-label="今天已办" data-testid="done">
      {done.map(({ at, verb, what }) => (
        <li key={`${at}${verb}${what}`}>
          <time dateTime={at}>{localOf(at).slice(11, 16)}</time>
          {verb}　{what}
        </li>
      ))}
    </ul>
  );
}
