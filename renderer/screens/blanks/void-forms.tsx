import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Blank } from '../../../shared/contract/documents.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check } from '../../ui/choices.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import css from './blanks.module.css';
import { ActBar } from '../../ui/act-bar.tsx';

/** Voids forms that were spoilt or came back unused, with the reason (作废登记, 第四条). */
export function VoidForms({ blank, unused, onClose }: { blank: Blank; unused: readonly Blank[]; onClose: () => void }) {
  const [numbers, setNumbers] = useState<readonly string[]>([blank.number]);
  const [reason, setReason] = useState('');
  const voiding = useMutation({ ...queries.documents.voidBlanks.mutationOptions(), onSuccess: onClose });
  const toggle = (number: string, isChosen: boolean): void =>
    setNumbers(
      unused.map((form) => form.number).filter((other) => (other === number ? isChosen : numbers.includes(other))),
    );
  const missing =
    numbers.length === 0
      ? '请至少勾选一份。'
      : reason.trim().length < 2
        ? '请写明作废原因，原因会记入作废登记（第四条）。'
        : null;
  return (
    <Dialog title={`作废空白文书　${blank.paperName}`} onClose={onClose} width={560} data-testid="void-forms-dialog">
      <form className={css.form} onSubmit={(event) => event.preventDefault()}>
        <fieldset className={css.numbers}>
          <legend>作废哪几份（同时领取、还没有用的）</legend>
          {unused.map(({ number }) => (
            <Check key={number} checked={numbers.includes(number)} onChange={(isChosen) => toggle(number, isChosen)}>
              {number}
            </Check>
          ))}
        </fieldset>
        <TextField
          label="作废原因"
          required
          width="full"
          help="例如：填写错误、表格污损、交回未用。作废的号不再使用，纸质的请收回。"
          name="void-forms-reason"
          autoComplete="off"
          maxLength={256}
          autoFocus
          value={reason}
          onChange={setReason}
        />
        <RefusalNote error={voiding.error} onClose={voiding.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>不作废</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            reason={missing}
            busy={voiding.isPending}
            onClick={() => voiding.mutate({ numbers: [...numbers], reason: reason.trim() })}
            data-testid="confirm-void-forms"
          >
            作废 {numbers.length} 份
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}
