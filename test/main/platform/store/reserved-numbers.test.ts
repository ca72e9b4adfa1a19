import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('step 3 keeps every number with the name of its paper, and lets a number be reserved before there is one', async () => {
  using schema = await schemaAt(2);
  const { db, insert, next } = schema;
  insert('case_record', {
    id: 'c',
    office: 'o',
    number: '',
    procedure: 'penalty.ordinary',
    causeName: '',
    state: 'open',
    officerIds: '[]',
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    version: 1,
  });
  for (const [id, name] of [
    ['a', '立案审批表'],
    ['b', '行政处罚决定书'],
  ]) {
    insert('paper', {
      id,
      caseId: 'c',
      templateId: id === 'a' ? 'J04' : 'J32',
      templateVersion: 1,
      name,
      version: 1,
      status: 'issued',
      values: '{}',
      signatures: '[]',
      approvals: '[]',
      createdAt: '',
      createdBy: '',
      updatedAt: '',
      updatedBy: '',
    });
  }
  insert('paper_number', {
    number: '某人社监立字〔2026〕第001号',
    code: '某人社',
    letters: '监立',
    year: 2026,
    seq: 1,
    paperId: 'a',
    status: 'used',
    reason: '',
    at: '2026-03-02',
  });
  insert('paper_number', {
    number: '某人社监罚字〔2026〕第001号',
    code: '某人社',
    letters: '监罚',
    year: 2026,
    seq: 1,
    paperId: 'b',
    status: 'void',
    reason: '笔误',
    at: '2026-04-03',
  });
  await next();
  expect(db.prepare('select * from paper_number order by letters').all()).toEqual(
    [
      {
        number: '某人社监立字〔2026〕第001号',
        code: '某人社',
        letters: '监立',
        year: 2026,
        seq: 1,
        paperId: 'a',
        templateId: 'J04',
        paperName: '立案审批表',
        status: 'used',
        reason: '',
        at: '2026-03-02',
      },
      {
        number: '某人社监罚字〔2026〕第001号',
        code: '某人社',
        letters: '监罚',
        year: 2026,
        seq: 1,
        paperId: 'b',
        templateId: 'J32',
        paperName: '行政处罚决定书',
        status: 'void',
        reason: '笔误',
        at: '2026-04-03',
      },
    ].toSorted((item, other) => (item.letters < other.letters ? -1 : 1)),
  );
  const reserved = {
    number: '某人社监罚字〔2026〕第002号',
    code: '某人社',
    letters: '监罚',
    year: 2026,
    seq: 2,
    paperId: null,
    templateId: 'J34',
    paperName: '当场行政处罚决定书',
    status: 'reserved',
    reason: '',
    at: '',
  };
  insert('paper_number', reserved);
  expect(() => insert('paper_number', { ...reserved, number: 'x' })).toThrow(/UNIQUE/);
  expect(() => insert('paper_number', { ...reserved, number: 'y', seq: 3, paperId: 'nobody' })).toThrow(/FOREIGN KEY/);
});
