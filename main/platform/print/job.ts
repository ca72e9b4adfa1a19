import type { Approval, Office, Signature } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';

/** A paper of the case another paper names. */
export interface NamedPaper {
  id: string;
  name: string;
  number: string | null;
  date: string | null;
}

/** How templates speak to whom it goes, and what becomes of that where it is known who that is. */
export const neutralAddress = '你（单位）';
export type Addressed = typeof neutralAddress | '你' | '你单位';

/** One paper (文书) to print: plain data, nothing is looked up while printing. */
export interface PaperJob {
  template: Template;
  values: Values;
  signatures: Signature[];
  approvals: Approval[];
  /** Full number, such as 辽人社监罚字〔2026〕第001号. */
  number: string | null;
  /** Day of the paper, `YYYY-MM-DD`. */
  date: string | null;
  office: Office;
  /** Left out: as the template has it. */
  addressed?: Addressed;
  caseFacts: { number: string; causeName: string };
  /** What fields of type `papers` and `exhibits` may name. */
  papers: NamedPaper[];
  exhibits: { id: string; title: string }[];
  /** 救济途径 paragraphs, placed after the body (第二十六条第六项). */
  remedy?: string[];
  /** A draft carries 草稿 behind the text; a blank is to be filled by hand; in an issued paper an empty cell says “/”. */
  state: 'draft' | 'issued' | 'blank';
  /** For the live page of the screen: with a box for every field, and without 草稿, which the screen stamps itself. */
  onScreen?: boolean;
  /** Printed to be signed or sealed: the id of this print, coded in every page's foot. */
  printId?: string;
  /** Informant data is replaced by （依法保密） for readers who may not see it (监察条例第九条). */
  withoutSecrets?: boolean;
}

/** What a paper with no day of its own carries in its file properties; only there, never on the page. */
export const undated = '2000-01-01';
