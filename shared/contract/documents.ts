import * as z from 'zod';
import { Approval, Paper, Signature } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { Period } from '../periods/rule.ts';
import { Letter } from '../procedure/mailing.ts';
import { Ink } from '../template/sign-place.ts';
import { FieldValue, Values } from '../template/values.ts';
import { call } from './base.ts';
import { readers, workers } from './right.ts';

export const OverrideReason = z.strictObject({
  checkId: z.string().max(16),
  reason: z.string().trim().min(4).max(512),
});

/** A blank form with a number of its own that somebody took along: still out, used by a paper, or voided. */
export const Blank = z.object({
  number: z.string(),
  templateId: z.string(),
  paperName: z.string(),
  year: z.int(),
  seq: z.int(),
  holder: z.string(),
  takenAt: z.string(),
  status: z.enum(['used', 'void', 'reserved']),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  paperId: Id.nullable(),
  caseId: Id.nullable(),
});
export type Blank = z.infer<typeof Blank>;

/**
 * A paper as an act left it, with all that the act changed of its case: the periods counted from it, and the anchor (纸上锚点) of
 * the record it made. A signal with that anchor tells whoever holds this answer nothing new; findings are judged from the case with this
 * paper in it.
 */
export const SavedPaper = z.object({ paper: Paper, periods: z.array(Period), anchor: z.string() });
export type SavedPaper = z.infer<typeof SavedPaper>;

/** A paper that waits for an opinion of whoever asks. */
export const WaitingPaper = z.object({
  paperId: Id,
  caseId: Id,
  paperName: z.string(),
  partyName: z.string(),
  caseNumber: z.string(),
  causeName: z.string(),
  since: z.string(),
  /** The period of the case that ends first, where the office has one running. */
  period: Period.nullable(),
  /** Whose opinion it is where whoever asks stands in for who is away (请假). */
  standsInFor: z.string().nullable().default(null),
});
export type WaitingPaper = z.infer<typeof WaitingPaper>;

/** As the system calls it; '' where the window's own dialog asked for it. */
const Printer = z.string().max(128);

/** One time a paper left the program on paper, or as a file (印制记录). */
export const PrintedOut = z.object({
  at: z.string(),
  who: z.string(),
  verb: z.string(),
  what: z.string(),
  paperId: Id,
  sha256: z.string().nullable(),
  /** For whom, one copy each. */
  copies: z.array(z.string()),
  /** Numbers from 1; empty for all. */
  pages: z.array(z.int()),
  printer: z.string(),
});
export type PrintedOut = z.infer<typeof PrintedOut>;

/** An opinion given today. */
export const GivenOpinion = z.object({
  paperId: Id,
  caseId: Id,
  paperName: z.string(),
  partyName: z.string(),
  verdict: Approval.shape.verdict,
  opinion: z.string(),
  at: z.string(),
});
export type GivenOpinion = z.infer<typeof GivenOpinion>;

export const Desk = z.object({
  waiting: z.array(WaitingPaper),
  given: z.array(GivenOpinion),
  /** What this person writes most often when agreeing. */
  phrases: z.array(z.string()),
  /** Whether agreeing without a word is put on record as “同意。”. */
  blankOpinionAgrees: z.boolean(),
});
export type Desk = z.infer<typeof Desk>;

/** Somebody whose opinion is waited for. */
export const Awaited = z.object({
  personId: Id,
  name: z.string(),
  /** Papers that wait for this person's opinion. */
  papers: z.int(),
  /** Whether the paper that was asked about is one of them. */
  isNext: z.boolean(),
});
export type Awaited = z.infer<typeof Awaited>;

/** A field of a paper before and after; `undefined` where there was nothing. */
export const FieldChange = z.object({ key: z.string(), before: FieldValue.optional(), after: FieldValue.optional() });
export type FieldChange = z.infer<typeof FieldChange>;

/** One signature given on a screen, and how the sheets were read before it. */
export const ScreenSigning = z.strictObject({
  paperId: Id,
  version: z.int(),
  printId: z.string().max(16),
  /** In which place of the print (`PaperPrint.places`). */
  role: z.string().max(64),
  index: z.int().min(0).max(60),
  name: z.string().trim().min(1).max(64),
  ink: Ink,
  /** When each page was shown, from 1, as the machine's clock had it. */
  read: z.array(z.strictObject({ page: z.int().min(1), at: z.iso.datetime() })).max(500),
});
export type ScreenSigning = z.infer<typeof ScreenSigning>;

/** Papers (文书). The live preview is `byteRoutes.paperPreview`, the frozen paper `byteRoutes.paperPdf`, a blank form `byteRoutes.blankForm`. */
export const documents = {
  /**
   * `partyId`: for which party, where each gets its own; left out, the first that has none yet. `redoes`: the voided paper of the same
   * kind whose values and party it begins with (作废重做).
   */
  create: call({ act: '起草文书', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 10 })
    .input(z.strictObject({ caseId: Id, templateId: z.string().max(8), partyId: Id.optional(), redoes: Id.optional() }))
    .output(Paper),
  /** Makes a draft out to another party: who they are, and what was carried over, is filled in anew. Null: one paper for all of them, where it is an internal one. */
  setParty: call({ act: '填写文书', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 10 })
    .input(z.strictObject({ paperId: Id, version: z.int(), partyId: Id.nullable() }))
    .output(Paper),
  /** Saves changed fields; durable when it returns. Refuses `stale` when someone saved since `version`. */
  save: call({ act: '填写文书', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 10 })
    .input(z.strictObject({ paperId: Id, version: z.int(), values: Values }))
    .output(SavedPaper),
  sign: call({ act: '登记签名', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 17 })
    .input(z.strictObject({ paperId: Id, version: z.int(), signatures: z.array(Signature).max(60) }))
    .output(Paper),
  /**
   * Prints a complete paper to be signed (签字稿): takes its number and closes its words. The PDF is `byteRoutes.printPdf` of the last of
   * its `prints`.
   */
  printToSign: call({ act: '印签字稿', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 17 })
    .input(z.strictObject({ paperId: Id, version: z.int() }))
    .output(Paper),
  /** 屏上签名: seals the strokes, draws them into the sheets that were printed to be signed, and seals those. */
  signOnScreen: call({ act: '屏上签名', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 17 })
    .input(ScreenSigning)
    .output(Paper),
  /** Voids what was printed to be signed, with the reason, so that the words can be changed and printed anew. */
  voidPrint: call({
    act: '作废印出的签字稿',
    roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'],
    article: 17,
  })
    .input(z.strictObject({ paperId: Id, version: z.int(), reason: z.string().trim().min(2).max(256) }))
    .output(Paper),
  /** Puts the paper into its approval chain; the fields are closed until it comes back. */
  submit: call({ act: '送审', roles: ['窗口', '承办人', '承办单位负责人', '法规科'], article: 13 })
    .input(z.strictObject({ paperId: Id, version: z.int() }))
    .output(Paper),
  approve: call({ act: '审批', roles: workers, article: 13, atLentSeat: true })
    .input(
      z.strictObject({
        paperId: Id,
        version: z.int(),
        verdict: Approval.shape.verdict,
        /** May be left out by who agrees, where `blankOpinionAgrees`. */
        opinion: z.string().trim().max(512),
      }),
    )
    .output(Paper),
  /** Takes back one's own opinion while nobody has gone on from it; it stays on record as taken back. */
  withdrawOpinion: call({ act: '撤回意见', roles: workers, article: 13, atLentSeat: true })
    .input(z.strictObject({ paperId: Id, version: z.int() }))
    .output(Paper),
  /** What waits for the opinion of whoever asks, the most pressing first, and what they said today (审批 desk). */
  desk: call({ act: '查看待我审批的文书', roles: workers, article: null, atLentSeat: true }).output(Desk),
  /** Whose opinion is waited for, those of `paperId` first: who could sign at this seat, or is asked next. */
  awaited: call({ act: '查看等谁审批', roles: readers, article: null, atLentSeat: true })
    .input(z.strictObject({ paperId: Id.nullable() }))
    .output(z.array(Awaited)),
  /** What was changed in a paper since it last came back (对照上次退回), by field. */
  changesSinceReturn: call({ act: '对照上次退回的内容', roles: readers, article: 13, atLentSeat: true })
    .input(z.strictObject({ paperId: Id }))
    .output(z.array(FieldChange)),
  /** Takes a paper in approval back to draft; the opinions given stay on record. */
  recall: call({ act: '撤回审批', roles: ['窗口', '承办人', '承办单位负责人', '法规科'], article: 13 })
    .input(z.strictObject({ paperId: Id, version: z.int() }))
    .output(Paper),
  /** Gives the number, prints, freezes and hashes the PDF. `number`: the reserved one a form filled by hand already carries. */
  issue: call({ act: '出具文书', roles: ['窗口', '承办人', '承办单位负责人', '法规科', '档案员'], article: 10 })
    .input(
      z.strictObject({
        paperId: Id,
        version: z.int(),
        overrides: z.array(OverrideReason).max(20).default([]),
        number: z.string().trim().min(1).max(64).optional(),
      }),
    )
    .output(Paper),
  /**
   * Prints papers of a case that are issued or printed to be signed, a copy for each of `copies`, and puts it on record. `isPrinted`: the
   * window has printed them itself. Answers with 印制记录.
   */
  printSet: call({ act: '打印文书', roles: readers, article: 42 })
    .input(
      z.strictObject({
        caseId: Id,
        printer: Printer,
        isPrinted: z.boolean(),
        bothSides: z.boolean(),
        items: z
          .array(
            z.strictObject({
              paperId: Id,
              copies: z.array(z.string().trim().min(1).max(16)).min(1).max(9),
              pages: z.string().max(64).default(''),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(z.array(PrintedOut)),
  /** 印制记录: every time a paper of the case was printed or saved, newest first. */
  printedOut: call({ act: '查看印制记录', roles: readers, article: 42 })
    .input(z.strictObject({ caseId: Id }))
    .output(z.array(PrintedOut)),
  /** Writes papers as PDF into a folder outside the profile, unencrypted. */
  savePdfs: call({ act: '另存为 PDF', roles: readers, article: 42 })
    .input(z.strictObject({ caseId: Id, paperIds: z.array(Id).min(1).max(200), folderTicket: z.string().max(64) }))
    .output(z.object({ folder: z.string(), files: z.array(z.string()) })),
  /** Prints an envelope or the sheet of the express service and puts it on record; its page is `byteRoutes.letter`. */
  printLetter: call({ act: '打印信封、邮件详情单', roles: readers, article: 33 })
    .input(z.strictObject({ caseId: Id, letter: Letter, printer: Printer, isPrinted: z.boolean() }))
    .output(z.array(PrintedOut)),
  /** Writes it as PDF into a folder outside the profile, unencrypted. */
  saveLetter: call({ act: '另存信封、邮件详情单', roles: readers, article: 33 })
    .input(z.strictObject({ caseId: Id, letter: Letter, folderTicket: z.string().max(64) }))
    .output(z.object({ folder: z.string(), files: z.array(z.string()) })),
  /** Voids a paper; its number stays used and the reason is logged (作废登记). */
  void: call({ act: '作废文书', roles: ['承办人', '承办单位负责人', '法规科'], article: 4 })
    .input(z.strictObject({ paperId: Id, version: z.int(), reason: z.string().trim().min(2).max(256) }))
    .output(Paper),
  /** Numbers of one year by 文种, with the voided ones and their reasons. */
  numbers: call({ act: '查看文号登记', roles: readers, article: null })
    .input(z.strictObject({ year: z.int().min(2000).max(2100) }))
    .output(
      z.array(
        z.object({
          number: z.string(),
          paperName: z.string(),
          paperId: Id.nullable(),
          caseId: Id.nullable(),
          status: z.enum(['used', 'void', 'reserved']),
          reason: z.string(),
          at: z.string(),
        }),
      ),
    ),
  /**
   * Reserves numbers for blank forms of a paper that is numbered beforehand (当场行政处罚决定书), taken by an officer. The forms, each with its number, are
   * `byteRoutes.numberedBlanks`.
   */
  allocateBlank: call({ act: '领取带号的空白文书', roles: ['承办人', '承办单位负责人', '法规科'], article: 26 })
    .input(z.strictObject({ templateId: z.string().max(8), count: z.int().min(1).max(50), holderId: Id }))
    .output(z.array(z.string())),
  /** Every blank form with a number that was handed out, the newest first (空白文书领用登记). */
  blanks: call({ act: '查看空白文书领用登记', roles: readers, article: null }).output(z.array(Blank)),
  /** Voids reserved numbers whose forms were spoilt or came back unused, with the reason (作废登记). */
  voidBlanks: call({ act: '作废预留的文号', roles: ['承办人', '承办单位负责人', '法规科'], article: 4 }).input(
    z.strictObject({ numbers: z.array(z.string().max(64)).min(1).max(50), reason: z.string().trim().min(2).max(256) }),
  ),
};
