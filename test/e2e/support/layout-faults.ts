type Frame = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/**
 * Runs in the page: controls that lie under something else, text that is cut off without a sign, columns so narrow that words stand letter
 * below letter. What is scrolled out of sight is no fault; a heading that stays in sight above its rows covers them rightly.
 */
export function layoutFaults(): string[] {
  const found = new Set<string>();
  const frames = new Map<Element, Frame>();
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()} “${(element.textContent.trim() || element.getAttribute('aria-label') || element.className).slice(0, 30)}”`;
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
  );
  for (const element of shown) {
    if (element.matches('a[href], button, input, select, textarea, summary, [role="tab"]')) lookUnder(element);
    if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== ''))
      lookAtText(element);
  }
  return [...found];

  /** What the window and the scrolling boxes round an element leave of the page to it; asked for once per box, because lists are long. */
  function frameOf(box: HTMLElement | null): Frame {
    if (box === null) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const known = frames.get(box);
    if (known !== undefined) return known;
    const outer = frameOf(box.parentElement);
    const frame = getComputedStyle(box).overflow === 'visible' ? outer : common(outer, box.getBoundingClientRect());
    frames.set(box, frame);
    return frame;
  }

  function common(one: Frame, other: Frame): Frame {
    return {
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    };
  }

  /** The part of an element that neither the window nor a scrolling box hides. */
  function inSight(element: HTMLElement): DOMRect | null {
    const { left, top, right, bottom } = common(frameOf(element.parentElement), element.getBoundingClientRect());
    return right - left > 4 && bottom - top > 4 ? new DOMRect(left, top, right - left, bottom - top) : null;
  }

  function lookUnder(element: HTMLElement): void {
    const part = inSight(element);
    if (part === null || element.closest('[inert]') !== null) return;
    const above = document.elementFromPoint(part.x + part.width / 2, part.y + part.height / 2);
    if (above === null || element.contains(above) || above.contains(element)) return;
    if (above.closest('label')?.contains(element) === true) return;
    // A tip lies over the page as long as one asks for it.
    if (above.closest('[role="tooltip"]') !== null) return;
    for (let box: Element | null = above; box !== null; box = box.parentElement)
      if (getComputedStyle(box).position === 'sticky') return;
    found.add(`${name(element)} lies under ${name(above)}`);
  }

  function lookAtText(element: HTMLElement): void {
    const { overflowX, overflowY, textOverflow, clipPath, fontSize, lineHeight } = getComputedStyle(element);
    if (clipPath !== 'none' || element.closest('svg, [role="img"]') !== null) return;
    const cutsX =
      /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    const cutsY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 3;
    if (element.clientWidth > 1 && (cutsX || cutsY)) found.add(`${name(element)} is cut off`);
    const em = Number.parseFloat(fontSize);
    const line = Number.parseFloat(lineHeight) || em * 1.5;
    const { width, height } = element.getBoundingClientRect();
    if (element.textContent.trim().length >= 4 && width < 2.2 * em && height > 2.5 * line)
      found.add(`${name(element)} stands letter below letter`);
  }
}
