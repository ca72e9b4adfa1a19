import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../../shared/case-file.ts';
import type { Field } from '../../../../shared/template/template.ts';
import {
  withCell,
  withoutRow,
  withRecordings,
  withRowAfter,
  withRowMoved,
} from '../../../../renderer/parts/fields/field-rows.ts';

const rows = [{ a: '一' }, { a: '二' }, { a: '三' }];

describe('rows', () => {
  test('are added after a row, also at the very top', () => {
    expect(withRowAfter(rows, 0)).toEqual([{ a: '一' }, {}, { a: '二' }, { a: '三' }]);
    expect(withRowAfter([], -1)).toEqual([{}]);
  });
  test.each([
    [0, 1, ['二', '一', '三']],
    [2, -1, ['一', '三', '二']],
    [0, -1, ['一', '二', '三']],
    [2, 1, ['一', '二', '三']],
  ] as const)('row %d moved by %d', (index, by, order) =>
    expect(withRowMoved(rows, index, by).map((row) => row['a'])).toEqual(order),
  );
  test('are changed by cell and taken out by place', () => {
    expect(withCell(rows, 1, 'b', 2)).toEqual([{ a: '一' }, { a: '二', b: 2 }, { a: '三' }]);
    expect(withoutRow(rows, 1)).toEqual([{ a: '一' }, { a: '三' }]);
  });
});

const cells: Field[] = ['title', 'scene', 'officer', 'startAt', 'importedAt', 'sha256'].map((key) => ({
  key,
  label: key,
  type: 'text',
  required: false,
}));
const register: Field = { key: 'recordings', label: '音像资料', type: 'rows', required: true, fields: cells };
const exhibit = (part: Partial<Exhibit>): Exhibit => ({
  id: 'e1',
  caseId: 'c1',
  title: '询问录像',
  kind: '视听资料',
  source: '',
  maker: '',
  proves: '',
  originality: '原件',
  paperId: null,
  stepId: null,
  place: '',
  device: '',
  startAt: '',
  endAt: '',
  noticeSpoken: false,
  transcript: '',
  encoding: '自动识别',
  gatheredAt: '',
  fileName: 'a.webm',
  mime: 'video/webm',
  bytes: 1,
  sha256: 'f'.repeat(64),
  sm3: '',
  importedAt: '2026-03-09T07:20:00.000Z',
  importedBy: '',
  hasThumbnail: false,
  damage: null,
  withdrawnReason: null,
  fromCaseId: null,
  fromId: null,
  supplementId: null,
  ...part,
});

describe('a register of recordings', () => {
  test("gets one row per recording with the facts it asks for, in the office's time", () => {
    expect(withRecordings(register, [], [exhibit({ maker: '李敏', startAt: '2026-03-09T09:00' })])).toEqual([
      {
        title: '询问录像',
        officer: '李敏',
        startAt: '2026-03-09T09:00',
        importedAt: '2026-03-09T15:20',
        sha256: 'f'.repeat(64),
      },
    ]);
  });
  test('keeps what is there and leaves out documents and what was withdrawn', () => {
    const written = [{ title: '改过的名称', sha256: 'f'.repeat(64) }];
    expect(
      withRecordings(register, written, [
        exhibit({}),
        exhibit({ mime: 'image/jpeg', sha256: '1' }),
        exhibit({ sha256: '2', withdrawnReason: '误传' }),
      ]),
    ).toEqual(written);
  });
});
