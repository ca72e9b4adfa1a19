import * as z from 'zod';
import { Answer, CaseFile, CaseState } from '../case-file.ts';
import { PersonDetails } from '../identity/case-person.ts';
import { MOST_WORKERS, WorkerDetails } from '../identity/case-worker.ts';
import { Id } from '../identity/party.ts';
import { Period } from '../periods/rule.ts';
import { Obstacle, Stage } from '../procedure/procedure.ts';
import { Template } from '../template/template.ts';
import { call } from './base.ts';
import { Look, LookPage } from './looks.ts';
import { readers } from './right.ts';
import { CaseSummary } from './households.ts';

/** The period that binds a case, as far as a chip and the facts beside it show it. */
export const BindingPeriod = Period.pick({
  ruleId: true,
  name: true,
  statutory: true,
  due: true,
  unit: true,
  kind: true,
  duty: true,
  metAt: true,
  lapses: true,
  basis: true,
  article: true,
});
export type BindingPeriod = z.infer<typeof BindingPeriod>;

/** By what the list of cases is ordered: the last day that binds, the last act, or the day it was registered. */
export const CaseOrder = z.enum(['due', 'touched', 'begun']);
export type CaseOrder = z.infer<typeof CaseOrder>;

/** A case in the list: how it stands, what comes next, until when. */
export const CaseLine = CaseSummary.extend({
  /** What has to be done next; '' while it was not judged, and when there is nothing. */
  next: z.string(),
  lacks: z.array(z.string()),
  /** The paper the next step is about. */
  paperId: Id.nullable(),
  stage: z.string(),
  period: BindingPeriod.nullable(),
  /** Working days since the last act; null for a filed case. */
  idleDays: z.int().nullable(),
  officers: z.array(z.string()),
  /** Where it stands in the order asked for: the next page begins after it. */
  place: z.string(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** A running case of the same parties, and why it cannot be joined to the one asked about; nothing when it can. */
export const Joinable = CaseSummary.extend({ obstacles: z.array(Obstacle) });
export type Joinable = z.infer<typeof Joinable>;

/** `otherId` is the case that is joined to this one, or parted from it. */
const joining = z.strictObject({
  caseId: Id,
  version: z.int(),
  otherId: Id,
  reason: z.string().trim().min(4).max(512),
});

export const AuditEntry = z.object({
  seq: z.int(),
  at: z.string(),
  who: z.string(),
  verb: z.string(),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** Whether it bears a signature; those of before there were any do not. */
  signed: z.boolean(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const cases = {
  /** The cases a person may open as the list shows them, in pages: `after` is the last line of the page before. */
  list: call({ act: '查看案件', roles: readers, article: 42 })
    .input(
      z.strictObject({
        order: CaseOrder.default('due'),
        descending: z.boolean().default(false),
        /** 'running' is all that is not filed; a case whose registration was cancelled is listed only when asked for. */
        state: z
          .enum(['running', ...CaseState.options])
          .nullable()
          .default(null),
        procedure: z.string().max(64).nullable().default(null),
        stage: Stage.nullable().default(null),
        officerId: Id.nullable().default(null),
        /** Part of a party's name, of the cause or the number. */
        query: z.string().trim().max(40).default(''),
        after: z
          .strictObject({ place: z.string().max(64), id: Id })
          .nullable()
          .default(null),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(CaseLine)),
  /** Registers a source (案源): makes the case record; its first paper is started with `documents.create`. `followsId` is the case whose decision it enforces or defends. */
  begin: call({ act: '登记案源', roles: ['窗口', '承办人', '承办单位负责人'], article: 14 })
    .input(
      z.strictObject({
        procedure: z.string().max(64),
        householdId: Id,
        causeName: z.string().trim().min(1).max(128),
        officerIds: z.array(Id).max(10).default([]),
        followsId: Id.nullable().default(null),
        /** 承办单位; left out, the unit of the first officer, else of who registers it. */
        unitId: Id.nullable().optional(),
        /** 照此登记新案: the former case whose texts (`reuse`) its papers begin with; never signatures, numbers, days. */
        modelId: Id.nullable().default(null),
      }),
    )
    .output(CaseFile),
  /**
   * 由本案另立案件: begins the case that a lead of this one's procedure names, with these parties and officers. A case that is about the decision
   * of this one is linked to it (`followsId`); any other has it as its source (`originId`) and takes over evidence by `evidence.takeOver`.
   */
  beginFrom: call({ act: '由本案另立案件', roles: ['承办人', '承办单位负责人'], article: 14 })
    .input(
      z.strictObject({
        caseId: Id,
        leadId: z.string().max(64),
        causeName: z.string().trim().min(1).max(128),
        householdIds: z.array(Id).min(1).max(50),
        officerIds: z.array(Id).max(10).default([]),
        unitId: Id.nullable().optional(),
      }),
    )
    .output(CaseFile),
  /** `templates` are the versions this case began with, where they differ from today's; `later` the papers made since, which it does not have. */
  open: call({ act: '查阅案件', roles: readers, article: 42, atLentSeat: true })
    .input(z.strictObject({ caseId: Id }))
    .output(
      z.object({
        file: CaseFile,
        periods: z.array(Period),
        templates: z.array(Template).default([]),
        later: z.array(z.string()).default([]),
      }),
    ),
  /** Adds another respondent; the case is linked to each household, never copied. */
  addParty: call({ act: '追加当事人', roles: ['承办人', '承办单位负责人'], article: 13 })
    .input(z.strictObject({ caseId: Id, version: z.int(), householdId: Id }))
    .output(CaseFile),
  /** Somebody is no party of the case any more; what was made out to them stays on file. The last party cannot leave. */
  dropParty: call({ act: '让当事人退出本案', roles: ['承办人', '承办单位负责人'], article: 13 })
    .input(z.strictObject({ caseId: Id, version: z.int(), householdId: Id, reason: z.string().trim().min(4).max(512) }))
    .output(CaseFile),
  /** Extends or suspends a period by an issued approval paper (J46); a suspension ends with `endSuspension`. */
  changePeriod: call({ act: '延长或者中止期限', roles: ['承办人', '承办单位负责人', '法规科'], article: 13 })
    .input(
      z.strictObject({
        caseId: Id,
        ruleId: z.string().max(16),
        kind: z.enum(['extension', 'suspension']),
        n: z.int().positive().max(3650).nullable(),
        from: z.iso.date().nullable(),
        paperId: Id,
        basis: z.string().trim().min(2).max(256),
      }),
    )
    .output(CaseFile),
  endSuspension: call({ act: '恢复期限', roles: ['承办人', '承办单位负责人', '法规科'], article: 13 })
    .input(
      z.strictObject({
        caseId: Id,
        ruleId: z.string().max(16),
        to: z.iso.date(),
        basis: z.string().trim().min(2).max(256),
      }),
    )
    .output(CaseFile),
  /** Answers a review question; a later answer replaces the earlier one, both stay on record. */
  answer: call({ act: '回答核查问题', roles: ['承办人', '承办单位负责人', '法规科', '档案员'], article: 46 })
    .input(
      z.strictObject({
        caseId: Id,
        questionId: z.string().max(16),
        answer: Answer.shape.answer,
        note: z.string().trim().max(512),
      }),
    )
    .output(CaseFile),
  update: call({ act: '修改案件登记', roles: ['承办人', '承办单位负责人'], article: 13 })
    .input(
      z.strictObject({
        caseId: Id,
        version: z.int(),
        causeName: z.string().trim().min(1).max(128),
        followsId: Id.nullable().optional(),
      }),
    )
    .output(CaseFile),
  /**
   * 分派, 移交承办单位, 更换承办人: where the case lies and who handles it from now on. Who may change what of it is told by
   * `whyNotAssign`; what takes something away needs a reason.
   */
  assign: call({ act: '分派案件', roles: ['窗口', '承办人', '承办单位负责人', '分管领导'], article: 13 })
    .input(
      z.strictObject({
        caseId: Id,
        version: z.int(),
        unitId: Id.nullable(),
        officerIds: z.array(Id).max(10),
        reason: z.string().trim().max(512).default(''),
      }),
    )
    .output(CaseFile),
  /**
   * Another way for a case before 立案. Papers stay as they are: what the new way has a step for is gone on with, the rest stands beside it
   * and is named in the record.
   */
  changeProcedure: call({ act: '变更办案流程', roles: ['窗口', '承办人', '承办单位负责人'], article: 13 })
    .input(
      z.strictObject({
        caseId: Id,
        version: z.int(),
        procedure: z.string().max(64),
        causeName: z.string().trim().min(1).max(128),
        followsId: Id.nullable().default(null),
        reason: z.string().trim().min(4).max(512),
      }),
    )
    .output(CaseFile),
  /**
   * 撤销登记: a case that was registered by mistake leaves lists, 今日 and periods, never the record. Before 立案 only, while nothing but its
   * registration was issued; `whyNotCancel` tells who of these roles may.
   */
  cancel: call({ act: '撤销登记', roles: ['窗口', '承办人', '承办单位负责人', '分管领导'], article: 14 })
    .input(z.strictObject({ caseId: Id, version: z.int(), reason: z.string().trim().min(4).max(512) }))
    .output(CaseFile),
  /** 恢复登记: takes a cancelled registration up again. */
  restore: call({ act: '恢复登记', roles: ['窗口', '承办人', '承办单位负责人', '分管领导'], article: 14 })
    .input(z.strictObject({ caseId: Id, version: z.int(), reason: z.string().trim().min(4).max(512) }))
    .output(CaseFile),
  joinable: call({ act: '查看可以并案的案件', roles: ['承办人', '承办单位负责人'], article: 42 })
    .input(z.strictObject({ caseId: Id }))
    .output(z.array(Joinable)),
  /**
   * 并案: another case of the same target is handled in this one from now on. It leaves the lists, never the record; its papers and exhibits
   * are read here, its people and workers go onto the lists of this case, and its periods run on here. After 立案 it needs an issued approval
   * (案件有关事项审批表) of this case.
   */
  join: call({ act: '并案', roles: ['承办人', '承办单位负责人'], article: 13 })
    .input(joining)
    .output(CaseFile),
  /** 分案: takes a 并案 back while nothing was decided. People and workers that were taken over stay on the lists of both. */
  part: call({ act: '分案', roles: ['承办人', '承办单位负责人'], article: 13 })
    .input(joining)
    .output(CaseFile),
  /** All that was done in the case, newest first, with old and new values (第四条). */
  history: call({ act: '查阅办案记录', roles: readers, article: 42 })
    .input(
      z.strictObject({
        caseId: Id,
        before: z.int().nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(AuditEntry)),
  /** Who opened the case or anything of it (查阅记录), newest first. */
  looks: call({ act: '查看本案的查阅记录', roles: readers, article: 42 })
    .input(z.strictObject({ caseId: Id, ...LookPage }))
    .output(z.array(Look)),
  /** Enters (`personId` null) or changes somebody of the case (本案人员), who is then picked by name in its papers. */
  savePerson: call({ act: '登记本案人员', roles: ['窗口', '承办人', '承办单位负责人'], article: 4 })
    .input(z.strictObject({ caseId: Id, personId: Id.nullable(), version: z.int().nullable(), person: PersonDetails }))
    .output(CaseFile),
  removePerson: call({ act: '删去本案人员', roles: ['窗口', '承办人', '承办单位负责人'], article: 4 })
    .input(z.strictObject({ caseId: Id, personId: Id, version: z.int() }))
    .output(CaseFile),
  /** Puts a list of workers (劳动者名单) in the place of the one there is: all of it, or nothing. `known` is the list it was made from. */
  saveWorkers: call({ act: '登记劳动者名单', roles: ['窗口', '承办人', '承办单位负责人'], article: 4 })
    .input(
      z.strictObject({
        caseId: Id,
        known: z.array(z.strictObject({ id: Id, version: z.int() })).max(MOST_WORKERS),
        workers: z.array(WorkerDetails.extend({ id: Id.nullable() })).max(MOST_WORKERS),
      }),
    )
    .output(CaseFile),
};
