import { useState } from 'react';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { TrayItem } from './tray-items.ts';
import css from './tray.module.css';
import type { TrayActs } from './use-tray-acts.ts';

/** Takes the line in hand out of 收件, with the reason (第四十八条: nothing goes without one). */
export function AsideDialog({ item, acts, onClose }: { item: TrayItem; acts: TrayActs; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const sheets = sheetsOf(item);
  const missing = reason.trim().length < 2 ? '请写明为什么移出，例如：拍糊了，已重拍。' : null;
  return (
    <Dialog title="移出收件" onClose={onClose} width={520} data-testid="aside-dialog">
      <form className={css.aside} onSubmit={(event) => event.preventDefault()}>
        <p>移出后不再列在这里；密封的原件和原因都留在办理记录里。</p>
        <TextField
          label="原因"
          required
          width="full"
          name="aside-reason"
          autoFocus
          maxLength={256}
          value={reason}
          onChange={setReason}
        />
        <RefusalNote error={acts.error} onClose={acts.forget} />
        <ActBar>
          <ReasonButton onClick={onClose}>不移出</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-aside"
            reason={missing}
            busy={acts.busy}
            onClick={() =>
              acts.setAside(
                { sheetIds: sheets, fileId: item.kind === 'file' ? item.file.fileId : null, reason: reason.trim() },
                onClose,
              )
            }
          >
            移出
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

function sheetsOf(item: TrayItem): string[] {
  if (item.kind === 'unknown') return item.unknown.sheets.map(({ id }) => id);
  if (item.kind === 'proposal') return [...item.proposal.sheets, ...item.proposal.doubles].map(({ id }) => id);
  return [];
}
