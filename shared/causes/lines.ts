import { citationsIn } from './citations.ts';
import { type Law, lawNamed } from './law.ts';
import { type Provision, provisionWords } from './provision.ts';

const UNVERIFIED = '未经核实';

/** A provision as a line to be typed: 《中华人民共和国劳动合同法》第九十二条第一款（自2013-07-01起）（未经核实）. */
export function provisionLine(provision: Provision, laws: readonly Law[]): string {
  const { from, until, unverified } = provision;
  const notes = [
    from === undefined ? '' : `自${from}起`,
    until === undefined ? '' : `${until}以前`,
    unverified ? UNVERIFIED : '',
  ].filter((note) => note !== '');
  return provisionWords([provision], laws) + notes.map((note) => `（${note}）`).join('');
}

/** The provision a line says; null where it cannot be read. Its law is kept by the name the table of laws has for it. */
export function provisionOfLine(line: string, laws: readonly Law[]): Provision | null {
  const [cited, another] = citationsIn(line);
  if (cited === undefined || another !== undefined) return null;
  const from = /自(\d{4}-\d{2}-\d{2})起/.exec(line)?.[1];
  const until = /(\d{4}-\d{2}-\d{2})以前/.exec(line)?.[1];
  const { article, inserted, paragraph, item } = cited;
  return {
    article,
    ...(inserted !== undefined && { inserted }),
    ...(paragraph !== undefined && { paragraph }),
    ...(item !== undefined && { item }),
    law: lawNamed(laws, cited.law)?.name ?? cited.law,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    unverified: line.includes(UNVERIFIED),
  };
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What stands before and after the first ： of a line. */
export function halvesOf(line: string): [string, string] {
  const [, before = line, after = ''] = /^(.*?)[：:](.*)$/.exec(line) ?? [];
  return [before.trim(), after.trim()];
}
