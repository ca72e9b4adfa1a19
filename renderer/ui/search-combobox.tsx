import {
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  type ContextType,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { OptionKeys, OptionPopover, useFirstHit } from './option-list.tsx';
import optionCss from './option-list.module.css';
import css from './search-combobox.module.css';
import type { QueryText } from './use-query-text.ts';

export interface FoundOption {
  id: string;
  /** What a screen reader says of it. */
  text: string;
  content: ReactNode;
}

export interface SearchComboboxProps {
  /** Ties an outer label to the field; without one `aria-label` names it. */
  id?: string;
  name: string;
  search: QueryText;
  /** What was found; the same array as long as nothing else was. */
  options: readonly FoundOption[];
  /** The options are those of the text that is typed now; until then Enter chooses nothing. */
  isFound: boolean;
  /** What the list says when nothing was found. */
  none?: string;
  onChoose: (id: string) => void;
  maxLength: number;
  placeholder?: string;
  autoFocus?: boolean;
  /** Why this person may not search; null when they may. */
  reason?: string | null;
  ref?: Ref<HTMLInputElement>;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
  'data-testid'?: string;
}

/** A field whose list answers each typed character from the workstation; choosing leads on, so that the field keeps its text and no value. */
export function SearchCombobox({
  search,
  options,
  isFound,
  none = '',
  onChoose,
  reason = null,
  ...props
}: SearchComboboxProps) {
  const field = useRef<HTMLDivElement>(null);
  return (
    <ComboBox
      {...(props.id !== undefined && { id: props.id })}
      aria-label={props['aria-label']}
      aria-describedby={props['aria-describedby']}
      autoFocus={props.autoFocus ?? false}
      items={options}
      value={null}
      onChange={(key) => key !== null && onChoose(String(key))}
      inputValue={search.text}
      onInputChange={search.setText}
      menuTrigger="manual"
      isReadOnly={reason !== null}
      isInvalid={props['aria-invalid'] ?? false}
      isRequired={props['aria-required'] ?? false}
      validationBehavior="aria"
      allowsCustomValue
      allowsEmptyCollection
    >
      <OptionKeys opens={search.query !== ''} chooses={isFound}>
        <div
          ref={field}
          onCompositionStart={() => search.setComposing(true)}
          onCompositionEnd={() => search.setComposing(false)}
        >
          <Input
            {...(props.ref !== undefined && { ref: props.ref })}
            className="input"
            name={props.name}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            title={reason ?? undefined}
            spellCheck={false}
          />
        </div>
      </OptionKeys>
      <FoundList anchor={field} query={search.query} isFound={isFound} none={none} data-testid={props['data-testid']} />
    </ComboBox>
  );
}

interface FoundListProps extends Pick<SearchComboboxProps, 'isFound' | 'none' | 'data-testid'> {
  anchor: RefObject<HTMLElement | null>;
  query: string;
}

function FoundList({ anchor, query, isFound, none, ...rest }: FoundListProps) {
  const state = useContext(ComboBoxStateContext);
  useFirstHit(isFound ? state : null);
  useOpenWhileSearching(state, query);
  return (
    <OptionPopover anchor={anchor}>
      <ListBox<FoundOption>
        {...rest}
        className={`${optionCss.list} ${css.list}`}
        aria-busy={!isFound}
        renderEmptyState={() => <span className={optionCss.none}>{isFound ? none : '正在查找…'}</span>}
      >
        {({ id, text, content }) => (
          <ListBoxItem id={id} textValue={text} className={`${optionCss.option} ${css.option}`}>
            {content}
          </ListBoxItem>
        )}
      </ListBox>
    </OptionPopover>
  );
}

/** The list is open for whatever is typed, and again when the field is come back to; Esc closes it until more is typed. */
function useOpenWhileSearching(state: ContextType<typeof ComboBoxStateContext>, query: string): void {
  const isFocused = state?.isFocused === true;
  const show = useEffectEvent(() => state?.open(null, 'manual'));
  const hide = useEffectEvent(() => state?.close());
  useEffect(() => {
    if (query === '') hide();
    else if (isFocused) show();
  }, [query, isFocused]);
}
