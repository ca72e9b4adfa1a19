import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';
import { textOf } from '../../platform/print/support.ts';
import { decisionValues, draftOf, signedSource } from './support.ts';

const office = await officeOfFile('approved', '王建国');
const { client } = office;
const pdfOf = async (paperId: string): Promise<Uint8Array> =>
  new Uint8Array(await (await office.get(`/papers/${paperId}/pdf`)).arrayBuffer());

const decision = await draftOf(office, 'J32', decisionValues);

/** What stands against issuing the decision with some fields changed. The paper is a complete one but for them. */
async function againstDecision(values: Values): Promise<{ articles: (number | null)[]; sentences: string }> {
  const { version } = await office.paper('J32');
  const { paper: saved } = await client.documents.save({
    paperId: decision.id,
    version,
    values: { ...decision.values, ...values },
  });
  const refusal = await refusalOf(client.documents.issue({ paperId: decision.id, version: saved.version }));
  expect(['findings', 'not-yet']).toContain(refusal.code);
  expect(await office.paper('J32')).toMatchObject({ status: 'draft', number: null, sha256: null });
  expect((await client.documents.numbers({ year: 2026 })).map((entry) => entry.paperId)).not.toContain(decision.id);
  const list = refusal.code === 'findings' ? refusal.findings : refusal.code === 'not-yet' ? refusal.obstacles : [];
  return { articles: list.map((each) => each.article), sentences: list.map((each) => each.sentence).join('') };
}

describe('what stands against a decision', () => {
  test('a date that is not after the notice was served (第二十二条)', async () => {
    const { articles, sentences } = await againstDecision({ decidedAt: '2026-03-24' });
    expect(articles).toContain(22);
    expect(sentences).toContain('应先告知、后决定');
  });

  test.each([
    ['the party', { partyName: '' }, '当事人'],
    ['the facts', { facts: '' }, '违法事实'],
    ['the basis', { basis: '' }, '适用依据'],
    ['what is decided', { penalties: [] }, '处罚内容'],
    ['how to perform', { performMode: '' }, '履行方式'],
    ['the organ', { organ: '' }, '机关'],
    ['the day', { decidedAt: '' }, '决定日期'],
    ['what else must be said', { noticeProcess: '' }, '告知'],
  ])('a decision without %s (第二十六条)', async (_, values, word) => {
    expect((await againstDecision(values)).sentences).toContain(word);
  });

  test('a certificate that had run out on the day (第十八条)', async () => {
    await using entry = await officeAt('begun', '李敏');
    const source = await signedSource(entry);
    await entry.client.documents.issue({ paperId: source.id, version: source.version });
    await entry.as('吴管理');
    const [wang] = (await entry.client.staff.list()).people.filter((person) => person.name === '王建国');
    await entry.client.staff.update({
      personId: wang?.personId ?? '',
      name: '王建国',
      roles: ['承办人'],
      unitId: wang?.unitId ?? null,
      certNo: '22040100012',
      certFrom: '2020-05-01',
      certTo: '2026-02-28',
      active: true,
    });
    await entry.as('王建国');
    const draft = await draftOf(entry, 'J04', {
      causeName: '涉嫌违反规定延长劳动者工作时间',
      factSource: '巡查记录。',
      suspectedLaw: '《中华人民共和国劳动法》第四十一条',
    });
    let paper = await entry.client.documents.submit({ paperId: draft.id, version: draft.version });
    for (const name of ['王建国', '李敏', '张丽', '孙伟']) {
      await entry.as(name);
      paper = await entry.client.documents.approve({
        paperId: paper.id,
        version: paper.version,
        verdict: '同意',
        opinion: '同意。',
      });
    }
    await entry.as('王建国');
    const refusal = await refusalOf(entry.client.documents.issue({ paperId: paper.id, version: paper.version }));
    expect(refusal).toMatchObject({ code: 'findings', overridable: false });
    expect(plain(refusal)).toContain('王建国的执法证有效期为2020-05-01至2026-02-28，2026-03-02不在有效期内');
  });

  test('fewer than two officers, or one twice (第十八条)', async () => {
    const { case: item, officers } = await office.caseFile();
    const wang = officers.find((officer) => officer.name === '王建国');
    const row = { personId: wang?.personId ?? '', name: '王建国', certNo: '22040100012', certShown: true };
    const record = await draftOf(office, 'J07', { officers: [row] });
    expect(plain(await refusalOf(client.documents.issue({ paperId: record.id, version: record.version })))).toContain(
      '至少要有2人',
    );
    const { paper: twice } = await client.documents.save({
      paperId: record.id,
      version: record.version,
      values: { officers: [row, row] },
    });
    expect(plain(await refusalOf(client.documents.issue({ paperId: record.id, version: twice.version })))).toContain(
      '同一人填了两次',
    );
    expect(
      await refusalOf(
        client.cases.assign({
          caseId: item.id,
          version: item.version,
          unitId: item.unitId,
          officerIds: [row.personId],
          reason: '李敏调离',
        }),
      ),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'officerIds', article: 18 }] });
  });

  test('an earlier step that is not done is named with its article', async () => {
    await using entry = await officeAt('begun', '李敏');
    const paper = await draftOf(entry, 'J32', decisionValues);
    const refusal = await refusalOf(entry.client.documents.issue({ paperId: paper.id, version: paper.version }));
    expect(refusal).toMatchObject({ code: 'not-yet', act: '出具《行政处罚决定书》' });
    expect(plain(refusal)).toMatch(/须先完成：/);
  });

  test.each([
    ['a character of no script', '\u{2FFFF}'],
    ['a private one', '\uE123'],
    ['one of a rare extension', '\u{323AF}'],
  ])('%s that no font has is refused by name instead of vanishing', async (_, character) => {
    const { version } = await office.paper('J32');
    const { paper } = await client.documents.save({
      paperId: decision.id,
      version,
      values: { ...decision.values, noticeProcess: `听取了陈${character}的申辩。` },
    });
    const refusal = await refusalOf(client.documents.issue({ paperId: paper.id, version: paper.version }));
    expect(plain(refusal)).toContain(`“${character}”（U+`);
    expect((await office.paper('J32')).status).toBe('draft');
    expect((await client.documents.numbers({ year: 2026 })).map((entry) => entry.paperId)).not.toContain(paper.id);
    const preview = await office.workstation.fetch(
      new Request(`http://workstation/papers/${paper.id}/preview`, {
        method: 'POST',
        body: JSON.stringify({ values: {} }),
      }),
    );
    expect(await preview.json()).toMatchObject({ code: 'missing-glyph' });
  });
});

describe('issuing', () => {
  test('freezes what was approved: the PDF under its number, its SHA-256 the hash of the bytes kept, the remedy by law', async () => {
    const { version } = await office.paper('J32');
    const { paper } = await client.documents.save({ paperId: decision.id, version, values: decision.values });
    const issued = await client.documents.issue({ paperId: paper.id, version: paper.version });
    expect(issued).toMatchObject({ status: 'issued', number: '辽人社监罚字〔2026〕第001号', issuedBy: '王建国' });
    const pdf = await pdfOf(issued.id);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(issued.sha256);
    const text = textOf(pdf);
    for (const words of [
      '辽人社监罚字〔2026〕第001号',
      '91350100M000100Y43',
      '叁仟陆佰元整',
      '辽源市人民政府申请行政复议',
      '六个月内',
    ])
      expect(text).toContain(words);
    expect(
      await refusalOf(client.documents.save({ paperId: issued.id, version: issued.version, values: { facts: '改' } })),
    ).toMatchObject({ code: 'wrong-status', is: '已出具' });
    expect(
      createHash('sha256')
        .update(await pdfOf(issued.id))
        .digest('hex'),
    ).toBe(issued.sha256);
  });

  test('a second press issues nothing twice', async () => {
    await using other = await officeAt('begun', '李敏');
    const paper = await signedSource(other);
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => other.client.documents.issue({ paperId: paper.id, version: paper.version })),
    );
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await other.client.documents.numbers({ year: 2026 })).map((entry) => entry.number)).toEqual([
      '辽人社监登字〔2026〕第001号',
    ]);
  });

  test('numbers run without gaps, also when papers are issued at once; a refused one takes none', async () => {
    await using other = await officeAt('begun', '李敏');
    const [party] = (await other.caseFile()).parties;
    const drafts = [await signedSource(other)];
    for (let n = 0; n < 3; n += 1) {
      const { case: made } = await other.client.cases.begin({
        procedure: 'penalty.ordinary',
        householdId: party?.householdId ?? '',
        causeName: `涉嫌第${n}件`,
        officerIds: [],
      });
      const source = await other.client.documents.create({ caseId: made.id, templateId: 'J01' });
      const values: Values = { ...drafts[0]?.values, facts: n === 1 ? '有\uE123字' : '巡查发现。' };
      const { paper: saved } = await other.client.documents.save({
        paperId: source.id,
        version: source.version,
        values,
      });
      drafts.push(
        await other.client.documents.sign({
          paperId: saved.id,
          version: saved.version,
          signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
        }),
      );
    }
    const issued = await Promise.allSettled(
      drafts.map((paper) => other.client.documents.issue({ paperId: paper.id, version: paper.version })),
    );
    expect(issued.filter((each) => each.status === 'rejected')).toHaveLength(1);
    const numbers = await other.client.documents.numbers({ year: 2026 });
    expect(numbers.map((entry) => entry.number)).toEqual([1, 2, 3].map((seq) => `辽人社监登字〔2026〕第00${seq}号`));
  });

  test('a voided paper is made anew from what was written into it; one that stands is not', async () => {
    await using entry = await officeAt('begun', '李敏');
    const source = await signedSource(entry);
    const issued = await entry.client.documents.issue({ paperId: source.id, version: source.version });
    const again = { caseId: issued.caseId, templateId: 'J01', redoes: issued.id };
    expect(await refusalOf(entry.client.documents.create(again))).toMatchObject({
      code: 'wrong-status',
      act: '照此重做',
    });
    await entry.client.documents.void({ paperId: issued.id, version: issued.version, reason: '事实写错' });
    const redone = await entry.client.documents.create(again);
    expect(redone).toMatchObject({ status: 'draft', values: issued.values, signatures: [], number: null });
  });

  test('a voided paper keeps its number and its reason on the register, and the next takes the next', async () => {
    await using entry = await officeAt('begun', '李敏');
    const first = await signedSource(entry);
    const issued = await entry.client.documents.issue({ paperId: first.id, version: first.version });
    await entry.as('王建国');
    const voided = await entry.client.documents.void({
      paperId: issued.id,
      version: issued.version,
      reason: '当事人名称有误',
    });
    expect(voided).toMatchObject({ status: 'void', voidReason: '当事人名称有误', number: issued.number });
    await entry.as('李敏');
    const second = await signedSource(entry);
    const again = await entry.client.documents.issue({ paperId: second.id, version: second.version });
    expect(again.number).toBe('辽人社监登字〔2026〕第002号');
    expect(
      (await entry.client.documents.numbers({ year: 2026 })).map(({ number, status, reason }) => [
        number,
        status,
        reason,
      ]),
    ).toEqual([
      ['辽人社监登字〔2026〕第001号', 'void', '当事人名称有误'],
      ['辽人社监登字〔2026〕第002号', 'used', ''],
    ]);
    // What was issued can still be shown.
    expect((await entry.get(`/papers/${issued.id}/pdf`)).headers.get('content-type')).toBe('application/pdf');
  });

  test('numbers of a new year begin again at one', async () => {
    await using entry = await officeAt('begun', '李敏');
    const first = await signedSource(entry);
    await entry.client.documents.issue({ paperId: first.id, version: first.version });
    // 2027-01-01 00:30 in the office is still 2026 in UTC.
    entry.at('2027-01-01T00:30');
    const [party] = (await entry.caseFile()).parties;
    const { case: made } = await entry.client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId: party?.householdId ?? '',
      causeName: '涉嫌新年',
      officerIds: [],
    });
    const source = await entry.client.documents.create({ caseId: made.id, templateId: 'J01' });
    const { paper: saved } = await entry.client.documents.save({
      paperId: source.id,
      version: source.version,
      values: first.values,
    });
    const signed = await entry.client.documents.sign({
      paperId: saved.id,
      version: saved.version,
      signatures: first.signatures,
    });
    expect((await entry.client.documents.issue({ paperId: signed.id, version: signed.version })).number).toBe(
      '辽人社监登字〔2027〕第001号',
    );
  });
});

test('what an issued paper tells comes into the drafts begun before it; what was typed there stays', async () => {
  await using entry = await officeAt('begun', '李敏');
  const source = await signedSource(entry);
  await draftOf(entry, 'J02', { reviewFacts: '另写的事实' });
  expect((await entry.paper('J02')).values['sourceRef'] ?? null).toBeNull();
  const issued = await entry.client.documents.issue({ paperId: source.id, version: source.version });
  expect((await entry.paper('J02')).values).toMatchObject({
    sourceRef: issued.number,
    caseSource: issued.values['sourceType'],
    reviewFacts: '另写的事实',
  });
});
