import { useCallback, useMemo, useState } from 'react';
import type { FocusEvent } from 'react';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { carried, partyOfPaper } from '../../../shared/procedure/carry.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import { countingFields, isRequired } from '../../../shared/template/conditions.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import type { FieldRefs } from '../../parts/fields/field-input-props.ts';
import { problemsToSay } from './field-problems.ts';
import { PaperField, type PaperFieldProps } from './paper-field.tsx';
import { PartyChooser } from './party-chooser.tsx';
import type { PaperDraft } from './paper-drafts.ts';
import css from './paper-form.module.css';
import { ServiceGuide } from './service-guide.tsx';
import { useCaseWork } from './use-case-work.ts';
import { usePaperRights } from './use-paper-rights.ts';
import { useWorkspace } from './use-workspace.ts';
import { valueWords } from '../../parts/records/value-words.ts';
import { sameValue } from './values.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

/** Classes of papers in which officers state that they showed their certificates (第十八条). */
const showsCertificates: readonly Template['class'][] = ['investigation', 'evidence'];

/** The form of the paper in hand, made from its template. Leaving a field saves it. */
export function PaperForm({ paper, draft, template }: { paper: Paper; draft: PaperDraft; template: Template }) {
  const { file, drafts } = useCaseWork();
  const { saysMissing } = useWorkspace();
  const [focused, setFocused] = useState<string | null>(null);
  const locked = usePaperRights().save !== null || paper.status !== 'draft';
  const problemsOf = problemsToSay(template, paper, { missing: saysMissing.has(paper.id) && !locked, focused });
  const fieldProps = useFieldProps(paper, template, draft, locked);
  const onBlur = (event: FocusEvent): void => {
    setFocused(null);
    if (fieldOf(event.relatedTarget) !== fieldOf(event.target) || event.relatedTarget === null)
      void drafts.flush(paper.id);
  };
  return (
    <form
      className={css.form}
      aria-label={paper.name}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onFocus={(event) => setFocused(fieldOf(event.target))}
      onBlur={onBlur}
    >
      <PartyChooser paper={paper} template={template} file={file} locked={locked} />
      {template.sections.map((section) => {
        const fields = countingFields(section.fields, paper.values);
        return (
          fields.length > 0 && (
            <fieldset key={section.title} className={css.section}>
              <legend>{section.title}</legend>
              {fields.map((field) =>
                isServiceRoute(template, field) && !locked ? (
                  <ServiceGuide
                    key={field.key}
                    paper={paper}
                    template={template}
                    problem={problemsOf(field.key)
                      .map(({ sentence }) => sentence)
                      .join('')}
                    onChoose={(mode) => fieldProps(field).onEdit(field.key, mode, true)}
                  />
                ) : (
                  <PaperField key={field.key} {...fieldProps(field)} problems={problemsOf(field.key)} />
                ),
              )}
            </fieldset>
          )
        );
      })}
    </form>
  );
}

/** What every field of the paper is drawn with; what is the same stays the same, so that no field draws anew while another is typed in. */
function useFieldProps(
  paper: Paper,
  template: Template,
  draft: PaperDraft,
  locked: boolean,
): (field: Field) => Omit<PaperFieldProps, 'problems'> {
  const { file, drafts, findStale } = useCaseWork();
  const day = dayOfAct(template, paper, file);
  const refs = useFieldRefs(template, day);
  const onEdit = useCallback(
    (key: string, value: FieldValue, whole: boolean) => {
      drafts.edit(paper.id, key, value);
      if (whole) void drafts.flush(paper.id);
    },
    [drafts, paper.id],
  );
  const staleIn = useCallback((text: string) => findStale(text, { day, template }), [findStale, day, template]);
  const onTakeTheirs = useCallback((key: string) => drafts.discard(paper.id, key), [drafts, paper.id]);
  const carriedFrom = viewFor(file, paper.partyId ?? partyOfPaper(template, paper, file)?.householdId ?? null);
  return (field) => ({
    paperId: paper.id,
    field,
    value: paper.values[field.key],
    required: isRequired(field, paper.values),
    locked,
    refs,
    conflict: draft.conflicts.includes(field.key) ? valueWords(field, draft.paper.values[field.key], file) : undefined,
    onEdit,
    onTakeTheirs,
    staleIn,
    ...carriedMark(field, paper, carriedFrom),
  });
}

/** The people, papers and exhibits that fields refer to. */
function useFieldRefs(template: Template, day: string): FieldRefs {
  const { file, people } = useCaseWork();
  const { papers, exhibits } = file;
  const refs = useMemo<FieldRefs>(
    () => ({ officers: people, papers, exhibits, day, certShown: showsCertificates.includes(template.class) }),
    [people, papers, exhibits, day, template],
  );
  return useStable(refs, refsKey(refs));
}

/** The way of service is chosen with what each way needs beside it. */
const isServiceRoute = (template: Template, field: Field): boolean =>
  template.id === paperIds.serviceReceipt && field.key === 'mode';

/** Where the value came from, and what it was when it was changed here since. */
function carriedMark(
  field: Field,
  paper: Paper,
  file: CaseFile,
): { origin: string | undefined; carriedAs: string | undefined } {
  if (field.from === undefined || field.from === 'today' || field.from === 'now')
    return { origin: undefined, carriedAs: undefined };
  const found = carried(field, file);
  const value = paper.values[field.key];
  if (found === undefined) return { origin: undefined, carriedAs: undefined };
  return {
    origin: found.origin,
    carriedAs:
      sameOfficers(field, value, found.value) || sameValue(value, found.value)
        ? undefined
        : valueWords(field, found.value, file),
  };
}

/** Officers are the same people, whether or not their certificates were ticked as shown. */
function sameOfficers(field: Field, value: FieldValue | undefined, other: FieldValue): boolean {
  if (field.type !== 'officers' || !Array.isArray(value) || !Array.isArray(other)) return false;
  const ids = (rows: readonly unknown[]): string =>
    rows
      .map((row) => String(Reflect.get(Object(row), 'personId')))
      .toSorted()
      .join();
  return ids(value) === ids(other);
}

/** Certificates must be valid on the day of the act: the paper's own day, or today before it is filled in. */
function dayOfAct(template: Template, paper: Paper, file: CaseFile): string {
  const day = template.dateField === undefined ? undefined : paper.values[template.dateField];
  return typeof day === 'string' && day !== '' ? day.slice(0, 10) : file.today;
}

const fieldOf = (element: EventTarget | null): string | null =>
  element instanceof Element ? (element.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null) : null;

/** What of the records the editors show; while it stays the same, no other field draws anew as one is typed in. */
const refsKey = ({ officers, papers, exhibits, day }: FieldRefs): string =>
  JSON.stringify([
    day,
    officers.length,
    papers.map((paper) => [paper.id, paper.status]),
    exhibits.map((exhibit) => [exhibit.id, exhibit.title, exhibit.withdrawnReason]),
  ]);

function useStable<Value>(value: Value, key: string): Value {
  const [last, setLast] = useState({ value, key });
  if (last.key !== key) setLast({ value, key });
  return last.key === key ? last.value : value;
}
