import * as z from 'zod';
import { Office, Officer, RuleSettings } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { Role } from '../template/template.ts';
import { call } from './base.ts';
import { CertificateDraft, Password } from './session.ts';

export const Unit = z.object({ id: Id, name: z.string(), head: z.string(), active: z.boolean() });
export type Unit = z.infer<typeof Unit>;
export const PersonDraft = CertificateDraft.extend({
  name: z.string().trim().min(2).max(32),
  roles: z.array(Role).min(1),
  unitId: Id.nullable(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;

export const staff = {
  list: call.output(z.object({ people: z.array(Officer), units: z.array(Unit) })),
  add: call.input(PersonDraft.extend({ password: Password })).output(Officer),
  update: call.input(PersonDraft.extend({ personId: Id, active: z.boolean() })).output(Officer),
  setPassword: call
    .input(z.strictObject({ personId: Id, password: Password }))
    .output(z.object({ done: z.literal(true) })),
  addUnit: call
    .input(z.strictObject({ name: z.string().trim().min(2).max(64), head: z.string().max(32) }))
    .output(Unit),
  updateUnit: call
    .input(
      z.strictObject({ id: Id, name: z.string().trim().min(2).max(64), head: z.string().max(32), active: z.boolean() }),
    )
    .output(Unit),
  office: call.output(z.object({ office: Office, settings: RuleSettings })),
  setOffice: call.input(Office).output(Office),
};
