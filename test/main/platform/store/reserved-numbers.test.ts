import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow, paperRow } from '../../../support/schema-rows.ts';

const filing = {
  number: '某人社监立字〔2026〕第001号',
  code: '某人社',
  letters: '监立',
  year: 2026,
  seq: 1,
  paperId: 'a',
  status: 'used',
  reason: '',
  at: '2026-03-02',
};
const decision = {
  ...filing,
  number: '某人社监罚字〔2026〕第001号',
  letters: '监罚',
  paperId: 'b',
  status: 'void',
  reason: '笔误',
  at: '2026-04-03',
};
const reserved = {
  ...decision,
  number: '某人社监罚字〔2026〕第002号',
  seq: 2,
  paperId: null,
  templateId: 'J34',
  paperName: '当场行政处罚决定书',
  status: 'reserved',
  reason: '',
  at: '',
};

describe('step 3: numbers with the names of their papers', () => {
  let schema: Awaited<ReturnType<typeof schemaAt>>;
  beforeEach(async () => {
    schema = await schemaAt(2);
    onTestFinished(() => schema[Symbol.dispose]());
    const { insert, next } = schema;
    insert('case_record', caseRow('c'));
    insert('paper', paperRow('a', 'J04', '立案审批表'));
    insert('paper', paperRow('b', 'J32', '行政处罚决定书'));
    insert('paper_number', filing);
    insert('paper_number', decision);
    await next();
  });

  test('every number is kept, used and void ones, and gets the name of its paper', () => {
    const kept = schema.db.prepare('select * from paper_number order by at').all();
    expect(kept).toEqual([
      { ...filing, templateId: 'J04', paperName: '立案审批表' },
      { ...decision, templateId: 'J32', paperName: '行政处罚决定书' },
    ]);
  });

  test('a number can be reserved before there is a paper, and only once', () => {
    schema.insert('paper_number', reserved);
    expect(() => schema.insert('paper_number', { ...reserved, number: 'x' })).toThrow(/UNIQUE/);
  });

  test('a number of a paper that is not there is refused', () => {
    const lost = { ...reserved, number: 'y', seq: 3, paperId: 'nobody' };
    expect(() => schema.insert('paper_number', lost)).toThrow(/FOREIGN KEY/);
  });
});
