import { useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import {
  type Correspondent,
  type Letter,
  letterKinds,
  letterSizes,
  letterWords,
} from '../../../shared/procedure/mailing.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { api } from '../../data/api.ts';
import { PdfView } from '../../parts/pdf/pdf-view.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Check, ChoiceRow } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { SelectField, TextField, type TextFieldProps } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './dialogs.module.css';
import { type LetterForm, useLetter, useLetterPage, useLetterPrinting } from './letter.ts';
import { PrinterField, usePrinters } from './printers.tsx';
import { SaveAsPdf } from './save-as-pdf.tsx';
import { useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

const wordsWithSize = ({ width, height }: { width: number; height: number }, words: string): string =>
  `${words}（${width}×${height} 毫米）`;
const kindOptions = letterKinds.map((kind) => ({
  value: kind,
  label: wordsWithSize(letterSizes[kind], `${letterWords[kind]}${kind === 'EMS' ? '，套打' : ''}`),
}));

/**
 * 邮寄: envelope or sheet of the express service, to whom the case knows. What was typed into the case once is not typed again; printed from a
 * 送达回证 it says what the receipt is to say of it, and the caret waits there for the number of the mail.
 */
export function LetterDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { file, input } = useCaseWork();
  const caseId = file.case.id;
  const form = useLetter(file, input.templates, paper);
  const { letter, reason } = form;
  const page = useLetterPage(caseId, letter);
  const printers = usePrinters();
  const [saving, setSaving] = useState(false);
  const sendOff = useSendOff(paper);
  const { print, question } = useLetterPrinting(caseId, printers, (sent) => {
    onClose();
    sendOff(sent);
  });
  return (
    <>
      <Dialog title={`邮寄　${paper.name}`} onClose={onClose} width={920} data-testid="letter">
        <form className={css.issue} onSubmit={(event) => event.preventDefault()}>
          <FormGrid>
            <ToWhom form={form} />
            <OnWhat form={form} />
            <PrinterField printers={printers} />
          </FormGrid>
          <Inside form={form} />
          <RefusalNote error={page.error ?? print.error} onClose={print.reset} />
          {page.source !== null && <PdfView source={page.source} label={letterWords[form.usual.kind]} />}
          {saving && letter !== undefined && (
            <SaveAsPdf
              reason={reason}
              save={(folderTicket) => api.documents.saveLetter({ caseId, letter, folderTicket })}
              onDone={() => setSaving(false)}
            />
          )}
          <ActBar>
            <ReasonButton onClick={onClose}>关闭</ReasonButton>
            <ReasonButton reason={reason} onClick={() => setSaving(true)} data-testid="save-letter">
              另存为 PDF
            </ReasonButton>
            <ReasonButton
              kind="primary"
              type="submit"
              reason={reason}
              busy={print.isPending}
              onClick={() => letter !== undefined && print.mutate(letter)}
              data-testid="print-letter"
            >
              打印
            </ReasonButton>
          </ActBar>
        </form>
      </Dialog>
      {question}
    </>
  );
}

/** What it is printed on, and how far everything is moved there. */
function OnWhat({ form: { usual, setUsual, moved, setMoved } }: { form: LetterForm }) {
  return (
    <>
      <SelectField
        label="打印在"
        required
        name="letter-kind"
        options={kindOptions}
        value={usual.kind}
        onChange={(kind) => setUsual({ ...usual, kind })}
      />
      <Line
        label="向右移（毫米）"
        required
        name="letter-right"
        help="先用废纸试打；字没落在格里就改，向左、向上写负数，下次照旧。"
        maxLength={5}
        value={moved.x}
        onChange={(x) => setMoved({ ...moved, x })}
      />
      <Line
        label="向下移（毫米）"
        required
        name="letter-down"
        maxLength={5}
        value={moved.y}
        onChange={(y) => setMoved({ ...moved, y })}
      />
      {usual.kind !== 'EMS' && (
        <Check name="letter-boxes" checked={usual.boxes} onChange={(boxes) => setUsual({ ...usual, boxes })}>
          连邮政编码的方格一起印（信封上没有印好的方格）
        </Check>
      )}
    </>
  );
}

const Line = (line: TextFieldProps) => <TextField autoComplete="off" {...line} />;

/** To whom, as the case knows them; what it does not know is typed here. */
function ToWhom({ form: { recipients, chosen, choose, to, setTo } }: { form: LetterForm }) {
  const line = (key: keyof Correspondent) => ({
    name: `letter-${key}`,
    maxLength: lengths[key],
    value: to[key],
    onChange: (text: string) => setTo({ ...to, [key]: text }),
  });
  return (
    <>
      <SelectField
        label="寄给"
        required
        name="letter-recipient"
        options={recipients.map(({ as, to: { name } }, index) => ({ value: String(index), label: `${as}　${name}` }))}
        value={String(chosen)}
        onChange={(index) => choose(Number(index))}
      />
      <Line label="收件人" required {...line('name')} />
      <Line label="收件地址" required {...line('address')} />
      <Line label="联系电话" {...line('phone')} />
      <Line label="邮政编码" {...line('postcode')} />
    </>
  );
}

const lengths: Readonly<Record<keyof Correspondent, number>> = { name: 128, address: 256, phone: 32, postcode: 6 };

const Inside = ({ form: { papers, encloses, enclose } }: { form: LetterForm }) => (
  <ChoiceRow legend="装在里面的文书">
    {papers.map((paper) => (
      <Check
        key={paper.id}
        name={`enclose-${paper.id}`}
        checked={encloses(paper)}
        onChange={(on) => enclose(paper, on)}
      >
        {paper.name}　{paper.number}
      </Check>
    ))}
  </ChoiceRow>
);

/** What the 送达回证 says of a letter that was printed from it, and what comes next. */
function useSendOff(paper: Paper): (letter: Letter) => void {
  const { drafts } = useCaseWork();
  const { go } = useWorkspace();
  return ({ kind, to }) => {
    if (paper.templateId !== paperIds.serviceReceipt || paper.status !== 'draft') {
      sayDone('已打印，已记入印制记录。寄出后在“送达回证”里登记邮件号码。');
      return;
    }
    drafts.edit(paper.id, 'place', to.address);
    if (kind === 'EMS') {
      drafts.edit(paper.id, 'mailType', '特快专递');
      // The sheet that was printed has the name and number of each.
      drafts.edit(paper.id, 'mailListed', true);
    }
    void drafts.flush(paper.id);
    sayDone('已打印，已记入印制记录。交邮后在“邮件号码”里用扫码枪扫，或者照单子填写。');
    go({ want: 'field', sentence: '', paperId: paper.id, field: 'mailNo' });
  };
}
