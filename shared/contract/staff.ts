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
  list: call({ act: '查看人员', roles: 'everybody', article: null }).output(
    z.object({ people: z.array(Officer), units: z.array(Unit) }),
  ),
  add: call({ act: '登记人员', roles: ['系统管理员'], article: 43 })
    .input(PersonDraft.extend({ password: Password }))
    .output(Officer),
  update: call({ act: '修改人员', roles: ['系统管理员'], article: 43 })
    .input(PersonDraft.extend({ personId: Id, active: z.boolean() }))
    .output(Officer),
  setPassword: call({ act: '重设他人密码', roles: ['系统管理员'], article: null })
    .input(z.strictObject({ personId: Id, password: Password }))
    .output(z.object({ done: z.literal(true) })),
  addUnit: call({ act: '登记科室', roles: ['系统管理员'], article: 47 })
    .input(z.strictObject({ name: z.string().trim().min(2).max(64), head: z.string().max(32) }))
    .output(Unit),
  updateUnit: call({ act: '修改科室', roles: ['系统管理员'], article: 47 })
    .input(
      z.strictObject({ id: Id, name: z.string().trim().min(2).max(64), head: z.string().max(32), active: z.boolean() }),
    )
    .output(Unit),
  office: call({ act: '查看机关信息', roles: 'everybody', article: null }).output(
    z.object({ office: Office, settings: RuleSettings }),
  ),
  setOffice: call({ act: '修改机关信息', roles: ['系统管理员', '法规科'], article: null })
    .input(Office)
    .output(Office),
};
