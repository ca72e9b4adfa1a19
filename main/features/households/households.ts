import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Party, PartyDetails } from '../../../shared/identity/party.ts';
import { householdKeyOf } from '../../../shared/identity/household-key.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { initialsOf } from '../../../shared/chinese/pinyin.ts';
import { type FeatureContext, nowOf, emitChanged, todayOf } from '../context.ts';
import { invalid, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { readOffice } from '../staff/settings.ts';
import { partyOf } from './party.ts';
import { formerNameTable, type HouseholdRow, householdTable } from '../../platform/store/tables/cases.ts';

/** What the file is known by on screen: the code in full, an ID number only by its last four. */
export const shownKey = (row: Pick<HouseholdRow, 'keyKind' | 'uscc' | 'idNumber'>): string =>
  row.keyKind === 'uscc'
    ? row.uscc
    : row.keyKind === 'id'
      ? `证件尾号${row.idNumber.slice(-4)}`
      : '临时编号（证照待补）';

/** Households (一户式档案): one target is one household for ever (第三十五条). */
export function createHouseholds(context: FeatureContext) {
  const { store, audit } = context;

  async function create(details: PartyDetails): Promise<Party> {
    refuseFaulty(details);
    const moment = nowOf(context);
    const key = keyTextOf(details);
    const row: HouseholdRow = {
      id: newId(),
      office: readOffice(store).code,
      ...normalised(details),
      keyText: key.text,
      keyKind: key.kind,
      version: 1,
      createdAt: moment,
      updatedAt: moment,
    };
    await store.unit.run(async (tx) => {
      refuseDuplicate(key.text, details);
      await tx.insert(householdTable, row);
      index(row);
      audit.append({ verb: '建立一户式档案', what: row.name, subjectId: row.id, detail: { ...details } });
    });
    emitChanged(context, ['households']);
    return partyOf(row);
  }

  /** Changes the identity; the key moves only from a temporary one to a real one, a rename keeps the old name. */
  async function update({
    householdId,
    version,
    reason,
    ...details
  }: PartyDetails & { householdId: string; version: number; reason: string }): Promise<Party> {
    refuseFaulty(details);
    const row = await store.unit.run(async (tx) => {
      const before = await tx.findOneBy(householdTable, { id: householdId });
      if (!before) throw notFound('household');
      if (before.version !== version)
        throw new RefusalError({ code: 'stale', what: before.name, by: '其他人', at: before.updatedAt });
      const key = keyTextOf(details);
      if (key.text !== before.keyText) refuseKeyChange(before, key.text, details);
      const after: HouseholdRow = {
        ...before,
        ...normalised(details),
        keyText: key.text,
        keyKind: key.kind,
        version: version + 1,
        updatedAt: nowOf(context),
      };
      await tx.update(householdTable, { id: householdId }, after);
      if (after.name !== before.name)
        await tx.insert(formerNameTable, { id: newId(), householdId, name: before.name, until: todayOf(context) });
      await reindex(tx, after);
      audit.append({
        verb: '修改当事人信息',
        what: after.name,
        subjectId: householdId,
        detail: { reason, before: partyOf(before), after: partyOf(after) },
      });
      return after;
    });
    emitChanged(context, ['households', 'cases']);
    return partyOf(row);
  }

  function refuseDuplicate(keyText: string, details: PartyDetails): void {
    const known = store.get<{
      id: string;
      name: string;
      keyKind: HouseholdRow['keyKind'];
      uscc: string;
      idNumber: string;
    }>('select id, name, keyKind, uscc, idNumber from household where keyText = ?', keyText);
    if (known)
      throw new RefusalError({
        code: 'duplicate',
        householdId: known.id,
        name: known.name,
        key: shownKey({ ...known, ...details, keyKind: known.keyKind }),
      });
  }

  function refuseKeyChange(before: HouseholdRow, keyText: string, details: PartyDetails): void {
    if (before.keyKind !== 'temporary') {
      const field = before.keyKind === 'uscc' ? 'uscc' : 'idNumber';
      const label = field === 'uscc' ? '统一社会信用代码' : '证件号码';
      throw invalid([
        {
          field,
          label,
          sentence: `${label}是这份一户式档案的编号，不能改成别的；若是另一个当事人，请新建档案。`,
          article: 35,
        },
      ]);
    }
    refuseDuplicate(keyText, details);
  }

  function index(row: HouseholdRow, formerNames: string[] = []): void {
    const body = [row.uscc, row.idNumber, row.phone, row.legalRep, row.address, ...formerNames]
      .filter(Boolean)
      .join('\n');
    const hidden = [row.name, ...formerNames].map(initialsOf).join('\n');
    context.search.put(
      { kind: 'household', refId: row.id, caseId: null, householdId: row.id, title: row.name, body, at: row.updatedAt },
      hidden,
    );
  }

  async function reindex(tx: EntityManager, row: HouseholdRow): Promise<void> {
    const former = await tx.findBy(formerNameTable, { householdId: row.id });
    index(
      row,
      former.map((formerName) => formerName.name),
    );
  }

  return { create, update };
}

function keyTextOf(details: PartyDetails): { kind: HouseholdRow['keyKind']; text: string } {
  const key = householdKeyOf(details);
  return key.kind === 'id' ? { kind: 'id', text: createHash('sha256').update(key.text).digest('hex') } : key;
}

const normalised = (details: PartyDetails): PartyDetails => ({
  ...details,
  uscc: details.uscc.trim().toUpperCase(),
  idNumber: details.idNumber.trim().toUpperCase(),
});

function refuseFaulty(details: PartyDetails): void {
  const problems = partyProblems(details);
  if (problems.length > 0) throw invalid(problems);
}
