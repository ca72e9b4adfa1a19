import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { currentRound, type ApprovalGap } from '../../../shared/procedure/approvals.ts';
import { awaitedOpinion } from '../../../shared/procedure/signers.ts';
import { Icon } from '../../ui/icon.tsx';
import { DayText } from '../days/day.tsx';
import css from './opinion-chain.module.css';

interface OpinionChainProps {
  paper: Pick<Paper, 'approvals'>;
  /** The places that are still open. */
  gaps: readonly ApprovalGap[];
  /** Whom they may be asked of. */
  file: Pick<CaseFile, 'case' | 'officers' | 'today'>;
}

/** Who has agreed to a paper since it last came back, and whom it waits for. */
export const OpinionChain = ({ paper, gaps, file }: OpinionChainProps) => (
  <ol className={css.chain}>
    {currentRound(paper.approvals).map(({ label, name, opinion, at, standsInFor }) => (
      <li key={label + name}>
        <Icon name="done" className={`${css.mark} ${css.agreed}`} />
        <div>
          <p>
            <strong>{standsInFor === undefined ? name : `${name}（代${standsInFor}）`}</strong>
            {'　'}
            <span className="second">
              {label}　<DayText value={at.slice(0, 10)} />
            </span>
          </p>
          <p className={css.opinion}>{opinion}</p>
        </div>
      </li>
    ))}
    {gaps.map((gap) => (
      <li key={gap.step} className={css.open}>
        <Icon name="later" className={css.mark ?? ''} />
        <p>
          {gap.label}　等{awaitedOpinion(gap, paper, file)}
        </p>
      </li>
    ))}
  </ol>
);
