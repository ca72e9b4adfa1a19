import * as z from 'zod';

/** Every record is known by a UUID, made where it was made first. */
export const Id = z.uuid();

export const PartyKind = z.enum(['单位', '个体工商户', '个人', '无照单位']);
export type PartyKind = z.infer<typeof PartyKind>;

/** A party (当事人) is the identity of one household (一户式档案): one target, one file, all years. */
export const PartyDetails = z.strictObject({
  kind: PartyKind,
  name: z.string().trim().min(1).max(128),
  uscc: z.string().max(18).default(''),
  legalRep: z.string().max(32).default(''),
  position: z.string().max(128).default(''),
  idType: z.string().max(32).default(''),
  idNumber: z.string().max(32).default(''),
  address: z.string().max(256).default(''),
  phone: z.string().max(32).default(''),
  /** How a code whose check symbol does not fit was compared with the licence (已与营业执照核对); '' where that was not needed. */
  usccChecked: z.string().max(128).default(''),
});
export type PartyDetails = z.infer<typeof PartyDetails>;

export const Party = PartyDetails.extend({ householdId: Id, version: z.int() });
export type Party = z.infer<typeof Party>;
