import type { Definitions } from '../../../shared/contract/regulation.ts';

export interface TableViewProps {
  definitions: Definitions;
  /** What is typed into the find field. */
  find: string;
  /** The row somebody was sent to. */
  row: string | undefined;
}
