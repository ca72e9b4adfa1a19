import type { LegalNote } from '../../../shared/contract/regulation.ts';
import { legalNotes } from '../../../shared/regulation/notes.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { type ConfirmedNoteRow, confirmedNoteTable } from '../../platform/store/tables/regulation.ts';
import { recountPeriods } from '../cases/case-periods.ts';
import { emitChanged, type FeatureContext, todayOf } from '../context.ts';
import { stampOf } from './decision.ts';

/** Everything nobody has verified against its source, with who has confirmed it since (待核实事项). */
export function notesOf(context: FeatureContext): LegalNote[] {
  const { store, editions } = context;
  const confirmed = new Map(
    store.all<ConfirmedNoteRow>('select * from confirmed_note').map(({ id, ...rest }) => [id, rest]),
  );
  const data = {
    templates: editions.templates(todayOf(context)),
    periodRules: context.definitions.periodRules,
    settings: editions.rules(todayOf(context)),
    causes: editions.causes(todayOf(context)),
    laws: editions.laws,
  };
  return legalNotes(data).map((note) => ({ ...note, confirmed: confirmed.get(note.id) ?? null }));
}

export async function confirmNote(
  context: FeatureContext,
  { id, remark }: { id: string; remark: string },
): Promise<LegalNote[]> {
  const { store, audit, editions } = context;
  const note = notesOf(context).find((candidate) => candidate.id === id);
  if (!note) throw notFound('template');
  await store.unit.run(async (tx) => {
    await tx.upsert(confirmedNoteTable, { id, remark, ...stampOf(context) }, ['id']);
    audit.append({
      verb: '确认待核实事项',
      what: note.where,
      subjectId: id,
      detail: { sentence: note.sentence, remark },
    });
  });
  editions.refresh();
  await recountPeriods(context);
  emitChanged(context, ['regulation', 'cases']);
  return notesOf(context);
}
