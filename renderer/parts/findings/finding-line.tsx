import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { Basis } from '../articles/basis.tsx';
import { addressOf, type Wizard } from '../cases/case-address.ts';
import css from './finding-line.module.css';
import { SeverityTag } from './severity-tag.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';

/** One finding outside of its case: what is wrong, by which article, and the way to the place in the case. */
export function FindingLine({
  caseId,
  finding,
  back,
  isInHand,
  onHand,
  children,
}: {
  caseId: string;
  finding: Finding;
  back: Wizard;
  /** Something beside the lines shows what this one is about. */
  isInHand?: boolean;
  /** The focus or a click came to it. */
  onHand?: () => void;
  children?: ReactNode;
}) {
  const go = useGoToFinding(caseId, back);
  return (
    <li className={css.line} aria-current={isInHand === true || undefined} onFocus={onHand} onClick={onHand}>
      <SeverityTag severity={finding.severity} className={css.severity} />
      <div>
        <p>{finding.sentence}</p>
        <p className={css.basis}>
          <Basis article={finding.article}>{finding.basis}</Basis>
        </p>
      </div>
      <ReasonButton kind="quiet" onClick={() => go(finding)}>
        {actOn(finding)}
      </ReasonButton>
      {children !== undefined && <div className={css.extra}>{children}</div>}
    </li>
  );
}

function actOn({ questionId, paperId, exhibitId, stepId }: Finding): string {
  if (questionId !== undefined) return '去回答';
  return (paperId ?? exhibitId ?? stepId) === undefined ? '打开案件' : '去补正';
}

/** Opens the case at the very place of a finding; the case offers the way back. */
export function useGoToFinding(caseId: string, back: Wizard): (finding: Finding) => void {
  const navigate = useNavigate();
  return (finding) => void navigate({ to: '/cases/$id', params: { id: caseId }, search: addressOf(finding, back) });
}

export const findingKey = (finding: Finding): string =>
  `${finding.checkId} ${finding.paperId ?? finding.exhibitId ?? ''} ${finding.sentence}`;
