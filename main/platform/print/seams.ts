/** Stands round every value in rendered text until template and value are joined: no character (Unicode noncharacter), so nobody can type it. */
export const seam = '\uFDD0';
const keyEnd = '\uFDD1';

/** Room to write that knows its field, so that a paragraph of nothing but room can say what belongs there. */
export const roomOf = (key: string, room: string): string => `${key}${keyEnd}${room}`;

/** The first of two stops in a row, and a stop after a sentence that has its own. */
const doubled = /[。；，.;](?=[。；，])|(?<=[！？]|[。！？]”)。/g;

/** What the template says just before a value and the value says again: 经查，……：经查，…; 因因客流较大; 依据依据《…》; …的规定的规定. */
const saidTwice: readonly (readonly [twice: RegExp, once: string])[] = [
  [
    /(经(?:查|审查|审核|调查核实)[^。；\uFDD0]*[，：]|(?:查明|违法行为)：)\uFDD0经(?:查|审查|审核|调查核实)明?[，：]/g,
    '$1',
  ],
  [/因\uFDD0(?:因为|由于|因(?![果素此而]))/g, '因'],
  [/依据\uFDD0(?:依据|根据)/g, '依据'],
  [/的规定\uFDD0(?=的规定)/g, ''],
];

/** Room for one value that is all a paragraph of a blank form says, but for a box to tick. */
const onlyRoom = /^(☐?)\uFDD0(\w+)\uFDD1(＿+)\uFDD0。?$/;

/** Joins the values of a rendered paragraph with the text round them; `labelOf` names a field by its key. */
export function joined(paragraph: string, labelOf: (key: string) => string): string {
  const labelled = paragraph.replace(
    onlyRoom,
    (_, box: string, key: string, room: string) => `${box}${labelOf(key)}：${room}`,
  );
  return saidTwice
    .reduce((text, [twice, once]) => text.replaceAll(twice, once), labelled)
    .replaceAll(/\uFDD0(?:\w+\uFDD1)?/g, '')
    .replaceAll(doubled, '');
}
