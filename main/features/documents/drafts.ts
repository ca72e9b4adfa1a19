import { v7 as newId } from 'uuid';
import type { CaseFile, Paper, Signature } from '../../../shared/case-file.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import { type GuideInput, obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { initialValues, partyOfPaper, valuesForParty } from '../../../shared/procedure/carry.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { titleOf, type Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { readCaseFile } from '../cases/case-file.ts';
import { type FeatureContext, nowOf, emitChanged } from '../context.ts';
import { invalid, invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import type { Papers } from './papers.ts';

/** Drafting: a new paper begins with what the case already knows; every field is durable when `save` returns. */
export function createDrafts(context: FeatureContext, papers: Papers) {
  interface Wanted {
    caseId: string;
    templateId: string;
    partyId?: string | undefined;
    redoes?: string | undefined;
  }

  async function create(wanted: Wanted): Promise<Paper> {
    const { caseId } = wanted;
    requireAccess(context, caseId);
    const paper = await context.store.unit.run(async (tx) => {
      const made = firstDraft(wanted);
      context.audit.append({
        verb: '起草文书',
        what: made.name,
        subjectId: made.id,
        caseId,
        detail: {
          partyId: made.partyId,
          values: made.values,
          ...(wanted.redoes === undefined ? {} : { redoes: wanted.redoes }),
        },
      });
      await papers.insert(tx, {
        ...made,
        createdBy: context.operator.personId,
        updatedBy: context.operator.personId,
        waitsForRole: null,
        waitsSince: null,
      });
      return made;
    });
    emitChanged(context, ['case', 'today'], caseId);
    return paper;
  }

  function firstDraft({ caseId, templateId, partyId: asked, redoes }: Wanted): Paper {
    const file = readCaseFile(context, caseId);
    const voided = redoes === undefined ? undefined : voidedPaper(file, templateId, redoes);
    const wanted = voided?.partyId ?? asked;
    const template = papers.templateOf(file, templateId);
    const input = { file, procedure: papers.procedureOf(file), templates: papers.templatesOf(file) };
    if (wanted !== undefined) requireParty(file, wanted);
    const obstacles = obstaclesToStart(input, templateId, wanted);
    if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `起草《${template.name}》`, obstacles });
    const partyId = isForOneParty(input.procedure, template) ? (wanted ?? firstWithout(input, templateId)) : null;
    const moment = nowOf(context);
    const values = {
      ...initialValues(
        template,
        partyId === null ? firstOf(file, wanted ?? null) : viewFor(file, partyId),
        momentOf(moment),
      ),
      ...voided?.values,
    };
    return {
      id: newId(),
      caseId,
      partyId,
      templateId,
      templateVersion: template.version,
      name: titleOf(template, values),
      version: 1,
      status: 'draft',
      number: null,
      values,
      signatures: [],
      approvals: [],
      createdAt: moment,
      updatedAt: moment,
      issuedAt: null,
      issuedBy: null,
      sha256: null,
      pages: null,
      voidReason: null,
    };
  }

  /** Makes a draft out to another party of the case; see `documents.setParty`. */
  async function setParty({
    paperId,
    version,
    partyId,
  }: {
    paperId: string;
    version: number;
    partyId: string | null;
  }): Promise<Paper> {
    const paperAt = papers.at(paperId);
    papers.require(paperAt, version, '修改', 'draft');
    const { paper, file, template } = paperAt;
    const own = isForOneParty(papers.procedureOf(file), template);
    if (partyId === null) {
      if (own && template.direction === 'outward')
        throw invalidField('partyId', '当事人', `《${template.name}》要分别给每个当事人，请选定给哪一个。`);
      return papers.change(paper, '改为全体当事人共用', { partyId: null }, { before: paper.partyId });
    }
    requireParty(file, partyId);
    const input = {
      file: { ...file, papers: file.papers.filter(({ id }) => id !== paper.id) },
      procedure: papers.procedureOf(file),
      templates: papers.templatesOf(file),
    };
    const obstacles = own ? obstaclesToStart(input, template.id, partyId) : [];
    if (obstacles.length > 0)
      throw new RefusalError({ code: 'not-yet', act: `把《${template.name}》改给另一个当事人`, obstacles });
    const seen = (id: string | null): CaseFile => (own ? viewFor(input.file, id) : firstOf(input.file, id));
    const changed = valuesForParty(
      template,
      paper.values,
      seen(paper.partyId ?? partyOfPaper(template, paper, file)?.householdId ?? null),
      seen(partyId),
    );
    const before = Object.fromEntries(Object.keys(changed).map((key) => [key, paper.values[key] ?? null]));
    return papers.change(
      paper,
      '改给另一当事人',
      { ...(own ? { partyId } : {}), values: { ...paper.values, ...changed } },
      { before: { partyId: paper.partyId, ...before }, after: { partyId, ...changed } },
    );
  }

  /** Keeps changed fields; an unfinished draft is fine, a value that cannot be kept is refused by field. */
  async function save({
    paperId,
    version,
    values,
  }: {
    paperId: string;
    version: number;
    values: Values;
  }): Promise<Paper> {
    const paperAt = papers.at(paperId);
    papers.require(paperAt, version, '修改', 'draft');
    const merged = { ...paperAt.paper.values, ...values };
    const problems = problemsOf(paperAt.template, merged, { draft: true }).filter(
      (problem) => (problem.field.split('.')[0] ?? '') in values,
    );
    if (problems.length > 0) throw invalid(problems);
    const before = Object.fromEntries(Object.keys(values).map((key) => [key, paperAt.paper.values[key] ?? null]));
    return papers.change(
      paperAt.paper,
      '填写文书',
      { values: merged, name: titleOf(paperAt.template, merged) },
      { before, after: values },
    );
  }

  async function sign({
    paperId,
    version,
    signatures,
  }: {
    paperId: string;
    version: number;
    signatures: Signature[];
  }): Promise<Paper> {
    const paperAt = papers.at(paperId);
    papers.require(paperAt, version, '登记签名', 'draft', 'approved');
    const problems = signatures.flatMap((signature, index) => signatureProblems(paperAt.template, signature, index));
    if (problems.length > 0) throw invalid(problems);
    return papers.change(
      paperAt.paper,
      '登记签名',
      { signatures },
      { before: paperAt.paper.signatures, after: signatures },
    );
  }

  /** Takes the paper out of the chain; opinions given so far stay on record. */
  async function recall({ paperId, version }: { paperId: string; version: number }): Promise<Paper> {
    const paperAt = papers.at(paperId);
    papers.require(paperAt, version, '撤回', 'approving', 'approved');
    const withdrawn = {
      step: 0,
      label: '撤回',
      verdict: '退回修改' as const,
      opinion: '承办人撤回修改',
      personId: context.operator.personId,
      name: context.operator.name,
      at: nowOf(context),
    };
    return papers.change(paperAt.paper, '撤回审批', {
      status: 'draft',
      approvals: [...paperAt.paper.approvals, withdrawn],
      waitsForRole: null,
      waitsSince: null,
    });
  }

  return { create, setParty, save, sign, recall };
}

function requireParty({ parties, formerParties }: CaseFile, partyId: string): void {
  if (parties.some(({ householdId }) => householdId === partyId)) return;
  const former = formerParties.find(({ householdId }) => householdId === partyId);
  throw invalidField(
    'partyId',
    '当事人',
    former === undefined ? '所选的不是本案当事人，请重新选择。' : `${former.name}已经退出本案，不能再对其制作文书。`,
  );
}

/** The whole case with this party standing first: the one a paper about all of them sets out in full. */
const firstOf = (file: CaseFile, partyId: string | null): CaseFile => ({
  ...file,
  parties: file.parties.toSorted((a, b) => Number(b.householdId === partyId) - Number(a.householdId === partyId)),
});

/** The first party that has no paper of this kind yet; the first of all, when each has one. */
const firstWithout = (input: GuideInput, templateId: string): string | null =>
  (
    input.file.parties.find(({ householdId }) => obstaclesToStart(input, templateId, householdId).length === 0) ??
    input.file.parties[0]
  )?.householdId ?? null;

/** The voided paper a new one of its kind is made after; what was typed once is not typed again (第四条). */
function voidedPaper(file: CaseFile, templateId: string, paperId: string): Paper {
  const paper = file.papers.find((candidate) => candidate.id === paperId && candidate.templateId === templateId);
  if (paper === undefined) throw notFound('paper');
  if (paper.status !== 'void')
    throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '没有作废', act: '照此重做' });
  return paper;
}

/** 拒签 is lawful only where the template says so, and needs its reason in the paper (第十七条). */
function signatureProblems(template: Template, signature: Signature, index: number): FieldProblem[] {
  const field = `signatures.${index}`;
  const role = template.signatures.find((item) => item.role === signature.role);
  const problem = (sentence: string): FieldProblem => ({ field, label: signature.role, sentence, article: 17 });
  if (!role) return [problem(`《${template.name}》没有“${signature.role}”这一签名栏，请重新打开文书。`)];
  const refused = signature.mode === '拒签' || signature.mode === '不能签';
  if (refused && !role.refusable) return [problem(`“${signature.role}”必须签名，不能记为${signature.mode}。`)];
  if (refused && signature.reason.trim() === '')
    return [problem(`“${signature.role}”${signature.mode}的，请写明原因。`)];
  if (!refused && signature.name.trim() === '') return [problem(`请填写“${signature.role}”的姓名或名称。`)];
  return [];
}
