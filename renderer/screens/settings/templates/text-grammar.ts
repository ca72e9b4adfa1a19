import type { Template } from '../../../../shared/template/template.ts';
import type { ChipGrammar } from '../../../ui/chip-text.tsx';
import { pieceWords } from './piece-words.ts';
import { breakOf } from './text-pieces.ts';

/** The text of a paper with these fields: its pieces are chips, and a text that is whole stays whole; who writes code does it under 高级. */
export const textGrammar = (sections: Template['sections']): ChipGrammar => ({
  chipsOf: pieceWords(sections),
  refusalOf: (before, after) => {
    const broken = breakOf(before) === null ? breakOf(after) : null;
    return broken === null ? null : REFUSALS[broken];
  },
});

const REFUSALS: Readonly<Record<'braces' | 'pair', string>> = {
  braces: '双花括号只能由栏目带进来：键入一个 { 从列表里选；要自己写代码，请按“高级：看代码”。',
  pair: '条件和逐项的开头和结尾是一对，不能只删除或者移动一个：请连同中间的文字一起选中；只改条件，请按“高级：看代码”。',
};
