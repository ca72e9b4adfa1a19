import * as z from 'zod';
import { Exhibit, ExhibitDetails, PaperPrint } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { call } from './base.ts';
import { SignPlace } from '../template/sign-place.ts';
import type { Role } from '../template/template.ts';

/** How a file came into 收件: by a person at the window, or from the folder of the scanner. */
export const HandedIn = z.enum(['添加', '拍照']);
export type HandedIn = z.infer<typeof HandedIn>;
export const TrayOrigin = z.enum([...HandedIn.options, '文件夹']);
export type TrayOrigin = z.infer<typeof TrayOrigin>;

/** Why a file or a page of it could not be read. */
export const TrayFault = z.enum(['type', 'damaged', 'empty', 'encrypted', 'too-large', 'too-many-pages', 'too-slow']);
export type TrayFault = z.infer<typeof TrayFault>;

/** One sheet in the tray. Its picture is `byteRoutes.trayPicture`. */
export const TraySheet = z.object({
  id: Id,
  fileId: Id,
  fileName: z.string(),
  /** Its place in the file, from 1. */
  seq: z.int(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  width: z.int(),
  height: z.int(),
  /** The page of the print it is, from 1; null where nothing says so. */
  page: z.int().nullable(),
  /** A person said which page it is, not its code. */
  byHand: z.boolean(),
  /** The code was read and the sheet straightened by it. */
  straightened: z.boolean(),
  /** SHA-256 of its picture, which changes when it is turned. */
  picture: z.string(),
  /** By how much a person has turned it: quarters and degrees, clockwise. */
  quarters: z.int(),
  angle: z.number(),
  /** The same picture is in the tray already, or was taken in before. */
  isDouble: z.boolean(),
});
export type TraySheet = z.infer<typeof TraySheet>;

/** A print as the tray speaks of it. */
export const TrayPaper = z.object({
  printId: z.string(),
  kind: PaperPrint.shape.kind,
  paperId: Id,
  caseId: Id,
  paperName: z.string(),
  partyName: z.string(),
  number: z.string(),
  printedAt: z.string(),
  pages: z.int(),
});
export type TrayPaper = z.infer<typeof TrayPaper>;

/** Sheets that belong to one print, in the order of its pages. */
export const TrayProposal = TrayPaper.extend({
  sheets: z.array(TraySheet),
  missing: z.array(z.int()),
  /** Sheets of a page that is there twice; the last one received counts. */
  doubles: z.array(TraySheet),
  /** Why the print counts no more: its sheets are of an old version. */
  voidReason: z.string().nullable(),
  /** The sheets of this print came back before. */
  isBack: z.boolean(),
  /** Who signs, how often, and on every page or at the end. */
  signers: z.array(z.object({ role: z.string(), count: z.int(), everyPage: z.boolean() })),
  /** Where on its pages somebody signs; empty for a print of before that was kept. */
  places: z.array(SignPlace),
});
export type TrayProposal = z.infer<typeof TrayProposal>;

/** Sheets of one file that nothing leads to a paper. */
export const TrayUnknown = z.object({
  fileId: Id,
  fileName: z.string(),
  receivedAt: z.string(),
  sheets: z.array(TraySheet),
  /** Codes of another office or program are on them. */
  isForeign: z.boolean(),
});
export type TrayUnknown = z.infer<typeof TrayUnknown>;

/** A file that is still being read, or that cannot be read, or pages of it that cannot. */
export const TrayFile = z.object({
  fileId: Id,
  fileName: z.string(),
  receivedAt: z.string(),
  /** Null while it is being read. */
  fault: TrayFault.nullable(),
  /** Pages of it that could not be read, from 1. */
  unreadPages: z.array(z.int()),
});
export type TrayFile = z.infer<typeof TrayFile>;

/** The folder into which the scanner writes; `isThere`: it could be read when it was looked at last. */
export const ScanFolder = z.object({ folder: z.string(), namedAt: z.string(), isThere: z.boolean() });
export type ScanFolder = z.infer<typeof ScanFolder>;

export const Tray = z.object({
  proposals: z.array(TrayProposal),
  unknown: z.array(TrayUnknown),
  files: z.array(TrayFile),
  /** Printed to be signed, and no sheet of it has come in. */
  out: z.array(TrayPaper),
});
export type Tray = z.infer<typeof Tray>;

/** A sheet lies farther aslant than these degrees on no scanner. */
export const MOST_SLANT = 10;

const takers: readonly Role[] = ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'];
const Sheets = z.array(Id).min(1).max(500);

/** 收件: sheets that come in on paper, until a person puts each where it belongs. Nothing enters a case without one. */
export const tray = {
  list: call({ act: '查看收件', roles: takers, article: null }).output(Tray),
  /** Opens an intake for one scan or photo; its bytes go to `byteRoutes.intakeChunk`. */
  begin: call({ act: '收件', roles: takers, article: 9 })
    .input(
      z.strictObject({
        fileName: z.string().min(1).max(255),
        bytes: z.int().min(0),
        mime: z.string().max(128),
        origin: HandedIn,
      }),
    )
    .output(z.object({ intakeId: Id })),
  /** All chunks are there: seals the file. Its pages are read behind the answer. */
  finish: call({ act: '收件', roles: takers, article: 9 })
    .input(z.strictObject({ intakeId: Id, chunks: z.int().min(0) }))
    .output(z.object({ fileId: Id })),
  cancel: call({ act: '取消收件', roles: takers, article: 9 })
    .input(z.strictObject({ intakeId: Id }))
    .output(z.object({ done: z.literal(true) })),
  /** 归入: the sheets of a print, page for page, become what is filed of its paper. */
  place: call({ act: '归入签字件', roles: takers, article: 17 })
    .input(z.strictObject({ printId: z.string().max(16), sheetIds: Sheets }))
    .output(z.object({ paperId: Id, caseId: Id })),
  /** Says by hand which pages of which print these sheets are, in their order from `firstPage`. */
  assign: call({ act: '指定是哪份文书', roles: takers, article: 17 }).input(
    z.strictObject({ printId: z.string().max(16), sheetIds: Sheets, firstPage: z.int().min(1).max(999) }),
  ),
  /** The sheets become an exhibit of a case. */
  toExhibit: call({ act: '收取证据', roles: ['窗口', '承办人', '承办单位负责人'], article: 9 })
    .input(z.strictObject({ sheetIds: Sheets, caseId: Id, details: ExhibitDetails }))
    .output(Exhibit),
  /** Takes sheets, or a file that cannot be read, out of the tray with a reason; the sealed file stays. */
  setAside: call({ act: '移出收件', roles: takers, article: 48 }).input(
    z.strictObject({
      sheetIds: z.array(Id).max(500),
      fileId: Id.nullable(),
      reason: z.string().trim().min(2).max(256),
    }),
  ),
  /** What the scanner writes into this folder is taken in by itself while somebody is logged in; nothing in it is changed or removed. */
  folder: call({ act: '查看扫描仪文件夹', roles: takers, article: null }).output(ScanFolder.nullable()),
  nameFolder: call({ act: '指定扫描仪文件夹', roles: takers, article: 9 }).input(
    z.strictObject({ folderTicket: z.string().max(64) }),
  ),
  dropFolder: call({ act: '停用扫描仪文件夹', roles: takers, article: 9 }),
  /** Turns a sheet by a quarter, clockwise. */
  turn: call({ act: '旋转扫描件', roles: takers, article: null }).input(z.strictObject({ sheetId: Id })),
  /** 扶正: turns a sheet by a small angle, in degrees clockwise from how it was read. */
  straighten: call({ act: '扶正扫描件', roles: takers, article: null }).input(
    z.strictObject({ sheetId: Id, angle: z.number().min(-MOST_SLANT).max(MOST_SLANT) }),
  ),
};
