import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party } from '../../../shared/identity/party.ts';
import { queries } from '../../data/queries.ts';
import { HouseholdPicker } from '../../parts/parties/household-picker.tsx';
import type { PickedHousehold } from '../../parts/parties/picked-household.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { ChoiceRow, Radio } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './household-screen.module.css';

interface MergeDialogProps {
  party: Party;
  /** The other file where it is known already. */
  found: PickedHousehold | null;
  onClose: () => void;
}

/** 合并: the same target registered twice is read as one file; which of the two stands is chosen, with the reason. */
export function MergeDialog({ party, found, onClose }: MergeDialogProps) {
  const [other, setOther] = useState(found);
  const [intoId, setIntoId] = useState(() => standing(party, found));
  const [reason, setReason] = useState('');
  const merge = useMerge(onClose);
  const pick = (picked: PickedHousehold | null): void => {
    setOther(picked);
    setIntoId(standing(party, picked));
  };
  const both = other === null ? [] : [{ householdId: party.householdId, name: party.name }, other];
  const from = both.find(({ householdId }) => householdId !== intoId);
  return (
    <Dialog title={`合并一户式档案　${party.name}`} onClose={onClose} width={640} data-testid="merge-dialog">
      <form className={css.editor} onSubmit={(event) => event.preventDefault()}>
        <p>
          同一个执法对象登记了两份的，合并成一份看：两份的案件、文书、证据都在一起，两个名称和号码都还查得到；已经出具的内容不变，可以再分开。
        </p>
        <HouseholdPicker value={other} known="另一份档案" onPick={pick} />
        {other !== null && (
          <>
            <WhichStands both={both} intoId={intoId} onChoose={setIntoId} />
            <TextField
              label="合并的原因"
              required
              width="full"
              name="merge-reason"
              help="例如：查到营业执照，与“城东面馆”是同一家。原因记入办理记录。"
              maxLength={512}
              value={reason}
              onChange={setReason}
            />
          </>
        )}
        <RefusalNote error={merge.error} onClose={merge.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>不合并</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-merge"
            reason={whyNot(party, other, reason)}
            busy={merge.isPending}
            onClick={() => from !== undefined && merge.mutate({ fromId: from.householdId, intoId, reason })}
          >
            合并
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

interface WhichStandsProps {
  both: readonly PickedHousehold[];
  intoId: string;
  onChoose: (householdId: string) => void;
}

const WhichStands = ({ both, intoId, onChoose }: WhichStandsProps) => (
  <ChoiceRow legend="以哪一份的名称和号码为准">
    {both.map(({ householdId, name }) => (
      <Radio
        key={householdId}
        name="merge-into"
        value={householdId}
        checked={householdId === intoId}
        autoFocus={householdId === intoId}
        onChange={() => onChoose(householdId)}
      >
        {name}
      </Radio>
    ))}
  </ChoiceRow>
);

/** Which of two files is proposed to stand: the one with a number. */
const standing = ({ householdId, uscc, idNumber }: Party, other: PickedHousehold | null): string =>
  other !== null && uscc === '' && idNumber === '' ? other.householdId : householdId;

function useMerge(onClose: () => void) {
  const navigate = useNavigate();
  return useMutation({
    ...queries.households.merge.mutationOptions(),
    onSuccess: async ({ householdId }) => {
      onClose();
      await navigate({ to: '/households/$id', params: { id: householdId } });
      sayDone('两份档案已经合并。');
    },
  });
}

function whyNot(party: Party, other: PickedHousehold | null, reason: string): string | null {
  if (other === null) return '请先找到另一份档案。';
  if (other.householdId === party.householdId) return '这就是本档案，请选另一份。';
  return reason.trim().length < 4 ? '请写明合并的原因，至少四个字。' : null;
}
