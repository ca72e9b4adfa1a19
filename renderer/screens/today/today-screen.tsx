import { useRef, useState } from 'react';
import type { Inbox, InboxItem } from '../../../shared/contract/inbox.ts';
import { approvalLineKey } from '../../../shared/inbox/line-keys.ts';
import { BeginCase } from '../../parts/cases/begin-case.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOpinions } from '../../parts/verdict/use-opinions.ts';
import { useRight } from '../../data/rights.ts';
import { useToday } from '../../data/session.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { useKey } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/measures.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Segments, segmentPane } from '../../ui/segments.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { DoneList } from './done-list.tsx';
import { focusLine, InboxList } from './inbox-list.tsx';
import { shortDay } from './inbox-words.ts';
import { ItemPane } from './item-pane.tsx';
import { SnoozeBar, whyNotLater } from './snooze-bar.tsx';
import { useInbox, useSnooze, type InboxInUse, type Shown } from './use-inbox.ts';
import css from './today.module.css';

/** 今日: what I have to do next, one line for each, and how to get there with one key. */
export function TodayScreen() {
  const use = useInbox();
  const { inbox, error, shown, show } = use;
  return (
    <div className={css.screen} data-ready={inbox === undefined ? undefined : 'today'}>
      <Head inbox={inbox} />
      <RefusalNote error={error} />
      {inbox !== undefined && (
        <Tabs selected={shown} onSelect={show} className={css.tabs}>
          <TabRow<Shown>
            label="看哪些"
            tabs={[
              { key: 'todo', label: '要我办', count: inbox.todo.length },
              { key: 'waiting', label: '等别人', count: inbox.waiting.length },
              { key: 'later', label: '稍后', count: inbox.later.length },
              { key: 'done', label: '今天已办', count: inbox.done.length },
            ]}
          />
          <TabPanel tab={shown} className={css.panel}>
            {shown === 'done' ? <DoneList done={inbox.done} /> : <Lines use={use} inbox={inbox} />}
          </TabPanel>
        </Tabs>
      )}
    </div>
  );
}

function Head({ inbox }: { inbox: Inbox | undefined }) {
  const notMine = useRight('cases.begin');
  const [beginning, setBeginning] = useState(false);
  const begin = (): void => setBeginning(true);
  useKey('Alt+N', notMine === null ? begin : null, { hint: '登记', reason: notMine });
  const overdue = inbox?.todo.filter((item) => item.overdue).length ?? 0;
  const soon = inbox?.todo.filter(({ group }) => group === 'soon').length ?? 0;
  return (
    <ScreenHead
      title="今日"
      facts={
        <>
          <DayText value={useToday()} />
          {inbox !== undefined && inbox.cases > 0 && `　承办 ${inbox.cases} 件`}
          {overdue > 0 && <span className="harm">　逾期 {overdue}</span>}
          {soon > 0 && `　3个工作日内 ${soon}`}
        </>
      }
    >
      {notMine === null && (
        <ReasonButton keyHint="Alt+N" onClick={begin} data-testid="begin-case">
          登记案源或者申请
        </ReasonButton>
      )}
      {beginning && <BeginCase onClose={() => setBeginning(false)} />}
    </ScreenHead>
  );
}

/** Of a page is turned so much at a time, that the last line is seen again. */
const PAGE_TURN = 0.9;

const SEGMENTS = [
  { key: 'list', name: '列表' },
  { key: 'item', name: '这一项' },
] as const;

/** The list and the line in hand: side by side, in a narrow window one at a time. */
function Lines({ use, inbox }: { use: InboxInUse; inbox: Inbox }) {
  const { items, inHand, shown, move, open } = use;
  const [segment, setSegment] = useState<'list' | 'item'>('list');
  const pages = useRef<HTMLDivElement>(null);
  const opinions = useOpinions(
    () => undefined,
    (paperId) => move(approvalLineKey(paperId)),
  );
  const narrow = useNarrow();
  const look = (): void => {
    setSegment('item');
    const paper = pages.current?.querySelector<HTMLElement>('[data-testid=pdf]');
    paper?.scrollBy({ top: paper.clientHeight * PAGE_TURN });
    // The list is out of sight then: what Enter does is in hand.
    if (narrow) requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid=act]')?.focus());
  };
  if (inHand === null)
    return (
      <>
        <RefusalNote error={opinions.error} onClose={opinions.forget} />
        <Nothing shown={shown} inbox={inbox} />
      </>
    );
  return (
    <>
      <Segments label="看哪一边" segments={SEGMENTS} shown={segment} onShow={setSegment} />
      <div className={css.panes}>
        <div className={css.list} data-pane {...segmentPane('list', segment)}>
          <InboxList label={labels[shown]} items={items} inHand={inHand} onMove={move} onOpen={open} onLook={look} />
        </div>
        <section className={css.item} aria-label="这一项" data-pane {...segmentPane('item', segment)}>
          <ItemPane
            item={inHand}
            pages={pages}
            opinions={opinions}
            agree={items.length > 1 ? '同意，看下一项' : '同意'}
          />
          <Acts key={inHand.key} item={inHand} use={use} />
        </section>
      </div>
    </>
  );
}

const labels: Readonly<Record<Shown, string>> = { todo: '要我办', waiting: '等别人', later: '稍后', done: '今天已办' };

/** 稍后, the case, and what Enter does. */
function Acts({ item, use: { shown, open, openCase } }: { item: InboxItem; use: InboxInUse }) {
  const today = useToday();
  const { snooze, wake } = useSnooze();
  const narrow = useNarrow();
  const [choosing, setChoosing] = useState(false);
  const reason = whyNotLater(item);
  const put = (until: string): void =>
    snooze.mutate(
      { key: item.key, until },
      { onSuccess: () => sayDone(`“${item.title}”${shortDay(until, today)}再看。`) },
    );
  const leave = (): void => {
    setChoosing(false);
    focusLine();
  };
  useKey('Alt+Z', shown === 'todo' && reason === null ? () => setChoosing(true) : null, { hint: '稍后' });
  if (choosing)
    return (
      <>
        <RefusalNote error={snooze.error} />
        <SnoozeBar item={item} onChoose={put} onClose={leave} />
      </>
    );
  return (
    <>
      <RefusalNote error={wake.error} />
      <ActBar>
        {shown === 'todo' && (
          <ReasonButton keyHint="Alt+Z" reason={reason} onClick={() => setChoosing(true)} data-testid="snooze">
            稍后
          </ReasonButton>
        )}
        {shown === 'later' && <ReasonButton onClick={() => wake.mutate({ key: item.key })}>现在就办</ReasonButton>}
        {item.caseId !== null && !isWholeCase(item) && (
          <ReasonButton onClick={() => openCase(item)}>打开案件</ReasonButton>
        )}
        <ReasonButton
          kind={item.go.at === 'approval' && !narrow ? 'plain' : 'primary'}
          keyHint="Enter"
          onClick={() => open(item)}
          data-testid="act"
        >
          {item.verb}
        </ReasonButton>
      </ActBar>
    </>
  );
}

/** What leads to the case as a whole needs no second button for it. */
const isWholeCase = ({ go }: InboxItem): boolean =>
  go.at === 'case' && go.paper === undefined && go.step === undefined && go.exhibit === undefined;

function Nothing({ shown, inbox }: { shown: Shown; inbox: Inbox }) {
  const today = useToday();
  if (shown === 'later')
    return (
      <EmptyState
        title="没有推到以后的事情。"
        why="在一项上按 Alt+Z，可以推到明天、下周一或者指定的一天；逾期的不能推。"
      />
    );
  if (shown === 'waiting')
    return <EmptyState title="没有等别人的案件。" why="送审的文书、当事人的期限和必须等满的期限，都在这里。" />;
  const next = [...inbox.waiting, ...inbox.later]
    .filter(({ due }) => due !== null)
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0];
  return (
    <EmptyState
      title="今天的都办完了。"
      why={
        next?.due === undefined || next.due === null
          ? '要您办的，从登记案源到归档，每一步和它的期限都会排在这里。'
          : `下一个期限：${shortDay(next.due, today)}，${next.party}。`
      }
      article={4}
    />
  );
}
