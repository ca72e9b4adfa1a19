/** What a drill did: `counts` are for the report; `failures` are sentences, none when it was passed. */
export interface Drilled {
  counts: Record<string, number>;
  failures: string[];
}
