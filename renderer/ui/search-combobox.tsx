import {
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
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
import { Collection } from 'react-aria-components/Collection';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { OptionKeys, OptionPopover, useFirstHit } from './option-list.tsx';
import optionCss from './option-list.module.css';
import css from './search-combobox.module.css';
import type { QueryText } from './use-query-text.ts';

export interface FoundOption {
  id: string;
  /** What a screen reader says of it. */
  text: string;
  content: ReactNode;
  /** Under which head it stands; those of one head follow each other. */
  group?: string;
}

interface FoundGroup {
  id: string;
  options: readonly FoundOption[];
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
  /** The list is open before anything is typed. */
  opensEmpty?: boolean;
  /** Stands beside the list and says more of the option in hand. */
  renderAside?: (inHand: string | null) => ReactNode;
  /** Stands below the list. */
  foot?: ReactNode;
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
  const { opensEmpty = false } = props;
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
      items={useGrouped(options)}
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
      <OptionKeys opens={query !== '' || opensEmpty} chooses={isFound} onEsc={() => setClosedFor(query)}>
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
        opens={(query !== '' || opensEmpty) && closedFor !== query}
        closes={query === '' && !opensEmpty}
        renderAside={props.renderAside}
        foot={props.foot}
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

/** Options of a head together; the same as long as the options are. */
function useGrouped(options: readonly FoundOption[]): readonly (FoundOption | FoundGroup)[] {
  return useMemo(() => {
    if (options.every(({ group }) => group === undefined)) return options;
    return [...new Set(options.map(({ group }) => group ?? ''))].map((id) => ({
      id,
      options: options.filter(({ group }) => group === id),
    }));
  }, [options]);
}

interface FoundListProps extends Pick<
  SearchComboboxProps,
  'isFound' | 'none' | 'renderAside' | 'foot' | 'data-testid'
> {
  anchor: RefObject<HTMLElement | null>;
  opens: boolean;
  closes: boolean;
}

function FoundList({ anchor, opens, closes, isFound, none, renderAside, foot, ...rest }: FoundListProps) {
  const state = useContext(ComboBoxStateContext);
  useFirstHit(isFound ? state : null);
  useOpenWhileSearching(state, opens, closes);
  const list = (
    <ListBox<FoundOption | FoundGroup>
      {...rest}
      className={`${optionCss.list} ${css.list}`}
      aria-busy={!isFound}
      renderEmptyState={() => <span className={optionCss.none}>{isFound ? none : '正在查找…'}</span>}
    >
      {(item) => ('options' in item ? shownGroup(item) : shownOption(item))}
    </ListBox>
  );
  return (
    <OptionPopover anchor={anchor} wide={renderAside !== undefined}>
      {renderAside === undefined ? (
        list
      ) : (
        <div className={css.beside}>
          {list}
          {renderAside(state === null ? null : keyInHand(state))}
        </div>
      )}
      {foot}
    </OptionPopover>
  );
}

const keyInHand = ({ selectionManager: { focusedKey } }: NonNullable<ContextType<typeof ComboBoxStateContext>>) =>
  focusedKey === null ? null : String(focusedKey);

const shownGroup = ({ id, options }: FoundGroup) => (
  <ListBoxSection id={id}>
    <Header className={css.group}>{id}</Header>
    <Collection items={options}>{shownOption}</Collection>
  </ListBoxSection>
);

const shownOption = ({ id, text, content }: FoundOption) => (
  <ListBoxItem id={id} textValue={text} className={`${optionCss.option} ${css.option}`}>
    {content}
  </ListBoxItem>
);

/** Whatever is typed has its list as long as the field is in use; nothing typed has none, or the one that `opens` without. */
function useOpenWhileSearching(state: ContextType<typeof ComboBoxStateContext>, opens: boolean, closes: boolean): void {
  const { isFocused = false, isOpen = false } = state ?? {};
  const open = useEffectEvent(() => state?.open(null, 'manual'));
  const close = useEffectEvent(() => state?.close());
  useEffect(() => {
    if (isOpen && closes) close();
    else if (!isOpen && isFocused && opens) open();
  }, [isOpen, isFocused, opens, closes]);
}
