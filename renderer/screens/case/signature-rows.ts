import type { Paper, Signature } from '../../../shared/case-file.ts';
import { signaturePlaces } from '../../../shared/procedure/signatures.ts';
import type { SignatureRole, Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';

export interface SignatureRow {
  /** Role and which of its places, e.g. 询问人 2. */
  key: string;
  role: SignatureRole;
  label: string;
  signature: Signature;
}

/** The signature places of a paper, one row per person who must sign, with what is registered, or whom the paper names. */
export function signatureRows(template: Template, paper: Paper, now: string): SignatureRow[] {
  return signaturePlaces(template, paper).map(({ role, index, label, signature }) => ({
    key: `${role.role} ${index + 1}`,
    role,
    label,
    signature: signature ?? {
      role: role.role,
      name: namesFor(template, paper, role)[index] ?? '',
      mode: '签名',
      reason: '',
      witness: '',
      at: now,
    },
  }));
}

/** Fields that name the person who signs for a party, the nearest first. */
const partySigners = ['speakerName', 'attendeeName', 'partyLegalRep', 'partyName'];

/** People the paper itself names for a place: its officers for 询问人 and the like, the person asked, who stands for the party. */
function namesFor(template: Template, paper: Paper, { role, count }: SignatureRole): string[] {
  const textAt = (key: string): string[] => {
    const text = paper.values[key];
    return typeof text === 'string' && text !== '' ? [text] : [];
  };
  if (role.startsWith('当事人')) return partySigners.flatMap(textAt).slice(0, 1);
  const namedField = fieldsOf(template).find((field) => field.label === role || role.startsWith(field.label));
  const named = namedField === undefined ? [] : textAt(namedField.key);
  if (named.length > 0) return named;
  return count > 1 || role.includes('执法人员') ? officerNames(template, paper) : [];
}

function officerNames(template: Template, paper: Paper): string[] {
  return fieldsOf(template)
    .filter((field) => field.type === 'officers')
    .flatMap((field) => {
      const rows = paper.values[field.key];
      return Array.isArray(rows) ? rows.map((row) => String(Reflect.get(Object(row), 'name') ?? '')) : [];
    });
}

export const isRefused = (mode: Signature['mode']): boolean => mode === '拒签' || mode === '不能签';

/** Rows that say something: who signed, or why not. Empty optional places are left out. */
export const signaturesOf = (rows: readonly SignatureRow[]): Signature[] =>
  rows
    .filter(({ signature }) => signature.name.trim() !== '' || isRefused(signature.mode))
    .map(({ signature }) => (isRefused(signature.mode) ? signature : { ...signature, reason: '' }));
