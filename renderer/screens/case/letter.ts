import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as z from 'zod';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { isPostcode, postcodeProblem } from '../../../shared/identity/postcode.ts';
import {
  type Correspondent,
  enclosable,
  enclosedFirst,
  Letter,
  letterKinds,
  mostEnclosed,
  recipientsOf,
} from '../../../shared/procedure/mailing.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { fetchPreview } from '../../data/fetch-bytes.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { ChosenPrinter } from './printers.tsx';
import { usePrinting } from './use-printing.tsx';

const Moved = z.strictObject({ x: z.string(), y: z.string() });

/** What stays the same from letter to letter: what lies in the printer, and how far each has to be moved there. */
const Usual = z.strictObject({
  kind: z.enum(letterKinds),
  boxes: z.boolean(),
  moved: z.record(z.enum(letterKinds), Moved),
});
const inPlace = { x: '0', y: '0' };
const firstUsual = (): z.infer<typeof Usual> => ({
  kind: 'EMS',
  boxes: false,
  moved: { DL: inPlace, ZL: inPlace, C5: inPlace, EMS: inPlace },
});

/** Millimetres as typed; what is no number is told as such. */
const millimetres = (text: string): number => {
  const plain = text.normalize('NFKC').trim();
  return /^-?\d{1,2}(\.\d)?$/.test(plain) ? Number(plain) : Number.NaN;
};

/** A letter with papers of the case: to whom, and what it is printed on. */
export function useLetter(file: CaseFile, templates: ReadonlyMap<string, Template>, paper: Paper) {
  const [usual, setUsual] = useFormDraft('letter', Usual, firstUsual);
  const recipients = useMemo(() => recipientsOf(file), [file]);
  const papers = enclosable(file, paper, ({ templateId }) => templates.get(templateId)?.serve === true);
  const [enclosed, setEnclosed] = useState<readonly string[]>(() => enclosedFirst(paper));
  const own = Math.max(
    0,
    recipients.findIndex(({ partyId }) => paper.partyId !== null && partyId === paper.partyId),
  );
  const [chosen, setChosen] = useState(own);
  const [to, setTo] = useState<Correspondent>(
    recipients[own]?.to ?? { name: '', address: '', phone: '', postcode: '' },
  );
  const moved = usual.moved[usual.kind];
  const { data: letter } = Letter.safeParse({
    kind: usual.kind,
    boxes: usual.boxes,
    moved: { x: millimetres(moved.x), y: millimetres(moved.y) },
    to,
    paperIds: papers.filter(({ id }) => enclosed.includes(id)).map(({ id }) => id),
  });
  return {
    usual,
    setUsual,
    moved,
    setMoved: (next: z.infer<typeof Moved>) => setUsual({ ...usual, moved: { ...usual.moved, [usual.kind]: next } }),
    recipients,
    chosen,
    choose: (index: number) => {
      setChosen(index);
      setTo(recipients[index]?.to ?? to);
    },
    to,
    setTo,
    papers,
    encloses: ({ id }: Paper) => enclosed.includes(id),
    enclose: ({ id }: Paper, on: boolean) =>
      setEnclosed(on ? [...enclosed, id] : enclosed.filter((other) => other !== id)),
    letter,
    reason: letter === undefined ? reasonOf(to, enclosed) : null,
  };
}
export type LetterForm = ReturnType<typeof useLetter>;

function reasonOf(to: Correspondent, enclosed: readonly string[]): string {
  if (to.name.trim() === '' || to.address.trim() === '') return '请填写收件人和收件地址。';
  if (!isPostcode(to.postcode)) return postcodeProblem;
  if (enclosed.length === 0) return '请勾选装在里面的文书。';
  if (enclosed.length > mostEnclosed) return `一件最多写${mostEnclosed}份文书，请分装。`;
  return '请核对向右、向下移的毫米数：-30 到 30，可以有一位小数。';
}

const PAUSE_MS = 400;

/** Its page as it will be printed; the last one stays while the next is made. */
export function useLetterPage(caseId: string, letter: Letter | undefined) {
  const key = useSettled(JSON.stringify(letter), PAUSE_MS);
  const page = useQuery({
    queryKey: ['letter', caseId, key],
    queryFn: () => fetchPreview(byteRoutes.letter, { caseId }, JSON.parse(key ?? '') as Letter),
    enabled: key !== undefined,
    placeholderData: (last) => last,
    gcTime: 0,
  });
  // The viewer takes the bytes away from whoever hands them over.
  const source = useMemo(() => (page.data === undefined ? null : { bytes: page.data.slice(0) }), [page.data]);
  return { source, error: page.error };
}

/** Prints it, and puts it on record. */
export const useLetterPrinting = (caseId: string, printer: ChosenPrinter, onPrinted: (letter: Letter) => void) =>
  usePrinting<Letter>({
    caseId,
    printer,
    sheets: async (letter) => [
      { source: { bytes: await fetchPreview(byteRoutes.letter, { caseId }, letter) }, copies: 1, pages: [] },
    ],
    how: ({ kind }) => ({ medium: kind }),
    record: (letter, by) => api.documents.printLetter({ caseId, letter, ...by }),
    onPrinted,
  });
