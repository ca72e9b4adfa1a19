import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Finding } from '../../shared/regulation/finding.ts';
import { ArticleLink } from './article-link.tsx';
import css from './finding-line.module.css';
import { severityWords } from './finding-words.ts';
import { ReasonButton } from './reason-button.tsx';

/** One finding outside of its case: what is wrong, by which article, and the way to the place in the case. */
export function FindingLine({ caseId, finding, children }: { caseId: string; finding: Finding; children?: ReactNode }) {
  const go = useGoToFinding(caseId);
  const hasPlace = (finding.paperId ?? finding.exhibitId) !== undefined;
  return (
    <li className={css.line} data-severity={finding.severity}>
      <span className={css.severity}>{severityWords[finding.severity]}</span>
      <div>
        <p>{finding.sentence}</p>
        <p className={css.basis}>{finding.article !== null && <ArticleLink article={finding.article} />}　{finding.basis}</p>
      </div>
      <ReasonButton kind="quiet" onClick={() => go(finding)}>{hasPlace ? '去补正' : '打开案件'}</ReasonButton>
      {children !== undefined && <div className={css.extra}>{children}</div>}
    </li>
  );
}

/** Opens the case at the paper, field or exhibit a finding names. */
export function useGoToFinding(caseId: string): (finding: Finding) => void {
  const navigate = useNavigate();
  return ({ paperId, field, exhibitId }) => void navigate({ to: '/cases/$id', params: { id: caseId }, search: { paper: paperId, field, exhibit: exhibitId } });
}

export const findingKey = (finding: Finding): string => `${finding.checkId} ${finding.paperId ?? finding.exhibitId ?? ''} ${finding.sentence}`;
