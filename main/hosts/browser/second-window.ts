import type { DevToolsPipe } from './pipe.ts';

/** A page of the browser, as DevTools names it. */
export interface TargetInfo {
  targetId: string;
  url: string;
  openerId?: string;
}

/** Closes a page; one that is closing already, or whose browser ends, needs no answer. */
export const closePage = (pipe: Pick<DevToolsPipe, 'send'>, targetId: string): void =>
  void pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);

/** The window for somebody who signs on a screen turned to them (ADR 0034): there is one at most, and it stays empty but for what our page draws. */
export interface SecondWindow {
  /** Whether a new page is it: empty, and opened by our page. */
  takes: (target: TargetInfo, ownTarget: string) => boolean;
  /** A page that is not empty any more is closed. */
  watch: (target: TargetInfo) => void;
  /** It closes with our page, else the browser would go on. */
  forget: (targetId: string, ownTarget: string | undefined) => void;
  close: () => void;
}

const isEmptyPage = ({ url }: TargetInfo): boolean => url === '' || url === 'about:blank';

export function guardSecond(pipe: Pick<DevToolsPipe, 'send'>): SecondWindow {
  let open: string | null = null;
  const closeOpen = (): void => {
    if (open !== null) closePage(pipe, open);
  };
  return {
    takes: (target, ownTarget) => {
      if (open !== null || target.openerId !== ownTarget || !isEmptyPage(target)) return false;
      open = target.targetId;
      return true;
    },
    watch: (target) => {
      if (target.targetId === open && !isEmptyPage(target)) closeOpen();
    },
    forget: (targetId, ownTarget) => {
      if (targetId === ownTarget) closeOpen();
      if (targetId === open) open = null;
    },
    close: closeOpen,
  };
}
