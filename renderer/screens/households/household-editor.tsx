import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party, PartyDetails } from '../../../shared/identity/party.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { refusalOf } from '../../data/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { PartyForm } from '../../parts/parties/party-form.tsx';
import type { PickedHousehold } from '../../parts/parties/picked-household.ts';
import { SimilarParties } from '../../parts/parties/similar-parties.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import { ButtonRow } from '../../ui/button-row.tsx';
import css from './household-screen.module.css';

const twice = { lead: '可能是同一个执法对象登记了两份：', take: '与这一份合并', hint: '与另一份档案合并' };

interface HouseholdEditorProps {
  party: Party;
  mayNotMerge: string | null;
  /** Instead of changing this one: the other file of the same target. */
  onMerge: (other: PickedHousehold) => void;
  onClose: () => void;
}

/** Changes the identity of a target; what was and why it changed stay on record (第四条). */
export function HouseholdEditor({ party, mayNotMerge, onMerge, onClose }: HouseholdEditorProps) {
  const { householdId, version, ...recorded } = party;
  const [details, setDetails] = useState<PartyDetails>(recorded);
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const update = useMutation({ ...queries.households.update.mutationOptions(), onSuccess: onClose });
  const refusal = refusalOf(update.error);
  const whyNotSaved = whyNot(recorded, details, reason);
  const save = (): void => {
    setStrict(true);
    if (partyProblems(details).length === 0) update.mutate({ ...details, householdId, version, reason: reason.trim() });
  };
  return (
    <Dialog title={`修改当事人信息　${party.name}`} onClose={onClose} width={760} data-testid="household-editor">
      <div className={css.editor}>
        <PartyForm
          value={details}
          onChange={setDetails}
          strict={strict}
          beside={
            <SimilarParties
              details={details}
              except={householdId}
              words={twice}
              reason={mayNotMerge}
              onTake={onMerge}
            />
          }
        />
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

function whyNot(recorded: PartyDetails, details: PartyDetails, reason: string): string | null {
  if (Object.entries(details).every(([key, value]) => recorded[key as keyof PartyDetails] === value))
    return '还没有改动。';
  return reason.trim().length < 2 ? '请写明修改的依据，例如“营业执照变更登记”。' : null;
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
