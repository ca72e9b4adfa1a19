import * as z from 'zod';
import { type CaseFile, type Paper, papersOf } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { Postcode } from '../identity/postcode.ts';
import { paperIds } from '../template/paper-ids.ts';
import type { Template } from '../template/template.ts';
import { listOf, textOf } from './paper-values.ts';

/** Envelopes of GB/T 1416-2003, and the preprinted sheet of the express service (国内特快专递邮件详情单). */
export const letterKinds = ['DL', 'ZL', 'C5', 'EMS'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What lies in the printer, millimetres. */
export const letterSizes: Readonly<Record<LetterKind, { width: number; height: number }>> = {
  DL: { width: 220, height: 110 },
  ZL: { width: 230, height: 120 },
  C5: { width: 229, height: 162 },
  EMS: { width: 230, height: 127 },
};

export const letterWords: Readonly<Record<LetterKind, string>> = {
  DL: 'DL 信封',
  ZL: 'ZL 信封',
  C5: 'C5 信封',
  EMS: '特快专递邮件详情单',
};

/** Who sends or gets a letter. */
export const Correspondent = z.strictObject({
  name: z.string().trim().min(1).max(128),
  address: z.string().trim().min(1).max(256),
  phone: z.string().trim().max(32),
  postcode: Postcode,
});
export type Correspondent = z.infer<typeof Correspondent>;

/** How far everything is moved to the right and down, millimetres: every printer feeds its own way (套打). */
const Moved = z.number().min(-30).max(30);

/** The sheet has no lines for more. */
export const mostEnclosed = 12;

/** Papers of a case that go to somebody in one envelope. Who sends them and what they are called main knows. */
export const Letter = z.strictObject({
  kind: z.enum(letterKinds),
  moved: z.strictObject({ x: Moved, y: Moved }),
  /** Whether the boxes of the postcodes are drawn too; an envelope with boxes of its own gets the digits alone. */
  boxes: z.boolean(),
  to: Correspondent,
  paperIds: z.array(Id).min(1).max(mostEnclosed),
});
export type Letter = z.infer<typeof Letter>;

/** Somebody a letter can go to, as the case knows them; what it does not know is ''. */
export interface Recipient {
  /** Who they are in the case. */
  as: string;
  partyId: string | null;
  to: Correspondent;
}

/**
 * Everybody of the case a letter can go to: parties, at the address they confirmed for service (送达地址确认书) before the one they are
 * registered at, and other people whose address is known.
 */
export function recipientsOf(file: CaseFile): Recipient[] {
  const parties = file.parties.map((party) => {
    const confirmed = papersOf(file, paperIds.serviceAddressConfirmation)
      .filter(({ partyId }) => file.parties.length === 1 || partyId === party.householdId)
      .at(-1);
    const said = (key: string): string => (confirmed === undefined ? '' : textOf(confirmed, key));
    const to = {
      name: [...new Set([party.name, said('recipient')])].filter((name) => name !== '').join('　'),
      address: said('address') || party.address,
      phone: said('phone') || party.phone,
      postcode: said('postcode'),
    };
    return { as: '当事人', partyId: party.householdId, to };
  });
  const people = file.people
    .filter(({ address }) => address !== '')
    .map(({ kind, name, address, phone }) => ({
      as: kind,
      partyId: null,
      to: { name, address, phone, postcode: '' },
    }));
  return [...parties, ...people];
}

/** Whether a paper goes by post: an issued one that is served, and a 送达回证 of what is (邮寄). */
export const isPosted = (paper: Paper, { serve }: Pick<Template, 'serve'>): boolean =>
  paper.templateId === paperIds.serviceReceipt
    ? paper.status !== 'void' && textOf(paper, 'mode') === '邮寄'
    : serve && paper.status === 'issued';

/** Papers that can lie in a letter with this one: issued ones for the same party that go out, and whatever a 送达回证 names. */
export function enclosable(file: CaseFile, paper: Paper, goesOut: (paper: Paper) => boolean): Paper[] {
  return file.papers.filter(
    (other) =>
      other.status === 'issued' &&
      (other.id === paper.id || goesOut(other)) &&
      other.templateId !== paperIds.serviceReceipt &&
      (paper.partyId === null || other.partyId === null || other.partyId === paper.partyId),
  );
}

/** What lies in a letter from the first: the papers a 送达回证 names, else the paper in hand. */
export const enclosedFirst = (paper: Paper): string[] =>
  paper.templateId === paperIds.serviceReceipt ? listOf(paper, 'documents') : [paper.id];

/** 内件, a line for each paper: its name and number, as 第三十三条 asks of the list of a letter. */
export const contentsOf = (papers: readonly Pick<Paper, 'name' | 'number'>[]): string[] =>
  papers.map(({ name, number }) => (number === null ? name : `${name}　${number}`));
