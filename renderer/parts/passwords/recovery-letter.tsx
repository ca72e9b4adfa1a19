import { useEffect, useState } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { fetchBytes } from '../../data/fetch-bytes.ts';
import { PdfView } from '../pdf/pdf-view.tsx';
import { printPdf } from '../pdf/print-pdf.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './recovery-letter.module.css';
import { Check } from '../../ui/choices.tsx';
import { ButtonRow } from '../../ui/button-row.tsx';

/** The letter can be fetched once; main forgets it after that. */
async function takeLetter(ticket: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchBytes(byteRoutes.oneTimePdf, { ticket });
  return new Uint8Array(await response.arrayBuffer());
}

/** Shows the one-time recovery letter (恢复信) until the person says it is printed or saved. */
export function RecoveryLetter({ ticket, onKept }: { ticket: string; onKept: () => void }) {
  const [letter, setLetter] = useState<Uint8Array<ArrayBuffer>>();
  const [error, setError] = useState<unknown>(null);
  const [taken, setTaken] = useState(false);
  const [kept, setKept] = useState(false);
  useEffect(() => void takeLetter(ticket).then(setLetter, setError), [ticket]);

  const print = (): void => {
    if (letter === undefined) return;
    setTaken(true);
    // pdf.js takes the bytes away from their owner.
    printPdf({ bytes: letter.slice().buffer }).catch(setError);
  };
  const save = (): void => {
    if (letter === undefined) return;
    setTaken(true);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([letter], { type: 'application/pdf' }));
    link.download = '恢复信.pdf';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const reason = !taken ? '请先打印或另存这封信。' : kept ? null : '请先勾选“已经密封保存”。';
  return (
    <div className={css.letter}>
      <div className={css.page}>{letter !== undefined && <Letter bytes={letter} />}</div>
      <div className={css.steps}>
        <h2>请现在打印恢复信</h2>
        <p>
          所有人都忘记密码时，只有这封信上的恢复码能打开工作站，<strong>没有别的办法</strong>。
        </p>
        <p>
          这封信只显示这一次。打印后装进信封密封，放进档案室或保密柜。这台电脑没有接打印机的，另存到 U
          盘，在别处打印后立即删除。
        </p>
        <RefusalNote error={error} />
        <ButtonRow>
          <ReasonButton onClick={print} data-testid="print-letter">
            打印
          </ReasonButton>
          <ReasonButton onClick={save} data-testid="save-letter">
            另存
          </ReasonButton>
        </ButtonRow>
        <Check name="kept" checked={kept} onChange={setKept}>
          恢复信已经打印，并密封保存。
        </Check>
        <p>
          <ReasonButton kind="primary" reason={reason} onClick={onKept} data-testid="letter-kept">
            继续
          </ReasonButton>
        </p>
      </div>
    </div>
  );
}

function Letter({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) {
  const [source] = useState(() => ({ bytes: bytes.slice().buffer }));
  return <PdfView source={source} label="恢复信" />;
}
