import { schemaStep } from './schema-step.ts';

/** A paper that was printed to be signed and has not come back. A row from outside the program may hold anything, so also no JSON. */
export const outToSign = `status <> 'void' and iif(json_valid(prints), prints ->> '$[#-1].kind' = '签字稿' and prints ->> '$[#-1].voidReason' is null and prints ->> '$[#-1].back' is null, 0)`;

/** 收件: files that came in on paper, and each sheet of them until it is put where it belongs. Kept after that, as where a signed paper came from. */
const statements: readonly string[] = [
  // What goes into 收件 belongs to no case yet.
  'alter table intake rename to case_intake',
  `create table intake (
    id text primary key not null,
    "caseId" text,
    "fileName" text not null,
    bytes integer not null,
    mime text not null,
    details text not null,
    "startedAt" text not null,
    "startedBy" text not null
  ) strict`,
  'insert into intake select id, "caseId", "fileName", bytes, mime, details, "startedAt", "startedBy" from case_intake',
  'drop table case_intake',
  `create table tray_file (
    id text primary key not null,
    "fileName" text not null,
    mime text not null,
    bytes integer not null,
    sha256 text not null,
    origin text not null,
    "changedAt" integer,
    "receivedAt" text not null,
    "receivedBy" text not null,
    "receivedByName" text not null,
    "readAt" text,
    fault text,
    "unreadPages" text not null default '[]',
    "setAside" integer not null default 0
  ) strict`,
  `create table tray_sheet (
    id text primary key not null,
    "fileId" text not null,
    seq integer not null,
    picture text not null,
    width integer not null,
    height integer not null,
    "printId" text,
    page integer,
    "byHand" integer not null default 0,
    straightened integer not null,
    state text not null,
    "decidedAt" text
  ) strict`,
  `create index tray_sheet_waiting on tray_sheet("fileId", seq) where state = 'waiting'`,
  'create index tray_sheet_picture on tray_sheet(picture)',
  `create index paper_out on paper("caseId") where ${outToSign}`,
  `create index tray_file_unread on tray_file("receivedAt") where "readAt" is null`,
];

export const tray = schemaStep(25, 'Tray', statements);
