/**
 * A table whose rows are facts: every one of them is left behind by an entry of the chain, which holds its digest. A row never changes
 * its key or its case.
 */
export interface FactTable {
  name: string;
  /** What a row is called. */
  label: string;
  /** The columns of its primary key. */
  key: readonly string[];
  /** The column that names the case of a row; null where a row belongs to no one case. */
  caseColumn: string | null;
  /** What tells one row from another to a clerk, as SQL over the row. */
  title: string;
  /** Every column with what it is called. A new one comes last: the marks of older digests stand in this order. */
  columns: Readonly<Record<string, string>>;
  /** Its rows follow from other facts and are counted anew by every save, which puts a changed one right. */
  recounted?: true;
}
