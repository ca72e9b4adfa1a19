import { archive } from './archive.ts';
import { cases } from './cases.ts';
import { desktop } from './desktop.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { handover } from './handover.ts';
import { households } from './households.ts';
import { formDrafts } from './form-drafts.ts';
import { regulation } from './regulation.ts';
import { session } from './session.ts';
import { staff } from './staff.ts';
import { supervision } from './supervision.ts';

/** The only boundary between page and main: a call is declared once, here. */
export const contract = {
  session,
  staff,
  households,
  cases,
  documents,
  evidence,
  archive,
  handover,
  supervision,
  regulation,
  formDrafts,
  desktop,
};
export type Contract = typeof contract;
