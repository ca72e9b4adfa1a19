import { now as clockNow } from '../../data/clock.ts';
import { useState } from 'react';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { SignatureMode } from '../../../shared/case-file.ts';
import type { Paper, Signature } from '../../../shared/case-file.ts';
import { livePrint } from '../../../shared/procedure/prints.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { DateInput } from '../../parts/days/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './dialogs.module.css';
import { isRefused, signatureRows, signaturesOf } from './signature-rows.ts';
import type { SignatureRow } from './signature-rows.ts';
import { usePaperAct } from './use-paper-act.ts';
import { Radio } from '../../ui/choices.tsx';
import { ActBar } from '../../ui/act-bar.tsx';

/** Registers who signed the printed paper and how; refusing is lawful where the template says so, with its reason (第十七条). */
export function SignatureDialog({
  paper,
  template,
  onClose,
}: {
  paper: Paper;
  template: Template;
  onClose: () => void;
}) {
  const [rows, setRows] = useState(() => signatureRows(template, paper, momentOf(clockNow().toISOString())));
  const act = usePaperAct(paper.id);
  const change = (key: string, part: Partial<Signature>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, signature: { ...row.signature, ...part } } : row)));
  const unexplained = rows.find(({ signature }) => isRefused(signature.mode) && signature.reason.trim() === '');
  const reason =
    unexplained === undefined ? null : `“${unexplained.label}”${unexplained.signature.mode}，请写明理由（第十七条）。`;
  return (
    <Dialog title={`签名登记　${paper.name}`} onClose={onClose} width={860} data-testid="signature-dialog">
      <form className={css.signatures} onSubmit={(event) => event.preventDefault()}>
        <p className={css.lead}>
          {livePrint(paper) === null && '还没有印签字稿：先按 Ctrl+P 印出来，请各人签字。'}
          纸面签好后在此逐人登记。
          {template.signatures.some(({ everyPage }) => everyPage) && '本文书须逐页签名，涂改处由签名人捺印。'}
        </p>
        {rows.map((row) => (
          <SignatureLine key={row.key} row={row} onChange={(part) => change(row.key, part)} />
        ))}
        <RefusalNote error={act.error} onClose={act.forget} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="save-signatures"
            reason={reason}
            busy={act.busy}
            onClick={() =>
              act.run((current) => api.documents.sign({ ...current, signatures: signaturesOf(rows) }), onClose)
            }
          >
            登记
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

interface SignatureLineProps {
  row: SignatureRow;
  onChange: (part: Partial<Signature>) => void;
}

function SignatureLine({ row, onChange }: SignatureLineProps) {
  const { role, label, signature } = row;
  const modes = SignatureMode.options.filter((mode) => role.refusable || !isRefused(mode));
  const id = idOf(row);
  return (
    <fieldset className={css.signature}>
      <legend>
        {label}
        {!role.required && <span className={css.optional}>（没有的不填）</span>}
      </legend>
      <label htmlFor={`${id}-name`}>姓名</label>
      <input
        id={`${id}-name`}
        value={signature.name}
        maxLength={64}
        {...typedInto(seenLine, (typed) => onChange({ name: typed }))}
      />
      <div className={css.modes} role="radiogroup" aria-label={`${label}签署方式`}>
        {modes.map((mode) => (
          <Radio key={mode} name={`${id}-mode`} checked={signature.mode === mode} onChange={() => onChange({ mode })}>
            {mode}
          </Radio>
        ))}
      </div>
      <div className={css.at}>
        <DateInput
          aria-describedby={undefined}
          id={`${id}-at`}
          withTime
          value={signature.at}
          onChange={(moment) => onChange({ at: moment })}
        />
      </div>
      {isRefused(signature.mode) && <SignatureRefusal row={row} onChange={onChange} />}
    </fieldset>
  );
}

const idOf = ({ key, label }: SignatureRow): string => `signature-${key.replaceAll(/\W/g, '')}-${label}`;

/** 拒签: the reason, and who witnessed it (第十七条). */
function SignatureRefusal({ row, onChange }: SignatureLineProps) {
  const { label, signature } = row;
  const id = idOf(row);
  return (
    <div className={css.refusal}>
      <p>
        请在文书上注明“{label}
        {signature.mode}”及理由，由两名执法人员签名；有见证人的，请见证人一并签名。
      </p>
      <label htmlFor={`${id}-reason`}>理由</label>
      <input
        id={`${id}-reason`}
        value={signature.reason}
        maxLength={512}
        placeholder="照实写，例如：认为记录与事实不符"
        {...typedInto(seenLine, (typed) => onChange({ reason: typed }))}
      />
      <label htmlFor={`${id}-witness`}>见证人</label>
      <input
        id={`${id}-witness`}
        value={signature.witness}
        maxLength={64}
        placeholder="没有的不填"
        {...typedInto(seenLine, (typed) => onChange({ witness: typed }))}
      />
    </div>
  );
}
