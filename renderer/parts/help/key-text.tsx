import { Fragment } from 'react';

/** The keys named in a text of the help. */
export const keysIn = (text: string): string[] => [...text.matchAll(/\[([^\]]+)\]/g)].flatMap(([, key]) => key ?? []);

/** A text of the help, its `[keys]` drawn as keys. */
export const KeyText = ({ text }: { text: string }) =>
  text.split(/(\[[^\]]+\])/).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a fixed text has nothing else to tell its parts by
    <Fragment key={index}>{part.startsWith('[') ? <kbd>{part.slice(1, -1)}</kbd> : part}</Fragment>
  ));
