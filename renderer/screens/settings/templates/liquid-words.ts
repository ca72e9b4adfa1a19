import { fieldsOf, type Template } from '../../../../shared/template/template.ts';

/**
 * The text of a paper is Liquid with the keys of its fields; 法规科 reads and writes it with the names of the fields and Chinese
 * words: `{% if partyPhone %}` is shown as `{% 如果 联系电话 %}`. What has no name of its own stays as it is.
 */
export interface LiquidWords {
  /** As it is shown. */
  toWords: (text: string) => string;
  /** As it is kept. */
  toLiquid: (words: string) => string;
}

/** Longer words first: 如果完 is not 如果. */
const TAGS: readonly (readonly [tag: string, word: string])[] = [
  ['endunless', '除非完'],
  ['endfor', '逐项完'],
  ['endif', '如果完'],
  ['elsif', '否则如果'],
  ['unless', '除非'],
  ['else', '否则'],
  ['for', '逐项'],
  ['if', '如果'],
];
/** How a value is written: `{{ decidedAt | day }}` is shown as `{{ 决定日期 | 年月日 }}`. */
export const FILTERS: readonly (readonly [filter: string, word: string])[] = [
  ['moment', '年月日时分'],
  ['day', '年月日'],
  ['capital', '大写金额'],
  ['money', '金额'],
  ['list', '顿号连写'],
  ['or_blank', '没有则划线'],
];
/** What every paper has, besides its fields. */
export const AROUND: readonly (readonly [key: string, word: string])[] = [
  ['number', '文号'],
  ['organ', '本机关名称'],
  ['today', '本文书日期'],
  ['byHand', '空白文书'],
];

const BRACES = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const QUOTED = /("[^"]*"|'[^']*')/;
/** A name that is not part of another (`item.kind`) and no filter (`| day`). */
const NAME = /(?<![\w.]|\|\s*)[A-Za-z]\w*/g;
const HEAD = /^(\{%-?\s*)([A-Za-z]+)\b/;
const WORD_HEAD = new RegExp(`^(\\{%-?\\s*)(${TAGS.map(([, word]) => word).join('|')})`);
const FILTER = /(\|\s*)([a-z_]+)\b/g;
const WORD_FILTER = new RegExp(`(\\|\\s*)(${FILTERS.map(([, word]) => word).join('|')})`, 'g');
const UNSAFE = /["'{}|]/;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The names by key, of fields whose name is theirs alone, and of what every paper has round it. */
function namesOf(template: Template): Map<string, string> {
  const fields = fieldsOf(template).map(({ key, label }) => [key, label.trim()] as const);
  const around = AROUND.filter(([key, word]) => !fields.some(([other, name]) => other === key || name === word));
  const all = [...fields, ...around];
  return new Map(
    all.filter(
      ([, name]) =>
        /\p{Script=Han}/u.test(name) && !UNSAFE.test(name) && all.filter((other) => other[1] === name).length === 1,
    ),
  );
}

/** Turns the code of a text and leaves what is printed as it stands. */
const inBraces = (text: string, turn: (code: string) => string): string => text.replaceAll(BRACES, turn);
const outsideQuotes = (code: string, turn: (part: string) => string): string =>
  code
    .split(QUOTED)
    .map((part, index) => (index % 2 === 0 ? turn(part) : part))
    .join('');

/** The two ways between the text as it is kept and as it is shown; `toLiquid(toWords(text))` is `text`. */
export function liquidWords(template: Template): LiquidWords {
  const names = namesOf(template);
  const keys = new Map([...names].map(([key, name]) => [name, key]));
  const anyName =
    names.size === 0
      ? null
      : new RegExp(
          [...names.values()]
            .toSorted((a, b) => b.length - a.length)
            .map(escaped)
            .join('|'),
          'g',
        );
  const tags = new Map(TAGS);
  const words = new Map([...TAGS, ...FILTERS].map(([code, word]) => [word, code]));
  const filters = new Map(FILTERS);
  return {
    toWords: (text) =>
      inBraces(text, (code) =>
        outsideQuotes(code, (part) =>
          part
            .replace(HEAD, (whole, open: string, tag: string) => (tags.has(tag) ? `${open}${tags.get(tag)}` : whole))
            .replaceAll(NAME, (name) => names.get(name) ?? name)
            .replaceAll(FILTER, (_, bar: string, filter: string) => `${bar}${filters.get(filter) ?? filter}`),
        ),
      ),
    toLiquid: (shown) =>
      inBraces(shown, (code) =>
        outsideQuotes(code, (part) => {
          // Filters first: a field may be called 金额 too.
          const plain = part.replaceAll(WORD_FILTER, (_, bar: string, word: string) => `${bar}${words.get(word)}`);
          const named = anyName === null ? plain : plain.replaceAll(anyName, (name) => keys.get(name) ?? name);
          return named.replace(WORD_HEAD, (_, open: string, word: string) => `${open}${words.get(word)}`);
        }),
      ),
  };
}
