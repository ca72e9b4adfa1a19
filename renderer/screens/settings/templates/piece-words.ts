import { fieldsOf, type Field, type Template } from '../../../../shared/template/template.ts';
import { AROUND, FILTERS } from './liquid-words.ts';
import { piecesOf, tagOf, type Piece } from './text-pieces.ts';
import { usualFilter } from './template-draft.ts';

/** What a text may name besides the fields of its paper. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ...AROUND,
  ['case.number', '案号'],
  ['case.causeName', '案由'],
  ['office.address', '本机关地址'],
  ['office.phone', '本机关电话'],
  ['forloop.index', '序号'],
]);
/** Those that somebody may want to put in; the others have their place in conditions, lists and heads. */
export const OFFERED = [...PLACES].filter(([key]) => !['today', 'byHand', 'forloop.index'].includes(key));

const OFFICER: ReadonlyMap<string, string> = new Map([
  ['name', '姓名'],
  ['certNo', '执法证号'],
]);
const ENDS: ReadonlyMap<string, string> = new Map([
  ['endif', '如果完'],
  ['endunless', '除非完'],
  ['endfor', '逐项完'],
  ['else', '否则'],
]);
/** How the value is written, where it is not the usual way of its kind. */
const MANNERS: ReadonlyMap<string, string> = new Map([['', ''], ...FILTERS]);

/** A piece as it is shown within the text. */
export interface PieceWords extends Pick<Piece, 'from' | 'to'> {
  words: string;
  /** `closed`: there are no words for it, and only its code says what it does. */
  kind: 'value' | 'frame' | 'closed';
}

/** What a name within the text stands for: its name in Chinese, and the field where it is one. */
interface Named {
  name: string;
  field?: Field | undefined;
}
type Find = (path: string) => Named | undefined;

const frame = (words: string | undefined): Pick<PieceWords, 'words' | 'kind'> =>
  words === undefined ? { words: '条件', kind: 'closed' } : { words, kind: 'frame' };

/** The pieces of a text in the words of whoever writes it; what has no words stays `closed`. */
export function pieceWords(sections: Template['sections']): (text: string) => PieceWords[] {
  const fields = new Map(fieldsOf({ sections }).map((field) => [field.key, field]));
  return (text) => {
    // What the name of each list that is gone through stands for, the innermost last.
    const loops: { name: string; list: Field | undefined }[] = [];
    const find: Find = (path) => {
      const [first = '', part] = path.split('.');
      const loop = loops.findLast(({ name }) => name === first);
      if (loop !== undefined) return inRow(loop.list, part);
      const field = fields.get(path);
      const name = field?.label ?? PLACES.get(path);
      return name === undefined ? undefined : { name, field };
    };
    return piecesOf(text).map((piece) => {
      const { from, to, code } = piece;
      if (piece.kind === 'output') return { from, to, ...outputWords(code, find) };
      const [, name, list = ''] = /^for (\w+) in (\w+)$/.exec(code) ?? [];
      if (tagOf(piece) === 'endfor') loops.pop();
      if (name === undefined) return { from, to, ...frame(ENDS.get(code) ?? conditionWords(code, find)) };
      loops.push({ name, list: fields.get(list) });
      const gone = find(list);
      return { from, to, ...frame(gone === undefined ? undefined : `逐项：${gone.name}`) };
    });
  };
}

/** A column of a list that is gone through, or the entry as a whole. */
function inRow(list: Field | undefined, part: string | undefined): Named | undefined {
  if (part === undefined) return { name: '这一项' };
  const officer = list?.type === 'officers' ? OFFICER.get(part) : undefined;
  if (officer !== undefined) return { name: officer };
  const field = list?.fields?.find(({ key }) => key === part);
  return field === undefined ? undefined : { name: field.label, field };
}

/** The names of several people in a row, as some of the program's texts have them. */
const NAMES = /^(\w+) \| map: "name" \| join: "、"$/;

function outputWords(code: string, find: Find): Pick<PieceWords, 'words' | 'kind'> {
  const people = find(NAMES.exec(code)?.[1] ?? '');
  if (people !== undefined) return { words: `${people.name}（姓名）`, kind: 'value' };
  const [, path = '', filter = ''] = /^([\w.]+)(?: \| (\w+))?$/.exec(code) ?? [];
  const named = find(path);
  const manner = MANNERS.get(filter);
  if (named === undefined || manner === undefined) return { words: named?.name ?? '代码', kind: 'closed' };
  const isUsual = named.field !== undefined && usualFilter(named.field.type) === filter;
  return { words: manner === '' || isUsual ? named.name : `${named.name}（${manner}）`, kind: 'value' };
}

const BEGIN: ReadonlyMap<string, string> = new Map([
  ['if', '如果'],
  ['elsif', '否则如果'],
  ['unless', '除非'],
]);

/** A condition that compares no more than names and words: 如果“决定”是“受理”. `and` and `or` in one have no simple words. */
function conditionWords(code: string, find: Find): string | undefined {
  const [, tag = '', rest = ''] = /^(\w+) (.+)$/.exec(code) ?? [];
  const begin = BEGIN.get(tag);
  const joints = new Set([...rest.matchAll(/ (and|or) /g)].map(([, joint]) => joint));
  if (begin === undefined || joints.size > 1) return undefined;
  const parts = rest.split(/ (?:and|or) /).map((part) => comparison(part, find));
  return parts.includes(undefined) ? undefined : `${begin}${parts.join(joints.has('and') ? '并且' : '或者')}`;
}

const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['==', '是'],
  ['!=', '不是'],
  ['contains', '含有'],
  ['<', '早于'],
]);

function comparison(part: string, find: Find): string | undefined {
  if (part === 'byHand') return '是空白文书';
  if (part === 'forloop.last') return '是最后一项';
  const [, path = '', relation, value] = /^([\w.]+)(?: (==|!=|contains|<) "([^"]*)")?$/.exec(part) ?? [];
  const named = find(path);
  if (named === undefined) return undefined;
  if (relation !== undefined) return `“${named.name}”${RELATIONS.get(relation)}“${value}”`;
  return named.field?.type === 'flag' ? `“${named.name}”为是` : `填了“${named.name}”`;
}
