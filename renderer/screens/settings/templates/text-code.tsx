import { useEffect, useEffectEvent, useRef } from 'react';
import type { Template } from '../../../../shared/template/template.ts';
import { TextAreaField } from '../../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { liquidWords } from './liquid-words.ts';
import css from './templates.module.css';

export interface TextCodeProps {
  template: Template;
  label: string;
  problem: string | undefined;
  readOnly: boolean;
  /** Where the caret begins, as a place in `value`. */
  at: number;
  value: string;
  onChange: (text: string) => void;
  onClose: () => void;
}

/** 高级: the text as its code, in Chinese words, for conditions and ways of writing that no chip puts in. */
export function TextCode({ template, label, problem, readOnly, at, value, onChange, onClose }: TextCodeProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const { toWords, toLiquid } = liquidWords(template);
  const caret = toWords(value.slice(0, at)).length;
  const begin = useEffectEvent(() => {
    textarea.current?.focus();
    textarea.current?.setSelectionRange(caret, caret);
  });
  // Once: afterwards the caret is where the person puts it.
  useEffect(() => begin(), []);
  return (
    <>
      <TextAreaField
        label={label}
        problem={problem}
        help="双花括号里的栏目在打印时换成填写的内容；“{% 如果 … %}”到“{% 如果完 %}”之间的文字符合条件才印，“逐项”到“逐项完”按表格逐行印。空一行另起一段。"
        ref={textarea}
        className={css.body}
        name="template-body"
        rows={4}
        spellCheck={false}
        readOnly={readOnly}
        value={toWords(value)}
        onChange={(typed) => onChange(toLiquid(typed))}
      />
      <div className={css.textActs}>
        <ReasonButton kind="quiet" onClick={onClose}>
          回到带栏目的正文
        </ReasonButton>
      </div>
    </>
  );
}
