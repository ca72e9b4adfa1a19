import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergedHousehold } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { DayText } from '../../parts/days/day.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './household-screen.module.css';

/** What is read as part of this file, why, and the way to take it apart again. */
export function MergedList({ merged }: { merged: readonly MergedHousehold[] }) {
  const [parting, setParting] = useState<MergedHousehold | null>(null);
  const mayNotPart = useRight('households.separate');
  if (merged.length === 0) return null;
  return (
    <>
      <ul className={css.merged} aria-label="并入的档案" data-testid="merged-list">
        {merged.map((each) => (
          <li key={each.householdId}>
            <span>
              已并入“{each.name}”（{each.key}）：{each.reason}　{each.by}　<DayText value={each.at} />
            </span>
            <ReasonButton kind="quiet" reason={mayNotPart} onClick={() => setParting(each)} data-testid="separate">
              分开
            </ReasonButton>
          </li>
        ))}
      </ul>
      {parting !== null && <SeparateDialog merged={parting} onClose={() => setParting(null)} />}
    </>
  );
}

function SeparateDialog({ merged, onClose }: { merged: MergedHousehold; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const separate = useMutation({
    ...queries.households.separate.mutationOptions(),
    onSuccess: () => {
      onClose();
      sayDone(`“${merged.name}”又是单独的一份档案。`);
    },
  });
  return (
    <Dialog title={`分开　${merged.name}`} onClose={onClose} width={560} data-testid="separate-dialog">
      <form className={css.editor} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label="分开的原因"
          required
          width="full"
          name="separate-reason"
          autoFocus
          help="分开后各自的案件、文书、证据回到各自的档案。原因记入办理记录。"
          maxLength={512}
          value={reason}
          onChange={setReason}
        />
        <RefusalNote error={separate.error} onClose={separate.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>不分开</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-separate"
            reason={reason.trim().length < 4 ? '请写明分开的原因，至少四个字。' : null}
            busy={separate.isPending}
            onClick={() => separate.mutate({ fromId: merged.householdId, reason })}
          >
            分开
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}
