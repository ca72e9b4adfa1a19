import { describe, expect, it } from 'vitest';
import { remedyOn } from '../../../../main/features/documents/paper-job.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { office } from '../../../support/a-case-file.ts';
import { definitions } from '../../../support/judgement.ts';

const lineOf = (id: string, values: Values | null): string => {
  const template = definitions.templates.get(id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return remedyOn('2026-03-05', office, template, values)?.[0] ?? '';
};

describe('which papers end with the way to remedy (复议法20第三款)', () => {
  it.each(['不予立案', '不予受理'])('a source answered with %s tells it', (result) => {
    expect(lineOf('J03', { result })).toMatch(/^如不服本决定，可以自收到本(通知书|告知书)之日起六十日/);
  });

  it.each(['已立案', '告知补正', '移送有权处理的机关', '处理结果', ''])(
    'a source answered with “%s” does not',
    (result) => {
      expect(lineOf('J03', { result })).toBe('');
    },
  );

  it.each([
    ['不予受理', true],
    ['受理', false],
    ['告知补正', false],
  ])('an application for a benefit: %s', (result, told) => {
    expect(lineOf('P01b', { result }) !== '').toBe(told);
  });

  it('a decision always does, in the words of a decision; a blank has a box where it depends', () => {
    expect(lineOf('J32', {})).toContain('自收到本决定书之日起');
    expect(lineOf('J32', null)).toMatch(/^如/);
    expect(lineOf('J03', null)).toMatch(/^☐如/);
    expect(lineOf('J06', null)).toBe('');
  });
});
