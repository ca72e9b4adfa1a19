import { randomUUID } from 'node:crypto';
import { ExhibitDetails, type Approval, type CaseFile, type Paper } from '../../../shared/case-file.ts';
import { obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import { initialValues } from '../../../shared/procedure/carry.ts';
import type { Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { aCaseFile } from '../a-case-file.ts';
import { people, uuid } from '../case-values.ts';
import { definitions, judgementOf } from '../judgement.ts';
import { found, type Desk } from './walker.ts';

const holders: Readonly<Record<string, readonly (typeof people)[keyof typeof people][]>> = {
  承办人: [people.wang, people.li],
  窗口: [people.li],
  承办单位负责人: [people.zhang],
  法规科: [people.zhao],
  分管领导: [people.sun],
  档案员: [people.zhou],
};

/** A desk without a workstation: the same rules on a case file in memory, for the many branches of the procedures. */
export function rulesDesk(): Desk {
  let file: CaseFile = aCaseFile();
  let now = '';

  const put = (paper: Paper): Paper => {
    const changed = { ...paper, version: paper.version + 1 };
    file = {
      ...file,
      papers: file.papers.some((item) => item.id === paper.id)
        ? file.papers.map((item) => (item.id === paper.id ? changed : item))
        : [...file.papers, changed],
    };
    return changed;
  };
  const look = async () => {
    const { procedure, templates, periods } = judgementOf(file);
    return { input: { file, procedure, templates }, periods };
  };
  const at = async (moment: string): Promise<void> => {
    now = moment;
    file = { ...file, today: moment.slice(0, 10) };
  };
  const refuse = (what: string, sentences: string[]): void => {
    if (sentences.length > 0) throw new Error(`${what} is refused: ${sentences.join(' ')}`);
  };

  return {
    at,
    look,
    begin: async (way, moment) => {
      const {
        parties: [party],
        ...office
      } = aCaseFile();
      const record = {
        ...office.case,
        procedure: way.procedure,
        causeName: way.causeName ?? '涉嫌违反劳动保障法律法规',
        number: '',
        state: 'source' as const,
        createdAt: moment,
      };
      file = {
        ...office,
        case: record,
        parties: [
          { ...found(party, 'party'), ...way.party },
          ...(way.beside === undefined ? [] : [{ ...way.beside, householdId: uuid(77), version: 1 }]),
        ],
        papers: [],
        exhibits: [],
        periodChanges: [],
        volume: null,
        answers: [],
      };
      await at(moment);
    },
    create: async (templateId, wanted = file.parties[0]?.householdId) => {
      const { input } = await look();
      const template = found(input.templates.get(templateId), templateId);
      refuse(
        templateId,
        obstaclesToStart(input, templateId, wanted).map(({ sentence }) => sentence),
      );
      const partyId = isForOneParty(input.procedure, template) ? (wanted ?? null) : null;
      return put({
        id: randomUUID(),
        caseId: file.case.id,
        partyId,
        templateId,
        templateVersion: 1,
        name: template.name,
        version: 0,
        status: 'draft',
        number: null,
        values: initialValues(template, viewFor(file, partyId), now),
        signatures: [],
        approvals: [],
        createdAt: now,
        updatedAt: now,
        issuedAt: null,
        issuedBy: null,
        sha256: null,
        pages: null,
        voidReason: null,
      });
    },
    save: async (paper, values) => {
      const merged = { ...paper.values, ...values };
      refuse(
        paper.templateId,
        problemsOf(found(definitions.templates.get(paper.templateId), paper.templateId), merged, { draft: true }).map(
          ({ sentence }) => sentence,
        ),
      );
      return put({ ...paper, values: merged });
    },
    exhibit: async ({ mime, ...about }) => {
      const recorded =
        mime === 'audio/webm'
          ? {
              kind: '视听资料',
              device: 'ZFY-007',
              noticeSpoken: true,
              transcript: '问答如笔录。',
              maker: '李敏',
              proves: '办理过程',
            }
          : { kind: '书证' };
      const id = randomUUID();
      const sealed = {
        id,
        caseId: file.case.id,
        fileName: '证据',
        mime,
        bytes: 1,
        sha256: id.replaceAll('-', '').padEnd(64, '0'),
        sm3: '',
        importedAt: now,
        importedBy: '李敏',
        hasThumbnail: false,
        damage: null,
        withdrawnReason: null,
      };
      file = {
        ...file,
        exhibits: [
          ...file.exhibits,
          { ...ExhibitDetails.parse({ source: '当事人提供', ...recorded, ...about }), ...sealed },
        ],
      };
      return id;
    },
    sign: async (paper, signatures) => put({ ...paper, signatures }),
    approve: async (paper, template) => put({ ...paper, status: 'approved', approvals: approvalsOf(template, now) }),
    issue: async (paper) => {
      const input = judgementOf(file);
      refuse(
        `${paper.templateId} ${paper.name}`,
        blocking(findingsOfIssue(input, paper, now), 'issue').map(({ checkId, sentence }) => `${checkId} ${sentence}`),
      );
      const letters = definitions.templates.get(paper.templateId)?.numbering?.letters;
      put({
        ...paper,
        status: 'issued',
        issuedAt: now,
        issuedBy: '李敏',
        number: letters === undefined ? null : `辽人社${letters}字〔2026〕第001号`,
      });
      const { startsWith } = input.procedure;
      if (paper.templateId === startsWith) file = { ...file, case: { ...file.case, state: 'open' } };
      if (definitions.templates.get(paper.templateId)?.class === 'closing')
        file = { ...file, case: { ...file.case, state: 'closed' } };
    },
    fileVolume: async () => {
      refuse(
        'filing',
        blocking(judge(judgementOf(file), 'filing'), 'filing').map(({ checkId, sentence }) => `${checkId} ${sentence}`),
      );
      const volume = {
        id: uuid(900),
        caseId: file.case.id,
        filedAt: file.today,
        filer: '王建国',
        inspector: '周静',
        retention: '30年',
        archiveNo: '20260001',
        items: 1,
        pages: 1,
        sha256: '',
      };
      file = { ...file, case: { ...file.case, state: 'filed' }, volume };
    },
  };
}

/** The whole chain agreed, by different people, where the office has enough of them. */
function approvalsOf(template: Template, moment: string): Approval[] {
  const signed = new Set<string>();
  return template.approval.flatMap(({ label, by, people: count }, step) =>
    Array.from({ length: count }, () => {
      const person = found(
        holders[by]?.find((item) => !signed.has(item.personId)),
        `person left for ${label} of ${template.id}`,
      );
      signed.add(person.personId);
      return {
        step,
        label,
        verdict: '同意' as const,
        opinion: '同意。',
        personId: person.personId,
        name: person.name,
        at: moment,
      };
    }),
  );
}
