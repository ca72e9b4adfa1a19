import type { Catalogue } from '../../../shared/contract/cases.ts';

export interface TableViewProps {
  catalogue: Catalogue;
  /** What is typed into the find field. */
  find: string;
  /** The row somebody was sent to. */
  at: string | undefined;
}
