import { useId, type CSSProperties, type ReactNode } from 'react';

export interface TipAnchor {
  style: CSSProperties;
  'aria-describedby': string;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

/** A sentence that shows beside its anchor on hover and on focus alike, above everything and never clipped. */
export function Tip({
  text,
  children,
}: {
  text: string;
  children: (anchor: TipAnchor, show: () => void) => ReactNode;
}) {
  const id = useId();
  const anchorName = `--tip-${id.replaceAll(/\W/g, '')}`;
  const show = (): void => void document.getElementById(id)?.togglePopover(true);
  const hide = (): void => void document.getElementById(id)?.togglePopover(false);
  const anchor: TipAnchor = {
    style: { anchorName },
    'aria-describedby': id,
    onPointerEnter: show,
    onPointerLeave: hide,
    onFocus: show,
    onBlur: hide,
  };
  return (
    <>
      {children(anchor, show)}
      <span id={id} role="tooltip" popover="manual" className="tip" style={{ positionAnchor: anchorName }}>
        {text}
      </span>
    </>
  );
}
