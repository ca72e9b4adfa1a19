import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { CaseFile } from '../../../shared/case-file.ts';
import { periodsOf, watchedDate } from '../../../shared/periods/periods.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import { type FeatureContext, nowOf, emitChanged, todayOf } from '../context.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import { readOffice } from '../staff/settings.ts';
import { casePartyTable, caseTable, type CaseRow, periodTable } from '../../platform/store/tables/cases.ts';
import { readCaseFile, readWholeCase, shownTo } from './case-file.ts';

export type Cases = ReturnType<typeof createCases>;

/** Cases (案件/办件): one record from the registered source to the filed volume. */
export function createCases(context: FeatureContext, definitions: Definitions) {
  const { store, audit, search } = context;

  const periodsNow = (file: CaseFile): Period[] =>
    periodsOf(file, context.editions.periodRules(), context.editions.calendar());

  /** The snapshot and its running periods; refuses who has nothing to do with the case. */
  function open(caseId: string): { file: CaseFile; periods: Period[] } {
    requireAccess(context, caseId);
    const whole = readWholeCase(context, caseId);
    return { file: shownTo(context, whole), periods: periodsNow(whole) };
  }

  async function keepPeriods(tx: EntityManager, file: CaseFile): Promise<void> {
    const caseId = file.case.id;
    await tx.delete(periodTable, { caseId });
    const rows = periodsNow(file).map((period) => ({
      caseId,
      ruleId: period.ruleId,
      subjectId: period.subjectId,
      partyId: period.partyId ?? '',
      due: period.due,
      warnAt: watchedDate(period),
      metAt: period.metAt,
      harm: period.harm,
      period,
    }));
    if (rows.length > 0) await tx.insert(periodTable, rows);
  }

  /** To be called in the unit of work of every change: periods and search follow the case. */
  async function refreshDerived(tx: EntityManager, caseId: string): Promise<void> {
    const file = readWholeCase(context, caseId);
    await keepPeriods(tx, file);
    // What happens in one case may start or meet periods of the others about the same decision.
    for (const { id } of file.linked) await keepPeriods(tx, readWholeCase(context, id));
    const names = file.parties.map((party) => party.name);
    search.put({
      kind: 'case',
      refId: caseId,
      caseId,
      householdId: file.parties[0]?.householdId ?? null,
      title: file.case.causeName,
      body: [file.case.number, ...names].filter(Boolean).join('\n'),
      at: file.case.createdAt,
    });
  }

  async function begin({
    procedure,
    householdId,
    causeName,
    officerIds,
    followsId,
  }: {
    procedure: string;
    householdId: string;
    causeName: string;
    officerIds: string[];
    followsId: string | null;
  }): Promise<CaseFile> {
    if (!definitions.procedures.has(procedure)) throw notFound('template');
    if (!store.get('select 1 from household where id = ?', householdId)) throw notFound('household');
    requireKnownOfficers(officerIds);
    if (followsId !== null) requireAccess(context, followsId);
    const moment = nowOf(context);
    const row: CaseRow = {
      id: newId(),
      office: readOffice(store).code,
      number: '',
      procedure,
      causeName,
      state: 'source',
      unitId: context.operator.unitId,
      officerIds,
      createdAt: moment,
      createdBy: context.operator.personId,
      updatedAt: moment,
      closedAt: null,
      followsId,
      version: 1,
    };
    await store.unit.run(async (tx) => {
      await tx.insert(caseTable, row);
      await tx.insert(casePartyTable, { caseId: row.id, householdId, position: 0, leftAt: null, leftReason: null });
      replaceOfficers(row.id, officerIds);
      audit.append({
        verb: '登记办件',
        what: causeName,
        subjectId: row.id,
        caseId: row.id,
        detail: { procedure, householdId, officerIds, followsId },
      });
      await refreshDerived(tx, row.id);
    });
    emitChanged(context, ['today', 'case', 'household'], row.id);
    return readCaseFile(context, row.id);
  }

  async function update({
    caseId,
    version,
    causeName,
    officerIds,
    followsId,
  }: {
    caseId: string;
    version: number;
    causeName: string;
    officerIds: string[];
    followsId?: string | null | undefined;
  }): Promise<CaseFile> {
    requireAccess(context, caseId);
    requireKnownOfficers(officerIds);
    await change(caseId, '修改案件登记', (before) => {
      // Who keeps a link that somebody else made need not be able to open the case.
      if (followsId && followsId !== before.followsId) requireFollowable(caseId, followsId);
      if (before.version !== version)
        throw new RefusalError({ code: 'stale', what: before.causeName, by: '其他人', at: before.updatedAt });
      if (before.state !== 'source' && new Set(officerIds).size < 2) {
        throw invalidField('officerIds', '承办人', '立案后承办人不得少于两人，请再选一名有执法证的承办人。', 18);
      }
      return { causeName, officerIds, ...(followsId === undefined ? {} : { followsId }) };
    });
    return readCaseFile(context, caseId);
  }

  /** Changes the record of a case inside a unit of work and keeps officers, periods, search and audit in step. */
  async function change(
    caseId: string,
    verb: string,
    edit: (
      before: CaseRow,
    ) => Partial<Pick<CaseRow, 'number' | 'causeName' | 'officerIds' | 'state' | 'closedAt' | 'unitId' | 'followsId'>>,
  ): Promise<void> {
    await store.unit.run(async (tx) => {
      const before = await tx.findOneBy(caseTable, { id: caseId });
      if (!before) throw notFound('case');
      const changes = edit(before);
      await tx.update(
        caseTable,
        { id: caseId },
        { ...changes, version: before.version + 1, updatedAt: nowOf(context) },
      );
      if (changes.officerIds) replaceOfficers(caseId, changes.officerIds);
      const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof CaseRow]]));
      audit.append({
        verb,
        what: changes.causeName ?? before.causeName,
        subjectId: caseId,
        caseId,
        detail: { before: old, after: changes },
      });
      await refreshDerived(tx, caseId);
      if (changes.followsId !== undefined && before.followsId !== null) await refreshDerived(tx, before.followsId);
    });
    emitChanged(context, ['today', 'case', 'household'], caseId);
  }

  /** A case follows one that may be opened and neither is it nor follows on it. */
  function requireFollowable(caseId: string, followsId: string): void {
    requireAccess(context, followsId);
    const after = readWholeCase(context, caseId).linked.some(
      ({ id, stands }) => id === followsId && stands === 'later',
    );
    if (followsId === caseId || after)
      throw invalidField('followsId', '所涉案件', '所选案件是本案自己或者本案的后续案件，请选作出决定的案件。');
  }

  function replaceOfficers(caseId: string, officerIds: string[]): void {
    store.db.prepare('delete from case_officer where caseId = ?').run(caseId);
    for (const personId of new Set(officerIds))
      store.db.prepare('insert into case_officer (caseId, personId) values (?, ?)').run(caseId, personId);
  }

  function requireKnownOfficers(officerIds: string[]): void {
    for (const personId of officerIds) {
      const person = store.get<{ name: string; certNo: string; active: number }>(
        'select name, certNo, active from person where id = ?',
        personId,
      );
      if (!person || person.active !== 1) throw notFound('person');
      if (person.certNo === '')
        throw invalidField(
          'officerIds',
          '承办人',
          `${person.name}没有登记执法证，不能作为承办人；请在“设置—人员”补登执法证。`,
          18,
        );
    }
  }

  /** Counts the periods of every open case again: when a calendar year was entered, and when windows may have lapsed since yesterday. */
  async function recount(): Promise<void> {
    for (const { id } of store.all<{ id: string }>("select id from case_record where state <> 'filed'")) {
      await store.unit.run((tx) => refreshDerived(tx, id));
    }
  }

  /** Cases with a window of the party, or a day to pay, that passed before today: what follows on it may start now (申请法院执行, 加处罚款). */
  async function followLapses(): Promise<void> {
    const today = todayOf(context);
    const followed = context.editions
      .periodRules()
      .flatMap(({ start }) => start.flatMap((event) => ('endOf' in event ? [event.endOf] : [])));
    // The hint keeps it to the periods that are open: left alone, `distinct` walks all of them at every log-in.
    for (const { caseId } of store.all<{ caseId: string }>(
      "select distinct caseId from period indexed by period_open where metAt is null and due < ? and (json_extract(period, '$.lapses') = 1 or ruleId in (select value from json_each(?)))",
      today,
      JSON.stringify(followed),
    )) {
      await store.unit.run((tx) => refreshDerived(tx, caseId));
    }
  }

  return { open, begin, update, change, keepUp: refreshDerived, recount, followLapses };
}
