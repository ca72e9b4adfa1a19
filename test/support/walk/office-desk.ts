import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper, Signature } from '../../../shared/case-file.ts';
import { type PartyDetails } from '../../../shared/identity/party.ts';
import { Refusal } from '../../../shared/contract/refusals.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import type { Client } from '../../../main/app/client.ts';
import { upload } from '../../../main/sample/upload.ts';
import { partyDetails } from '../case-values.ts';
import type { Office } from '../office.ts';
import { resourcesDir } from '../office-profile.ts';
import { exhibitDetails } from './exhibit-details.ts';
import { clerks, found, type Desk, type NewExhibit, type Way } from './walker.ts';

const roleHolders: Readonly<Record<string, readonly string[]>> = {
  承办人: clerks,
  窗口: ['李敏'],
  承办单位负责人: ['张丽'],
  法规科: ['赵强'],
  分管领导: ['孙伟'],
  主要负责人: ['孙伟'],
  档案员: ['周静'],
};
const exhibitsDir = join(resourcesDir, 'sample-office', 'exhibits');
const files = { 'image/jpeg': '送达签收照片.jpg', 'audio/webm': '调查询问录音.webm' } as const;

/** The desk of the sample office: everything goes through the calls of the page, each by the person it belongs to. */
export class OfficeDesk implements Desk {
  protected readonly office: Office;
  protected readonly client: Client;
  protected caseId = '';
  private operator = '';
  private definitions: Awaited<ReturnType<Client['regulation']['definitions']>> | undefined;

  constructor(office: Office) {
    this.office = office;
    this.client = office.client;
  }

  async at(moment: string): Promise<void> {
    this.office.at(moment);
    this.operator = '';
    await this.as('李敏');
  }

  async begin(way: Way, moment: string): Promise<void> {
    await this.at(moment);
    const begun = await this.client.cases.begin({
      procedure: way.procedure,
      causeName: way.causeName ?? '涉嫌违反劳动保障法律法规',
      householdId: await this.householdOf({ ...partyDetails, ...way.party }),
      officerIds: await Promise.all(clerks.map((clerk) => this.office.personId(clerk))),
    });
    this.caseId = begun.case.id;
    if (way.beside === undefined) return;
    const { householdId } = await this.client.households.create(way.beside);
    await this.as('王建国');
    await this.client.cases.addParty({ caseId: this.caseId, version: begun.case.version, householdId });
    await this.as('李敏');
  }

  async look() {
    const { procedures, templates: inForce } = (this.definitions ??= await this.client.regulation.definitions());
    const { file, periods, templates } = await this.client.cases.open({ caseId: this.caseId });
    const { procedure: id } = file.case;
    const procedure = found(
      procedures.find((candidate) => candidate.id === id),
      id,
    );
    const byId = new Map([...inForce, ...templates].map((template) => [template.id, template]));
    return { input: { file, procedure, templates: byId }, periods };
  }

  async create(templateId: string, partyId?: string): Promise<Paper> {
    const request = { caseId: this.caseId, templateId, ...(partyId === undefined ? {} : { partyId }) };
    return allowed(templateId, this.client.documents.create(request));
  }

  async save({ id, version, templateId }: Paper, values: Values): Promise<Paper> {
    return (await allowed(templateId, this.client.documents.save({ paperId: id, version, values }))).paper;
  }

  async exhibit(given: NewExhibit): Promise<string> {
    const fileName = files[given.mime];
    const exhibit = await upload(this.office.workstation, this.client, {
      caseId: this.caseId,
      fileName,
      mime: given.mime,
      content: readFileSync(join(exhibitsDir, fileName)),
      details: exhibitDetails(given),
    });
    return exhibit.id;
  }

  async sign({ id, version, templateId }: Paper, signatures: Signature[]): Promise<Paper> {
    return allowed(templateId, this.client.documents.sign({ paperId: id, version, signatures }));
  }

  async approve({ id, version, templateId }: Paper, template: Template): Promise<Paper> {
    let paper = await allowed(templateId, this.client.documents.submit({ paperId: id, version }));
    const { file } = await this.client.cases.open({ caseId: this.caseId });
    const signed = new Set<string>();
    while (paper.status === 'approving') {
      const [gap] = approvalGaps(template, paper, file.settings);
      const name = found(
        roleHolders[gap?.by ?? '']?.find((holder) => !signed.has(holder)),
        `person left for ${gap?.label ?? ''} of ${templateId}`,
      );
      signed.add(name);
      const opinion = { verdict: '同意', opinion: '情况属实，同意。' } as const;
      const request = { paperId: id, version: paper.version, ...opinion };
      paper = await this.actAs(name, () => this.client.documents.approve(request));
    }
    await this.as('李敏');
    return paper;
  }

  /** Lets somebody do something; who is in afterwards is open. */
  protected async actAs<T>(name: string, act: () => Promise<T>): Promise<T> {
    await this.as(name);
    return act();
  }

  async issue({ id, version, templateId }: Paper): Promise<void> {
    await allowed(templateId, this.client.documents.issue({ paperId: id, version }));
  }

  async fileVolume(): Promise<void> {
    const { caseId } = this;
    const { retention, archiveNo, findings } = await this.client.archive.plan({ caseId });
    for (const { unanswered, questionId } of findings)
      if (unanswered === true && questionId !== undefined)
        await allowed(questionId, this.client.cases.answer({ caseId, questionId, answer: '是', note: '' }));
    const inspectorId = await this.office.personId('周静');
    const filing = { caseId, retention, archiveNo, inspectorId, situation: '卷内文件齐全。' };
    const { jobId } = await allowed('filing', this.client.archive.make(filing));
    const job = await this.office.ended(jobId);
    if (job.state !== 'done') throw new Error(job.faults.join(' '));
  }

  private async as(name: string): Promise<void> {
    if (this.operator !== name) await this.office.as(name);
    this.operator = name;
  }

  private async householdOf(party: PartyDetails): Promise<string> {
    const hits = await this.client.households.find({ query: party.name.slice(0, 20) });
    const known = hits.find((hit) => hit.name === party.name);
    return known?.householdId ?? (await this.client.households.create(party)).householdId;
  }
}

/** A call that the walk must be able to make. */
const allowed = <T>(what: string, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    const refusal = Refusal.safeParse((error as { data?: unknown }).data);
    throw refusal.success ? new Error(`${what} is refused: ${plain(refusal.data)}`, { cause: error }) : error;
  });
