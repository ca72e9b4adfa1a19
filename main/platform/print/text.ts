import { Liquid, type Template as Parsed } from 'liquidjs';
import { capitalOf } from '../../../shared/chinese/capital.ts';
import { isFilled } from '../../../shared/template/conditions.ts';
import { fieldsOf, type Field, type Template } from '../../../shared/template/template.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import { blank, blankValue } from './blank.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { chineseMoment, money } from './format.ts';
import { neutralAddress, type PaperJob } from './job.ts';
import type { Output } from './output-places.ts';
import { joined, roomOf, seam } from './seams.ts';

/** Turns Liquid text of a template into paragraphs. */
export interface Texts {
  paragraphs(source: string, job: PaperJob): string[];
  /** What it says of each field, in the order of the text. */
  outputs(source: string, job: PaperJob): Output[];
}

interface Named {
  name?: unknown;
  number?: unknown;
  title?: unknown;
}
const isRecord = (value: unknown): value is Named => typeof value === 'object' && value !== null;

function listed(value: unknown): string {
  if (!isRecord(value)) return said(value);
  if (typeof value.number === 'string') return `《${said(value.name)}》（${value.number}）`;
  if ('number' in value) return `《${said(value.name)}》`;
  return said(value.name ?? value.title);
}

/** A value as it stands in running text, '' when it says nothing. A line break of a value starts a paragraph. */
function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(listed).join('、');
  if (isRecord(value)) return listed(value);
  return chineseMoment(String(value).trim()).replaceAll(/\n+/g, '\n\n');
}

const onText =
  (turn: (text: string) => string) =>
  (value: unknown): unknown =>
    typeof value === 'string' ? turn(value) : value;
const onNumber =
  (turn: (amount: number) => string) =>
  (value: unknown): unknown =>
    typeof value === 'number' ? turn(value) : value;

/** An engine that reaches no file and no inherited property; `empty` stands where a value says nothing. */
function createEngine(empty: string): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: 200_000,
    renderLimit: 2_000,
    memoryLimit: 50_000_000,
    outputEscape: (value) => `${seam}${said(value) || empty}${seam}`,
  });
  engine.registerFilter('day', onText(chineseDay));
  engine.registerFilter('moment', onText(chineseMoment));
  engine.registerFilter('money', onNumber(money));
  engine.registerFilter('capital', onNumber(capitalOf));
  engine.registerFilter('list', (value: unknown) => (Array.isArray(value) ? said(value) : value));
  engine.registerFilter('or_blank', (value: unknown, characters?: number) => said(value) || blank(characters));
  return engine;
}

/** Values with ids replaced by what they name, so that a template can say {{ documents | list }}. */
function resolved(job: PaperJob): Record<string, unknown> {
  const fields = new Map(fieldsOf(job.template).map((field) => [field.key, field.type]));
  const resolve = (key: string, value: FieldValue): unknown => {
    const type = fields.get(key);
    if (!Array.isArray(value)) return value;
    if (type === 'papers') return value.flatMap((id) => job.papers.find((paper) => paper.id === id) ?? []);
    if (type === 'exhibits') return value.flatMap((id) => job.exhibits.find((exhibit) => exhibit.id === id) ?? []);
    return value;
  };
  return Object.fromEntries(
    Object.entries(job.values)
      .filter(([, value]) => isFilled(value))
      .map(([key, value]) => [key, resolve(key, value)]),
  );
}

/** partyName, partyUscc … also as party.name, party.uscc. */
const partyOf = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      /^party[A-Z]/.test(key) ? [[key.charAt(5).toLowerCase() + key.slice(6), value]] : [],
    ),
  );

const isText = ({ type }: Field): boolean => type === 'text' || type === 'longText';
const blankValues = (template: Template): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(template).map((field) => [
      field.key,
      isText(field) ? roomOf(field.key, String(blankValue(field))) : blankValue(field),
    ]),
  );

/**
 * What Liquid text of a template can name: every value by its key, and the facts round the paper. `byHand` is true on a form
 * to be filled by hand, where every field is room to write and a text shows all its alternatives (`blank` is a word of Liquid).
 */
function contextOf(job: PaperJob): Record<string, unknown> {
  const byHand = job.state === 'blank';
  const values = { ...(byHand ? blankValues(job.template) : {}), ...resolved(job) };
  return {
    number: job.number,
    today: job.date,
    organ: job.office.name,
    office: job.office,
    case: job.caseFacts,
    byHand,
    party: partyOf(values),
    ...values,
  };
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/^[\s　]+|[\s　]+$/g, ''));

export function createTexts(): Texts {
  const engines = { filled: createEngine('/'), open: createEngine(blank()) };
  const parsed = new Map<string, { filled: Parsed[]; open: Parsed[] }>();
  const parse = (source: string): { filled: Parsed[]; open: Parsed[] } => {
    const known = parsed.get(source) ?? { filled: engines.filled.parse(source), open: engines.open.parse(source) };
    parsed.set(source, known);
    return known;
  };
  const render = (source: string, job: PaperJob): string => {
    const kind = job.state === 'issued' ? 'filled' : 'open';
    const spoken = source.replaceAll(neutralAddress, job.addressed ?? neutralAddress);
    return engines[kind].renderSync(parse(spoken)[kind], contextOf(job)) as string;
  };
  return {
    paragraphs(source, job) {
      const labelOf = (key: string): string => fieldsOf(job.template).find((field) => field.key === key)?.label ?? '';
      // A typed sentence brings its own full stop, and so may the template; lines of one paragraph are joined without a space, as Chinese is written; blank lines part paragraphs.
      return render(source, job)
        .split(paragraphEnd)
        .map((paragraph) => joined(lines(paragraph).join(''), labelOf))
        .filter((paragraph) => paragraph !== '');
    },
    outputs: (source, job) => outputsIn(render(withKeys(source, job.template), job)),
  };
}

const paragraphEnd = /\n[\s　]*\n/;

/** Stand round the key of a field before its value; nobody can type them. */
const [keyBegin, keyEnd] = ['\uFDD2', '\uFDD3'];

/** The text of a template with the key of its field before every value; a name in a loop stands for the list it goes through. */
function withKeys(source: string, template: Template): string {
  const keys = new Set(fieldsOf(template).map((field) => field.key));
  const loops = new Map(Array.from(source.matchAll(/\{%-?\s*for (\w+) in (\w+)/g), ([, name, list]) => [name, list]));
  const keyOf = (name: string, part: string | undefined): string | undefined =>
    [
      loops.get(name),
      name === 'party' ? `party${(part ?? '').charAt(0).toUpperCase()}${(part ?? '').slice(1)}` : name,
    ].find((key) => key !== undefined && keys.has(key));
  return source.replaceAll(/\{\{-?\s*(\w+)(?:\.(\w+))?/g, (output, name: string, part?: string) => {
    const key = keyOf(name, part);
    return key === undefined ? output : `${keyBegin}${key}${keyEnd}${output}`;
  });
}

/** Every value of a rendered text by its key; one of several paragraphs says each of them. */
const outputsIn = (rendered: string): Output[] =>
  Array.from(rendered.matchAll(/\uFDD2(\w+)\uFDD3\uFDD0([^\uFDD0]*)\uFDD0/g)).flatMap(([, key = '', value = '']) =>
    value.split(paragraphEnd).map((part) => ({ key, said: lines(part).join('') })),
  );
