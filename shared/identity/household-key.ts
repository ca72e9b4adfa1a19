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
 * where there is neither (无照用工, 监察条例33), to be merged once the identity is known.
 */
export const householdKeyOf = (
  party: Pick<PartyDetails, 'kind' | 'name' | 'uscc' | 'idType' | 'idNumber' | 'address'>,
): HouseholdKey => {
  if (party.kind !== '个人' && party.uscc !== '') return { kind: 'uscc', text: plain(party.uscc) };
  if (party.kind === '个人' && party.idNumber !== '') {
    const type = isNationalId(party.idType) ? '' : `${plain(party.idType)}:`;
    return { kind: 'id', text: `${type}${plain(party.idNumber)}` };
  }
  return { kind: 'temporary', text: `${nameCore(party.name).toUpperCase()}@${plain(party.address)}` };
};
