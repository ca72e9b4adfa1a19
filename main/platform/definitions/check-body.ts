import { Liquid, LiquidError } from 'liquidjs';
import type { Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';

/** What a body may name besides the fields of its paper, and the filters it may use; the printer provides both. */
const CONTEXT = ['number', 'today', 'organ', 'office', 'case', 'party', 'byHand'];
const FILTERS = ['day', 'moment', 'money', 'capital', 'list', 'or_blank'];

/** What the parser of liquidjs complains about, in the words of whoever writes the text. */
const MISTAKES: readonly (readonly [complaint: RegExp, say: (name: string) => string])[] = [
  [/^tag "?(.+?)"? not found/, (name) => `没有“${name}”这种写法`],
  [/^tag (.+) not closed/, (name) => `的“${name}”没有写结束`],
  [/^(?:output|tag) .*not closed/, () => '的花括号没有写完'],
  [/^undefined filter: (.+)/, (name) => `的“${name}”不能用在竖线后面`],
];

function mistakeOf({ message, originalError }: LiquidError): string {
  const complaint = originalError?.message ?? message;
  for (const [pattern, say] of MISTAKES) {
    const found = pattern.exec(complaint);
    if (found !== null) return say(found[1] ?? '');
  }
  return '写法不对，请对照“可以用的栏目”重新填入';
}

/** Returns what is wrong with the Liquid texts of a template (正文、称谓), as a Chinese reason; undefined when nothing is. */
export function bodyChecker(): (template: Template) => { part: 'body' | 'addressee'; reason: string } | undefined {
  const engine = new Liquid({ strictFilters: true, templates: {} });
  for (const filter of FILTERS) engine.registerFilter(filter, (value: unknown) => value);

  const reasonAgainst = (text: string, known: ReadonlySet<string>): string | undefined => {
    try {
      const unknown = engine.globalVariablesSync(text).find((name) => !known.has(name));
      return unknown === undefined ? undefined : `正文中的“${unknown}”不是本文书的字段`;
    } catch (error) {
      if (!(error instanceof LiquidError)) throw error;
      return `正文第${error.token.getPosition()[0]}行${mistakeOf(error)}`;
    }
  };

  return (template) => {
    const known = new Set([...CONTEXT, ...fieldsOf(template).map((field) => field.key)]);
    for (const part of ['addressee', 'body'] as const) {
      const reason = reasonAgainst(template[part] ?? '', known);
      if (reason !== undefined) return { part, reason };
    }
    return undefined;
  };
}
