import { dayOf } from '../../parts/days/day-words.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Handover } from '../../../shared/contract/handover.ts';
import { DateField } from '../../parts/days/date-field.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useToday } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './handover.module.css';
import { FormGrid } from '../../ui/form-grid.tsx';

type Receipt = Pick<NonNullable<Handover['receipt']>, 'receivedBy' | 'receivedAt' | 'receiptNo' | 'remark'>;

function whyNotRegistered({ receivedBy, receivedAt }: Receipt, madeOn: string, today: string): string | null {
  if (receivedBy.trim().length < 2) return '请填写签收人。';
  if (receivedAt === '') return '请填写签收日期。';
  if (receivedAt > today) return '签收日期不能晚于今天。';
  return receivedAt < madeOn ? '签收日期不能早于制作材料的那一天。' : null;
}

/** 登记回执: who took the package, when, under which receipt (证据规定20). */
export function ReceiptForm({ handover }: { handover: Handover }) {
  const today = useToday();
  const cache = useQueryClient();
  const notMine = useRight('handover.receipt');
  const [receipt, setReceipt] = useState<Receipt>({ receivedBy: '', receivedAt: today, receiptNo: '', remark: '' });
  const register = useMutation({
    ...queries.handover.receipt.mutationOptions(),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.handover.key() }),
  });
  const { receivedBy, receivedAt, receiptNo, remark } = receipt;
  const save = (): void =>
    register.mutate({
      handoverId: handover.id,
      receipt: { receivedBy: receivedBy.trim(), receivedAt, receiptNo: receiptNo.trim(), remark: remark.trim() },
    });
  return (
    <form className={css.receipt} onSubmit={(event) => event.preventDefault()} aria-label="登记回执">
      <h2>登记回执</h2>
      <ReceiptFields value={receipt} onChange={setReceipt} />
      <RefusalNote error={register.error} onClose={register.reset} />
      <p>
        <ReasonButton
          kind="primary"
          type="submit"
          reason={notMine ?? whyNotRegistered(receipt, dayOf(handover.createdAt), today)}
          busy={register.isPending}
          onClick={save}
          data-testid="save-receipt"
        >
          登记回执
        </ReasonButton>
      </p>
    </form>
  );
}

function ReceiptFields({ value, onChange }: { value: Receipt; onChange: (receipt: Receipt) => void }) {
  return (
    <FormGrid>
      <TextField
        label="签收人"
        required
        name="receipt-by"
        autoComplete="off"
        maxLength={64}
        value={value.receivedBy}
        onChange={(receivedBy) => onChange({ ...value, receivedBy })}
      />
      <DateField
        label="签收日期"
        required
        name="receipt-at"
        value={value.receivedAt}
        onChange={(receivedAt) => onChange({ ...value, receivedAt })}
      />
      <TextField
        label="收据编号"
        name="receipt-no"
        autoComplete="off"
        maxLength={64}
        value={value.receiptNo}
        onChange={(receiptNo) => onChange({ ...value, receiptNo })}
      />
      <TextField
        label="备注"
        name="receipt-remark"
        autoComplete="off"
        maxLength={256}
        value={value.remark}
        onChange={(remark) => onChange({ ...value, remark })}
      />
    </FormGrid>
  );
}
