import { createContext, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { hearPerson } from './person-inputs.ts';
import { ScreenHead } from './screen-head.tsx';
import css from './second-window.module.css';

/** Whether what is drawn stands in the second window: tips and other layers would come up in the first. */
export const SecondWindowContext = createContext(false);

/**
 * Opens the empty window that somebody else looks at (ADR 0034); to be called where a button is pressed, else the browser opens none. Null
 * where it was refused.
 */
export const openSecondWindow = (): Window | null => window.open('', 'second', 'popup,width=1280,height=900');

export interface SecondWindowProps {
  view: Window;
  title: string;
  /** The person closed it. */
  onClosed: () => void;
  children: ReactNode;
}

/**
 * What stands in the second window. It has no page of its own and asks nothing of main: the first window draws into it, and it closes with
 * what draws it, so at the latest with the lock.
 */
export function SecondWindow({ view, title, onClosed, children }: SecondWindowProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const closed = useEffectEvent(onClosed);
  useEffect(() => {
    let gone = false;
    const close = (): void => view.close();
    const tell = (): void => {
      if (!gone) closed();
    };
    const deafen = hearPerson(view);
    view.addEventListener('pagehide', tell);
    window.addEventListener('pagehide', close);
    void furnish(view.document, title).then((furnished) => {
      if (gone) return;
      setRoot(furnished);
      view.focus();
    });
    return () => {
      gone = true;
      deafen();
      window.removeEventListener('pagehide', close);
      close();
    };
  }, [view, title]);
  if (root === null) return null;
  return createPortal(
    <SecondWindowContext value={true}>
      <main className={css.window}>
        <ScreenHead title={title} />
        <div>{children}</div>
      </main>
    </SecondWindowContext>,
    root,
  );
}

/** Whoever sits before it has not chosen a text size: large enough for everybody. */
const LEAST_TYPE_PX = 19;

/** Gives the empty document the look of the page: its marks, its style sheets and a #root, which style sheets measure. */
async function furnish(page: Document, title: string): Promise<HTMLElement> {
  page.title = title;
  // The content policy refuses a style attribute; text size and theme are set as properties.
  for (const { name, value } of document.documentElement.attributes)
    if (name !== 'style') page.documentElement.setAttribute(name, value);
  const { style } = page.documentElement;
  style.cssText = document.documentElement.style.cssText;
  style.fontSize = `${Math.max(LEAST_TYPE_PX, Number.parseFloat(style.fontSize) || 0)}px`;
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) =>
    linked(page, href),
  );
  await Promise.all(sheets);
  const root = page.createElement('div');
  root.id = 'root';
  page.body.replaceChildren(root);
  return root;
}

function linked(page: Document, href: string): Promise<void> {
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  const { promise, resolve } = Promise.withResolvers<void>();
  link.addEventListener('load', () => resolve());
  // Without one sheet it is plainer, and can still be read.
  link.addEventListener('error', () => resolve());
  page.head.append(link);
  return promise;
}
