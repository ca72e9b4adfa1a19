import type { Area } from './areas.ts';
import { archive } from './archive.ts';
import { backup, restore } from './backup.ts';
import { type Call, rightOf } from './base.ts';
import { cases } from './cases.ts';
import { desktop } from './desktop.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { handover } from './handover.ts';
import { households } from './households.ts';
import { formDrafts } from './form-drafts.ts';
import { inbox } from './inbox.ts';
import { regulation } from './regulation.ts';
import type { Right } from './right.ts';
import { session } from './session.ts';
import { staff } from './staff.ts';
import { supervision } from './supervision.ts';
import { tray } from './tray.ts';

/** The only boundary between page and main: a call is declared once, here. */
export const contract = {
  session,
  inbox,
  staff,
  households,
  cases,
  documents,
  evidence,
  tray,
  archive,
  handover,
  supervision,
  regulation,
  formDrafts,
  backup,
  restore,
  desktop,
} satisfies Record<Area, Record<string, Call>>;
export type Contract = typeof contract;

/** A call by its path, e.g. `documents.issue`. */
export type CallPath = { [A in Area]: `${A}.${keyof Contract[A] & string}` }[Area];

const rights: ReadonlyMap<string, Right> = new Map(
  Object.entries(contract).flatMap(([area, calls]) =>
    Object.entries<Call>(calls).map(([name, declared]) => [`${area}.${name}`, rightOf(declared)] as const),
  ),
);

/** Who may make a call. */
export function rightOfCall(path: CallPath): Right {
  const right = rights.get(path);
  if (right === undefined) throw new Error(`the contract has no call ${path}`);
  return right;
}
