import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { changedColumns, digestOf, marksOf } from '../../../../main/platform/audit/row-digests.ts';
import type { FactTable } from '../../../../main/platform/store/facts/fact-table.ts';

const table: FactTable = {
  name: 'unit',
  label: '科室',
  key: ['id'],
  caseColumn: null,
  title: 'name',
  columns: { id: '编号', name: '名称', head: '负责人' },
};

test('a digest is SHA-256 over table, columns and values in their declared order', () => {
  expect(digestOf(table, ['1', '监察科', null])).toBe(
    createHash('sha256').update('["unit","id","1","name","监察科"]').digest('hex'),
  );
  expect(digestOf(table, ['1', '监察科', ''])).not.toBe(digestOf(table, ['1', '监察科', null]));
  expect(digestOf(table, ['1', '监察', '科'])).not.toBe(digestOf(table, ['1', '监察科', '']));
});

test('a column added later, empty so far, changes no digest and is no changed column', () => {
  const later: FactTable = { ...table, columns: { ...table.columns, phone: '电话' } };
  expect(digestOf(later, ['1', '监察科', '张丽', null])).toBe(digestOf(table, ['1', '监察科', '张丽']));
  expect(changedColumns(later, ['1', '监察科', '钱生', null], marksOf(['1', '监察科', '张丽']))).toEqual(['head']);
});
