import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../../main/platform/print/output-places.ts';
import { fieldsOf } from '../../../../shared/template/template.ts';
import { definitions } from '../../../support/judgement.ts';
import { fillPaper } from '../../../support/fill-paper.ts';
import { print } from './print-job.ts';
import { jobs } from './sample-jobs.ts';

interface Box {
  key: string;
  page: number;
  width: number;
  height: number;
}

/** The boxes of a printed paper, as the page reads them. */
async function boxesIn(pdf: Uint8Array): Promise<Box[]> {
  const document = await PDFDocument.load(pdf);
  return document.getPages().flatMap((page, index) =>
    (page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []).flatMap((reference) => {
      const link = document.context.lookup(reference, PDFDict);
      const name = link.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('D'), PDFString).asString();
      const [left = 0, bottom = 0, right = 0, top = 0] = link
        .lookup(PDFName.of('Rect'), PDFArray)
        .asArray()
        .map((number) => (number instanceof PDFNumber ? number.asNumber() : 0));
      return [{ key: name.replace('field:', ''), page: index, width: right - left, height: top - bottom }];
    }),
  );
}

const jobOf = (id: string, values?: Record<string, never>) => {
  const template = definitions.templates.get(id);
  if (template === undefined) throw new Error(`no ${id}`);
  return {
    ...jobs.letter(),
    template,
    values: values ?? fillPaper(template),
    state: 'draft' as const,
    remedy: undefined,
  };
};

describe('the boxes of the fields', () => {
  test.each(['J32', 'J04', 'J07', 'J15'])('%s has one for nearly every field that is filled', async (id) => {
    const job = jobOf(id);
    const { pdf, pages } = await print({ ...job, onScreen: true });
    const boxes = await boxesIn(pdf);
    const keys = new Set(boxes.map(({ key }) => key));
    const filled = Object.keys(job.values);
    expect(filled.filter((key) => keys.has(key)).length).toBeGreaterThan(filled.length * 0.6);
    expect([...keys].filter((key) => !fieldsOf(job.template).some((field) => field.key === key))).toEqual([]);
    expect(boxes.every(({ page, width, height }) => page < pages && width >= 4 && height > 4)).toBe(true);
  });

  test.each(['J32', 'J04', 'J07'])('an empty %s shows where its fields belong', async (id) => {
    const { pdf } = await print({ ...jobOf(id, {}), onScreen: true });
    const keys = new Set((await boxesIn(pdf)).map(({ key }) => key));
    expect(keys.size).toBeGreaterThan(5);
  });

  test.each(['X02', 'F03'])('each fact above the table of %s has its own', async (id) => {
    const job = jobOf(id);
    const keys = new Set((await boxesIn((await print({ ...job, onScreen: true })).pdf)).map(({ key }) => key));
    const filled = fieldsOf(job.template).filter(({ key, type }) => type !== 'rows' && job.values[key] !== undefined);
    const without = filled.map(({ key }) => key).filter((key) => !keys.has(key));
    expect([filled.length > 3, without]).toEqual([true, []]);
  });

  test('only the live page has them, and it has no 草稿', async () => {
    const job = jobOf('J32');
    const [printed, shown] = await Promise.all([print(job), print({ ...job, onScreen: true })]);
    expect(await boxesIn(printed.pdf)).toEqual([]);
    expect((await boxesIn(shown.pdf)).length).toBeGreaterThan(10);
    expect(shown.pages).toBe(printed.pages);
    const issued = { ...job, state: 'issued' as const };
    const hash = async (): Promise<string> =>
      createHash('sha256')
        .update((await print(issued)).pdf)
        .digest('hex');
    expect(await hash()).toBe(await hash());
  });
});

describe('values in running text', () => {
  const outputs = [
    { key: 'facts', said: '经查，拖欠工资。' },
    { key: 'empty', said: '＿＿＿＿＿＿' },
    { key: 'gone', said: '别处的话' },
    { key: 'basis', said: '《劳动法》第五十条' },
  ];
  const places = placesOf(['经查，拖欠工资。＿＿＿＿＿＿。', '依据《劳动法》第五十条的规定，决定如下。'], outputs);

  test('are found in their order, and what is not there has no place', () => {
    expect(places('经查，拖欠工资。＿＿＿＿＿＿。')).toMatchObject([
      { key: 'facts', from: 0, to: 8 },
      { key: 'empty', from: 8 },
    ]);
    expect(places('依据《劳动法》第五十条的规定，决定如下。')).toMatchObject([{ key: 'basis', from: 2, to: 11 }]);
    expect(places('别的一段')).toEqual([]);
  });

  test('room to write runs on to the end of its line', () => {
    expect(places('经查，拖欠工资。＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿')[1]?.to).toBe(Number.POSITIVE_INFINITY);
  });

  test('a value that lost its first words to the template is found by the rest', () => {
    const [place] = placesOf(
      ['经查，你单位拖欠职工工资三个月。'],
      [{ key: 'facts', said: '经审查查明，你单位拖欠职工工资三个月' }],
    )('经查，你单位拖欠职工工资三个月。');
    expect(place).toMatchObject({ key: 'facts', from: 3 });
  });
});
