import type { EntityManager } from 'typeorm';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import { templatesAcross } from '../../../shared/periods/events.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { paperOf, type StoredPaper } from '../cases/paper-of-row.ts';
import { countPeriods, refreshLinkedPeriods, storePeriods } from '../cases/case-periods.ts';
import { refuseLaidAside } from '../cases/refuse-laid-aside.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { anchorCode } from '../../platform/audit/chain.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { paperTable, type PaperRow } from '../../platform/store/tables/papers.ts';
import { indexPaper } from './index-paper.ts';
import { loadPaper, type PaperAt } from './papers.ts';

/** What an act on a paper changes, and what is put on record of it. */
export interface PaperAct {
  verb: string;
  changes: Partial<Omit<PaperRow, 'id' | 'caseId' | 'version'>>;
  /** Old and new values, reasons. */
  detail?: Record<string, unknown>;
}

/**
 * One act on a paper, in one unit of work: the case is read once, `act` judges that snapshot and writes by `writePaper`. Of two acts at
 * once on the same version the queue lets the second in after the first, so it finds the paper changed.
 */
export async function actOnPaper(
  context: FeatureContext,
  paperId: string,
  act: (paperAt: PaperAt, tx: EntityManager) => SavedPaper | Promise<SavedPaper>,
): Promise<SavedPaper> {
  const saved = await context.store.unit.run(async (tx) => {
    const paperAt = loadPaper(context, paperId);
    refuseLaidAside(context, paperAt.paper.caseId);
    return act(paperAt, tx);
  });
  emitChanged(context, ['documents', 'cases'], saved.paper.caseId, saved.anchor);
  return saved;
}

/** Writes what an act changes inside its unit of work: the row, the search, the periods that are other now, and the entry of the audit. */
export function writePaper(
  context: FeatureContext,
  { paper, template, whole }: PaperAt,
  { verb, changes, detail = {} }: PaperAct,
): SavedPaper {
  const after = updateRow(context, paper.id, {
    ...changes,
    updatedAt: nowOf(context),
    updatedBy: context.operator.personId,
    version: paper.version + 1,
  });
  indexPaper(context, after, template);
  const papers = whole.papers.map((other) => (other.id === after.id ? after : other));
  const periods = followPaper(context, { ...whole, papers }, after);
  const head = context.audit.append({
    verb,
    what: after.number ?? after.name,
    subjectId: paper.id,
    caseId: paper.caseId,
    detail,
  });
  return { paper: after, periods, anchor: anchorCode(head) };
}

/** Puts a new paper into its case, inside a unit of work. */
export async function insertPaper(
  context: FeatureContext,
  tx: EntityManager,
  { paper, template, whole }: Omit<PaperAt, 'file'>,
): Promise<void> {
  const by = context.operator.personId;
  await tx.insert(paperTable, { ...paper, createdBy: by, updatedBy: by, waitsForRole: null, waitsSince: null });
  indexPaper(context, paper, template);
  followPaper(context, { ...whole, papers: [...whole.papers, paper] }, paper);
}

/** The periods of the case with this paper in it, stored where they are other now. */
function followPaper(context: FeatureContext, whole: CaseFile, paper: Paper): Period[] {
  const periods = countPeriods(context, whole);
  storePeriods(context, whole, periods);
  // What happens in one case may start or meet periods of the others about the same decision.
  if (whole.linked.length > 0 && templatesAcross(context.editions.periodRules()).includes(paper.templateId))
    refreshLinkedPeriods(context, whole);
  return periods;
}

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

function updateRow({ store }: FeatureContext, paperId: string, changes: Partial<PaperRow>): Paper {
  const columns = Object.entries(changes);
  // `get`, because an update that answers the row as it is now reads it too.
  const row = store.get<StoredPaper>(
    `update paper set ${columns.map(([column]) => `"${column}" = ?`).join(', ')} where id = ? returning *`,
    ...columns.map(([, value]) => stored(value)),
    paperId,
  );
  if (row === undefined) throw notFound('paper');
  return paperOf(row);
}
