import {
  useContext,
  useEffect,
  type ContextType,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { isComposing } from './keys.ts';
import { useRem } from './measures.ts';
import css from './option-list.module.css';

export interface Option {
  id: string;
  label: string;
  /** Why it cannot be chosen now; it is greyed and says so. */
  reason?: string | undefined;
}

/** Heights of a row in rem: one line, or two where some option says why it is greyed. */
const ROW_REM = { plain: 2.25, reasoned: 3.25 } as const;
const MOST_ROWS = 8;

/** The list that opens below a combobox, as wide as `anchor`; only the rows in sight are drawn. */
export function OptionList({
  options,
  anchor,
  none,
}: {
  options: readonly Option[];
  anchor: RefObject<HTMLElement | null>;
  none: string;
}) {
  const state = useContext(ComboBoxStateContext);
  useFirstHit(state);
  const rem = useRem();
  const reasoned = options.some(({ reason }) => reason !== undefined);
  const rowHeight = (reasoned ? ROW_REM.reasoned : ROW_REM.plain) * rem;
  const rows = Math.min(Math.max(1, state?.collection.size ?? 0), MOST_ROWS);
  return (
    <OptionPopover anchor={anchor}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <ListBox<Option>
          className={css.list ?? ''}
          style={{ height: rows * rowHeight }}
          renderEmptyState={() => <span className={css.none}>{none}</span>}
        >
          {({ label, reason }) => (
            <ListBoxItem className={css.option ?? ''} textValue={label} isDisabled={reason !== undefined}>
              <span className={css.label}>{label}</span>
              {reason !== undefined && (
                <span className={css.reason} title={reason}>
                  {reason}
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </OptionPopover>
  );
}

interface OptionPopoverProps {
  anchor: RefObject<HTMLElement | null>;
  /** Room for what stands beside the list. */
  wide?: boolean;
  children: ReactNode;
}

/** What a combobox opens below its field, at least as wide as `anchor`. */
export function OptionPopover({ anchor, wide = false, children }: OptionPopoverProps) {
  return (
    <Popover
      className={`${css.popover} ${wide ? css.wide : ''}`}
      triggerRef={anchor}
      offset={2}
      style={{ '--anchor-width': `${anchor.current?.offsetWidth ?? 0}px` } as CSSProperties}
    >
      {children}
    </Popover>
  );
}

/** The first hit of what was typed is in hand, so that Enter takes it. Called above the list, whose own effect would let go of it. */
export function useFirstHit(state: ContextType<typeof ComboBoxStateContext>): void {
  useEffect(() => {
    if (state?.isOpen !== true || state.inputValue === '' || state.selectionManager.focusedKey !== null) return;
    const { collection, selectionManager } = state;
    const first = [...collection.getKeys()].find(
      (key) => collection.getItem(key)?.type === 'item' && !selectionManager.isDisabled(key),
    );
    if (first !== undefined) selectionManager.setFocusedKey(first);
  });
}

export interface OptionKeysProps {
  /** Backspace in the empty field. */
  onErase?: (() => void) | undefined;
  /** The list was closed by Esc. */
  onEsc?: () => void;
  /** A press on the field opens the list. */
  opens?: boolean;
  /** Enter takes the option in hand; without, it does nothing as long as the list is open. */
  chooses?: boolean;
  children: ReactNode;
}

/**
 * What the library leaves to us: Tab takes nothing; the first Esc only closes the list and reaches neither dialog nor screen; a press on the
 * field opens the list.
 */
export function OptionKeys({ onErase, onEsc, opens = true, chooses = true, children }: OptionKeysProps) {
  const state = useContext(ComboBoxStateContext);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (state === null || isComposing(event.nativeEvent)) return;
    if (event.key === 'Tab') state.selectionManager.setFocusedKey(null);
    if (event.key === 'Backspace' && state.inputValue === '') onErase?.();
    const isEsc = event.key === 'Escape';
    if (!state.isOpen || (!isEsc && (event.key !== 'Enter' || chooses))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isEsc) return;
    state.revert();
    onEsc?.();
  };
  const open = (event: { target: EventTarget }): void => {
    if (opens && event.target instanceof HTMLInputElement && !event.target.readOnly) state?.open(null, 'manual');
  };
  return (
    <div className={css.keys} onKeyDownCapture={onKeyDown} onClick={open}>
      {children}
    </div>
  );
}
