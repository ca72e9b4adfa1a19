import { randomUUID } from 'node:crypto';
import { type Approval, type CaseFile, type Paper, type Signature } from '../../../shared/case-file.ts';
import { obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import { initialValues } from '../../../shared/procedure/carry.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { aCaseFile, answered } from '../a-case-file.ts';
import { valuesByApproval } from '../../../shared/procedure/approvals.ts';
import { people, uuid } from '../case-values.ts';
import { definitions, judgementOf } from '../judgement.ts';
import { exhibitDetails } from './exhibit-details.ts';
import { found, type Desk, type NewExhibit, type Way } from './walker.ts';

const holders: Readonly<Record<string, readonly (typeof people)[keyof typeof people][]>> = {
  承办人: [people.wang, people.li],
  窗口: [people.li],
  承办单位负责人: [people.zhang],
  法规科: [people.zhao],
  分管领导: [people.sun],
  主要负责人: [people.sun],
  档案员: [people.zhou],
};

/** A desk without a workstation: the same rules on a case file in memory, for the many branches of the procedures. */
export class RulesDesk implements Desk {
  private file: CaseFile = aCaseFile();
  private now = '';

  async at(moment: string): Promise<void> {
    this.now = moment;
    this.file = { ...this.file, today: moment.slice(0, 10) };
  }

  async begin(way: Way, moment: string): Promise<void> {
    const { parties, ...shelf } = aCaseFile();
    this.file = {
      ...shelf,
      case: {
        ...shelf.case,
        procedure: way.procedure,
        causeName: way.causeName ?? '涉嫌违反劳动保障法律法规',
        number: '',
        state: 'source',
        createdAt: moment,
      },
      parties: [
        { ...found(parties[0], 'party'), ...way.party },
        ...(way.beside === undefined ? [] : [{ ...way.beside, householdId: uuid(77), version: 1 }]),
      ],
      papers: [],
      exhibits: [],
      periodChanges: [],
      volume: null,
      answers: [],
    };
    await this.at(moment);
  }

  async look() {
    const { procedure, templates, periods } = judgementOf(this.file);
    return { input: { file: this.file, procedure, templates }, periods };
  }

  async create(templateId: string, wanted = this.file.parties[0]?.householdId): Promise<Paper> {
    const { input } = await this.look();
    const template = found(input.templates.get(templateId), templateId);
    refuse(
      templateId,
      obstaclesToStart(input, templateId, wanted).map(({ sentence }) => sentence),
    );
    const partyId = isForOneParty(input.procedure, template) ? (wanted ?? null) : null;
    return this.put(firstDraft(this.file, template, partyId, this.now));
  }

  async save(paper: Paper, values: Values): Promise<Paper> {
    const merged = { ...paper.values, ...values };
    const template = found(definitions.templates.get(paper.templateId), paper.templateId);
    refuse(
      paper.templateId,
      problemsOf(template, merged, { draft: true }).map(({ sentence }) => sentence),
    );
    return this.put({ ...paper, values: merged });
  }

  async exhibit(given: NewExhibit): Promise<string> {
    const id = randomUUID();
    const sealed = {
      id,
      caseId: this.file.case.id,
      fileName: '证据',
      mime: given.mime,
      bytes: 1,
      sha256: id.replaceAll('-', '').padEnd(64, '0'),
      sm3: '',
      importedAt: this.now,
      importedBy: '李敏',
      hasThumbnail: false,
      damage: null,
      withdrawnReason: null,
      fromCaseId: null,
      fromId: null,
      supplementId: null,
    };
    this.file = { ...this.file, exhibits: [...this.file.exhibits, { ...exhibitDetails(given), ...sealed }] };
    return id;
  }

  async sign(paper: Paper, signatures: Signature[]): Promise<Paper> {
    return this.put({ ...paper, signatures });
  }

  async approve(paper: Paper, template: Template): Promise<Paper> {
    const values = valuesByApproval(template, paper.values, this.now.slice(0, 10));
    return this.put({ ...paper, values, status: 'approved', approvals: approvalsOf(template, this.now) });
  }

  async issue(paper: Paper): Promise<void> {
    const judgement = judgementOf(this.file);
    refuse(
      `${paper.templateId} ${paper.name}`,
      blocking(findingsOfIssue(judgement, paper, this.now), 'issue').map(
        ({ checkId, sentence }) => `${checkId} ${sentence}`,
      ),
    );
    const template = found(definitions.templates.get(paper.templateId), paper.templateId);
    const letters = template.numbering?.letters;
    this.put({
      ...paper,
      status: 'issued',
      issuedAt: this.now,
      issuedBy: '李敏',
      number: letters === undefined ? null : `辽人社${letters}字〔2026〕第001号`,
    });
    if (paper.templateId === judgement.procedure.startsWith) this.setState('open');
    if (template.class === 'closing') this.setState('closed');
  }

  async fileVolume(): Promise<void> {
    const open = judge(judgementOf(this.file), 'filing').filter(({ unanswered }) => unanswered === true);
    this.file = {
      ...this.file,
      answers: [...this.file.answers, ...open.map(({ checkId }) => answered(checkId, '是'))],
    };
    refuse(
      'filing',
      blocking(judge(judgementOf(this.file), 'filing'), 'filing').map(
        ({ checkId, sentence }) => `${checkId} ${sentence}`,
      ),
    );
    const volume = {
      id: uuid(900),
      caseId: this.file.case.id,
      filedAt: this.file.today,
      filer: '王建国',
      inspector: '周静',
      retention: '30年',
      archiveNo: '20260001',
      supplementId: null,
      part: null,
      items: 1,
      pages: 1,
      sha256: '',
    };
    this.file = { ...this.file, volume };
    this.setState('filed');
  }

  private put(paper: Paper): Paper {
    const changed = { ...paper, version: paper.version + 1 };
    const { papers } = this.file;
    this.file = {
      ...this.file,
      papers: papers.some(({ id }) => id === paper.id)
        ? papers.map((known) => (known.id === paper.id ? changed : known))
        : [...papers, changed],
    };
    return changed;
  }

  private setState(state: CaseFile['case']['state']): void {
    this.file = { ...this.file, case: { ...this.file.case, state } };
  }
}

function refuse(what: string, sentences: string[]): void {
  if (sentences.length > 0) throw new Error(`${what} is refused: ${sentences.join(' ')}`);
}

const firstDraft = (file: CaseFile, template: Template, partyId: string | null, moment: string): Paper => ({
  id: randomUUID(),
  caseId: file.case.id,
  partyId,
  templateId: template.id,
  templateVersion: 1,
  name: template.name,
  version: 0,
  status: 'draft',
  number: null,
  values: initialValues(template, viewFor(file, partyId), moment),
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
});

/** The whole chain agreed, by different people, where the office has enough of them. */
function approvalsOf(template: Template, moment: string): Approval[] {
  const signed = new Set<string>();
  return template.approval.flatMap(({ label, by, people: count }, step) =>
    Array.from({ length: count }, () => {
      const person = found(
        holders[by]?.find(({ personId }) => !signed.has(personId)),
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
