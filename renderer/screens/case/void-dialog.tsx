import { useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { api } from '../../data/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './dialogs.module.css';
import { usePaperAct } from './use-paper-act.ts';
import { ActBar } from '../../ui/act-bar.tsx';

/** Voids a paper with its reason (作废登记); the paper and its number stay on record. */
export function VoidDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const act = usePaperAct(paper.id);
  const missing = reason.trim().length < 2 ? '请写明作废原因，原因会记入作废登记。' : null;
  return (
    <Dialog title={`作废　${paper.number ?? paper.name}`} onClose={onClose} width={520} data-testid="void-dialog">
      <form className={css.reasonForm} onSubmit={(event) => event.preventDefault()}>
        <p>
          {paper.number === null
            ? '作废后这份文书不再计入本案，内容仍可查阅，也可以“照此重做”。'
            : '作废后文号不再使用，已出具的文书仍保存在案，内容仍可查阅，也可以“照此重做”。'}
        </p>
        <label htmlFor="void-reason">作废原因</label>
        <textarea
          id="void-reason"
          rows={3}
          maxLength={256}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={act.error} onClose={act.forget} />
        <ActBar>
          <ReasonButton onClick={onClose}>不作废</ReasonButton>
          <ReasonButton
            kind="primary"
            data-testid="confirm-void"
            reason={missing}
            busy={act.busy}
            onClick={() => act.run((current) => api.documents.void({ ...current, reason }), onClose)}
          >
            作废
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}
