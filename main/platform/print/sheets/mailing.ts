import type { CanvasElement, Content } from 'pdfmake/interfaces';
import { type Correspondent, type LetterKind, letterSizes, letterWords } from '../../../../shared/procedure/mailing.ts';
import { compose, createTypesetter, type Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { mm } from '../page.ts';

/** What goes by post: an envelope, or a preprinted sheet of the express service, of which only what is to be read is printed. */
export interface Mailing {
  kind: LetterKind;
  moved: { x: number; y: number };
  boxes: boolean;
  from: Correspondent;
  to: Correspondent;
  /** A line for each paper in it; envelopes do not tell. */
  contents: string[];
  /** `YYYY-MM-DD`. */
  date: string;
}

/** A place on the form: millimetres from its left and upper edge, how wide, and the size of type in points. */
interface Spot {
  x: number;
  y: number;
  width: number;
  size: number;
}
/** The first of six digits, and how far the next is. */
type Digits = Omit<Spot, 'width'> & { pitch: number };

interface Form {
  toCode: Digits;
  fromCode: Digits;
  /** Address, and below it the name; a slip has a place of its own for each. */
  to: Spot;
  from: Spot;
  toName?: Spot;
  toPhone?: Spot;
  fromName?: Spot;
  fromPhone?: Spot;
  contents?: Spot;
}

/**
 * GB/T 1416-2003 has the postcode of the addressee in six boxes at the left above, the sender with his at the right below, and leaves the strip
 * of 20 mm above the lower edge, from 55 to 160 mm off the right one, free for the bar code of the post.
 */
const forms: Readonly<Record<LetterKind, Form>> = {
  DL: {
    toCode: { x: 12, y: 10, size: 14, pitch: 9 },
    to: { x: 40, y: 34, width: 155, size: 15 },
    from: { x: 110, y: 72, width: 100, size: 11 },
    fromCode: { x: 170, y: 99, size: 12, pitch: 7 },
  },
  ZL: {
    toCode: { x: 12, y: 10, size: 14, pitch: 9 },
    to: { x: 40, y: 38, width: 165, size: 15 },
    from: { x: 120, y: 80, width: 100, size: 11 },
    fromCode: { x: 180, y: 109, size: 12, pitch: 7 },
  },
  C5: {
    toCode: { x: 12, y: 12, size: 14, pitch: 9 },
    to: { x: 40, y: 55, width: 165, size: 16 },
    from: { x: 115, y: 116, width: 104, size: 12 },
    fromCode: { x: 177, y: 149, size: 12, pitch: 7 },
  },
  EMS: {
    fromName: { x: 22, y: 30, width: 42, size: 10 },
    fromPhone: { x: 74, y: 30, width: 38, size: 10 },
    from: { x: 22, y: 43, width: 90, size: 10 },
    fromCode: { x: 84, y: 58, size: 10, pitch: 4.5 },
    toName: { x: 22, y: 68, width: 42, size: 10 },
    toPhone: { x: 74, y: 68, width: 38, size: 10 },
    to: { x: 22, y: 81, width: 90, size: 10 },
    toCode: { x: 84, y: 98, size: 10, pitch: 4.5 },
    contents: { x: 122, y: 38, width: 96, size: 9 },
  },
};

/** A box around a digit of type 14 is 7 mm wide and 8 high; at other sizes in proportion. */
const box = { width: 7, height: 8, type: 14 };
/** Lines of the list that stand in its place at its size; more are set smaller. */
const listLines = 8;
const smallList = 7;

/** Prints the envelope, or fills the sheet. */
export async function mailing(sheet: Mailing, fonts: Fonts): Promise<Printed> {
  const form = forms[sheet.kind];
  const { width, height } = letterSizes[sheet.kind];
  const setter = createTypesetter(fonts);
  const positionOf = ({ x, y }: Pick<Spot, 'x' | 'y'>) => ({
    absolutePosition: { x: mm(x + sheet.moved.x), y: mm(y + sheet.moved.y) },
  });
  const at = (spot: Spot | undefined, lines: readonly { text: string; size: number }[]): Content[] => {
    const stack = lines
      .filter(({ text }) => text !== '')
      .map(({ text, size }) => setter.set(text, 'body', { fontSize: size, lineHeight: 1.35 }));
    return spot === undefined || stack.length === 0
      ? []
      : [{ columns: [{ width: mm(spot.width), stack }], ...positionOf(spot) }];
  };
  const line = (spot: Spot | undefined, text: string): Content[] => at(spot, [{ text, size: spot?.size ?? 0 }]);
  const code = (digits: Digits, postcode: string): Content[] => [
    ...(sheet.boxes && sheet.kind !== 'EMS' ? [{ canvas: boxes(digits), ...positionOf(digits) }] : []),
    ...[...postcode].flatMap((digit, index) =>
      line({ ...digits, x: digits.x + index * digits.pitch + digitInBox(digits), width: digits.pitch }, digit),
    ),
  ];
  const { from, to, contents } = sheet;
  const listSize = contents.length > listLines ? smallList : form.contents?.size;
  return compose(
    {
      title: letterWords[sheet.kind],
      author: from.name,
      date: sheet.date,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      sheet: { width: mm(width), height: mm(height) },
      size: 12,
      pitch: 16,
      content: [
        ...code(form.toCode, to.postcode),
        ...at(form.to, addressLines(form.to, to, form.toName === undefined ? `${to.name}　收` : '')),
        ...line(form.toName, to.name),
        ...line(form.toPhone, to.phone),
        ...at(form.from, addressLines(form.from, from, form.fromName === undefined ? from.name : '')),
        ...line(form.fromName, from.name),
        ...line(form.fromPhone, from.phone),
        ...code(form.fromCode, from.postcode),
        ...at(
          form.contents,
          contents.map((text) => ({ text, size: listSize ?? 0 })),
        ),
      ],
    },
    setter,
    fonts,
  );
}

/** The name stands a little larger than the address. */
const addressLines = ({ size }: Spot, { address }: Correspondent, name: string): { text: string; size: number }[] => [
  { text: address, size },
  { text: name, size: size + 2 },
];

/** How far a digit stands from the left edge of its box. */
const digitInBox = ({ size }: Digits): number => (2.2 * size) / box.type;

const boxes = ({ size, pitch }: Digits): CanvasElement[] => {
  const scale = size / box.type;
  return Array.from({ length: 6 }, (_, index) => ({
    type: 'rect',
    x: mm(index * pitch),
    y: mm(-1.5 * scale),
    w: mm(box.width * scale),
    h: mm(box.height * scale),
    lineWidth: 0.6,
  }));
};
