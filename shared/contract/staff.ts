import * as z from 'zod';
import { Absence, Office, Officer, RuleSettings } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { Role } from '../template/template.ts';
import { officeCall } from './base.ts';
import { KeyChangeDue } from './key-change.ts';
import { CertificateDraft, Password } from './session.ts';

export const Unit = z.object({ id: Id, name: z.string(), head: z.string(), active: z.boolean() });
export type Unit = z.infer<typeof Unit>;
export const PersonDraft = CertificateDraft.extend({
  name: z.string().trim().min(2).max(32),
  roles: z
    .array(Role)
    .min(1)
    .refine(
      (roles) => !roles.includes('主要负责人') || roles.includes('分管领导'),
      '主要负责人同时是分管领导，请把“分管领导”也选上',
    ),
  unitId: Id.nullable(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;

/** A second person who agrees, by the own password entered on the spot. */
export const Confirmation = z.strictObject({ personId: Id, password: z.string().max(128) });
export type Confirmation = z.infer<typeof Confirmation>;
const confirmedBy = Confirmation.nullable().default(null);

type Confirmer = Pick<Officer, 'personId' | 'roles' | 'active'>;
export const confirms = ({ active, roles }: Pick<Confirmer, 'active' | 'roles'>): boolean =>
  active && roles.some((role) => role === '法规科' || role === '分管领导');

/** Who may confirm what the person `actingId` does. */
export const isConfirmer = (person: Confirmer, actingId: string): boolean =>
  person.personId !== actingId && confirms(person);

/** Whether a change of a person gives access, or takes away somebody who confirms. */
export const needsSecondPerson = (
  before: Pick<Confirmer, 'roles' | 'active'>,
  after: Pick<Confirmer, 'roles' | 'active'>,
): boolean =>
  (after.active && (!before.active || after.roles.some((role) => !before.roles.includes(role)))) ||
  (confirms(before) && !confirms(after));

export const staff = {
  list: officeCall({ act: '查看人员', roles: 'everybody', article: null }).output(
    z.object({ people: z.array(Officer), units: z.array(Unit), keyChange: KeyChangeDue.nullable() }),
  ),
  add: officeCall({ act: '登记人员', roles: ['系统管理员'], article: 43 })
    .input(PersonDraft.extend({ password: Password, confirmedBy }))
    .output(Officer),
  update: officeCall({ act: '修改人员', roles: ['系统管理员'], article: 43 })
    .input(PersonDraft.extend({ personId: Id, active: z.boolean(), confirmedBy }))
    .output(Officer),
  /** 请假 and who stands in; null: back at work. Of oneself, of the own unit by its head, of anybody by 分管领导. */
  setAbsence: officeCall({ act: '登记请假', roles: 'everybody', article: null })
    .input(z.strictObject({ personId: Id, absence: Absence.nullable() }))
    .output(Officer),
  setPassword: officeCall({ act: '重设他人密码', roles: ['系统管理员'], article: null })
    .input(z.strictObject({ personId: Id, password: Password, confirmedBy }))
    .output(z.object({ done: z.literal(true) })),
  addUnit: officeCall({ act: '登记科室', roles: ['系统管理员'], article: 47 })
    .input(z.strictObject({ name: z.string().trim().min(2).max(64), head: z.string().max(32) }))
    .output(Unit),
  updateUnit: officeCall({ act: '修改科室', roles: ['系统管理员'], article: 47 })
    .input(
      z.strictObject({ id: Id, name: z.string().trim().min(2).max(64), head: z.string().max(32), active: z.boolean() }),
    )
    .output(Unit),
  office: officeCall({ act: '查看机关信息', roles: 'everybody', article: null }).output(
    z.object({ office: Office, settings: RuleSettings }),
  ),
  setOffice: officeCall({ act: '修改机关信息', roles: ['系统管理员', '法规科'], article: null })
    .input(Office)
    .output(Office),
};
