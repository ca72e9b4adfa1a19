import { papersOf, type CaseFile, type ChainedCase, type Paper } from '../case-file.ts';
import { sumsOf, workersWords } from '../identity/case-worker.ts';
import type { Party } from '../identity/party.ts';
import { papersConcerning } from './parties.ts';
import { servedDay } from './service.ts';
import { drafted } from './drafts.ts';
import { onlyPerson } from './case-people.ts';
import { sourcesToAnswer, unanswered } from './sources.ts';
import { paperIds } from '../template/paper-ids.ts';
import { rowOfWorker } from './workers-table.ts';
import { isFilled } from '../template/conditions.ts';
import { tieOf, valueOfFact } from '../template/person-ties.ts';
import type { Field, Template } from '../template/template.ts';
import { fieldsOf } from '../template/template.ts';
import type { FieldValue, RowValue, Values } from '../template/values.ts';

/** Facts of the case this one was begun from that fields may be carried over from. */
export const ORIGIN_FACTS = ['source', 'reference'] as const satisfies (keyof ChainedCase)[];

interface Carried {
  value: FieldValue;
  /** Where it came from, in the clerk's words: 来自 立案审批表. */
  origin: string;
}

/** Origin of what comes from the party's household. */
export const PARTY_ORIGIN = '来自 一户式档案';
/** Origin of what comes from the 案由 of the case. */
const CAUSE_ORIGIN = '来自 案由';

/** Facts of an issued paper that other papers may quote besides its fields; `servedOn` is the day its 送达回证 proves. */
export const PAPER_FACTS = ['number', 'name', 'servedOn'] as const;

/**
 * The value a field takes over from the case (typed once, 第四条), with its origin; undefined when there is none or it does not fit.
 * `now` is `YYYY-MM-DDTHH:mm` and only needed for fields carried from `now`.
 */
export function carried(field: Field, file: CaseFile, now?: string): Carried | undefined {
  for (const path of field.from?.split(' | ') ?? []) {
    const found = sourceOf(path, field, file) ?? lookUp(path, file, now);
    const value = found === undefined ? undefined : withCells(field, fitting(field, found.value), file);
    if (found !== undefined && value !== undefined && isFilled(value)) return { value, origin: found.origin };
  }
  return undefined;
}

/** What the cells of a new row begin with: a penalty with the provisions of its 案由. */
export const newRow = (field: Field, file: CaseFile): RowValue =>
  Object.fromEntries(
    (field.fields ?? []).flatMap((cell) => {
      const value = cell.from === undefined ? undefined : carriedValue(cell, file);
      // A row holds no rows of its own.
      return value === undefined ? [] : [[cell.key, value as RowValue[string]]];
    }),
  );

/** Rows that were carried over, with what their empty cells take from the case. */
function withCells(field: Field, value: FieldValue | undefined, file: CaseFile): FieldValue | undefined {
  if (field.type !== 'rows' || !Array.isArray(value) || field.fields?.every(({ from }) => from === undefined))
    return value;
  const first = newRow(field, file);
  return (value as RowValue[]).map((row) => ({
    ...row,
    ...Object.fromEntries(Object.entries(first).filter(([key]) => !isFilled(row[key]))),
  }));
}

export const carriedValue = (field: Field, file: CaseFile, now?: string): FieldValue | undefined =>
  carried(field, file, now)?.value;

/** 来自 立案审批表, 来自 一户式档案 …; undefined when the field is not carried over. */
export const originOf = (field: Field, file: CaseFile, now?: string): string | undefined =>
  carried(field, file, now)?.origin;

/** The values a new paper of this template begins with: carried values, else defaults; a flag begins unticked, not unknown. */
export function initialValues(template: Template, file: CaseFile, now?: string): Values {
  const values: Values = {};
  for (const field of fieldsOf(template)) {
    const value = carriedValue(field, file, now) ?? field.default ?? (field.type === 'flag' ? false : undefined);
    if (value !== undefined) values[field.key] = value;
  }
  return values;
}

const sourcesOf = (field: Field): string[] => field.from?.split(' | ') ?? [];
const isOfParty = (field: Field): boolean => sourcesOf(field).some((source) => source.startsWith('party.'));

/** Whether papers of this template state a party, so that one of several must be chosen. */
export const statesParty = (template: Template): boolean => fieldsOf(template).some(isOfParty);

/** The party a paper names; undefined while it names nobody of the case. */
export function partyOfPaper(
  template: Template,
  paper: Pick<Paper, 'values' | 'partyId'>,
  file: CaseFile,
): Party | undefined {
  const names = fieldsOf(template)
    .filter((field) => sourcesOf(field).includes('party.name'))
    .map((field) => paper.values[field.key]);
  return (
    file.parties.find((party) => party.householdId === paper.partyId) ??
    file.parties.find((party) => names.includes(party.name))
  );
}

const isSame = (value: FieldValue | null | undefined, other: FieldValue | null | undefined): boolean =>
  JSON.stringify(value ?? null) === JSON.stringify(other ?? null);

/**
 * What changes in a paper that is made out to another party: who they are, and whatever still stands as it was carried over from the
 * former one's papers. What the other party's record leaves open is emptied, so that nothing of the former one stays.
 * @param from the case as the former party's papers see it @param to as those of the new one do
 */
export function valuesForParty(template: Template, values: Values, from: CaseFile, to: CaseFile): Values {
  const changed: Values = {};
  for (const field of fieldsOf(template)) {
    const [before, after] = [carried(field, from), carried(field, to)];
    const replaced = isOfParty(field)
      ? after === undefined || after.origin === PARTY_ORIGIN
      : before !== undefined && isSame(values[field.key], before.value);
    if (replaced && !isSame(values[field.key], after?.value)) changed[field.key] = after?.value ?? null;
  }
  return changed;
}

/**
 * What changes in a draft because what it was carried over from is other now: whatever is empty, or still stands as it was carried. What
 * was typed by hand stays.
 * @param from the case as the draft was filled from it @param to as it is now
 */
export function valuesFollowing(template: Template, values: Values, from: CaseFile, to: CaseFile): Values {
  const changed: Values = {};
  for (const field of fieldsOf(template)) {
    const [before, after] = [carriedValue(field, from), carriedValue(field, to)];
    const value = values[field.key] ?? null;
    const stands = value === null || !isFilled(value) || isSame(value, before ?? field.default);
    if (stands && !isSame(before, after) && !isSame(value, after)) changed[field.key] = after ?? null;
  }
  return changed;
}

function lookUp(path: string, file: CaseFile, now: string | undefined): Carried | undefined {
  if (path === 'today') return { value: file.today, origin: '今天的日期' };
  if (path === 'now') return now === undefined ? undefined : { value: now, origin: '现在的时间' };
  // It is known once the chain of approval is complete, see `valuesByApproval`.
  if (path === 'approval') return undefined;
  if (path.startsWith('draft.')) return fromDraft(file, path.slice('draft.'.length));
  if (path === 'registrar') return registrarOf(file);
  if (path === 'officers') return { value: officerRows(file), origin: '来自 本案承办人' };
  const [source, key = '', paperKey = ''] = path.split('.');
  if (source === 'party' && key === 'others')
    return file.parties.length < 2
      ? undefined
      : { value: file.parties.slice(1).map(described).join('；'), origin: PARTY_ORIGIN };
  if (source === 'party') return plain(file.parties[0], key, PARTY_ORIGIN);
  if (source === 'case') return plain(file.case, key, '来自 案件登记');
  if (source === 'office') return plain(file.office, key, '来自 本单位设置');
  if (source === 'origin') return fromOrigin(file, key, paperKey);
  if (source === 'unanswered') return fromPaper(file, toBeAnswered(file), key);
  if (source === 'cause') return fromCause(file.cause, key);
  const whole = withEarlier(file);
  return fromPaper(whole, newest(file, key) ?? newest(whole, key), paperKey);
}

/** A text or choice the file tells by itself, to be changed at will. */
function fromDraft(file: CaseFile, name: string): Carried | undefined {
  const value = drafted(name, file);
  return value === undefined ? undefined : { value, origin: '按本案材料拟写' };
}

/** What comes from the lists of the case, by what the field asks for. */
function sourceOf(path: string, field: Field, file: CaseFile): Carried | undefined {
  if (path === 'person') return fromPerson(field, file);
  return path.startsWith('workers') ? fromWorkers(path, field, file) : undefined;
}

/** 劳动者名单 itself, or what it says in sum; nothing while it is empty. */
function fromWorkers(path: string, field: Field, { workers }: CaseFile): Carried | undefined {
  if (workers.length === 0) return undefined;
  const { count, owed } = sumsOf(workers);
  const sums: Readonly<Record<string, FieldValue>> = {
    'workers.count': count,
    'workers.owed': owed,
    'workers.words': workersWords(workers),
  };
  const rows = workers.map((worker) => rowOfWorker(worker, field.fields ?? []));
  return { value: sums[path] ?? rows, origin: '来自 劳动者名单' };
}

/** What the case knows of the one person who is what the field asks about (受伤职工). */
function fromPerson(field: Field, file: CaseFile): Carried | undefined {
  const tie = tieOf(field);
  const person = tie === undefined ? undefined : onlyPerson(file, tie.part);
  const value =
    tie === undefined || person === undefined ? undefined : valueOfFact({ field, fact: tie.fact }, person, file.today);
  return value === undefined ? undefined : { value, origin: '来自 本案人员' };
}

/** Of the 案由: its provisions and texts, or its questions as rows to be answered. */
function fromCause(cause: CaseFile['cause'], key: string): Carried | undefined {
  if (key === 'questions') return cause === null ? undefined : { value: cause.questions, origin: CAUSE_ORIGIN };
  return plain(cause ?? undefined, key, CAUSE_ORIGIN);
}

/** Who registered the case, as the office knows them. */
function registrarOf({ case: { registeredBy }, officers }: CaseFile): Carried | undefined {
  const person = officers.find(({ personId }) => personId === registeredBy);
  return person === undefined ? undefined : { value: person.name, origin: '来自 案件登记' };
}

/** 「陈福来（居民身份证：……，住址：……）」: another party of the case, in a paper that is about them all. */
function described({ name, kind, uscc, idType, idNumber, address }: Party): string {
  const code = kind === '个人' ? [`${idType || '身份证件'}：`, idNumber] : ['统一社会信用代码：', uscc];
  const facts = [code, [kind === '个人' ? '住址：' : '住所：', address]]
    .filter(([, fact]) => fact !== '')
    .map((parts) => parts.join(''));
  return facts.length === 0 ? name : `${name}（${facts.join('，')}）`;
}

function plain(record: object | undefined, key: string, origin: string): Carried | undefined {
  const value: unknown = record === undefined ? undefined : Reflect.get(record, key);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { value, origin }
    : undefined;
}

function fromPaper(file: CaseFile, paper: Paper | undefined, key: string): Carried | undefined {
  if (paper === undefined) return undefined;
  if (key === 'servedOn') {
    const day = servedDay(file, paper);
    return day === null ? undefined : { value: day, origin: `来自 ${paper.name}的送达回证` };
  }
  const value = PAPER_FACTS.some((fact) => fact === key) ? plain(paper, key, '')?.value : paper.values[key];
  return value === undefined ? undefined : { value, origin: `来自 ${paper.name}` };
}

/** Of several complaints (并案) the first that nobody has begun to answer. */
function toBeAnswered(file: CaseFile): Paper | undefined {
  return sourcesToAnswer(file).length < 2
    ? undefined
    : unanswered(file, papersOf(file, paperIds.sourceResultNotice, true))[0];
}

/** Facts of the case this one was begun from (由本案另立案件), or what one of its papers says. */
function fromOrigin(file: CaseFile, key: string, paperKey: string): Carried | undefined {
  const origin = originCase(file);
  if (origin === undefined) return undefined;
  if (paperKey === '') return plain(origin, key, '来自 来源案件');
  const there = { ...file, papers: origin.papers };
  const found = fromPaper(there, newest(there, key), paperKey);
  return found === undefined ? undefined : { ...found, origin: found.origin.replace('来自 ', '来自 来源案件的') };
}

export const originCase = ({ chain }: Pick<CaseFile, 'chain'>): ChainedCase | undefined =>
  chain.find(({ stands }) => stands === 'origin');

/** The templates whose papers are quoted from the case a new one was begun from. */
export const quotedOfOrigin = (templates: Iterable<Template>): string[] => [
  ...new Set(
    [...templates]
      .flatMap(fieldsOf)
      .flatMap(sourcesOf)
      .flatMap((path) => /^origin\.([A-Z]\w+)\./.exec(path)?.[1] ?? []),
  ),
];

/** The case with the papers of the case it follows, so that an application to enforce a decision need not be typed anew. */
const withEarlier = (file: CaseFile): CaseFile =>
  file.linked.length === 0
    ? file
    : {
        ...file,
        papers: [
          ...file.linked
            .filter(({ stands }) => stands === 'earlier')
            .flatMap((linked) => papersConcerning(file, linked)),
          ...file.papers,
        ],
      };

/** The newest issued paper of a template; before any is issued, the newest draft. */
function newest(file: CaseFile, templateId: string): Paper | undefined {
  const papers = file.papers.filter((paper) => paper.templateId === templateId && paper.status !== 'void');
  return papers.findLast((paper) => paper.status === 'issued') ?? papers.at(-1);
}

function officerRows(file: CaseFile): { personId: string; name: string; certNo: string }[] {
  return file.case.officerIds.flatMap((id) => {
    const officer = file.officers.find((candidate) => candidate.personId === id);
    return officer === undefined ? [] : [{ personId: officer.personId, name: officer.name, certNo: officer.certNo }];
  });
}

/** Turns a value into what the field holds (moment → day, people → names, list → text); undefined when it cannot. */
function fitting(field: Field, value: FieldValue): FieldValue | undefined {
  switch (field.type) {
    case 'text':
    case 'longText':
      return asText(value);
    case 'date':
      return typeof value === 'string' ? value.slice(0, 10) : undefined;
    case 'dateTime':
      return typeof value === 'string' && value.length >= 16 ? value.slice(0, 16) : undefined;
    case 'choice':
      return typeof value === 'string' ? choiceOf(field.choices ?? [], value) : undefined;
    case 'number':
    case 'money':
      return typeof value === 'number' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'officers':
    case 'rows':
    case 'choices':
    case 'papers':
    case 'exhibits':
      return Array.isArray(value) ? value : undefined;
  }
}

/** The choice itself, or the only one that ends with it: 处理 proposed is 行政处理 announced. */
function choiceOf(choices: readonly string[], value: string): string | undefined {
  if (choices.includes(value)) return value;
  const longer = value === '' ? [] : choices.filter((choice) => choice.endsWith(value));
  return longer.length === 1 ? longer[0] : undefined;
}

function asText(value: FieldValue): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((element) => (typeof element === 'string' ? element : element.name));
  return parts.every((part) => typeof part === 'string') ? parts.join('、') : undefined;
}
