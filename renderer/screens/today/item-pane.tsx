import type { Ref } from 'react';
import type { InboxItem } from '../../../shared/contract/inbox.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { LastActs } from '../../parts/records/last-acts.tsx';
import { PaperOfCase } from '../../parts/records/paper-of-case.tsx';
import type { useOpinions } from '../../parts/verdict/use-opinions.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { useNarrow } from '../../ui/measures.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { ApprovalPane } from './approval-pane.tsx';
import { basisWords, lacksWords } from './inbox-words.ts';
import { useChip } from './use-chip.ts';
import css from './item-pane.module.css';

/** Holding an arrow key prints one paper, not fifty. */
const PREVIEW_MS = 200;

interface ItemPaneProps {
  item: InboxItem;
  pages: Ref<HTMLDivElement>;
  opinions: ReturnType<typeof useOpinions>;
  /** What agreeing is called: what comes next. */
  agree: string;
}

/** What is known of the line in hand: until when, by which law, what is missing, what was done last, and the paper it is about. */
export function ItemPane({ item, pages, ...signing }: ItemPaneProps) {
  const { key, go, caseId, paperId } = useSettled(item, PREVIEW_MS);
  const narrow = useNarrow();
  const head = <ItemHead item={item} />;
  // A narrow window has no room for a page and the form: 审批 has a side for each.
  if (go.at === 'approval' && key === item.key && !narrow)
    return (
      <ApprovalPane key={key} caseId={go.caseId} paperId={go.paper} pages={pages} {...signing}>
        {head}
      </ApprovalPane>
    );
  return (
    <div className={css.item} data-testid="inbox-item">
      {head}
      <div ref={pages} className={css.pages}>
        {caseId !== null && paperId !== null && <PaperOfCase key={paperId} caseId={caseId} paperId={paperId} />}
      </div>
    </div>
  );
}

function ItemHead({ item }: { item: InboxItem }) {
  const chip = useChip(item);
  return (
    <>
      <h2 className={css.title}>
        {item.title}
        {chip !== null && <Tag tone={chip.tone}>{chip.words}</Tag>}
      </h2>
      <ItemFacts item={item} />
    </>
  );
}

function ItemFacts({ item }: { item: InboxItem }) {
  const { kind, caseId, party, causeName, number, period, due, lacks, why } = item;
  return (
    <Facts>
      {party !== '' && <Fact term="当事人">{party}</Fact>}
      {causeName !== '' && <Fact term="案由">{causeName}</Fact>}
      {number !== '' && <Fact term={caseId === null ? '证号' : '案号'}>{number}</Fact>}
      {due !== null && (
        <Fact term="最迟">
          {dayWords(due)}
          {period !== null && `　${period.name}`}
        </Fact>
      )}
      {period !== null && (
        <Fact term="依据" className={css.help}>
          {basisWords(period)}
        </Fact>
      )}
      {why !== '' && (
        <Fact term={kind === 'returned' ? '缘由' : '说明'} className={kind === 'returned' ? undefined : css.help}>
          {why}
        </Fact>
      )}
      {lacks.length > 0 && <Fact term="还缺">{lacksWords(lacks)}</Fact>}
      {caseId !== null && kind !== 'approval' && <LastActs key={caseId} caseId={caseId} className={css.help} />}
    </Facts>
  );
}
