import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { livePrint, recordOf } from '../../../../shared/procedure/prints.ts';
import { officeAt, refusalOf } from '../../../support/office.ts';
import { sourceValues } from '../../../support/source-values.ts';
import { textOf } from '../../platform/print/support.ts';
import { draftOf } from './support.ts';

async function printed() {
  const office = await officeAt('begun', '李敏');
  const draft = await draftOf(office, 'J01', sourceValues);
  const { client } = office;
  const paper = await client.documents.printToSign({ paperId: draft.id, version: draft.version });
  const print = livePrint(paper);
  if (print === null) throw new Error('nothing was printed');
  const pdf = async (id = print.id): Promise<Uint8Array> =>
    new Uint8Array(await (await office.get(`/papers/${paper.id}/prints/${id}`)).arrayBuffer());
  return { office, client, paper, print, pdf, [Symbol.asyncDispose]: () => office[Symbol.asyncDispose]() };
}

describe('a paper printed to be signed (签字稿)', () => {
  test('takes its number, leaves the places to sign empty and says its code in every foot', async () => {
    await using desk = await printed();
    const { paper, print } = desk;
    expect(paper).toMatchObject({ status: 'draft', number: '辽人社监登字〔2026〕第001号', sha256: null });
    expect(print).toMatchObject({ kind: '签字稿', by: '李敏', voidReason: null, back: null });
    const pdf = await desk.pdf();
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(print.sha256);
    const text = textOf(pdf);
    expect(text).toContain('第001号');
    expect(text).not.toContain('草稿');
    expect(text).toContain(`${print.id.slice(0, 4)}-${print.id.slice(4)}-1/${print.pages}`);
    expect(text).toMatch(/登记人(?:签名|：)[_＿\s]*年[_＿\s]*月[_＿\s]*日/);
    // Nobody has signed yet.
    expect(text).not.toContain('（签名）');
  });

  test('its words are closed until the print is voided with a reason; the next print has another code and the same number', async () => {
    await using desk = await printed();
    const { client, paper } = desk;
    const now = { paperId: paper.id, version: paper.version };
    const closed = { code: 'out-to-sign', what: paper.name };
    expect(await refusalOf(client.documents.save({ ...now, values: { reason: '改一改。' } }))).toMatchObject(closed);
    expect(await refusalOf(client.documents.printToSign(now))).toMatchObject(closed);
    const open = await client.documents.voidPrint({ ...now, reason: '事实写错了一处' });
    expect(livePrint(open)).toBeNull();
    expect(open.number).toBe(paper.number);
    const { paper: changed } = await client.documents.save({
      paperId: open.id,
      version: open.version,
      values: { reason: '属于劳动保障监察范围，应当立案。' },
    });
    const again = await client.documents.printToSign({ paperId: changed.id, version: changed.version });
    expect(again.number).toBe(paper.number);
    expect(again.prints.map(({ voidReason }) => voidReason)).toEqual(['事实写错了一处', null]);
    expect(livePrint(again)?.id).not.toBe(desk.print.id);
    expect(textOf(await desk.pdf(livePrint(again)?.id))).toContain('应当立案');
    expect((await client.documents.numbers({ year: 2026 })).filter(({ paperId }) => paperId === paper.id)).toHaveLength(
      1,
    );
  });

  test('is issued as it was signed: the same file, not printed anew', async () => {
    await using desk = await printed();
    const { client, paper, print } = desk;
    const signed = await client.documents.sign({
      paperId: paper.id,
      version: paper.version,
      signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
    });
    const issued = await client.documents.issue({ paperId: paper.id, version: signed.version });
    expect(issued).toMatchObject({
      status: 'issued',
      number: paper.number,
      sha256: print.sha256,
      prints: paper.prints,
    });
    expect(recordOf(issued)).toEqual({ sha256: print.sha256, pages: print.pages });
  });

  test('is refused while a field is missing, and where nobody signs', async () => {
    await using office = await officeAt('begun', '李敏');
    const draft = await draftOf(office, 'J01', { ...sourceValues, reason: '' });
    const refusal = await refusalOf(office.client.documents.printToSign({ paperId: draft.id, version: draft.version }));
    expect(refusal).toMatchObject({ code: 'not-yet' });
    expect(await office.paper('J01')).toMatchObject({ number: null, prints: [] });
  });

  test('a voided paper voids what was printed of it', async () => {
    await using desk = await printed();
    await desk.office.as('王建国');
    const voided = await desk.client.documents.void({
      paperId: desk.paper.id,
      version: desk.paper.version,
      reason: '登记错了',
    });
    expect(voided.prints.map(({ voidReason }) => voidReason)).toEqual(['登记错了']);
  });
});
