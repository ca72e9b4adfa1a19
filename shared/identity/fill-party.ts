import type { Credential, ReadDetail } from './credential.ts';
import type { PartyDetails } from './party.ts';

/** What of a party a credential can say. */
export type FilledDetail = 'name' | 'uscc' | 'legalRep' | 'idNumber' | 'address';

/** Whose card an ID card is: the party's own, or that of who represents it (法定代表人, 经营者). */
export type CardOf = 'party' | 'legalRep';

/** A detail of a party as a credential has it. */
export interface Proposal {
  detail: FilledDetail;
  text: string;
  /** Why it is not believed; null when it is. */
  doubt: string | null;
  /** What stands there now and would be replaced; '' where nothing does. */
  before: string;
  /** It is filled in unless somebody decides otherwise: believed, and nothing is lost by it. */
  isChosen: boolean;
}

const ofLicence: Partial<Record<ReadDetail['detail'], FilledDetail>> = {
  uscc: 'uscc',
  name: 'name',
  legalRep: 'legalRep',
  address: 'address',
};
const ofOwnCard: Partial<Record<ReadDetail['detail'], FilledDetail>> = {
  name: 'name',
  idNumber: 'idNumber',
  address: 'address',
};
const ofRepresentative: Partial<Record<ReadDetail['detail'], FilledDetail>> = {
  name: 'legalRep',
  idNumber: 'idNumber',
};

/** Whose card it most likely is: of a party that is known to be no person, it is that of who represents it. */
export const cardOf = ({ kind, name, uscc }: PartyDetails): CardOf =>
  kind === '个人' || (name === '' && uscc === '') ? 'party' : 'legalRep';

/** What a credential would fill into a party; what stands there already in the same words is left out. */
export function proposalsFor(credential: Credential, party: PartyDetails, whose: CardOf): Proposal[] {
  const fills = credential.kind === '营业执照' ? ofLicence : whose === 'party' ? ofOwnCard : ofRepresentative;
  return credential.details.flatMap(({ detail: read, text, doubt }) => {
    const detail = fills[read];
    if (detail === undefined || party[detail] === text) return [];
    const before = party[detail];
    return [{ detail, text, doubt, before, isChosen: doubt === null && before === '' }];
  });
}

/** The party with these details filled in, as the kind of party that a credential of this kind is given to. */
export function filledParty(
  party: PartyDetails,
  { kind, isTrader }: Pick<Credential, 'kind' | 'isTrader'>,
  whose: CardOf,
  details: readonly Pick<Proposal, 'detail' | 'text'>[],
): PartyDetails {
  const filled = { ...party, ...Object.fromEntries(details.map(({ detail, text }) => [detail, text])) };
  if (kind === '营业执照') return { ...filled, kind: isTrader ? '个体工商户' : '单位' };
  return whose === 'party' ? { ...filled, kind: '个人', idType: '居民身份证' } : filled;
}
