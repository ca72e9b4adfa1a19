import type { Exhibit, Officer, Paper } from '../../../shared/case-file.ts';
import type { CasePerson } from '../../../shared/identity/case-person.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import type { CitationHit } from '../../../shared/regulation/citations.ts';
import type { StaleHit } from '../../../shared/regulation/phrases.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';

/** Records of the case that fields choose from. */
export interface FieldRefs {
  officers: readonly Officer[];
  papers: readonly Paper[];
  exhibits: readonly Exhibit[];
  /** Day of the act, `YYYY-MM-DD`: certificates must be valid on it (第十八条). */
  day: string;
  /** The paper states that certificates were shown (询问、检查 and the like). */
  certShown: boolean;
  /** Who can be picked by name. */
  people: readonly CasePerson[];
  /** Somebody was picked in a field that names them: all that is asked of them is filled. */
  onPerson: (field: Field, person: CasePerson) => void;
  /** What a field holds that says nothing of the person in hand. */
  unknown: (field: Field) => FieldValue;
  /** What a new row of a list begins with. */
  newRow: (field: Field) => RowValue;
}

/** What every editor of one field gets; `id` is the id of its control, or of its group. */
export interface FieldInputProps {
  field: Field;
  id: string;
  value: FieldValue | undefined;
  onChange: (value: FieldValue) => void;
  /** The paper is closed for changes: shown, not edited. */
  locked: boolean;
  refs: FieldRefs;
  /** Ids of the help and the problem below it. */
  describedBy: string | undefined;
  invalid: boolean;
  /** Problems of this field and of its cells that are to be said now. */
  problems: readonly FieldProblem[];
  /** Wordings of a text that the law has left behind by the day of the paper. */
  staleIn: (text: string) => StaleHit[];
  /** Citations of a text that should be looked at, by the law of the day; `field` is its key. */
  citedIn: (text: string, field: string) => readonly CitationHit[];
}

export const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

export const idsOf = (value: FieldValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
