import * as z from 'zod';
import { call } from './base.ts';

const Key = z.string().min(1).max(160);

/** What one person has typed or chosen in a form and not saved yet, as JSON; `key` names the form and its subject. */
export const KeptDraft = z.strictObject({ key: Key, value: z.string().max(1_000_000) });
export type KeptDraft = z.infer<typeof KeptDraft>;

/** Unsaved forms of the person who is logged in: they outlive the lock, a restart and a crash. Nobody else sees them. */
export const kept = {
  list: call.output(z.array(KeptDraft)),
  /** Durable when it returns; takes the place of what was kept under this key. */
  put: call.input(KeptDraft),
  drop: call.input(z.strictObject({ key: Key })),
};
