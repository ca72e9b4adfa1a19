import { describe, expect, it } from 'vitest';
import { copiesOf, fileToPrint, formerPrint, pagesIn } from '../../../shared/procedure/copies.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn } from '../../support/change-case-file.ts';

const file = aCaseFile();

describe('for whom a paper is printed', () => {
  it.each([
    ['a paper that is served', { id: 'J21', serve: true }, {}, ['当事人', '卷', '留存']],
    ['every other one', { id: 'J04', serve: false }, {}, ['卷']],
    ['as the office says', { id: 'J21', serve: true }, { J21: ['当事人', '卷'] }, ['当事人', '卷']],
  ])('%s', (_, template, copies, uses) => expect(copiesOf(template, { ...file.settings, copies })).toEqual(uses));
});

describe('pages as they are typed', () => {
  it.each<[string, number[] | null]>([
    ['2', [2]],
    ['1-3,5', [1, 2, 3, 5]],
    ['1，3、 2', [1, 2, 3]],
    ['3-4', [3, 4]],
    ['6', null],
    ['0', null],
    ['3-1', null],
    ['二', null],
    ['', null],
  ])('%s of five', (text, pages) => expect(pagesIn(text, 5)).toEqual(pages));
});

describe('the file of a paper that is printed', () => {
  const paper = paperIn(file, 'J21');
  const issued = { ...paper, status: 'issued' as const, sha256: 'a'.repeat(64), pages: 2, prints: [] };
  const print = {
    id: 'p1',
    kind: '签字稿' as const,
    sha256: 'b'.repeat(64),
    pages: 3,
    at: '2026-03-23T10:00',
    by: '王建国',
    byId: 'wang',
    voidReason: null,
    back: null,
  };
  it('is what was issued', () => expect(fileToPrint(issued)).toEqual({ sha256: 'a'.repeat(64), pages: 2 }));
  it('is what was printed to be signed while that is out', () =>
    expect(fileToPrint({ ...paper, status: 'approved', prints: [print] })).toEqual({
      sha256: 'b'.repeat(64),
      pages: 3,
    }));
  it('is none of a draft, of a void print, or of a void paper', () => {
    expect(fileToPrint({ ...paper, status: 'draft', sha256: null, prints: [] })).toBeNull();
    expect(
      fileToPrint({ ...paper, status: 'draft', sha256: null, prints: [{ ...print, voidReason: '改期' }] }),
    ).toBeNull();
    expect(fileToPrint({ ...issued, status: 'void' })).toBeNull();
  });
});

const signedBack = { sha256: 'c'.repeat(64), pages: 3, at: '2026-03-24T10:00', by: '王建国' };

describe('the print whose sheets may serve again', () => {
  const print = (id: string, over = {}) => ({
    id,
    kind: '签字稿' as const,
    sha256: id.repeat(64),
    pages: 3,
    at: '2026-03-23T10:00',
    by: '王建国',
    byId: 'wang',
    voidReason: null,
    back: null,
    ...over,
  });
  const voided = print('a', { voidReason: '写错金额' });
  const paper = { ...paperIn(file, 'J21'), status: 'draft' as const, prints: [voided, print('b')] };
  const whole = { verb: '打印', sha256: voided.sha256, pages: [] };
  it('is the voided one before, which went to the printer whole', () =>
    expect(formerPrint(paper, [whole])).toEqual(voided));
  it.each([
    ['it never went to the printer', paper, []],
    ['only some of its pages did', paper, [{ ...whole, pages: [2] }]],
    ['it was only saved', paper, [{ ...whole, verb: '另存' }]],
    ['it came back signed', { ...paper, prints: [{ ...voided, back: signedBack }, print('b')] }, [whole]],
    ['there is no newer one', { ...paper, prints: [voided] }, [whole]],
    ['there is only one', { ...paper, prints: [print('b')] }, [whole]],
    ['the paper is issued', { ...paper, status: 'issued' as const }, [whole]],
  ])('is none where %s', (_, asked, printed) => expect(formerPrint(asked, printed)).toBeNull());
});
