import { useRef, type RefObject } from 'react';
import { fieldsOf, type Template } from '../../../../shared/template/template.ts';
import { TextAreaField, TextField } from '../../../ui/labelled-fields.tsx';
import { liquidWords } from './liquid-words.ts';
import type { TabProps } from './tab-props.ts';
import { placeholderOf } from './template-draft.ts';
import css from './templates.module.css';

/** What a text may name besides the fields of its paper. */
const AROUND = [
  ['文号', '{{ number }}'],
  ['本机关名称', '{{ organ }}'],
  ['案号', '{{ case.number }}'],
  ['案由', '{{ case.causeName }}'],
  ['本机关地址', '{{ office.address }}'],
  ['本机关电话', '{{ office.phone }}'],
] as const;

/** The text of a letter or record, or the note under a form, with the fields it may name to put in. */
export function TextTab({ edit: { draft, set, faults }, readOnly }: TabProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const { toWords, toLiquid } = liquidWords(draft);
  const body = toWords(draft.body ?? '');
  const orNone = (typed: string): string | undefined => (typed === '' ? undefined : toLiquid(typed));
  const setBody = (typed: string): void => set({ ...draft, body: orNone(typed) });
  const faultWords = (path: string): string | undefined => {
    const fault = faults.get(path);
    return fault === undefined ? undefined : toWords(fault);
  };
  return (
    <div className={css.textTab}>
      {draft.layout === 'letter' && (
        <TextField
          label="称谓"
          problem={faultWords('addressee')}
          name="template-addressee"
          readOnly={readOnly}
          value={toWords(draft.addressee ?? '')}
          onChange={(typed) => set({ ...draft, addressee: orNone(typed) })}
        />
      )}
      <TextAreaField
        label={draft.layout === 'form' || draft.layout === 'list' ? '表下的文字' : '正文'}
        problem={faultWords('body') ?? faultWords('layout')}
        help="双花括号里的栏目在打印时换成填写的内容；“{% 如果 … %}”到“{% 如果完 %}”之间的文字符合条件才印，“逐项”到“逐项完”按表格逐行印。空一行另起一段。"
        ref={textarea}
        className={css.body}
        name="template-body"
        rows={4}
        spellCheck={false}
        readOnly={readOnly}
        value={body}
        onChange={setBody}
      />
      {!readOnly && (
        <Placeholders
          template={draft}
          toWords={toWords}
          onInsert={(placeholder) => setBody(insertAtCaret(textarea, body, placeholder))}
        />
      )}
    </div>
  );
}

/** Puts `placeholder` in place of what is selected and returns the text; the caret goes behind it once the text is drawn. */
function insertAtCaret(textarea: RefObject<HTMLTextAreaElement | null>, text: string, placeholder: string): string {
  const start = textarea.current?.selectionStart ?? text.length;
  const end = textarea.current?.selectionEnd ?? text.length;
  requestAnimationFrame(() => {
    textarea.current?.focus();
    textarea.current?.setSelectionRange(start + placeholder.length, start + placeholder.length);
  });
  return text.slice(0, start) + placeholder + text.slice(end);
}

/** A button for everything the text may name. */
function Placeholders({
  template,
  toWords,
  onInsert,
}: {
  template: Template;
  toWords: (liquid: string) => string;
  onInsert: (placeholder: string) => void;
}) {
  const fields = fieldsOf(template);
  const around = AROUND.filter(([name]) => !fields.some(({ label }) => label === name));
  return (
    <section aria-label="可以用的栏目">
      <h2>可以用的栏目（按一下填到光标处）</h2>
      <p className={css.pieces}>
        {fields.map((field) => (
          <button
            key={field.key}
            type="button"
            title={toWords(placeholderOf(field))}
            onClick={() => onInsert(toWords(placeholderOf(field)))}
          >
            {field.label}
          </button>
        ))}
        {around.map(([name, liquid]) => (
          <button
            key={liquid}
            type="button"
            title={toWords(liquid)}
            data-around
            onClick={() => onInsert(toWords(liquid))}
          >
            {name}
          </button>
        ))}
      </p>
    </section>
  );
}
