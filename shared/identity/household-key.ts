import { nameCore } from '../chinese/name-form.ts';
import { isNationalId } from './id-kinds.ts';
import type { PartyDetails } from './party.ts';

/** What one 一户式档案 is known by. An `id` is private: only its SHA-256, made in main, may be stored as a key. */
export interface HouseholdKey {
  kind: 'uscc' | 'id' | 'temporary';
  text: string;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/**
 * The key of a party: 统一社会信用代码 for units and 个体工商户, the ID number for a person, and a temporary key of name and address
 * (where that is not known either, the phone) while there is neither: 无照用工 (监察条例33), or a code nobody has looked up yet.
 */
export const householdKeyOf = (
  party: Pick<PartyDetails, 'kind' | 'name' | 'uscc' | 'idType' | 'idNumber' | 'address' | 'phone'>,
): HouseholdKey => {
  if (party.kind !== '个人' && party.uscc !== '') return { kind: 'uscc', text: plain(party.uscc) };
  if (party.kind === '个人' && party.idNumber !== '') {
    const type = isNationalId(party.idType) ? '' : `${plain(party.idType)}:`;
    return { kind: 'id', text: `${type}${plain(party.idNumber)}` };
  }
  const told = plain(party.address || party.phone);
  return { kind: 'temporary', text: `${nameCore(party.name).toUpperCase()}@${told}` };
};

/** What the file is known by on screen and in print: the code in full, an ID number only by its last four. */
export function shownKey({
  kind,
  keyKind,
  uscc,
  idNumber,
}: Pick<PartyDetails, 'kind' | 'uscc' | 'idNumber'> & { keyKind: HouseholdKey['kind'] }): string {
  if (keyKind === 'uscc') return uscc;
  if (keyKind === 'id') return `证件尾号${idNumber.slice(-4)}`;
  return kind === '个人' ? '证件号码待查' : '信用代码待查';
}
