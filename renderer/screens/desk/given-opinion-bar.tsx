import type { Paper } from '../../../shared/case-file.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { useOpinions } from '../../parts/verdict/use-opinions.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { isGiven, type DeskPaper } from './desk-queue.tsx';
import css from './desk.module.css';

interface GivenOpinionBarProps {
  paper: Paper;
  row: DeskPaper;
  opinions: ReturnType<typeof useOpinions>;
}

/** What I said of a paper, and the way to take it back; main refuses once somebody has gone on from it. */
export function GivenOpinionBar({ paper, row, opinions }: GivenOpinionBarProps) {
  const takeBack = (): void => opinions.takeBack({ paperId: paper.id, version: paper.version });
  return (
    <div className={css.givenBar} data-pane>
      <RefusalNote error={opinions.error} onClose={opinions.forget} />
      {isGiven(row) ? (
        <>
          <p>
            您今天签了“{row.verdict}”：{row.opinion}
          </p>
          <ReasonButton onClick={takeBack} busy={opinions.busy} data-testid="take-back">
            撤回意见
          </ReasonButton>
        </>
      ) : (
        <p>这份文书现在不等您的意见。</p>
      )}
    </div>
  );
}
