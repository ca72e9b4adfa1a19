import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExhibitDetails, type CaseFile, type Exhibit, type Officer, type Paper } from '../../shared/case-file.ts';
import type { Job } from '../../shared/contract/supervision.ts';
import type { Values } from '../../shared/template/values.ts';
import type { Client } from '../app/client.ts';
import type { Workstation } from '../platform/host.ts';
import { type Act, type Sample, sampleFolder, samplePassword } from './sample.ts';
import { upload } from './upload.ts';

export interface Stage {
  workstation: Pick<Workstation, 'fetch'>;
  client: Client;
  resourcesDir: string;
  /** Puts the clock of the workstation to a moment of the sample's days. */
  setClock: (moment: string) => void;
  /** Hears of every step when it is done. */
  did: (step: string) => void;
}

export type Player = ReturnType<typeof createPlayer>;

/** Plays the sample case through the calls the page uses, each act by the person it belongs to. */
export function createPlayer({ workstation, client, resourcesDir, setClock, did }: Stage, sample: Sample) {
  const papers = new Map<string, Paper>();
  const exhibits = new Map<string, Exhibit>();
  let people: Officer[] = [];
  let file: CaseFile | undefined;
  let current = '';

  const personId = (name: string): string => {
    const person = people.find((candidate) => candidate.name === name);
    if (!person) throw new Error(`the sample has no ${name}`);
    return person.personId;
  };
  const caseId = (): string => {
    if (!file) throw new Error('the case has not begun');
    return file.case.id;
  };

  async function as(name: string, moment: string): Promise<void> {
    setClock(moment);
    if (current === name) return;
    await client.session.lock();
    await client.session.unlock({ personId: personId(name), password: samplePassword });
    current = name;
  }

  async function setUp(): Promise<void> {
    const [first, ...others] = sample.people;
    if (!first) throw new Error('the sample has nobody');
    setClock('2026-03-01T08:30');
    await client.session.setUp({ office: sample.office, units: sample.units, person: first, password: samplePassword });
    const { units } = await client.staff.list();
    for (const { unit, ...person } of others) {
      await client.staff.add({
        ...person,
        unitId: units.find((item) => item.name === unit)?.id ?? null,
        password: samplePassword,
      });
    }
    people = (await client.staff.list()).people;
    current = first.name;
    did(`建立单位档案：${sample.office.name}，${people.length}人`);
  }

  async function begin(): Promise<CaseFile> {
    await as('李敏', '2026-03-02T09:25');
    const party = await client.households.create(sample.party);
    const { procedure, causeName, officers } = sample.case;
    file = await client.cases.begin({
      procedure,
      causeName,
      householdId: party.householdId,
      officerIds: officers.map(personId),
    });
    did(`登记办件：${sample.party.name}`);
    return file;
  }

  async function draft({ template, values }: { template: string; values: Values }): Promise<Paper> {
    const paper = await client.documents.create({ caseId: caseId(), templateId: template });
    const { paper: saved } = await client.documents.save({
      paperId: paper.id,
      version: paper.version,
      values: fill(values),
    });
    papers.set(template, saved);
    return saved;
  }

  async function issue(
    template: string,
    by: string,
    moment: string,
    sign: { role: string; name: string }[],
    approve: string[],
  ): Promise<void> {
    let paper = papers.get(template);
    if (!paper) throw new Error(`no draft of ${template}`);
    if (sign.length > 0) {
      paper = await client.documents.sign({
        paperId: paper.id,
        version: paper.version,
        signatures: sign.map((item) => ({ ...item, mode: '签名', reason: '', witness: '', at: moment })),
      });
    }
    if (approve.length > 0) paper = await client.documents.submit({ paperId: paper.id, version: paper.version });
    for (const name of approve) {
      await as(name, moment);
      paper = await client.documents.approve({
        paperId: paper.id,
        version: paper.version,
        verdict: '同意',
        opinion: '情况属实，同意。',
      });
    }
    await as(by, moment);
    paper = await client.documents.issue({ paperId: paper.id, version: paper.version });
    papers.set(template, paper);
    did(`出具《${paper.name}》${paper.number ?? ''} ${paper.pages ?? 0}页`);
  }

  async function exhibit(act: Extract<Act, { do: 'exhibit' }>): Promise<void> {
    const { paper, step, ...details } = act.details;
    const content = await readFile(join(sampleFolder(resourcesDir), 'exhibits', act.file));
    const complete = ExhibitDetails.parse({
      ...details,
      paperId: paper === undefined ? null : (papers.get(paper)?.id ?? null),
      stepId: step ?? null,
    });
    const made = await upload(workstation, client, {
      caseId: caseId(),
      fileName: act.file,
      mime: act.mime ?? '',
      content,
      details: complete,
    });
    exhibits.set(act.as, made);
    did(`收取证据：${made.title} ${made.bytes}字节`);
  }

  async function play(act: Act): Promise<void> {
    await as(act.by, act.at);
    if (act.do === 'exhibit') return exhibit(act);
    if (act.do !== 'issue') await draft(act);
    if (act.do === 'draft') return did(`起草 ${act.template}`);
    await issue(act.template, act.by, act.at, act.sign, act.approve);
  }

  /** Puts ids, numbers and officers in the place of `$…` words. */
  function fill<T>(value: T): T {
    if (typeof value === 'string') return lookUp(value) as T;
    if (Array.isArray(value)) return value.map(fill) as T;
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item)])) as T;
    return value;
  }

  function lookUp(word: string): unknown {
    const [kind, key = ''] = word.split('.');
    if (kind === '$officers' || kind === '$shown')
      return sample.case.officers.map((name) => officerRow(name, kind === '$shown'));
    if (kind === '$paper') return papers.get(key)?.id;
    if (kind === '$exhibit') return exhibits.get(key)?.id;
    return kind === '$sha256' ? exhibits.get(key)?.sha256 : word;
  }

  function officerRow(name: string, shown: boolean) {
    const { certNo } = people.find((person) => person.name === name) ?? { certNo: '' };
    return { personId: personId(name), name, certNo, ...(shown ? { certShown: true } : {}) };
  }

  /** Waits for a long job by its signals' source, the job record. */
  async function ended(jobId: string): Promise<Job> {
    for (;;) {
      const job = await client.supervision.job({ jobId });
      if (job.state === 'failed') throw new Error(job.faults.join(' '));
      if (job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function fileVolume(): Promise<string> {
    const { by, at: moment, inspector, report, ...filing } = sample.filing;
    await as(by, moment);
    const { jobId } = await client.archive.make({ ...filing, caseId: caseId(), inspectorId: personId(inspector) });
    const { resultId } = await ended(jobId);
    did(`立卷归档：${filing.archiveNo}`);
    await as(report.by, report.at);
    await draft(report);
    await issue(report.template, report.by, report.at, report.sign, report.approve);
    return resultId ?? '';
  }

  async function handOver(folder: string): Promise<{ handoverId: string; items: number }> {
    const { by, at: moment, receipt, ...request } = sample.handover;
    await as(by, moment);
    const plan = await client.handover.plan({ caseId: caseId(), kind: request.kind, receivedAt: request.receivedAt });
    const keys = plan.items.filter((item) => !item.late && !item.internal).map((item) => item.key);
    const { ticket } = await client.desktop.typedFolder({ folder });
    const { handoverId, jobId } = await client.handover.make({
      ...request,
      caseId: caseId(),
      keys,
      form: 'folder',
      folderTicket: ticket,
    });
    await ended(jobId);
    did(`移送材料：${request.recipient}，${keys.length}件，已读回核对`);
    const { at: receivedMoment, ...given } = receipt;
    await as(by, receivedMoment);
    await client.handover.receipt({ handoverId, receipt: given });
    did(`登记回执：${given.receiptNo}`);
    return { handoverId, items: keys.length };
  }

  async function verify(): Promise<Job> {
    await as('周静', '2026-06-12T09:00');
    const job = await ended((await client.supervision.verify()).id);
    did(`验证：${job.step}`);
    return job;
  }

  return { setUp, begin, play, fileVolume, handOver, verify, caseId };
}
