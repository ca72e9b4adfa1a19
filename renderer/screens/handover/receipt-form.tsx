import { dayOf } from '../../parts/days/day-words.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Handover } from '../../../shared/contract/handover.ts';
import { DateInput } from '../../parts/days/date-input.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useToday } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './handover.module.css';

function reasonOf(by: string, moment: string, day: string, today: string): string | null {
  if (by.trim().length < 2) return '请填写签收人。';
  if (moment === '') return '请填写签收日期。';
  if (moment > today) return '签收日期不能晚于今天。';
  return moment < day ? '签收日期不能早于制作材料的那一天。' : null;
}

/** 登记回执: who took the package, when, under which receipt (证据规定20). */
export function ReceiptForm({ handover }: { handover: Handover }) {
  const today = useToday();
  const cache = useQueryClient();
  const notMine = useRight('handover.receipt');
  const [receivedBy, setBy] = useState('');
  const [receivedAt, setAt] = useState(today);
  const [receiptNo, setNo] = useState('');
  const [remark, setRemark] = useState('');
  const register = useMutation({
    ...queries.handover.receipt.mutationOptions(),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.handover.key() }),
  });
  const reason = notMine ?? reasonOf(receivedBy, receivedAt, dayOf(handover.createdAt), today);
  const save = (): void =>
    register.mutate({
      handoverId: handover.id,
      receipt: { receivedBy: receivedBy.trim(), receivedAt, receiptNo: receiptNo.trim(), remark: remark.trim() },
    });
  return (
    <form className={css.receipt} onSubmit={(event) => event.preventDefault()} aria-label="登记回执">
      <h2>登记回执</h2>
      <div className="form">
        <Labelled label="签收人" required>
          {(control) => (
            <input
              {...control}
              className="input"
              name="receipt-by"
              autoComplete="off"
              maxLength={64}
              value={receivedBy}
              onChange={(event) => setBy(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label="签收日期" required>
          {(control) => <DateInput {...control} name="receipt-at" value={receivedAt} onChange={setAt} />}
        </Labelled>
        <Labelled label="收据编号">
          {(control) => (
            <input
              {...control}
              className="input"
              name="receipt-no"
              autoComplete="off"
              maxLength={64}
              value={receiptNo}
              onChange={(event) => setNo(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label="备注">
          {(control) => (
            <input
              {...control}
              className="input"
              name="receipt-remark"
              autoComplete="off"
              maxLength={256}
              value={remark}
              onChange={(event) => setRemark(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      <RefusalNote error={register.error} onClose={register.reset} />
      <p>
        <ReasonButton
          kind="primary"
          type="submit"
          reason={reason}
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
