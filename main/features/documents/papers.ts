import type { EntityManager } from 'typeorm';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { procedureWith } from '../../../shared/procedure/own-steps.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Judgement } from '../../../shared/regulation/finding.ts';
import type { Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import type { Cases } from '../cases/cases.ts';
import { paperOf, readCaseFile } from '../cases/case-file.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import { type FeatureContext, nowOf, emitChanged } from '../context.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import { paperTable, type PaperRow } from '../../platform/store/tables/papers.ts';

export const statusWords: Record<Paper['status'], string> = {
  draft: '草稿',
  approving: '审批中',
  approved: '已批准',
  issued: '已出具',
  void: '已作废',
};

export interface PaperAt {
  paper: Paper;
  file: CaseFile;
  template: Template;
}
export interface PaperChange extends Partial<Omit<PaperRow, 'id' | 'caseId' | 'version'>> {}

export type Papers = ReturnType<typeof createPapers>;

/** Reading and changing papers: the one place where a paper row is written, its version rises and search and audit follow. */
export function createPapers(context: FeatureContext, cases: Cases, definitions: Definitions) {
  const { store, audit, search } = context;

  /** The editions a case began with. */
  const templatesOf = (file: Pick<CaseFile, 'case'>): ReadonlyMap<string, Template> =>
    context.editions.templates(file.case.createdAt);

  const templateOf = (file: Pick<CaseFile, 'case'>, templateId: string): Template => {
    const template = templatesOf(file).get(templateId);
    if (!template) throw notFound('template');
    return template;
  };

  /** The paper with its case and template; refuses who has nothing to do with the case. */
  function load(paperId: string): PaperAt {
    const row = store.get<{ caseId: string }>('select caseId from paper where id = ?', paperId);
    if (!row) throw notFound('paper');
    requireAccess(context, row.caseId);
    const file = readCaseFile(context, row.caseId);
    const paper = file.papers.find((candidate) => candidate.id === paperId);
    if (!paper) throw notFound('paper');
    return { paper, file, template: templateOf(file, paper.templateId) };
  }

  /** Refuses when somebody saved since `version`, or when the paper is in another state than the act needs. */
  function require({ paper }: PaperAt, version: number, act: string, ...allowed: Paper['status'][]): void {
    refuseStale(paper, version);
    if (!allowed.includes(paper.status))
      throw new RefusalError({ code: 'wrong-status', what: paper.name, is: statusWords[paper.status], act });
  }

  function refuseStale({ id, name }: Pick<Paper, 'id' | 'name'>, version: number): void {
    const stored = store.get<{ version: number; updatedAt: string; by: string | null }>(
      'select paper.version, paper.updatedAt, person.name as by from paper left join person on person.id = paper.updatedBy where paper.id = ?',
      id,
    );
    if (stored?.version !== version)
      throw new RefusalError({ code: 'stale', what: name, by: stored?.by ?? '其他人', at: stored?.updatedAt ?? '' });
  }

  async function insert(tx: EntityManager, row: PaperRow): Promise<void> {
    await tx.insert(paperTable, row);
    index(row);
    await cases.keepUp(tx, row.caseId);
  }

  /** Writes the change, with old and new values into the audit chain, inside a unit of work. */
  async function change(
    paper: Paper,
    verb: string,
    changes: PaperChange,
    detail: Record<string, unknown> = {},
  ): Promise<Paper> {
    const after = await store.unit.run(async (tx) => {
      // Asked again inside: of two changes at once, both on the same version, the queue lets the second in after the first.
      refuseStale(paper, paper.version);
      const stamp = { updatedAt: nowOf(context), updatedBy: context.operator.personId, version: paper.version + 1 };
      await tx.update(paperTable, { id: paper.id }, { ...changes, ...stamp });
      const row = await tx.findOneByOrFail(paperTable, { id: paper.id });
      index(row);
      audit.append({ verb, what: row.number ?? row.name, subjectId: paper.id, caseId: paper.caseId, detail });
      await cases.keepUp(tx, paper.caseId);
      return row;
    });
    emitChanged(context, ['case', 'today'], paper.caseId);
    return withoutPrivate(after);
  }

  function index(row: PaperRow): void {
    const begun =
      store.get<{ createdAt: string }>('select createdAt from case_record where id = ?', row.caseId)?.createdAt ??
      nowOf(context);
    const template = context.editions.templates(begun).get(row.templateId);
    const words = (template ? fieldsOf(template) : [])
      .filter((field) => !field.secret)
      .flatMap((field) => wordsOf(row.values[field.key]));
    search.put({
      kind: 'paper',
      refId: row.id,
      caseId: row.caseId,
      householdId: null,
      title: row.name,
      body: [row.number ?? '', ...words].join('\n'),
      at: row.updatedAt,
    });
  }

  function procedureOf(file: CaseFile): Procedure {
    const procedure = definitions.procedures.get(file.case.procedure);
    if (!procedure) throw notFound('template');
    return procedureWith(procedure, templatesOf(file).values());
  }

  /** All that the checks look at for a case. */
  const judgementOf = (file: CaseFile, periods: Period[]): Judgement => ({
    file,
    procedure: procedureOf(file),
    templates: templatesOf(file),
    periods,
    phrases: definitions.phrases,
  });

  return { at: load, require, insert, change, templateOf, templatesOf, procedureOf, judgementOf };
}

const withoutPrivate = (row: PaperRow): Paper =>
  paperOf({
    ...row,
    values: JSON.stringify(row.values),
    signatures: JSON.stringify(row.signatures),
    approvals: JSON.stringify(row.approvals),
  });

const identifier = /^[0-9a-f]{8}-/;

function wordsOf(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((item) =>
      typeof item === 'string' ? [item] : Object.values(item).filter((cell) => typeof cell === 'string'),
    )
    .filter((word) => !identifier.test(word));
}
