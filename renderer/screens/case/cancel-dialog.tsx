import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useRight } from '../../data/rights.ts';
import { useOperator } from '../../data/session.ts';
import { obstaclesToCancel, whyNotCancel } from '../../../shared/procedure/cancel-case.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/labelled-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './case-screen.module.css';
import { useCaseWork } from './use-case-work.ts';

/** What cancelling says where the case stands, and where it is cancelled already. */
const words = {
  cancel: {
    title: '撤销登记',
    label: '撤销的原因',
    help: '例如：同一投诉登记了两次，保留另一件。原因记入办案记录。',
    explains: '撤销以后，本案不再列入案件、今日和期限；登记的内容仍保存在案，搜索和一户式里都能找到，可以恢复。',
    press: '撤销登记',
    done: '登记已撤销。',
  },
  restore: {
    title: '恢复登记',
    label: '恢复的原因',
    help: '原因记入办案记录。',
    explains: '恢复以后，本案照原来的样子继续办理，期限按登记的时间重新计算。',
    press: '恢复登记',
    done: '登记已恢复。',
  },
} as const;

/** 撤销登记 of a case registered by mistake, or 恢复登记, with the reason. */
export function CancelDialog({ onClose }: { onClose: () => void }) {
  const { file, refresh } = useCaseWork();
  const [reason, setReason] = useState('');
  const way = file.case.state === 'cancelled' ? 'restore' : 'cancel';
  const { title, label, help, explains, press, done } = words[way];
  const { id: caseId, version } = file.case;
  const act = useMutation({
    mutationFn: async () => {
      await api.cases[way]({ caseId, version, reason });
      await refresh();
    },
    onSuccess: () => {
      onClose();
      sayDone(done);
    },
  });
  return (
    <Dialog title={title} onClose={onClose} width={560} data-testid="cancel-dialog">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <p>{explains}</p>
        <TextAreaField
          label={label}
          required
          width="full"
          name="cancel-reason"
          help={help}
          rows={3}
          maxLength={512}
          autoFocus
          value={reason}
          onChange={setReason}
        />
        <RefusalNote error={act.error} onClose={act.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-cancel"
            reason={reason.trim().length < 4 ? `请写明${label}，至少四个字。` : null}
            busy={act.isPending}
            onClick={() => act.mutate()}
          >
            {press}
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

/** Why this person cannot cancel the registration of the case, or restore it; null when they can. */
export function useWhyNotCancel(): string | null {
  const { file, input } = useCaseWork();
  const operator = useOperator();
  const right = useRight('cases.cancel');
  const obstacle = file.case.state === 'cancelled' ? undefined : obstaclesToCancel({ ...input, file })[0];
  return right ?? whyNotCancel(operator, file) ?? obstacle?.sentence ?? null;
}

/** Above a case whose registration was cancelled: why, and the way back. */
export function CancelledNote({ onRestore }: { onRestore: () => void }) {
  const { file } = useCaseWork();
  const reason = useWhyNotCancel();
  if (file.case.state !== 'cancelled') return null;
  return (
    <Note
      happened={`登记已撤销：${file.case.cancelReason ?? ''}`}
      actions={
        <ReasonButton reason={reason} onClick={onRestore} data-testid="restore-case">
          恢复登记
        </ReasonButton>
      }
      data-testid="cancelled-note"
    >
      <p>本案不再办理，不列入案件、今日和期限；内容仍可查阅。</p>
    </Note>
  );
}
