import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type Ref } from 'react';
import { whyNotMine } from '../../../shared/procedure/signers.ts';
import { queries } from '../../data/queries.ts';
import { useOperator } from '../../data/session.ts';
import { PaperPages } from '../../parts/records/record-preview.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { OpinionForm } from '../../parts/verdict/opinion-form.tsx';
import { useDeskMatter } from '../../parts/verdict/use-desk-matter.ts';
import { useOpinionText, useQuote } from '../../parts/verdict/use-opinion-text.ts';
import type { useOpinions } from '../../parts/verdict/use-opinions.ts';
import css from './item-pane.module.css';

interface ApprovalPaneProps {
  caseId: string;
  paperId: string;
  pages: Ref<HTMLDivElement>;
  opinions: ReturnType<typeof useOpinions>;
  /** What agreeing is called: what comes next. */
  agree: string;
  /** What is known of the line. */
  children: ReactNode;
}

/** A paper that waits for my opinion (第十三条), decided from its line: the pages, and below them the same box and verdicts as at 审批. */
export function ApprovalPane({ caseId, paperId, pages, opinions, agree, children }: ApprovalPaneProps) {
  const operator = useOperator();
  const desk = useQuery(queries.documents.desk.queryOptions()).data;
  const { matter, error } = useDeskMatter(caseId, paperId);
  const [isSeen, setSeen] = useState(false);
  const text = useOpinionText(paperId);
  const quote = useQuote(matter, text);
  const gap = matter?.gaps[0];
  const isMine = matter !== null && whyNotMine(matter.gaps, matter.paper, operator, matter.file) === null;
  return (
    <>
      <div className={css.item} data-testid="inbox-item" onMouseDownCapture={quote.begin}>
        {children}
        <RefusalNote error={error} />
        <div ref={pages} className={css.pages}>
          {matter !== null && <PaperPages paper={matter.paper} onShown={() => setSeen(true)} onPick={quote.pick} />}
        </div>
      </div>
      {gap !== undefined && isMine && desk !== undefined && (
        <OpinionForm
          paper={matter.paper}
          label={gap.label}
          desk={desk}
          isSeen={isSeen}
          text={text}
          opinions={opinions}
          agree={agree}
          isLow
        />
      )}
    </>
  );
}
