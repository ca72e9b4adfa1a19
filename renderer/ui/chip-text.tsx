import { useState, type ReactNode } from 'react';
import css from './chip-text.module.css';
import { Labelled } from './labelled.tsx';
import { useChipEditor, type ChipEditorProps } from './use-chip-editor.ts';

export type { Chip, ChipGrammar } from './chip-text-state.ts';
export type { ChipOption } from './chip-text-list.ts';

export interface ChipTextProps extends Omit<ChipEditorProps, 'isWrong' | 'onRefused' | 'isLine' | 'readOnly'> {
  problem?: string | null | undefined;
  /** One line, without line breaks. */
  isLine?: boolean;
  readOnly?: boolean;
  /** What stands below the text; given what opens the list at the caret. */
  renderFoot?: (openList: () => void) => ReactNode;
  'data-testid'?: string;
}

/** Text in which what the program fills in stands as chips, and typing `{` offers them; see docs/adr/0019. */
export function ChipText({ problem = null, isLine = false, readOnly = false, renderFoot, ...props }: ChipTextProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { host, openList } = useChipEditor({
    ...props,
    isLine,
    readOnly,
    isWrong: problem !== null,
    onRefused: setRefusal,
  });
  return (
    <Labelled label={props.label} help={props.help} problem={refusal ?? problem} width="full">
      {({ id }) => (
        <>
          <div
            ref={host}
            id={id}
            className={`${css.text} ${isLine ? '' : css.tall}`}
            data-wrong={problem !== null || undefined}
            data-read-only={readOnly || undefined}
            data-testid={props['data-testid']}
          />
          {renderFoot?.(openList)}
        </>
      )}
    </Labelled>
  );
}
