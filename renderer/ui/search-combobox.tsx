import {
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ContextType,
  type ReactNode,
  type Ref,
  type RefObject,
  useLayoutEffect,
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
export function SearchCombobox(given: SearchComboboxProps) {
  const { search, options, isFound, none = '', onChoose, reason = null, autoFocus = false, ...props } = given;
  const field = useRef<HTMLDivElement>(null);
  const { query } = search;
  useFocusAtOnce(field, autoFocus);
  // The query whose list was closed by Esc: it stays closed until more is typed or the field is come back to.
  const [closedFor, setClosedFor] = useState<string | null>(null);
  return (
    <ComboBox
      {...(props.id !== undefined && { id: props.id })}
      aria-label={props['aria-label']}
      aria-describedby={props['aria-describedby']}
      autoFocus={autoFocus}
      items={options}
      value={null}
      onChange={(key) => key !== null && onChoose(String(key))}
      inputValue={search.text}
      onInputChange={search.setText}
      menuTrigger="manual"
      onBlur={() => setClosedFor(null)}
      isReadOnly={reason !== null}
      isInvalid={props['aria-invalid'] ?? false}
      isRequired={props['aria-required'] ?? false}
      validationBehavior="aria"
      allowsCustomValue
      allowsEmptyCollection
    >
      <OptionKeys opens={query !== ''} chooses={isFound} onEsc={() => setClosedFor(query)}>
        <div
          ref={field}
          onCompositionStart={() => search.setComposing(true)}
          onCompositionEnd={() => search.setComposing(false)}
        >
          <Input
            {...(props.ref !== undefined && { ref: props.ref })}
            name={props.name}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            title={reason ?? undefined}
            spellCheck={false}
          />
        </div>
      </OptionKeys>
      <FoundList
        anchor={field}
        query={query}
        closed={closedFor === query}
        isFound={isFound}
        none={none}
        data-testid={props['data-testid']}
      />
    </ComboBox>
  );
}

/** The library waits a moment, in which a dialog gives the focus of a button that is gone to its own first button. */
function useFocusAtOnce(field: RefObject<HTMLElement | null>, wanted: boolean): void {
  useLayoutEffect(() => {
    if (wanted) field.current?.querySelector('input')?.focus();
  }, [field, wanted]);
}

interface FoundListProps extends Pick<SearchComboboxProps, 'isFound' | 'none' | 'data-testid'> {
  anchor: RefObject<HTMLElement | null>;
  query: string;
  closed: boolean;
}

function FoundList({ anchor, query, closed, isFound, none, ...rest }: FoundListProps) {
  const state = useContext(ComboBoxStateContext);
  useFirstHit(isFound ? state : null);
  useOpenWhileSearching(state, query, closed);
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

/** Whatever is typed has its list as long as the field is in use; nothing typed has none. */
function useOpenWhileSearching(state: ContextType<typeof ComboBoxStateContext>, query: string, closed: boolean): void {
  const { isFocused = false, isOpen = false } = state ?? {};
  const open = useEffectEvent(() => state?.open(null, 'manual'));
  const close = useEffectEvent(() => state?.close());
  useEffect(() => {
    if (isOpen && query === '') close();
    else if (!isOpen && isFocused && query !== '' && !closed) open();
  }, [isOpen, isFocused, query, closed]);
}
