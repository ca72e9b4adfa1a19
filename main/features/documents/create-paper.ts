import { v7 as newId } from 'uuid';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { valuesByApproval } from '../../../shared/procedure/approvals.ts';
import { carriedValue, initialValues } from '../../../shared/procedure/carry.ts';
import { type GuideInput, obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { fieldsOf, titleOf, type Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { readWholeCase, shownTo } from '../cases/case-file.ts';
import { refuseLaidAside } from '../cases/refuse-laid-aside.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { insertPaper } from './change-paper.ts';
import { modelValues } from './model-values.ts';
import { withFirst, requireParty } from './paper-party.ts';
import { procedureOf, templateOf, templatesOf } from '../cases/case-definitions.ts';

interface PaperRequest {
  caseId: string;
  templateId: string;
  partyId?: string | undefined;
  redoes?: string | undefined;
}

/** Drafts a paper: it begins with what the case already knows; see `documents.create`. */
export async function createPaper(context: FeatureContext, request: PaperRequest): Promise<Paper> {
  const { caseId, templateId, redoes } = request;
  requireAccess(context, caseId);
  refuseLaidAside(context, caseId, '起草文书');
  const created = await context.store.unit.run(async (tx) => {
    const whole = readWholeCase(context, caseId);
    const template = templateOf(context, whole, templateId);
    const paper = firstDraft(context, request, shownTo(context, whole), template);
    await insertPaper(context, tx, { paper, template, whole });
    context.audit.append({
      verb: '起草文书',
      what: paper.name,
      subjectId: paper.id,
      caseId,
      detail: { partyId: paper.partyId, values: paper.values, ...(redoes === undefined ? {} : { redoes }) },
    });
    return paper;
  });
  emitChanged(context, ['cases'], caseId);
  return created;
}

function firstDraft(
  context: FeatureContext,
  { caseId, templateId, partyId: asked, redoes }: PaperRequest,
  file: CaseFile,
  template: Template,
): Paper {
  const voided = redoes === undefined ? undefined : voidedPaper(file, templateId, redoes);
  const wanted = voided?.partyId ?? asked;
  const input = { file, procedure: procedureOf(context, file), templates: templatesOf(context, file) };
  if (wanted !== undefined) requireParty(file, wanted);
  const obstacles = obstaclesToStart(input, templateId, wanted);
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `起草《${template.name}》`, obstacles });
  const partyId = isForOneParty(input.procedure, template) ? (wanted ?? firstWithout(input, templateId)) : null;
  const moment = nowOf(context);
  const view = partyId === null ? withFirst(file, wanted ?? null) : viewFor(file, partyId);
  const carriedOver = {
    ...initialValues(template, view, momentOf(moment)),
    ...notCarried(template, view, modelValues(context, file, template)),
    ...voided?.values,
  };
  const values = valuesByApproval(template, carriedOver, null);
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
    prints: [],
  };
}

/** What the case itself knows comes before what another case said. */
const notCarried = (template: Template, view: CaseFile, values: Values): Values =>
  Object.fromEntries(
    fieldsOf(template)
      .filter((field) => field.key in values && carriedValue(field, view) === undefined)
      .map(({ key }) => [key, values[key] ?? null]),
  );

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
