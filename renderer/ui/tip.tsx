import { use, type DOMAttributes, type ReactElement } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { SecondWindowContext } from './second-window.tsx';
import css from './tip.module.css';

export interface TipProps {
  text: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The one element it speaks about; it must be able to take the focus. */
  children: ReactElement<DOMAttributes<HTMLElement>, string>;
}

/** A sentence that shows beside its element on hover and on keyboard focus alike, above everything and never clipped; Esc takes it away. */
export function Tip({ text, open, onOpenChange, children }: TipProps) {
  // In the second window what is drawn there says its reasons itself.
  if (use(SecondWindowContext)) return children;
  return (
    <TooltipTrigger delay={0} closeDelay={0} shouldCloseOnPress={false} isOpen={open} onOpenChange={onOpenChange}>
      <Focusable>{children}</Focusable>
      <Tooltip className={css.tip ?? ''} placement="bottom start" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
