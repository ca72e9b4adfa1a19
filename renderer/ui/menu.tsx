import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon.tsx';
import css from './menu.module.css';
import { buttonLook } from './reason-button.tsx';

export interface MoreItem {
  /** What it does, named in full: 作废本文书, not 作废. */
  name: string;
  act: () => void;
  /** Why it cannot be done now; the entry stays readable and says this below its name. */
  reason?: string | null | undefined;
}

/** 更多: what is done seldom, or cannot be undone. Enter, Space or ↓ opens it, arrows go through it, Esc closes it. */
export function MoreMenu({ items, ...rest }: { items: readonly MoreItem[]; 'data-testid'?: string }) {
  return (
    <MenuTrigger>
      <Button className={buttonLook('quiet')} {...rest}>
        更多
        <Icon name="chevron" />
      </Button>
      <Popover className={css.popover ?? ''} placement="bottom end" offset={2}>
        <Menu className={css.menu ?? ''}>
          {items.map(({ name, act, reason }) => (
            <Entry key={name} name={name} act={act} reason={reason ?? null} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Never disabled, which would make the arrows pass it over and silence its reason. */
function Entry({ name, act, reason }: { name: string; act: () => void; reason: string | null }) {
  return (
    <MenuItem
      id={name}
      textValue={reason === null ? name : `${name}：${reason}`}
      className={css.item ?? ''}
      shouldCloseOnSelect={reason === null}
      data-greyed={reason !== null || undefined}
      onAction={() => reason === null && act()}
    >
      {name}
      {reason !== null && <span className={css.reason}>{reason}</span>}
    </MenuItem>
  );
}
