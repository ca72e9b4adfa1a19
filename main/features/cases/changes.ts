import { v7 as newId } from 'uuid';
import type { Answer, CaseFile } from '../../../shared/case-file.ts';
import { obstaclesToLeave } from '../../../shared/procedure/leave-case.ts';
import { extensionLeft, whyNotExtend, whyNotSuspend } from '../../../shared/periods/changes.ts';
import { questions } from '../../../shared/regulation/questions.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import { type FeatureContext, nowOf, emitChanged } from '../context.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import { casePartyTable, caseTable, periodChangeTable } from '../../platform/store/tables/cases.ts';
import { caseAnswerTable } from '../../platform/store/tables/regulation.ts';
import { readCaseFile } from './case-file.ts';
import type { Cases } from './cases.ts';

export interface PeriodChangeRequest {
  caseId: string;
  ruleId: string;
  kind: 'extension' | 'suspension';
  n: number | null;
  from: string | null;
  paperId: string;
  basis: string;
}

const staleCase = ({ case: { causeName, createdAt } }: CaseFile): RefusalError =>
  new RefusalError({ code: 'stale', what: causeName, by: '其他人', at: createdAt });

/** Changes of a running case beside its papers: more respondents, extended and suspended periods, answers to review questions. */
export function createCaseChanges(context: FeatureContext, cases: Cases, definitions: Definitions) {
  const { store, audit } = context;

  /** Runs a change of one case with its audit entry, and brings periods and search after it. */
  async function change(
    caseId: string,
    act: { verb: string; what: string; detail: Record<string, unknown> },
    work: Parameters<typeof store.unit.run>[0],
  ): Promise<CaseFile> {
    requireAccess(context, caseId);
    await store.unit.run(async (tx) => {
      await work(tx);
      audit.append({ ...act, subjectId: caseId, caseId });
      await cases.keepUp(tx, caseId);
    });
    emitChanged(context, ['case', 'today', 'household'], caseId);
    return readCaseFile(context, caseId);
  }

  /** The case, whose parties may change until it is filed. */
  function withOpenParties(caseId: string, version: number, act: string): CaseFile {
    requireAccess(context, caseId);
    const file = readCaseFile(context, caseId);
    if (file.case.version !== version) throw staleCase(file);
    if (file.case.state === 'filed')
      throw new RefusalError({ code: 'wrong-status', what: file.case.causeName, is: '已归档', act });
    return file;
  }

  /** Of two changes of the parties at once only one is judged by the parties there are, so only one is made. */
  async function changeParties(
    file: CaseFile,
    act: Parameters<typeof change>[1],
    work: Parameters<typeof change>[2],
  ): Promise<CaseFile> {
    const { id, version } = file.case;
    return change(id, act, async (tx) => {
      const raised = await tx.update(caseTable, { id, version }, { version: version + 1 });
      if (raised.affected !== 1) throw staleCase(file);
      await work(tx);
    });
  }

  async function addParty({
    caseId,
    version,
    householdId,
  }: {
    caseId: string;
    version: number;
    householdId: string;
  }): Promise<CaseFile> {
    const file = withOpenParties(caseId, version, '追加当事人');
    const household = store.get<{ name: string }>('select name from household where id = ?', householdId);
    if (!household) throw notFound('household');
    if (file.parties.some((party) => party.householdId === householdId))
      throw invalidField('householdId', '当事人', `${household.name}已经是本案当事人。`);
    const position = file.parties.length + file.formerParties.length;
    return changeParties(file, { verb: '追加当事人', what: household.name, detail: { householdId } }, (tx) =>
      tx.upsert(casePartyTable, { caseId, householdId, position, leftAt: null, leftReason: null }, [
        'caseId',
        'householdId',
      ]),
    );
  }

  async function dropParty({
    caseId,
    version,
    householdId,
    reason,
  }: {
    caseId: string;
    version: number;
    householdId: string;
    reason: string;
  }): Promise<CaseFile> {
    const file = withOpenParties(caseId, version, '让当事人退出');
    const party = file.parties.find((candidate) => candidate.householdId === householdId);
    if (!party) throw notFound('household');
    const obstacles = obstaclesToLeave(file, party, context.editions.templates(file.case.createdAt));
    if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `让${party.name}退出本案`, obstacles });
    return changeParties(file, { verb: '当事人退出本案', what: party.name, detail: { householdId, reason } }, (tx) =>
      tx.update(casePartyTable, { caseId, householdId }, { leftAt: nowOf(context), leftReason: reason }),
    );
  }

  async function changePeriod({
    caseId,
    ruleId,
    kind,
    n,
    from,
    paperId,
    basis,
  }: PeriodChangeRequest): Promise<CaseFile> {
    requireAccess(context, caseId);
    const rule = definitions.periodRules.find((periodRule) => periodRule.id === ruleId);
    if (!rule) throw notFound('template');
    const file = readCaseFile(context, caseId);
    const paper = file.papers.find((candidate) => candidate.id === paperId);
    if (paper?.status !== 'issued' || paper.approvals.length === 0) {
      throw invalidField('paperId', '批准文书', '延长或者中止期限须先经审批，请选一份已经批准并出具的审批表。', 13);
    }
    const whyNot = { extension: whyNotExtend, suspension: whyNotSuspend }[kind](rule, file.periodChanges);
    if (whyNot !== null) throw invalidField('ruleId', '期限', whyNot);
    const left = extensionLeft(rule, file.periodChanges);
    if (kind === 'extension' && (n === null || (left !== null && n > left)))
      throw invalidField(
        'n',
        '延长',
        `“${rule.name}”${left === null ? '' : `最多还可延长${left}，`}请按批准的数填写。`,
      );
    if (kind === 'suspension' && from === null) throw invalidField('from', '中止日期', '请填写中止的日期。');
    const row = {
      id: newId(),
      caseId,
      ruleId,
      kind,
      n,
      from,
      to: null,
      basis: `${basis}（${paper.number ?? paper.name}）`,
      createdAt: nowOf(context),
    };
    return change(
      caseId,
      { verb: kind === 'extension' ? '延长期限' : '中止期限', what: rule.name, detail: { ...row } },
      (tx) => tx.insert(periodChangeTable, row),
    );
  }

  async function endSuspension({
    caseId,
    ruleId,
    to,
    basis,
  }: {
    caseId: string;
    ruleId: string;
    to: string;
    basis: string;
  }): Promise<CaseFile> {
    requireAccess(context, caseId);
    const open = store.get<{ id: string; from: string }>(
      `select id, "from" from period_change where caseId = ? and ruleId = ? and kind = 'suspension' and "to" is null order by createdAt desc limit 1`,
      caseId,
      ruleId,
    );
    if (!open) throw invalidField('ruleId', '期限', '这个期限没有中止，不需要恢复。');
    if (to < open.from) throw invalidField('to', '恢复日期', '恢复日期早于中止日期，请核对。');
    return change(
      caseId,
      {
        verb: '恢复期限',
        what: definitions.periodRules.find((periodRule) => periodRule.id === ruleId)?.name ?? ruleId,
        detail: { to, basis },
      },
      (tx) => tx.update(periodChangeTable, { id: open.id }, { to }),
    );
  }

  async function answer({
    caseId,
    questionId,
    answer: given,
    note,
  }: {
    caseId: string;
    questionId: string;
    answer: Answer['answer'];
    note: string;
  }): Promise<CaseFile> {
    const question = questions.find((candidate) => candidate.id === questionId);
    if (!question) throw notFound('template');
    if (given !== '是' && note === '') throw invalidField('note', '说明', '回答“否”或者“不适用”的，请写明情况。', 46);
    const row = { id: newId(), caseId, questionId, answer: given, note, by: context.operator.name, at: nowOf(context) };
    return change(caseId, { verb: '回答核查问题', what: question.question, detail: { ...row } }, (tx) =>
      tx.insert(caseAnswerTable, row),
    );
  }

  return { addParty, dropParty, changePeriod, endSuspension, answer };
}
