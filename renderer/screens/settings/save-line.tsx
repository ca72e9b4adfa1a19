import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './settings.module.css';
import { ButtonRow } from '../../ui/button-row.tsx';

export interface SaveLineProps {
  saving: Pick<UseMutationResult<unknown, unknown, never>, 'error' | 'isPending' | 'isSuccess' | 'submittedAt'>;
  /** Why it cannot be saved now. */
  reason: string | null;
  onSave: () => void;
  label?: string;
  'data-testid': string;
  /** More buttons beside it. */
  more?: ReactNode;
}

/** The foot of a settings form: save, what came of it. */
export function SaveLine({ saving, reason, onSave, label = '保存', more, 'data-testid': testId }: SaveLineProps) {
  return (
    <>
      <RefusalNote error={saving.error} />
      <ButtonRow>
        <ReasonButton kind="primary" reason={reason} busy={saving.isPending} onClick={onSave} data-testid={testId}>
          {label}
        </ReasonButton>
        {more}
        {saving.isSuccess && (
          <span role="status" className={css.saved}>
            已保存 {new Date(saving.submittedAt).toLocaleTimeString('zh-CN', { hour12: false })}
          </span>
        )}
      </ButtonRow>
    </>
  );
}
