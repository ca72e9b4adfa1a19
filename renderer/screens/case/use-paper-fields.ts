import { useCallback, useMemo, useState } from 'react';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { carried, partyOfPaper } from '../../../shared/procedure/carry.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isRequired } from '../../../shared/template/conditions.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import type { FieldRefs } from '../../parts/fields/field-input-props.ts';
import type { PaperDraft } from './paper-drafts.ts';
import type { PaperFieldProps } from './paper-field.tsx';
import { useCaseWork } from './use-case-work.ts';
import { valueWords } from '../../parts/records/value-words.ts';
import { sameValue } from './values.ts';

/** Classes of papers in which officers state that they showed their certificates (第十八条). */
const showsCertificates: readonly Template['class'][] = ['investigation', 'evidence'];

/** All that a field is drawn with but what is wrong with it, and how it stands in the form. */
export type FieldDrawing = Omit<PaperFieldProps, 'problems' | 'layout'>;

/** What every field of the paper is drawn with; what is the same stays the same, so that no field draws anew while another is typed in. */
export function useFieldProps(
  paper: Paper,
  template: Template,
  draft: PaperDraft,
  locked: boolean,
): (field: Field) => FieldDrawing {
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
  const carriedFrom = useCarriedFrom(paper, template);
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

/** What values of a paper are carried over from: the case as the party of the paper has it. */
export function useCarriedFrom(paper: Paper, template: Template): CaseFile {
  const { file } = useCaseWork();
  const partyId = paper.partyId ?? partyOfPaper(template, paper, file)?.householdId ?? null;
  return useMemo(() => viewFor(file, partyId), [file, partyId]);
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

/** Where the value came from, and what it was when it was changed here since. */
export function carriedMark(
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
