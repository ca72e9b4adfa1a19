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
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { openSecondWindow, SecondWindow } from '../../ui/second-window.tsx';
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

/** Who signs now and where: here, or in the second window where it could be opened. */
interface Turn {
  signer: Signer;
  view: Window | null;
}

/** 屏上签名: who signs is chosen at the desk; then the window, or the one on the screen turned to them, is theirs, to read the paper and to sign it. */
export function SignOnScreenDialog({ paper, template, onClose }: SignOnScreenProps) {
  const [turn, setTurn] = useState<Turn | null>(null);
  const print = livePrint(paper);
  if (print === null) return null;
  if (turn === null) return <ChooseSigner {...{ paper, template, print, onClose }} onChoose={setTurn} />;
  return <SignedBy {...{ paper, print }} {...turn} onEnd={() => setTurn(null)} onAllSigned={onClose} />;
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

type ChooseProps = SignOnScreenProps & { print: PaperPrint; onChoose: (turn: Turn) => void };

function ChooseSigner({ paper, template, print, onClose, onChoose }: ChooseProps) {
  const signers = signersNext(template, paper, print);
  const signing = paperSigning(template, paper);
  const [refused, setRefused] = useState(false);
  const openFor = (signer: Signer): void => {
    const view = openSecondWindow();
    if (view === null) setRefused(true);
    else onChoose({ signer, view });
  };
  return (
    <Dialog title={`屏上签名　${paper.name}`} onClose={onClose} width={640} data-testid="sign-on-screen">
      <p className={css.lead}>
        {signing !== null && `${signedCount(signing)}。`}
        请签名的人先看全文，再在框里写下姓名：在本窗口，或者在另一个窗口，把它拖到对着本人的屏幕上。一人签完，再请下一人。拒签的在“签名登记”里登记。
      </p>
      {signers.map((signer) => (
        <SignerLine
          key={`${signer.role} ${signer.index}`}
          signer={signer}
          onHere={(chosen) => onChoose({ signer: chosen, view: null })}
          onSecond={openFor}
        />
      ))}
      {refused && <Fault>另一个窗口没有打开，可能被浏览器拦住了。请再按一次，或者改为“在本窗口签”。</Fault>}
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

interface SignerLineProps {
  signer: Signer;
  onHere: (signer: Signer) => void;
  onSecond: (signer: Signer) => void;
}

function SignerLine({ signer, onHere, onSecond }: SignerLineProps) {
  const [name, setName] = useState(signer.name);
  const chosen = { ...signer, name: name.trim() };
  const missing = name.trim() === '' ? `请先写“${signer.label}”的姓名。` : null;
  return (
    <form
      className={css.signer}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) onHere(chosen);
      }}
    >
      <FormGrid>
        <TextField label={signer.label} required value={name} maxLength={64} onChange={setName} />
      </FormGrid>
      <ReasonButton reason={missing} data-testid="sign-in-second" onClick={() => onSecond(chosen)}>
        在另一个窗口签
      </ReasonButton>
      <ReasonButton type="submit" reason={missing} data-testid="begin-signing">
        在本窗口签
      </ReasonButton>
    </form>
  );
}

interface SignedByProps extends Turn {
  paper: Paper;
  print: PaperPrint;
  onEnd: () => void;
  onAllSigned: () => void;
}

function SignedBy({ paper, print, signer, view, onEnd, onAllSigned }: SignedByProps) {
  const act = usePaperAct(paper.id);
  const [progress, setProgress] = useState('');
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
  const title = `${paper.name}　${label}${name}`;
  const reading = (
    <SigningView
      source={source}
      name={name}
      role={label}
      busy={act.busy}
      error={act.error}
      onProgress={setProgress}
      onConfirm={(ink, read) =>
        act.run(
          (current) => api.documents.signOnScreen({ ...current, printId: print.id, role, index, name, ink, read }),
          done,
        )
      }
    />
  );
  if (view === null)
    return (
      <Dialog title={title} onClose={onEnd} width="100%" data-testid="signing">
        <div className={css.signing}>{reading}</div>
      </Dialog>
    );
  return (
    <>
      <SecondWindow view={view} title={title} onClosed={onEnd}>
        {reading}
      </SecondWindow>
      <Dialog title={title} onClose={onEnd} width={560} data-testid="signing-beside">
        <p className={css.lead}>
          请{name}在另一个窗口里看全文、签名。窗口可以拖到对着本人的屏幕上；锁定、退出时它会关上。
        </p>
        <p role="status" data-testid="signing-progress">
          {name}：{progress}
        </p>
        <RefusalNote error={act.error} />
        <ActBar>
          <ReasonButton data-testid="end-signing" onClick={onEnd}>
            不签了，关上那个窗口
          </ReasonButton>
        </ActBar>
      </Dialog>
    </>
  );
}
