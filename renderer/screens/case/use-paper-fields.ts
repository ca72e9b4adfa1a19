import { useCallback, useMemo, useState } from 'react';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { OutOfForce } from '../../../shared/causes/case-cause.ts';
import { choosablePeople } from '../../../shared/procedure/case-people.ts';
import { carried, carriedValue, newRow, partyOfPaper } from '../../../shared/procedure/carry.ts';
import { dayOfAct } from '../../../shared/procedure/cause-of-case.ts';
import { latenessOf } from '../../../shared/periods/lateness.ts';
import { canBeServed } from '../../../shared/procedure/service.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { citationHits, saysMilder } from '../../../shared/regulation/citations.ts';
import { isRequired } from '../../../shared/template/conditions.ts';
import {
  picksPerson,
  valuesOfNumber,
  valuesOfOtherName,
  valuesOfPerson,
} from '../../../shared/template/person-ties.ts';
import { fieldsOf, type Field, type Template } from '../../../shared/template/template.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';
import { textOf, type FieldRefs } from '../../parts/fields/field-input-props.ts';
import { followingLateness, latenessMark } from './lateness-fields.ts';
import { paperWithEdits, type PaperDraft, type PaperDrafts } from './paper-drafts.ts';
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
  const { file, drafts, findStale, periods } = useCaseWork();
  const { partyId } = paper;
  const { today } = file;
  const day = dayOfPaper(template, paper, file);
  const carriedFrom = useCarriedFrom(paper, template);
  const refs = useFieldRefs(paper, template, { day, carriedFrom });
  const onEdit = useCallback(
    (key: string, value: FieldValue, whole: boolean) => {
      const values = liveValues(drafts, paper.id);
      const follows = {
        ...followingPerson({ template, refs, values }, key, value),
        ...followingLateness({ templateId: template.id, partyId, values }, { [key]: value }, { periods, today }),
      };
      drafts.edit(paper.id, key, value);
      for (const [other, following] of Object.entries(follows)) drafts.edit(paper.id, other, following);
      if (whole) void drafts.flush(paper.id);
    },
    [drafts, paper.id, template, refs, partyId, periods, today],
  );
  const lateness = latenessOf(paper, periods, today);
  const staleIn = useCallback((text: string) => findStale(text, { day, template }), [findStale, day, template]);
  const citedIn = useCitedIn(paper, day);
  const onTakeTheirs = useCallback((key: string) => drafts.discard(paper.id, key), [drafts, paper.id]);
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
    citedIn,
    ...(latenessMark(field.key, paper.values[field.key], lateness) ?? carriedMark(field, paper, carriedFrom)),
  });
}

/** The citations of a text of the paper that should be looked at; the same function while days and laws are the same. */
function useCitedIn(paper: Paper, day: string): FieldDrawing['citedIn'] {
  const { file, drafts, input } = useCaseWork();
  const { laws } = input;
  const act = dayOfAct(file);
  const outOfForce = file.cause?.outOfForce ?? nothingOutOfForce;
  return useCallback(
    (text: string, field: string) =>
      citationHits(text, field, {
        laws,
        day,
        act,
        outOfForce,
        milder: () => saysMilder(liveValues(drafts, paper.id), laws),
      }),
    [laws, day, act, outOfForce, drafts, paper.id],
  );
}

const nothingOutOfForce: readonly OutOfForce[] = [];

/** What values of a paper are carried over from: the case as the party of the paper has it. */
export function useCarriedFrom(paper: Paper, template: Template): CaseFile {
  const { file } = useCaseWork();
  const partyId = paper.partyId ?? partyOfPaper(template, paper, file)?.householdId ?? null;
  return useMemo(() => viewFor(file, partyId), [file, partyId]);
}

/** The values of a paper with what was typed a moment ago. */
function liveValues(drafts: PaperDrafts, paperId: string): Values {
  const draft = drafts.snapshot().get(paperId);
  return draft === undefined ? {} : paperWithEdits(draft).values;
}

/** What follows from what was just typed about a person: an ID number says sex, birth day and age; another name has another number. */
function followingPerson(
  { template, refs, values }: { template: Template; refs: FieldRefs; values: Values },
  key: string,
  value: FieldValue,
): Values {
  const fields = fieldsOf(template);
  const field = fields.find((candidate) => candidate.key === key);
  if (field?.person === undefined) return {};
  if (!picksPerson(field)) return valuesOfNumber(fields, field, { ...values, [key]: value }, refs.day);
  const names = { before: textOf(values[key]), after: textOf(value), values };
  return valuesOfOtherName({ fields, field, day: refs.day }, names, refs.people, refs.unknown);
}

/** The people, papers and exhibits that fields refer to; a picked person fills all that is asked of them. */
function useFieldRefs(
  paper: Paper,
  template: Template,
  { day, carriedFrom }: { day: string; carriedFrom: CaseFile },
): FieldRefs {
  const { file, people: officers, drafts, input } = useCaseWork();
  const { exhibits } = file;
  const { templates } = input;
  const papers = useMemo(() => papersToName(template, file.papers, templates), [template, file.papers, templates]);
  const refs = useMemo<FieldRefs>(() => {
    const unknown = (open: Field): FieldValue =>
      (open.from === undefined ? open.default : carriedValue(open, carriedFrom)) ?? null;
    return {
      officers,
      papers,
      exhibits,
      day,
      certShown: showsCertificates.includes(template.class),
      people: choosablePeople(carriedFrom),
      onPerson: (field, person) => {
        const values = valuesOfPerson({ fields: fieldsOf(template), field, day }, person, unknown);
        for (const [key, value] of Object.entries(values)) drafts.edit(paper.id, key, value);
        void drafts.flush(paper.id);
      },
      unknown,
      newRow: (field) => newRow(field, carriedFrom),
    };
  }, [officers, papers, exhibits, day, template, carriedFrom, drafts, paper.id]);
  return useStable(refs, refsKey(refs, paper.id));
}

/** The papers of the case that fields of this one name: a receipt only what is served. */
function papersToName(
  { class: kind }: Pick<Template, 'class'>,
  papers: readonly Paper[],
  templates: ReadonlyMap<string, Template>,
): readonly Paper[] {
  if (kind !== 'service') return papers;
  return papers.filter(({ templateId }) => {
    const template = templates.get(templateId);
    return template !== undefined && canBeServed(template);
  });
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
function dayOfPaper(template: Template, paper: Paper, file: CaseFile): string {
  const day = template.dateField === undefined ? undefined : paper.values[template.dateField];
  return typeof day === 'string' && day !== '' ? day.slice(0, 10) : file.today;
}

/** What of the records the editors show; while it stays the same, no other field draws anew as one is typed in. */
const refsKey = ({ officers, papers, exhibits, day, people }: FieldRefs, paperId: string): string =>
  JSON.stringify([
    paperId,
    day,
    people,
    officers.length,
    papers.map((paper) => [paper.id, paper.status]),
    exhibits.map((exhibit) => [exhibit.id, exhibit.title, exhibit.withdrawnReason]),
  ]);

function useStable<Value>(value: Value, key: string): Value {
  const [last, setLast] = useState({ value, key });
  if (last.key !== key) setLast({ value, key });
  return last.key === key ? last.value : value;
}
