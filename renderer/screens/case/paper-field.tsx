import { memo } from 'react';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import type { CitationHit } from '../../../shared/regulation/citations.ts';
import type { StaleHit } from '../../../shared/regulation/phrases.ts';
import { picksPerson } from '../../../shared/template/person-ties.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import { FieldInput } from '../../parts/fields/field-input.tsx';
import { textOf, type FieldRefs } from '../../parts/fields/field-input-props.ts';
import { AddToField } from './add-to-field.tsx';
import css from './paper-form.module.css';
import { UnlistedPerson } from './unlisted-person.tsx';
import { useHeldWhilePressed } from '../../ui/held-while-pressed.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';

/** How a field stands in the form: with others in two columns; alone in its row with what it asks for beside it; as one line that opens with the caret. */
export type FieldLayout = 'grid' | 'row' | 'line';

export interface PaperFieldProps {
  paperId: string;
  field: Field;
  layout: FieldLayout;
  value: FieldValue | undefined;
  required: boolean;
  locked: boolean;
  refs: FieldRefs;
  problems: readonly FieldProblem[];
  /** 来自 立案审批表; undefined for a field that was typed here. */
  origin: string | undefined;
  /** What it was carried over as, in words, where it was changed since. */
  carriedAs: string | undefined;
  /** What somebody else saved in this field meanwhile, in words. */
  conflict: string | undefined;
  /** `whole`: a finished choice, to be saved at once; typed text waits until its field is left. */
  onEdit: (key: string, value: FieldValue, whole: boolean) => void;
  onTakeTheirs: (key: string) => void;
  /** Wordings of a text that the law has left behind by the day of the paper. */
  staleIn: (text: string) => StaleHit[];
  /** Citations of a text that should be looked at, by the law of the day. */
  citedIn: (text: string, field: string) => readonly CitationHit[];
}

/** They take the whole line. */
const wideTypes: readonly Field['type'][] = ['longText', 'rows', 'officers', 'papers', 'exhibits', 'choices'];

/** Half a line is enough for short values, unless the template says otherwise. */
const isWide = (field: Field): boolean =>
  field.width === 'full' ||
  (field.width === undefined && (wideTypes.includes(field.type) || (field.choices?.join('').length ?? 0) > 24));

/** Values that need no more room than this leave the rest of their row to what they ask for. */
function roomOf({ type, format }: Field): 'short' | 'code' | undefined {
  if (type === 'date' || type === 'number' || type === 'money') return 'short';
  return type === 'dateTime' || format !== undefined ? 'code' : undefined;
}

const typedTypes: readonly Field['type'][] = ['text', 'longText', 'number', 'money'];

/** A box ticked, a person chosen, a row added is finished when it is made; letters are not. */
function isWhole(field: Field, before: FieldValue | undefined, after: FieldValue): boolean {
  if (field.type === 'rows')
    return Array.isArray(after) && after.length !== (Array.isArray(before) ? before.length : 0);
  return !typedTypes.includes(field.type);
}

/** One field of the form: label, where its value came from, its editor, what is wrong with it, what it asks for. */
export const PaperField = memo((props: PaperFieldProps) => {
  const { paperId, field, layout, value, locked, refs, problems, onEdit, staleIn, citedIn } = props;
  const id = `${paperId}-${field.key}`;
  const fieldProblems = problems.filter((problem) => problem.field === field.key);
  const said = useHeldWhilePressed(fieldProblems.map(({ sentence }) => sentence).join(''));
  const help = locked ? undefined : field.help;
  const describedBy = [help !== undefined && `${id}-help`, said !== '' && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div
      className={layout === 'grid' ? (isWide(field) ? css.wide : css.half) : css[layout]}
      data-field={field.key}
      data-room={layout === 'row' ? roomOf(field) : undefined}
    >
      <FieldHead {...props} id={id} />
      <FieldInput
        field={field}
        id={id}
        value={value}
        locked={locked}
        refs={refs}
        problems={problems}
        staleIn={staleIn}
        citedIn={citedIn}
        describedBy={describedBy === '' ? undefined : describedBy}
        invalid={fieldProblems.length > 0}
        onChange={(next) => onEdit(field.key, next, isWhole(field, value, next))}
      />
      {field.type === 'exhibits' && !locked && <AddToField paperId={paperId} field={field} />}
      {picksPerson(field) && !locked && <UnlistedPerson paperId={paperId} field={field} />}
      {said !== '' && (
        <p id={`${id}-problem`} className={css.problem}>
          {said}
        </p>
      )}
      <Conflict {...props} />
      {help !== undefined && (
        <p id={`${id}-help`} className={css.help}>
          {help}
        </p>
      )}
    </div>
  );
});

/** The name of the field, and where its value came from. */
function FieldHead({
  id,
  field,
  layout,
  value,
  required,
  locked,
  origin,
  carriedAs,
}: PaperFieldProps & { id: string }) {
  return (
    <div className={css.label}>
      <label id={`${id}-label`} htmlFor={id}>
        {field.label}
        {required && !locked && (
          <span className={css.must} aria-label="必填">
            {layout === 'row' ? '必填' : '*'}
          </span>
        )}
      </label>
      {layout === 'line' && <span className={css.origin}>{[...textOf(value)].length} 字</span>}
      {origin !== undefined &&
        (carriedAs === undefined ? (
          <span className={css.origin}>{origin}</span>
        ) : (
          <span className={css.changed} title={`原为：${carriedAs}`}>
            已改动（{origin}：{carriedAs}）
          </span>
        ))}
    </div>
  );
}

function Conflict({ field, conflict, onTakeTheirs }: PaperFieldProps) {
  if (conflict === undefined) return null;
  return (
    <p className={css.conflict} role="alert">
      别处已改为：{conflict}
      <ReasonButton kind="quiet" onClick={() => onTakeTheirs(field.key)}>
        用这个
      </ReasonButton>
    </p>
  );
}
