import * as z from 'zod';
import { eventIterator } from '@orpc/contract';
import { letterKinds } from '../procedure/mailing.ts';
import { areas } from './areas.ts';
import { call, officeCall } from './base.ts';
import { FaultFacts } from './faults.ts';
import { Job } from './supervision.ts';

/** Something changed in main that the page shows; ends after some minutes, the page subscribes again. */
export const Signal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    /** Whose queries answer otherwise now. */
    areas: z.array(z.enum(areas)),
    /** The one case it is about; what is asked about another case stays as it is. */
    caseId: z.uuid().nullable(),
    /** The anchor the change left (纸上锚点); whoever was answered with it knows of the case already. */
    anchor: z.string().nullable(),
  }),
  z.object({ kind: z.literal('job'), job: Job }),
  /** A sealed file failed its check while being read (never silence). */
  z.object({ kind: z.literal('alarm'), sentence: z.string(), exhibitId: z.uuid().nullable() }),
]);
export type Signal = z.infer<typeof Signal>;

/** A folder outside the profile, named to the page by ticket; `shown` is for the eyes only. */
export const FolderTicket = z.object({ ticket: z.string(), shown: z.string() });
export type FolderTicket = z.infer<typeof FolderTicket>;

/** Folders in a folder, for windows without a folder dialog; `shown` is null where the list says where to begin. */
export const FolderList = z.object({
  shown: z.string().nullable(),
  above: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** There are more than are listed. */
  isCut: z.boolean(),
});
export type FolderList = z.infer<typeof FolderList>;

export const desktop = {
  signals: officeCall({ act: '接收提醒', roles: 'everybody', article: null, atLentSeat: true }).output(
    eventIterator(Signal),
  ),
  chooseFolder: officeCall({ act: '选择文件夹', roles: 'everybody', article: null })
    .input(z.strictObject({ title: z.string().max(64) }))
    .output(FolderTicket.nullable()),
  /** For windows without a folder dialog: an absolute folder typed by hand, checked before a ticket is given. */
  typedFolder: officeCall({ act: '填写文件夹', roles: 'everybody', article: null })
    .input(z.strictObject({ folder: z.string().min(1).max(1024) }))
    .output(FolderTicket),
  /** For the same windows: the folders of this machine, to go through; null asks where to begin. Never a file, nothing of the profile. */
  folders: officeCall({ act: '选择文件夹', roles: 'everybody', article: null })
    .input(z.strictObject({ within: z.string().min(1).max(1024).nullable() }))
    .output(FolderList),
  /** The folder proposed for packages: 案卷移送 in the person's home. */
  proposedFolder: officeCall({ act: '选择文件夹', roles: 'everybody', article: null }).output(FolderTicket),
  /** The printers of the machine; none where the window's own dialog prints. `take`: a file, or what the page has laid out (`printPage`). */
  printers: officeCall({ act: '选择打印机', roles: 'everybody', article: null }).output(
    z.object({ names: z.array(z.string()), usual: z.string().nullable(), take: z.enum(['file', 'page']) }),
  ),
  /** Prints what the page has laid out for the printer; done when the printer has taken it. */
  printPage: officeCall({ act: '打印', roles: 'everybody', article: null }).input(
    z.strictObject({
      printer: z.string().min(1).max(128),
      bothSides: z.boolean(),
      medium: z.enum(['A4', ...letterKinds]),
    }),
  ),
  /** Fonts GB/T 9704 asks for that the machine has not, and the folder they belong into. */
  missingFonts: officeCall({ act: '查看缺少的字体', roles: 'everybody', article: null }).output(
    z.object({ missing: z.array(z.string()), folder: z.string() }),
  ),
  /** A fault of the page itself, also before log-in; answers with the id that the clerk is shown. */
  reportFault: call({ act: '登记故障', roles: 'anybody', article: null, atLentSeat: true })
    .input(FaultFacts)
    .output(z.object({ id: z.string() })),
};
