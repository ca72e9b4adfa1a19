import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party, PartyDetails } from '../../../shared/identity/party.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { refusalOf } from '../../data/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { PartyForm } from '../../parts/parties/party-form.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import { ButtonRow } from '../../ui/button-row.tsx';
import css from './household-screen.module.css';

/** Changes the identity of a target; what was and why it changed stay on record (第四条). */
export function HouseholdEditor({ party, onClose }: { party: Party; onClose: () => void }) {
  const { householdId, version, ...recorded } = party;
  const [details, setDetails] = useState<PartyDetails>(recorded);
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const update = useMutation({ ...queries.households.update.mutationOptions(), onSuccess: onClose });
  const refusal = refusalOf(update.error);
  const isUnchanged = Object.entries(details).every(([key, value]) => recorded[key as keyof PartyDetails] === value);
  const whyNotSaved = isUnchanged
    ? '还没有改动。'
    : reason.trim().length < 2
      ? '请写明修改的依据，例如“营业执照变更登记”。'
      : null;
  const save = (): void => {
    setStrict(true);
    if (partyProblems(details).length === 0) update.mutate({ ...details, householdId, version, reason: reason.trim() });
  };
  return (
    <Dialog title={`修改当事人信息　${party.name}`} onClose={onClose} width={760} data-testid="household-editor">
      <div className={css.editor}>
        <PartyForm value={details} onChange={setDetails} strict={strict} />
        <TextField
          label="修改的依据"
          required
          width="full"
          help="原来的内容、修改人和时间自动记录；改名后原名列为曾用名，仍可查到。"
          name="household-reason"
          autoComplete="off"
          maxLength={256}
          value={reason}
          onChange={setReason}
        />
        <RefusalNote error={update.error}>
          {refusal?.code === 'duplicate' && <OpenDuplicate duplicate={refusal} onLeave={onClose} />}
        </RefusalNote>
        <ButtonRow>
          <ReasonButton
            kind="primary"
            reason={whyNotSaved}
            busy={update.isPending}
            onClick={save}
            data-testid="save-household"
          >
            保存
          </ReasonButton>
          <ReasonButton onClick={onClose}>不改了</ReasonButton>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

/** The file there is already of whoever has the same number. */
function OpenDuplicate({
  duplicate,
  onLeave,
}: {
  duplicate: { householdId: string; name: string };
  onLeave: () => void;
}) {
  const navigate = useNavigate();
  const open = (): void => {
    onLeave();
    void navigate({ to: '/households/$id', params: { id: duplicate.householdId } });
  };
  return <ReasonButton onClick={open}>打开“{duplicate.name}”的档案</ReasonButton>;
}
