import { describe, expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import type { Paper } from '../../../../shared/case-file.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { writtenOnTheSpot } from '../../../support/on-the-spot.ts';
import { check, textOf } from '../../platform/print/support.ts';

const office = await officeOfFile('begun', '王建国');
const { client } = office;
const holderId = await office.personId('李敏');
const blank = (seq: number): string => `辽人社监当罚字〔2026〕第00${seq}号`;
const register = async () =>
  (await client.documents.numbers({ year: 2026 }))
    .filter((entry) => entry.paperName === '当场行政处罚决定书')
    .map(({ number, status, reason }) => [number, status, reason]);
const formsOf = (run: string): Promise<Response> => office.get(`/templates/J34/blanks/${run}`);
const pdfOf = async (run: string): Promise<Uint8Array> => new Uint8Array(await (await formsOf(run)).arrayBuffer());

const [firstCase] = await client.cases.list({});
const { file } = await client.cases.open({ caseId: firstCase?.id ?? '' });
const typedIn = (): Promise<Paper> => writtenOnTheSpot(office, file);

describe('numbered blanks (预定格式、编有号码, 行政处罚法52)', () => {
  test('numbers are reserved in a row, stand in the register and are printed on forms of their own', async () => {
    expect(await client.documents.allocateBlank({ templateId: 'J34', count: 3, holderId })).toEqual([
      blank(1),
      blank(2),
      blank(3),
    ]);
    expect(await register()).toEqual([1, 2, 3].map((seq) => [blank(seq), 'reserved', '']));
    const pdf = await pdfOf('2026/1/3');
    expect(check(pdf)).toContain('No syntax or stream encoding errors');
    const text = textOf(pdf);
    for (const seq of [1, 2, 3]) expect(text).toContain(blank(seq));
    expect(text.match(/第1页共2页/g)).toHaveLength(3);
    for (const part of [
      '☐警告☐罚款',
      '应当自收到本决定书之日起六十日内先向辽源市人民政府申请行政复议',
      '一份当场交付当事人',
    ])
      expect(text).toContain(part);
    expect(Buffer.from(await pdfOf('2026/1/3')).equals(pdf)).toBe(true);
  });

  test('the filled form is issued under its number; one issued at the desk takes the next free one', async () => {
    const byHand = await typedIn();
    expect(
      await client.documents.issue({
        paperId: byHand.id,
        version: byHand.version,
        number: '辽人社监当罚字[2026]第002号',
      }),
    ).toMatchObject({ status: 'issued', number: blank(2) });
    const atDesk = await typedIn();
    expect(await client.documents.issue({ paperId: atDesk.id, version: atDesk.version })).toMatchObject({
      number: blank(4),
    });
    expect((await register()).map(([, status]) => status)).toEqual(['reserved', 'used', 'reserved', 'used']);
  });

  test.each([
    ['one that is used', blank(2)],
    ['one nobody reserved', blank(9)],
    ['one of another paper', '辽人社监罚字〔2026〕第001号'],
    ['something else', '第二号'],
  ])('%s is refused by its name, and the paper stays a draft', async (_, number) => {
    const paper = await typedIn();
    const refusal = await refusalOf(client.documents.issue({ paperId: paper.id, version: paper.version, number }));
    expect(refusal).toMatchObject({ code: 'invalid', problems: [{ field: 'number' }] });
    expect(plain(refusal)).toContain(`“${number}”不是为《当场行政处罚决定书》预留的文号`);
    expect(
      (await client.cases.open({ caseId: paper.caseId })).file.papers.find((item) => item.id === paper.id),
    ).toMatchObject({ status: 'draft', number: null });
  });

  test('what comes back unused is voided with its reason, all or none, and never printed or used again', async () => {
    expect(
      await refusalOf(client.documents.voidBlanks({ numbers: [blank(1), blank(2)], reason: '表格污损' })),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'numbers' }] });
    expect((await register())[0]).toEqual([blank(1), 'reserved', '']);
    await client.documents.voidBlanks({ numbers: [blank(1)], reason: '表格污损' });
    expect((await register())[0]).toEqual([blank(1), 'void', '表格污损']);
    const text = textOf(await pdfOf('2026/1/3'));
    expect(text).toContain(blank(3));
    expect(text).not.toContain(blank(1));
    expect(await client.documents.allocateBlank({ templateId: 'J34', count: 1, holderId })).toEqual([blank(5)]);
    await client.documents.voidBlanks({ numbers: [blank(3), blank(5)], reason: '退回未用' });
    expect((await formsOf('2026/1/9')).status).toBe(404);
  });

  test('the ledger says who took each form, when, and what became of it', async () => {
    const ledger = await client.documents.blanks();
    expect(
      ledger
        .toSorted((a, b) => a.seq - b.seq)
        .map(({ seq, holder, status, by, reason }) => [seq, holder, status, by, reason]),
    ).toEqual([
      [1, '李敏', 'void', '王建国', '表格污损'],
      [2, '李敏', 'used', '王建国', ''],
      [3, '李敏', 'void', '王建国', '退回未用'],
      [5, '李敏', 'void', '王建国', '退回未用'],
    ]);
    const used = ledger.find(({ seq }) => seq === 2);
    expect(
      (await client.cases.open({ caseId: used?.caseId ?? '' })).file.papers.find((paper) => paper.id === used?.paperId),
    ).toMatchObject({ number: blank(2) });
    expect(ledger.every(({ takenAt }) => takenAt.startsWith('2026-03-02'))).toBe(true);
  });

  test('only an officer with a valid certificate takes forms along', async () => {
    const give = (name: string) =>
      office
        .personId(name)
        .then((id) => refusalOf(client.documents.allocateBlank({ templateId: 'J34', count: 1, holderId: id })));
    expect(await give('周静')).toMatchObject({ code: 'certificate', name: '周静' });
    expect(
      await refusalOf(client.documents.allocateBlank({ templateId: 'J34', count: 1, holderId: file.case.id })),
    ).toMatchObject({ code: 'not-found', what: 'person' });
    office.at('2099-01-01T09:00');
    expect(await give('李敏')).toMatchObject({ code: 'certificate', name: '李敏' });
    office.at('2026-03-02T09:30');
  });

  test('only papers numbered beforehand, and only who decides on the spot', async () => {
    expect(await refusalOf(client.documents.allocateBlank({ templateId: 'J32', count: 1, holderId }))).toMatchObject({
      code: 'wrong-status',
      what: '行政处罚决定书',
    });
    expect(await refusalOf(client.documents.allocateBlank({ templateId: 'Z99', count: 1, holderId }))).toMatchObject({
      code: 'not-found',
      what: 'template',
    });
    await office.as('周静');
    expect(await refusalOf(client.documents.allocateBlank({ templateId: 'J34', count: 1, holderId }))).toMatchObject({
      code: 'not-allowed',
    });
    expect(await refusalOf(client.documents.voidBlanks({ numbers: [blank(4)], reason: '试一试' }))).toMatchObject({
      code: 'not-allowed',
    });
    expect((await formsOf('2026/1/9')).status).toBe(422);
  });
});
