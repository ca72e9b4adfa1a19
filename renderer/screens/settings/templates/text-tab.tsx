import { useRef } from 'react';
import { fieldsOf } from '../../../../shared/template/template.ts';
import { Labelled } from '../../../ui/labelled.tsx';
import { liquidWords } from './liquid-words.ts';
import { placeholderOf } from './template-draft.ts';
import type { TabProps } from './template-tabs.tsx';
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
  const text = useRef<HTMLTextAreaElement>(null);
  const { toWords, toLiquid } = liquidWords(draft);
  const body = toWords(draft.body ?? '');
  const orNone = (typed: string): string | undefined => (typed === '' ? undefined : toLiquid(typed));
  const setBody = (next: string): void => set({ ...draft, body: orNone(next) });
  const wordsOf = (path: string): string | undefined => {
    const fault = faults.get(path);
    return fault === undefined ? undefined : toWords(fault);
  };
  const insert = (piece: string): void => {
    const [start, end] = [text.current?.selectionStart ?? body.length, text.current?.selectionEnd ?? body.length];
    setBody(body.slice(0, start) + piece + body.slice(end));
    // The caret stands behind what was put in, once the text is drawn.
    requestAnimationFrame(() => {
      text.current?.focus();
      text.current?.setSelectionRange(start + piece.length, start + piece.length);
    });
  };
  return (
    <div className={css.textTab}>
      {draft.layout === 'letter' && (
        <Labelled label="称谓" problem={wordsOf('addressee')}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="template-addressee"
              readOnly={readOnly}
              value={toWords(draft.addressee ?? '')}
              onChange={(event) => set({ ...draft, addressee: orNone(event.target.value) })}
            />
          )}
        </Labelled>
      )}
      <Labelled
        label={draft.layout === 'form' || draft.layout === 'list' ? '表下的文字' : '正文'}
        problem={wordsOf('body') ?? wordsOf('layout')}
        help="双花括号里的栏目在打印时换成填写的内容；“{% 如果 … %}”到“{% 如果完 %}”之间的文字符合条件才印，“逐项”到“逐项完”按表格逐行印。空一行另起一段。"
      >
        {(control) => (
          <textarea
            {...control}
            ref={text}
            className={`input ${css.body}`}
            name="template-body"
            rows={4}
            spellCheck={false}
            readOnly={readOnly}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Labelled>
      {!readOnly && (
        <section aria-label="可以用的栏目">
          <h2>可以用的栏目（按一下填到光标处）</h2>
          <p className={css.pieces}>
            {fieldsOf(draft).map((field) => (
              <button
                key={field.key}
                type="button"
                title={toWords(placeholderOf(field))}
                onClick={() => insert(toWords(placeholderOf(field)))}
              >
                {field.label}
              </button>
            ))}
            {AROUND.filter(([name]) => !fieldsOf(draft).some((field) => field.label === name)).map(([name, piece]) => (
              <button
                key={piece}
                type="button"
                title={toWords(piece)}
                data-around
                onClick={() => insert(toWords(piece))}
              >
                {name}
              </button>
            ))}
          </p>
        </section>
      )}
    </div>
  );
}
