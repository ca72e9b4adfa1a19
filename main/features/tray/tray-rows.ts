import type { TrayFault, TrayOrigin } from '../../../shared/contract/tray.ts';
import { hasRole, type FeatureContext } from '../context.ts';
import { mayOpenCase } from '../staff/access.ts';

/** A file that came into 收件; `readAt` is null until its sheets have been looked at. */
export interface TrayFileRow {
  id: string;
  fileName: string;
  mime: string;
  bytes: number;
  sha256: string;
  origin: TrayOrigin;
  receivedAt: string;
  receivedBy: string;
  receivedByName: string;
  readAt: string | null;
  fault: TrayFault | null;
  /** JSON: pages that could not be read, from 1. */
  unreadPages: string;
}

/** A sheet with what is known of its file. */
export interface SheetRow {
  id: string;
  fileId: string;
  seq: number;
  picture: string;
  width: number;
  height: number;
  printId: string | null;
  page: number | null;
  byHand: number;
  straightened: number;
  /** Its picture as it was read, once a person has turned it. */
  asRead: string | null;
  quarters: number;
  angle: number;
  state: 'waiting' | 'placed' | 'exhibit' | 'aside';
  fileName: string;
  receivedAt: string;
  receivedBy: string;
  receivedByName: string;
  isDouble: number;
}

const sheetColumns = `tray_sheet.*, "fileName", "receivedAt", "receivedBy", "receivedByName",
  exists (select 1 from tray_sheet other where other.picture = tray_sheet.picture and other.rowid < tray_sheet.rowid) as "isDouble"`;

export const waitingSheets = ({ store }: Pick<FeatureContext, 'store'>): SheetRow[] =>
  store.all<SheetRow>(
    `select ${sheetColumns} from tray_sheet join tray_file on tray_file.id = "fileId" where state = 'waiting' order by "receivedAt", "fileId", seq`,
  );

/** These sheets, in the order asked for; those that are not there are left out. */
export function sheetsOf({ store }: Pick<FeatureContext, 'store'>, ids: readonly string[]): SheetRow[] {
  const rows = store.all<SheetRow>(
    `select ${sheetColumns} from tray_sheet join tray_file on tray_file.id = "fileId" where tray_sheet.id in (select value from json_each(?))`,
    JSON.stringify(ids),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The paper that a print is of; undefined for a code of another office. */
export const paperOfPrint = ({ store }: Pick<FeatureContext, 'store'>, printId: string): string | undefined =>
  store.get<{ paperId: string }>('select "paperId" from print_code where "printId" = ?', printId)?.paperId;

const caseOfPrint = ({ store }: Pick<FeatureContext, 'store'>, printId: string): string | undefined =>
  store.get<{ caseId: string }>(
    'select "caseId" from print_code join paper on paper.id = "paperId" where "printId" = ?',
    printId,
  )?.caseId;

/** A sheet is seen by who put it there, by who may open the case it belongs to, and where nobody knows which by who looks after the office. */
export function maySee(
  context: FeatureContext,
  { receivedBy, printId }: Pick<SheetRow, 'receivedBy' | 'printId'>,
): boolean {
  if (receivedBy === context.operator.personId) return true;
  const caseId = printId === null ? undefined : caseOfPrint(context, printId);
  return caseId === undefined ? hasRole(context.operator, '承办单位负责人', '法规科') : mayOpenCase(context, caseId);
}
