import * as z from 'zod';
import { officeCall } from './base.ts';

const Key = z.string().min(1).max(160);

/** What one person has typed or chosen in a form and not saved yet, as JSON; `key` names the form and its subject. */
export const FormDraft = z.strictObject({ key: Key, value: z.string().max(1_000_000) });
export type FormDraft = z.infer<typeof FormDraft>;

/** Unsaved forms of the person who is logged in: they outlive the lock, a restart and a crash. Nobody else sees them. */
export const formDrafts = {
  list: officeCall({ act: '取回没有保存的填写', roles: 'everybody', article: null, atLentSeat: true }).output(
    z.array(FormDraft),
  ),
  /** Durable when it returns; takes the place of what was kept under this key. */
  put: officeCall({ act: '暂存没有保存的填写', roles: 'everybody', article: null, atLentSeat: true }).input(FormDraft),
  drop: officeCall({ act: '放弃没有保存的填写', roles: 'everybody', article: null, atLentSeat: true }).input(
    z.strictObject({ key: Key }),
  ),
};
