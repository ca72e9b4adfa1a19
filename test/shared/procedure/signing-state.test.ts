import { expect, test } from 'vitest';
import type { Paper, PaperPrint, Signature } from '../../../shared/case-file.ts';
import { caseSigning, paperSigning, signedCount, signingSentence } from '../../../shared/procedure/signing-state.ts';
import { SignatureRole } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';

const roles = (...given: (Partial<SignatureRole> & { role: string })[]) => ({
  signatures: given.map((role) => SignatureRole.parse(role)),
});
const record = roles(
  { role: '被询问人', refusable: true },
  { role: '询问人', count: 2 },
  { role: '见证人', required: false },
  { role: '翻译', when: { field: 'translated', is: ['有'] } },
);
const signed = (role: string, name: string, mode: Signature['mode'] = '签名'): Signature => ({
  role,
  name,
  mode,
  reason: mode === '拒签' ? '认为与事实不符' : '',
  witness: '',
  at: '2026-03-20T09:00',
});
const print: PaperPrint = {
  id: 'D8F031',
  kind: '签字稿',
  sha256: 'a'.repeat(64),
  pages: 1,
  at: '2026-03-20T09:00',
  by: '王建国',
  byId: '',
  voidReason: null,
  back: null,
};
const back = { sha256: 'b'.repeat(64), pages: 1, at: '2026-03-21T09:00', by: '王建国' };
const [sample] = aCaseFile().papers;
const aPaper = (changes: Partial<Paper>): Paper => {
  if (sample === undefined) throw new Error('the sample case has no paper');
  return { ...sample, status: 'draft', values: {}, signatures: [], prints: [], ...changes };
};

const examples: [string, Partial<Paper>, string, string][] = [
  ['nobody has', {}, '已签 0 / 3', '还没有人签名。还没有签：被询问人、询问人（1）、询问人（2）。'],
  [
    'a place nobody must sign in counts once it is used',
    { signatures: [signed('询问人', '王建国'), signed('见证人', '刘明')] },
    '已签 2 / 4',
    '已签：询问人 王建国、见证人 刘明。还没有签：被询问人、询问人（2）。',
  ],
  [
    'who refuses has not signed',
    { signatures: [signed('被询问人', '', '拒签'), signed('询问人', '王建国'), signed('询问人', '李敏')] },
    '已签 2 / 3，拒签或不能签 1',
    '已签：被询问人 （拒签）、询问人 王建国、询问人 李敏。签名已经齐全。',
  ],
  [
    'a place that this paper has',
    { values: { translated: '有' }, signatures: [signed('翻译', '金花')] },
    '已签 1 / 4',
    '已签：翻译 金花。还没有签：被询问人、询问人（1）、询问人（2）。',
  ],
];

test.each(examples)('%s', (_, changes, count, sentence) => {
  const state = paperSigning(record, aPaper(changes));
  expect(state && [signedCount(state), signingSentence(state)]).toEqual([count, sentence]);
});

test('a paper nobody signs has no state', () => {
  expect(paperSigning(roles(), aPaper({}))).toBeNull();
  expect(paperSigning(roles({ role: '见证人', required: false }), aPaper({}))).toBeNull();
});

test('of a case the papers count that are being signed, and those whose sheets are out', () => {
  const templates = new Map([['J07', record]]);
  const stateOf = (...papers: Partial<Paper>[]) =>
    caseSigning({ papers: papers.map((changes) => aPaper({ templateId: 'J07', ...changes })) }, templates);
  const all = ['被询问人', '询问人', '询问人'].map((role) => signed(role, '某人'));
  expect(stateOf({})).toBeNull();
  expect(stateOf({ prints: [{ ...print, voidReason: '写错了' }] })).toBeNull();
  expect(stateOf({ status: 'issued', signatures: all, prints: [{ ...print, back }] })).toBeNull();
  expect(stateOf({ status: 'void', prints: [print] })).toBeNull();
  expect(
    stateOf(
      { prints: [print] },
      { signatures: [signed('询问人', '王建国')] },
      { status: 'issued', signatures: all, prints: [print] },
    ),
  ).toEqual({ asked: 9, signed: 4, refused: 0, out: 2 });
});
