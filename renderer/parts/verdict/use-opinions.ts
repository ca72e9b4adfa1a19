import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Approval, Paper } from '../../../shared/case-file.ts';
import type { Desk } from '../../../shared/contract/documents.ts';
import type { Inbox } from '../../../shared/contract/inbox.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { doneNow, sayDone, type Undo } from '../../ui/say-done.ts';

export interface Opinion {
  paperId: string;
  version: number;
  verdict: Approval['verdict'];
  opinion: string;
}

interface Opinions {
  /** `done` is told once it is on record. */
  give: (opinion: Opinion, done: () => void) => void;
  takeBack: (paper: { paperId: string; version: number }) => void;
  busy: boolean;
  /** Why the last one was not put on record. */
  error: unknown;
  forget: () => void;
}

const said: Record<Approval['verdict'], string> = { 同意: '已同意', 退回修改: '已退回', 不同意: '已签不同意' };

/**
 * Gives opinions and takes them back. What was given leaves the queue at once; the status line offers to take it back.
 * @param onGiven the paper is signed, the next one may come up
 * @param onBack the paper waits again
 */
export function useOpinions(onGiven: (paperId: string) => void, onBack: (paperId: string) => void): Opinions {
  const cache = useQueryClient();
  const key = queries.documents.desk.queryKey();
  const takeBack = useMutation({
    mutationFn: (paper: { paperId: string; version: number }) => api.documents.withdrawOpinion(paper),
    onSuccess: async ({ id, name }) => {
      await cache.invalidateQueries({ queryKey: key });
      void cache.fetchQuery({ ...queries.inbox.list.queryOptions(), staleTime: 0 });
      onBack(id);
      sayDone(`已撤回您对《${name}》的意见`);
    },
  });
  const give = useMutation({
    mutationFn: async ({ opinion }: { opinion: Opinion; done: () => void }) => {
      // Before the signal of the change takes it out of what waits.
      const { waiting = [] } = cache.getQueryData<Desk>(key) ?? {};
      const party = waiting.find(({ paperId }) => paperId === opinion.paperId)?.partyName ?? '';
      return { paper: await api.documents.approve(opinion), party };
    },
    onSuccess: ({ paper, party }, { opinion: { verdict }, done }) => {
      const { id, version, name } = paper;
      done();
      cache.setQueryData<Desk>(key, (desk) => desk && signed(desk, id));
      cache.setQueryData<Inbox>(queries.inbox.list.queryKey(), (inbox) => inbox && withoutApproval(inbox, id));
      onGiven(id);
      sayGiven(paper, `${said[verdict]}：${party}《${name}》`, {
        name: '撤回意见',
        chord: 'Alt+U',
        act: () => takeBack.mutate({ paperId: id, version }),
      });
    },
  });
  return {
    give: (opinion, done) => give.mutate({ opinion, done }),
    takeBack: takeBack.mutate,
    busy: give.isPending || takeBack.isPending,
    error: give.error ?? takeBack.error,
    forget: () => {
      give.reset();
      takeBack.reset();
    },
  };
}

/** Says it at once; then, while nothing else was said, whom the paper waits for now. */
function sayGiven({ id, status }: Paper, sentence: string, undo: Undo): void {
  sayDone(sentence, undo);
  if (status === 'approving')
    void api.documents.awaited({ paperId: id }).then(
      (people) => {
        const names = people.filter(({ isNext }) => isNext).map(({ name }) => name);
        if (names.length > 0 && doneNow()?.undo === undo) sayDone(`${sentence}，接着等${names.join('或者')}`, undo);
      },
      // The opinion is on record, whoever is next.
      () => undefined,
    );
}

/** The signal of the change brings the rest: what was said, and what waits now. */
const signed = (desk: Desk, paperId: string): Desk => ({
  ...desk,
  waiting: desk.waiting.filter((row) => row.paperId !== paperId),
});

/** The rail counts what waits at 审批 from 今日. */
const withoutApproval = (inbox: Inbox, id: string): Inbox => ({
  ...inbox,
  todo: inbox.todo.filter(({ kind, paperId }) => kind !== 'approval' || paperId !== id),
});
