/** A stretch of a text that says a field, or names it; or where somebody signs (sign-places.ts), and writes the day. */
export interface FieldPlace {
  key: string;
  as: 'value' | 'label' | 'signature' | 'day';
  from: number;
  to: number;
}

/** What a run of text carries through the layout to every piece of a line it becomes; the layout keeps what it does not know. */
export interface Placed {
  places: readonly FieldPlace[];
  /** Where the run begins in its text. */
  begin: number;
}
