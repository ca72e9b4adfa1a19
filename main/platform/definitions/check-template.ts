import { CaseCause } from '../../../shared/causes/case-cause.ts';
import { CaseRecord, Office } from '../../../shared/case-file.ts';
import { PartyDetails } from '../../../shared/identity/party.ts';
import { ORIGIN_FACTS, PAPER_FACTS } from '../../../shared/procedure/carry.ts';
import { draftNames } from '../../../shared/procedure/drafts.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { fieldsAsked } from '../../../shared/template/conditions.ts';
import type { Condition, Field, FieldType, Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { checkPeople } from './check-people.ts';
import type { Path, Source } from './source.ts';

/** Refuses, at a place of the template, for a Chinese reason. */
type Refuse = (path: Path, reason: string) => never;

const RECORDS: Readonly<Record<string, object>> = {
  party: { ...PartyDetails.shape, others: '' },
  case: CaseRecord.shape,
  office: Office.shape,
  cause: CaseCause.shape,
};

/** Checks a template that its schema cannot make: what its parts say about each other and about other templates. */
export function checkTemplate(
  source: Pick<Source, 'refuse'>,
  template: Template,
  templates: ReadonlyMap<string, Template>,
): void {
  const keys = new Set<string>();
  template.sections.forEach((section, s) =>
    section.fields.forEach((field, f) => {
      const path = ['sections', s, 'fields', f];
      if (keys.has(field.key)) source.refuse([...path, 'key'], `字段“${field.key}”写了两次`);
      keys.add(field.key);
    }),
  );
  template.sections.forEach((section, s) =>
    section.fields.forEach((field, f) => {
      checkField(field, keys, ['sections', s, 'fields', f], source.refuse);
      checkOrigin(field, templates, ['sections', s, 'fields', f, 'from'], source.refuse);
      field.fields?.forEach((column, c) =>
        checkOrigin(column, templates, ['sections', s, 'fields', f, 'fields', c, 'from'], source.refuse),
      );
    }),
  );
  checkPeople(template, source.refuse);
  template.signatures.forEach((role, index) =>
    checkCondition(role.when, keys, ['signatures', index, 'when'], source.refuse),
  );
  checkDay(template, keys, source.refuse);
  checkTitles(template, source.refuse);
  checkRules(template, keys, source.refuse);
  checkElements(template, keys, source.refuse);
  if (template.layout === 'letter' && template.body === undefined)
    source.refuse(['layout'], '公文式的文书要有正文body');
}

function checkField(field: Field, keys: ReadonlySet<string>, path: Path, refuse: Refuse): void {
  for (const part of ['required', 'when', 'formatWhen'] as const) {
    const condition = field[part];
    if (typeof condition === 'object') checkCondition(condition, keys, [...path, part], refuse);
  }
  const choosing = field.type === 'choice' || field.type === 'choices';
  if (choosing !== (field.choices !== undefined))
    refuse(
      [...path, 'type'],
      choosing ? `选择项“${field.label}”要列出choices` : `“${field.label}”不是选择项，不能有choices`,
    );
  if (choosing && typeof field.default === 'string' && !field.choices?.includes(field.default))
    refuse([...path, 'default'], `“${field.label}”的默认值不在choices中`);
  checkFixedRows(field, path, refuse);
  if (field.preprint && field.default === undefined)
    refuse([...path, 'preprint'], `“${field.label}”印在空白文书上的文字要写在default里`);
  if ((field.type === 'rows') !== (field.fields !== undefined))
    refuse(
      [...path, 'type'],
      field.type === 'rows' ? `表格“${field.label}”要有各列fields` : `“${field.label}”不是表格，不能有fields`,
    );
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    refuse([...path, 'min'], `“${field.label}”的min大于max`);
  checkColumns(field, keys, path, refuse);
}

/** Rows a table begins with name its columns, and choices that are there. */
function checkFixedRows(field: Field, path: Path, refuse: Refuse): void {
  if (Array.isArray(field.default) !== (field.type === 'rows' && field.default !== undefined))
    refuse([...path, 'default'], `“${field.label}”的默认值与它的类型不符`);
  if (!Array.isArray(field.default)) return;
  for (const [key, value] of field.default.flatMap((row) => Object.entries(row))) {
    const column = field.fields?.find((candidate) => candidate.key === key);
    if (column === undefined) refuse([...path, 'default'], `表格“${field.label}”没有“${key}”这一列`);
    else if (column.choices !== undefined && !column.choices.includes(String(value)))
      refuse([...path, 'default'], `“${column.label}”没有“${String(value)}”这一项`);
  }
}

/** Columns may ask about their neighbours and about the fields of the paper; they hold single values. */
function checkColumns(field: Field, keys: ReadonlySet<string>, path: Path, refuse: Refuse): void {
  const columns = field.fields ?? [];
  const known = new Set([...keys, ...columns.map((column) => column.key)]);
  columns.forEach((column, index) => {
    const columnPath = [...path, 'fields', index];
    if (columns.findIndex((other) => other.key === column.key) < index)
      refuse([...columnPath, 'key'], `列“${column.key}”写了两次`);
    if (column.type === 'rows' || column.type === 'officers')
      refuse([...columnPath, 'type'], `列“${column.label}”不能再是表格`);
    checkField(column, known, columnPath, refuse);
  });
}

function checkCondition(condition: Condition | undefined, keys: ReadonlySet<string>, path: Path, refuse: Refuse): void {
  const missing = condition === undefined ? undefined : fieldsAsked(condition).find((key) => !keys.has(key));
  if (missing !== undefined) refuse(path, `条件中的字段“${missing}”不存在`);
}

/** Kinds of fields whose values can stand for each other when they are carried over. */
const ALIKE: Readonly<Record<FieldType, readonly FieldType[]>> = {
  text: ['text', 'longText', 'choice', 'choices', 'officers', 'date', 'dateTime'],
  longText: ['text', 'longText', 'choice', 'choices', 'officers'],
  choice: ['choice', 'text'],
  date: ['date', 'dateTime'],
  dateTime: ['dateTime'],
  number: ['number', 'money'],
  money: ['money', 'number'],
  flag: ['flag'],
  choices: ['choices'],
  rows: ['rows'],
  officers: ['officers'],
  papers: ['papers'],
  exhibits: ['exhibits'],
};

function checkOrigin(field: Field, templates: ReadonlyMap<string, Template>, path: Path, refuse: Refuse): void {
  for (const origin of field.from?.split(' | ') ?? []) {
    const [record = '', key = '', paperKey = ''] = origin.split('.');
    const shape = RECORDS[record];
    if (record === 'draft' && !draftNames.some((name) => name === key)) refuse(path, `带入的来源“${origin}”不存在`);
    if (shape !== undefined && !Object.hasOwn(shape, key)) refuse(path, `带入的来源“${origin}”不存在`);
    const isPaper = record === 'paper' || (record === 'origin' && !ORIGIN_FACTS.some((fact) => fact === key));
    if (record === 'unanswered')
      checkPaperOrigin(field, templates, { origin, id: paperIds.sourceRegistration, key }, path, refuse);
    if (isPaper) checkPaperOrigin(field, templates, { origin, id: key, key: paperKey }, path, refuse);
  }
}

function checkPaperOrigin(
  field: Field,
  templates: ReadonlyMap<string, Template>,
  from: { origin: string; id: string; key: string },
  path: Path,
  refuse: Refuse,
): void {
  const template = templates.get(from.id);
  if (template === undefined) return refuse(path, `带入的来源“${from.origin}”所说的文书${from.id}不存在`);
  if (PAPER_FACTS.some((fact) => fact === from.key)) return undefined;
  const other = fieldsOf(template).find((candidate) => candidate.key === from.key);
  if (other === undefined)
    return refuse(path, `带入的来源“${from.origin}”不存在：${template.name}没有字段“${from.key}”`);
  if (!ALIKE[field.type].includes(other.type))
    refuse(path, `“${field.label}”不能由${template.name}的“${other.label}”带入，两者种类不同`);
  const columns = field.fields?.map((column) => column.key).join() ?? '';
  if (field.type === 'rows' && columns !== other.fields?.map((column) => column.key).join())
    refuse(path, `“${field.label}”与${template.name}的“${other.label}”各列不同，不能带入`);
  return undefined;
}

function checkDay(template: Template, keys: ReadonlySet<string>, refuse: Refuse): void {
  if (template.dateField === undefined) return;
  if (!keys.has(template.dateField)) refuse(['dateField'], `日期字段“${template.dateField}”不存在`);
  const field = fieldsOf(template).find((candidate) => candidate.key === template.dateField);
  if (field?.type !== 'date' && field?.type !== 'dateTime')
    refuse(['dateField'], `“${template.dateField}”不是日期字段`);
}

function checkTitles(template: Template, refuse: Refuse): void {
  const { titles } = template;
  if (titles === undefined) return;
  const field = fieldsOf(template).find((candidate) => candidate.key === titles.field);
  if (field?.type !== 'choice') refuse(['titles', 'field'], `“${titles.field}”不是单选字段，不能决定文书名称`);
  const unknown = Object.keys(titles.of).find((choice) => !field?.choices?.includes(choice));
  if (unknown !== undefined) refuse(['titles', 'of', unknown], `“${field?.label ?? ''}”没有“${unknown}”这一项`);
}

function checkRules(template: Template, keys: ReadonlySet<string>, refuse: Refuse): void {
  template.checks.forEach((check, index) => {
    const asked = check.kind === 'differ' ? check.fields : [check.first, check.next];
    const missing = asked.find((key) => !keys.has(key));
    if (missing !== undefined) refuse(['checks', index], `核对规则中的字段“${missing}”不存在`);
  });
}

function checkElements(template: Template, keys: ReadonlySet<string>, refuse: Refuse): void {
  for (const [element, fields] of Object.entries(template.elements ?? {})) {
    const missing = fields.find((key) => !keys.has(key));
    if (missing !== undefined) refuse(['elements', element], `决定书要素中的字段“${missing}”不存在`);
  }
  // 第二十六条 lists what every decision states, so a decision without its elements could never be checked.
  if (template.class === 'decision' && template.elements === undefined)
    refuse(['class'], '决定类文书要写明第二十六条的八项要素elements');
}
