import { useMemo, useState } from 'react';
import type { Paper, PaperPrint } from '../../../shared/case-file.ts';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { awaitsSheets, livePrint, openPlaces } from '../../../shared/procedure/prints.ts';
import { paperSigning, signedCount } from '../../../shared/procedure/signing-state.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { SigningView } from '../../parts/signing/signing-view.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './dialogs.module.css';
import { isRefused, signatureRows } from './signature-rows.ts';
import { usePaperAct } from './use-paper-act.ts';

interface SignOnScreenProps {
  paper: Paper;
  template: Template;
  onClose: () => void;
}

/** Who signs now, and in which place. */
interface Signer {
  role: string;
  index: number;
  label: string;
  name: string;
}

/** 屏上签名: who signs is chosen at the desk; then the window is theirs, to read the paper and to sign it. */
export function SignOnScreenDialog({ paper, template, onClose }: SignOnScreenProps) {
  const [signer, setSigner] = useState<Signer | null>(null);
  const print = livePrint(paper);
  if (print === null) return null;
  if (signer === null) return <ChooseSigner {...{ paper, template, print, onClose }} onChoose={setSigner} />;
  return <SignedBy {...{ paper, print, signer }} onEnd={() => setSigner(null)} onAllSigned={onClose} />;
}

/** The next open place of each role: those of one role sign after each other. */
function signersNext(template: Template, paper: Paper, print: PaperPrint): Signer[] {
  const open = openPlaces(print);
  const next = open.filter(({ role }, at) => open.findIndex((place) => place.role === role) === at);
  // The day of a place is not used here.
  const rows = new Map(signatureRows(template, paper, '').map((row) => [row.key, row]));
  return next.flatMap(({ role, index }) => {
    const row = rows.get(`${role} ${index + 1}`);
    if (row === undefined || isRefused(row.signature.mode)) return [];
    return [{ role, index, label: row.label, name: row.signature.name }];
  });
}

type ChooseProps = SignOnScreenProps & { print: PaperPrint; onChoose: (signer: Signer) => void };

function ChooseSigner({ paper, template, print, onClose, onChoose }: ChooseProps) {
  const signers = signersNext(template, paper, print);
  const signing = paperSigning(template, paper);
  return (
    <Dialog title={`屏上签名　${paper.name}`} onClose={onClose} width={640} data-testid="sign-on-screen">
      <p className={css.lead}>
        {signing !== null && `${signedCount(signing)}。`}
        请签名的人到屏幕前：先看全文，再在框里写下姓名。一人签完，再请下一人。拒签的在“签名登记”里登记。
      </p>
      {signers.map((signer) => (
        <SignerLine key={`${signer.role} ${signer.index}`} signer={signer} onChoose={onChoose} />
      ))}
      {(print.onScreen ?? []).map(({ role, index, name, at }) => (
        <p key={`${role} ${index}`} className={css.ready}>
          {role} {name}，{dayWords(at)}已签
        </p>
      ))}
      <ActBar>
        <ReasonButton onClick={onClose}>关闭</ReasonButton>
      </ActBar>
    </Dialog>
  );
}

function SignerLine({ signer, onChoose }: { signer: Signer; onChoose: (signer: Signer) => void }) {
  const [name, setName] = useState(signer.name);
  const choose = (): void => onChoose({ ...signer, name: name.trim() });
  const missing = name.trim() === '' ? `请先写“${signer.label}”的姓名。` : null;
  return (
    <form
      className={css.signer}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) choose();
      }}
    >
      <FormGrid>
        <TextField label={signer.label} required value={name} maxLength={64} onChange={setName} />
      </FormGrid>
      <ReasonButton type="submit" reason={missing} data-testid="begin-signing">
        请本人看后签名
      </ReasonButton>
    </form>
  );
}

interface SignedByProps {
  paper: Paper;
  print: PaperPrint;
  signer: Signer;
  onEnd: () => void;
  onAllSigned: () => void;
}

function SignedBy({ paper, print, signer, onEnd, onAllSigned }: SignedByProps) {
  const act = usePaperAct(paper.id);
  const { role, index, name, label } = signer;
  const source = useMemo(
    () => ({ url: byteRoutes.printPdf.url({ paperId: paper.id, printId: print.id }) }),
    [paper.id, print.id],
  );
  const done = (after: Paper): void => {
    sayDone(`${name}已在屏上签名。`);
    onEnd();
    if (!awaitsSheets(after)) onAllSigned();
  };
  return (
    <Dialog title={`${paper.name}　${label}${name}`} onClose={onEnd} width="100%" data-testid="signing">
      <div className={css.signing}>
        <SigningView
          source={source}
          name={name}
          role={label}
          busy={act.busy}
          error={act.error}
          onConfirm={(ink, read) =>
            act.run(
              (current) => api.documents.signOnScreen({ ...current, printId: print.id, role, index, name, ink, read }),
              done,
            )
          }
        />
      </div>
    </Dialog>
  );
}
