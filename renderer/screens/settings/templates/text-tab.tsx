import { useMemo, useState } from 'react';
import { ChipText, type Chip } from '../../../ui/chip-text.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { liquidWords } from './liquid-words.ts';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';
import { TextCode } from './text-code.tsx';
import { textGrammar } from './text-grammar.ts';
import { textOptions } from './text-options.ts';

/** The text of a letter or record, or the note under a form: with its fields as chips, or as code. */
export function TextTab({ edit: { draft, set, faults }, readOnly }: TabProps) {
  // Where in the text the code was asked for; null while the chips are shown.
  const [codeAt, setCodeAt] = useState<number | null>(null);
  const { toWords } = liquidWords(draft);
  const grammar = useMemo(() => textGrammar(draft.sections), [draft.sections]);
  const faultWords = (path: string): string | undefined => {
    const fault = faults.get(path);
    return fault === undefined ? undefined : toWords(fault);
  };
  const chips = {
    grammar,
    options: textOptions(draft.sections),
    onOpen: ({ from }: Chip) => setCodeAt(from),
    readOnly,
  };
  const body = {
    label: draft.layout === 'form' || draft.layout === 'list' ? '表下的文字' : '正文',
    problem: faultWords('body') ?? faultWords('layout'),
    value: draft.body ?? '',
    onChange: (text: string) => set({ ...draft, body: orNone(text) }),
    readOnly,
  };
  return (
    <div className={css.textTab}>
      {draft.layout === 'letter' && (
        <ChipText
          {...chips}
          label="称谓"
          help="一行文字，键入 { 插入栏目。"
          problem={faultWords('addressee')}
          isLine
          value={draft.addressee ?? ''}
          onChange={(addressee) => set({ ...draft, addressee: orNone(addressee) })}
          data-testid="template-addressee"
        />
      )}
      {codeAt === null ? (
        <ChipText
          {...chips}
          {...body}
          help={HELP}
          data-testid="template-body"
          renderFoot={(openList) => <Acts onList={readOnly ? null : openList} onCode={() => setCodeAt(0)} />}
        />
      ) : (
        <TextCode {...body} template={draft} at={codeAt} onClose={() => setCodeAt(null)} />
      )}
    </div>
  );
}

const Acts = ({ onList, onCode }: { onList: (() => void) | null; onCode: () => void }) => (
  <div className={css.textActs}>
    {onList !== null && <ReasonButton onClick={onList}>插入栏目</ReasonButton>}
    <ReasonButton kind="quiet" onClick={onCode}>
      高级：看代码
    </ReasonButton>
  </div>
);

const HELP =
  '键入 { 按名称或者拼音插入栏目和条件，回车选用；栏目整个删除、整个移动。灰底的是条件：从“如果”到“如果完”之间的文字符合条件才印，“逐项”到“逐项完”按表格逐行印。空一行另起一段。';

const orNone = (text: string): string | undefined => (text === '' ? undefined : text);
