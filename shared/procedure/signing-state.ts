import type { CaseFile, Paper } from '../case-file.ts';
import type { Template } from '../template/template.ts';
import { awaitsSheets, livePrint } from './prints.ts';
import { isRefusal, type SignaturePlace, signaturePlaces } from './signatures.ts';

/** How far a paper, or all papers of a case that are being signed, are signed. */
export interface SigningState {
  /** Places that must be signed, and those nobody must sign in that were used. */
  asked: number;
  signed: number;
  /** 拒签 and 不能签, with their reasons on record. */
  refused: number;
  /** Papers that are printed to be signed and have not come back. */
  out: number;
}

/** How far one paper is signed; null where nobody signs it. */
export interface PaperSigning extends SigningState {
  /** Who signed or refused, as 询问人 王建国. */
  given: string[];
  /** The places that must be signed and are empty. */
  open: string[];
}

/** Who signed a paper, who has not, and whether its sheets are out: the one rule behind every place that says so. Pure. */
export function paperSigning(template: Pick<Template, 'signatures'>, paper: Paper): PaperSigning | null {
  const places = signaturePlaces(template, paper).filter(
    ({ role, signature }) => role.required || signature !== undefined,
  );
  if (places.length === 0) return null;
  const refused = places.filter(({ signature }) => signature !== undefined && isRefusal(signature)).length;
  const open = places.filter(({ signature }) => signature === undefined).map(({ label }) => label);
  return {
    asked: places.length,
    signed: places.length - refused - open.length,
    refused,
    out: awaitsSheets(paper) ? 1 : 0,
    given: places.flatMap(givenWords),
    open,
  };
}

function givenWords({ role, signature }: SignaturePlace): string[] {
  if (signature === undefined) return [];
  const { name, mode } = signature;
  return [[role.role, name, isRefusal(signature) ? `（${mode}）` : ''].filter((part) => part !== '').join(' ')];
}

/** The papers of a case that are being signed, taken together: printed or begun to be signed, and not yet issued with their sheets back. */
export function caseSigning(
  { papers }: Pick<CaseFile, 'papers'>,
  templates: ReadonlyMap<string, Pick<Template, 'signatures'>>,
): SigningState | null {
  const states = papers.filter(isBeingSigned).flatMap((paper) => {
    const template = templates.get(paper.templateId);
    return (template && paperSigning(template, paper)) ?? [];
  });
  if (states.length === 0) return null;
  const sum = (count: (state: SigningState) => number): number =>
    states.reduce((total, state) => total + count(state), 0);
  return {
    asked: sum(({ asked }) => asked),
    signed: sum(({ signed }) => signed),
    refused: sum(({ refused }) => refused),
    out: sum(({ out }) => out),
  };
}

const isBeingSigned = (paper: Paper): boolean =>
  paper.status !== 'void' &&
  (awaitsSheets(paper) || (paper.status !== 'issued' && (livePrint(paper) !== null || paper.signatures.length > 0)));

/** 已签 2 / 3，拒签或不能签 1. */
export const signedCount = ({ signed, asked, refused }: SigningState): string =>
  `已签 ${signed} / ${asked}${refused === 0 ? '' : `，拒签或不能签 ${refused}`}`;

/** Who signed, who has not, in one sentence each. */
export function signingSentence({ given, open }: PaperSigning): string {
  const signed = given.length === 0 ? '还没有人签名。' : `已签：${given.join('、')}。`;
  return open.length === 0 ? `${signed}签名已经齐全。` : `${signed}还没有签：${open.join('、')}。`;
}
