import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import css from './splitter.module.css';

export interface SplitterPane {
  id: string;
  /** Where it begins, as a share of the whole; left out, it takes what the others leave. */
  share?: `${number}%`;
  /** CSS pixels. */
  least: number;
  most?: `${number}%`;
  /** What the handle before it is called, for screen readers; the first pane has none. */
  handle?: string;
  children: ReactNode;
}

/** Panes side by side with handles between them; arrow keys on a handle move it. */
export function Splitter({ panes, className }: { panes: readonly SplitterPane[]; className?: string | undefined }) {
  return (
    <Group className={className}>
      {panes.map(({ id, share, least, most, handle, children }) => (
        <Fragment key={id}>
          {handle !== undefined && <Separator className={css.handle} aria-label={handle} />}
          <Panel
            id={id}
            minSize={least}
            {...(share !== undefined && { defaultSize: share })}
            {...(most !== undefined && { maxSize: most })}
          >
            {children}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
