import { fullPinyinOf } from '../../../shared/chinese/pinyin.ts';
import type { SimilarBy, SimilarHousehold } from '../../../shared/contract/households.ts';
import { coreOfName, isSimilarName, plainName } from '../../../shared/identity/party-name.ts';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import type { FeatureContext } from '../context.ts';
import { hitOf } from './find.ts';
import { keyOfParty } from './household-details.ts';
import { rootOf } from './merged.ts';

type Asked = Pick<PartyDetails, 'kind' | 'name' | 'uscc' | 'idType' | 'idNumber' | 'phone'> & { except: string | null };

/** Households whose name is looked at more closely, the most alike by the index first. */
const LOOKED_AT = 40;
const SHOWN = 5;
/** A surname alone is like too many. */
const SHORTEST_NAME = 2;

/**
 * The households that a party which is being typed may have already (第三十五条, one target one file): the same code or ID number, the same
 * name in another spelling, the same phone, a name much alike; those first that leave no doubt.
 */
export function similarHouseholds(context: FeatureContext, asked: Asked): SimilarHousehold[] {
  const found = new Map<string, SimilarBy[]>();
  const add = (by: SimilarBy, ids: readonly string[]): void => {
    const roots = new Set(ids.map((id) => rootOf(context, id)));
    for (const id of roots) if (id !== asked.except) found.set(id, [...(found.get(id) ?? []), by]);
  };
  add('号码相同', sameKey(context, asked));
  const named = namedAlike(context, asked);
  add('名称相同', named.same);
  add('名称同音', named.sounding);
  add('电话相同', samePhone(context, asked));
  add('名称相近', named.similar);
  return [...found].slice(0, SHOWN).flatMap(([id, by]) => hitOf(context, id).map((hit) => ({ ...hit, by })));
}

const idsOf = ({ store }: FeatureContext, sql: string, ...params: unknown[]): string[] =>
  store.all<{ id: string }>(sql, ...params).map(({ id }) => id);

function sameKey(context: FeatureContext, asked: Asked): string[] {
  const { keyKind, keyText } = keyOfParty({ ...asked, address: '' });
  return keyKind === 'temporary' ? [] : idsOf(context, 'select id from household where keyText = ?', keyText);
}

const samePhone = (context: FeatureContext, { phone }: Asked): string[] =>
  phone.trim() === ''
    ? []
    : idsOf(context, 'select id from household where phone = ? order by updatedAt desc limit ?', phone.trim(), SHOWN);

function namedAlike(context: FeatureContext, { kind, name }: Asked): Record<'same' | 'sounding' | 'similar', string[]> {
  const alike = { same: [] as string[], sounding: [] as string[], similar: [] as string[] };
  if ([...plainName(name)].length < SHORTEST_NAME) return alike;
  const core = coreOfName(name);
  for (const [id, names] of candidates(context, name)) {
    if (names.some((other) => plainName(other.name) === plainName(name))) alike.same.push(id);
    else if (names.some((other) => soundsLike(other.name, core) && coreOfName(other.name) !== core))
      alike.sounding.push(id);
    // People of one surname are no likely slip for each other.
    else if (kind !== '个人' && names.some((other) => other.kind !== '个人' && isSimilarName(other.name, name)))
      alike.similar.push(id);
  }
  return alike;
}

const soundsLike = (name: string, core: string): boolean => fullPinyinOf(coreOfName(name)) === fullPinyinOf(core);

type Named = Pick<HouseholdRow, 'id' | 'name' | 'kind'>;

/** Households whose names share most with what is typed, each with its former names. */
function candidates({ store, search }: FeatureContext, name: string): Map<string, Named[]> {
  const text = coreOfName(name);
  const ids = JSON.stringify(search.near('household', { text, sound: fullPinyinOf(text) }, LOOKED_AT));
  const names = store.all<Named>(
    `select household.id, household.name, kind from json_each(@ids) near cross join household on household.id = near.value
     union all select household.id, former_name.name, kind from json_each(@ids) near cross join household on household.id = near.value
     join former_name on former_name.householdId = household.id`,
    { ids },
  );
  return Map.groupBy(names, ({ id }) => id);
}
