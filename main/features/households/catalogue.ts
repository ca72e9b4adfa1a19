import type { Paper } from '../../../shared/case-file.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { householdKeyOf, shownKey } from '../../../shared/identity/household-key.ts';
import { caseStateWords, numberWords, paperStatusWords } from '../../../shared/procedure/case-words.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import type { Printed } from '../../platform/print/compose.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import type { Printer } from '../../platform/print/printer.ts';
import type { CatalogueRecord, HouseholdCatalogue } from '../../platform/print/sheets/household-catalogue.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { openable } from '../staff/access.ts';
import { readOffice } from '../staff/settings.ts';
import { entries, entryTitle, ofMembers, openHousehold } from './history.ts';
import { membersOf, rootOf } from './merged.ts';

/** A list of more records is read on the screen; these print in some seconds. */
const LONGEST = 1000;

export type PrintCatalogue = (householdId: string) => Promise<Printed & { name: string }>;

/** Prints 一户式目录: the cases this person may open with their papers, exhibits, recordings, volumes and hand-overs. */
export const householdCatalogue =
  (context: FeatureContext, printer: Pick<Printer, 'householdCatalogue'>): PrintCatalogue =>
  async (householdId) => {
    const catalogue = catalogueOf(context, householdId);
    context.looks.note({ kind: '一户式目录', what: catalogue.party, subjectId: householdId, caseId: '' });
    const printed = await printer.householdCatalogue(catalogue).catch(printRefusal);
    return { ...printed, name: `一户式目录 ${catalogue.party}` };
  };

function catalogueOf(context: FeatureContext, householdId: string): HouseholdCatalogue {
  const { party, formerNames, cases, merged } = openHousehold(context, householdId);
  const newest = recordsOf(context, householdId);
  const listed = newest.slice(0, LONGEST);
  const facts: [string, string][] = [
    ['编号', shownKey({ ...party, keyKind: householdKeyOf(party).kind })],
    [party.kind === '单位' ? '法定代表人（负责人）' : '经营者', party.legalRep],
    ['地址', party.address],
    ['电话', party.phone],
    ['合并的档案', merged.map(({ name, key }) => `${name}（${key}）`).join('、')],
    ['曾用名', formerNames.map(({ name, until }) => `${name}（至${chineseDay(until)}）`).join('、')],
  ];
  return {
    office: readOffice(context.office.store).name,
    party: party.name,
    facts: facts.filter(([, text]) => text !== ''),
    cases: cases.map(({ id, causeName, number, state }) => ({
      causeName,
      number: numberWords(number),
      state: caseStateWords[state],
      records: listed
        .filter(({ caseId }) => caseId === id)
        .map(recordOf)
        .toReversed(),
    })),
    isCut: newest.length > LONGEST,
    printedAt: nowOf(context),
    printedBy: context.operator.name,
  };
}

interface Row {
  at: string;
  kind: string;
  caseId: string;
  title: string;
  number: string | null;
  status: Paper['status'] | null;
  pages: number | null;
  originality: string | null;
}

/** The newest first, one more than are listed. */
function recordsOf(context: FeatureContext, householdId: string): Row[] {
  const { store, operator } = context;
  const access = openable(operator);
  const members = membersOf(context, rootOf(context, householdId));
  return store.all<Row>(
    `select entry.at, entry.kind, entry.caseId, ${entryTitle}, paper.number, paper.status, coalesce(paper.pages, volume.pages) as pages,
       originality from ${entries}
     where ${ofMembers(members)} and entry.kind <> '案件' and ${access.sql} order by entry.at desc limit @length`,
    { members: JSON.stringify(members), length: LONGEST + 1, ...access.params },
  );
}

function recordOf({ at, kind, title, number, status, pages, originality }: Row): CatalogueRecord {
  return {
    day: dayOf(at),
    kind,
    title,
    number: number ?? '',
    extent: pages === null ? '' : `${pages} 页`,
    state: status === null ? (originality ?? '') : paperStatusWords[status],
  };
}
