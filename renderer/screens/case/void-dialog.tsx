import { useState } from 'react';
import { seenText } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { api } from '../../data/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './dialogs.module.css';
import { usePaperAct } from './use-paper-act.ts';
import { ActBar } from '../../ui/act-bar.tsx';

interface VoidDialogProps {
  paper: Paper;
  /** The whole paper, or only what was printed of it to be signed. */
  what: 'paper' | 'print';
  onClose: () => void;
}

const acts = { paper: api.documents.void, print: api.documents.voidPrint };

/** Voids a paper (作废登记), or its print, with the reason; the paper and its number stay on record. */
export function VoidDialog({ paper, what, onClose }: VoidDialogProps) {
  const [reason, setReason] = useState('');
  const act = usePaperAct(paper.id);
  const missing = reason.trim().length < 2 ? '请写明作废原因，原因会记入办理记录。' : null;
  const called = what === 'paper' ? (paper.number ?? paper.name) : `${paper.name}印出的签字稿`;
  return (
    <Dialog title={`作废　${called}`} onClose={onClose} width={520} data-testid="void-dialog">
      <form className={css.reasonForm} onSubmit={(event) => event.preventDefault()}>
        <p>{what === 'paper' ? wordsOfPaper(paper) : PRINT_WORDS}</p>
        <label htmlFor="void-reason">作废原因</label>
        <textarea
          id="void-reason"
          rows={3}
          maxLength={256}
          autoFocus
          value={reason}
          {...typedInto(seenText, setReason)}
        />
        <RefusalNote error={act.error} onClose={act.forget} />
        <ActBar>
          <ReasonButton onClick={onClose}>不作废</ReasonButton>
          <ReasonButton
            kind="primary"
            data-testid="confirm-void"
            reason={missing}
            busy={act.busy}
            onClick={() => act.run((current) => acts[what]({ ...current, reason }), onClose)}
          >
            作废
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

const wordsOfPaper = ({ number }: Paper): string =>
  number === null
    ? '作废后这份文书不再计入本案，内容仍可查阅，也可以“照此重做”。'
    : '作废后文号不再使用，已出具的文书仍保存在案，内容仍可查阅，也可以“照此重做”。';
const PRINT_WORDS =
  '作废后可以修改内容，改好再印一版签字；文号不变。已经印出、签了字的旧版不能再用，扫描进来会认出是旧版。';
