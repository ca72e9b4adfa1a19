import { isRecording, type CaseFile, type Paper, type Signature } from '../../../shared/case-file.ts';
import { type Party, type PartyDetails } from '../../../shared/identity/party.ts';
import { addDays } from '../../../shared/time/moments.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { guideOf, nextStep, type NextPlace } from '../../../shared/procedure/guide.ts';
import { obstaclesToIssue, type GuideInput } from '../../../shared/procedure/obstacles.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { lacksRecording } from '../../../shared/procedure/recordings.ts';
import { stepsOfPaper } from '../../../shared/procedure/steps.ts';
import { signatureRolesOf } from '../../../shared/template/conditions.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { RowValue, Values } from '../../../shared/template/values.ts';
import { missingValues } from './sensible-values.ts';

/** What a clerk decides in a case; everything else is what the guide asks for, filled sensibly. */
export interface Way {
  procedure: string;
  causeName?: string;
  party?: Partial<PartyDetails>;
  /** A second party (追加当事人), joined before anything is written. */
  beside?: PartyDetails;
  /** What is written into the papers of a template, over what is carried over. */
  write?: Readonly<Record<string, Values | ((standing: Standing) => Values)>>;
  /** The paper taken for a step that may be done by one of several. */
  take?: Readonly<Record<string, string>>;
  /** Papers begun of one's own accord, by the step after which they are. */
  also?: Readonly<Record<string, readonly string[]>>;
  /** Days that pass before a step, or before a paper begun of one's own accord. */
  wait?: Readonly<Record<string, number>>;
  /** Signature roles whose people refuse to sign, with the reason. */
  refuse?: Readonly<Record<string, string>>;
}

/** Where a walk stands. */
export interface Standing {
  file: CaseFile;
  now: string;
  /** Whom the paper in hand is for; the first party, where it is for the whole case. */
  party: Party;
  /** The newest paper of a template. */
  paper: (templateId: string) => Paper;
}

export interface Walked {
  file: CaseFile;
  periods: Period[];
  went: string[];
  input: GuideInput;
}

export interface NewExhibit {
  title: string;
  mime: 'image/jpeg' | 'audio/webm';
  paperId?: string;
  startAt?: string;
  endAt?: string;
}

/** Where a case is worked on: through the calls of the page, or by the rules alone. */
export interface Desk {
  begin: (way: Way, moment: string) => Promise<void>;
  look: () => Promise<{ input: GuideInput; periods: Period[] }>;
  /** Puts the clock on. */
  at: (moment: string) => Promise<void>;
  create: (templateId: string, partyId?: string) => Promise<Paper>;
  save: (paper: Paper, values: Values) => Promise<Paper>;
  exhibit: (details: NewExhibit) => Promise<string>;
  sign: (paper: Paper, signatures: Signature[]) => Promise<Paper>;
  approve: (paper: Paper, template: Template) => Promise<Paper>;
  /** Throws with the sentences of the refusal. */
  issue: (paper: Paper) => Promise<void>;
  fileVolume: () => Promise<void>;
}

export const clerks = ['王建国', '李敏'] as const;
const ourRoles =
  /人员|承办|送达人|记录人|询问人|核查人|调查人|检查人|登记人|经办|移交|保管|稽核|主持|收件|审核|复核|参加人|执法/;

const isOurs = (role: string): boolean => ourRoles.test(role) && !role.startsWith('被');

/** What every clerk writes alike. */
const usual: Readonly<Record<string, (standing: Standing) => Values>> = {
  J40: ({ now, party }) => {
    const self = party.kind === '个人';
    return {
      mode: '直接',
      servedAt: now.slice(0, 10),
      signerName: self ? party.name : '陈福来',
      signerRelation: self ? '本人' : '法定代表人',
    };
  },
  J53: ({ file }) => ({
    recordings: file.exhibits.filter(isRecording).map(({ title, startAt, endAt, importedAt, sha256 }) => ({
      title,
      scene: '调查',
      device: 'ZFY-007',
      officer: '李敏',
      startAt,
      endAt,
      place: '现场',
      noticeSpoken: true,
      importedAt: importedAt.slice(0, 16),
      sha256,
    })),
  }),
};

/** Walks a case from its first paper on, doing only what the guide says next, until it has nothing more to ask. */
export async function walk(desk: Desk, way: Way, begun = '2026-03-02T09:30'): Promise<Walked> {
  const walker = new Walker(desk, way, begun);
  await desk.begin(way, begun);
  await desk.exhibit({ title: '营业执照复印件', mime: 'image/jpeg' });
  for (const templateId of way.also?.['begin'] ?? []) await walker.make(templateId);
  const went: string[] = [];
  for (let n = 0; n < 80; n += 1) {
    const { input, periods } = await desk.look();
    const place = nextStep(guideOf(input), input);
    if (place === null) return { file: input.file, periods, went, input };
    went.push(place.stepId);
    try {
      await walker.follow(input, place);
      for (const templateId of way.also?.[place.stepId] ?? []) await walker.make(templateId);
    } catch (error) {
      throw new Error(`${went.join(' ')}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  throw new Error(`the way has no end: ${went.join(' ')}`);
}

class Walker {
  private readonly desk: Desk;
  private readonly way: Way;
  private now: string;

  constructor(desk: Desk, way: Way, begun: string) {
    this.desk = desk;
    this.way = way;
    this.now = begun;
  }

  async follow(input: GuideInput, place: NextPlace): Promise<void> {
    const step = found(
      input.procedure.steps.find((candidate) => candidate.id === place.stepId),
      place.stepId,
    );
    await this.pass(this.way.wait?.[step.id] ?? 0);
    if ('volume' in step.doneBy) return this.desk.fileVolume();
    if (place.paperId !== undefined) return this.finish(paperIn(input, place.paperId));
    const { doneBy } = step;
    const served =
      'serviceOf' in doneBy
        ? viewFor(input.file, place.partyId ?? null).papers.findLast(
            (paper) => paper.templateId === doneBy.serviceOf && paper.status === 'issued',
          )
        : undefined;
    const templateId = this.way.take?.[step.id] ?? place.templateId;
    if (templateId === undefined) throw new Error(`the guide offers no paper: ${place.sentence}`);
    await this.make(templateId, served === undefined ? {} : { documents: [served.id] }, place.partyId);
  }

  /** Starts a paper, fills it, has it recorded, signed and approved, and issues it. */
  async make(templateId: string, given: Values = {}, partyId?: string): Promise<void> {
    await this.pass(this.way.wait?.[templateId] ?? 0);
    await this.finish(await this.desk.create(templateId, partyId), given);
  }

  private async finish(started: Paper, given: Values = {}): Promise<void> {
    const { input } = await this.desk.look();
    const template = found(input.templates.get(started.templateId), started.templateId);
    let paper = await this.fill(input, started, template, given);
    await this.record(paper, template);
    paper = await this.sign(paper, template);
    if (template.approval.length > 0) paper = await this.desk.approve(paper, template);
    await this.issue(paper);
    if (template.stage === '决定' || template.stage === '归档') await this.pass(1);
  }

  private async fill(input: GuideInput, paper: Paper, template: Template, given: Values): Promise<Paper> {
    const standing = this.standing(input.file, paper.partyId);
    const own = this.way.write?.[template.id] ?? {};
    const chosen = {
      ...given,
      ...usual[template.id]?.(standing),
      ...(typeof own === 'function' ? own(standing) : own),
    };
    const values = {
      ...chosen,
      ...(await missingValues(
        template,
        { ...paper.values, ...chosen },
        {
          now: this.now,
          officers: officersOf(input.file),
          paperId: input.file.papers.findLast((candidate) => candidate.status === 'issued')?.id,
          exhibitId: () =>
            this.desk.exhibit({ title: `${paper.name}附营业执照和凭证照片`, mime: 'image/jpeg', paperId: paper.id }),
        },
      )),
    };
    return this.desk.save(paper, { ...values, ...shown({ ...paper.values, ...values }, template) });
  }

  private standing(file: CaseFile, partyId: string | null): Standing {
    return {
      file,
      now: this.now,
      party: found(viewFor(file, partyId).parties[0], 'party'),
      paper: (templateId) =>
        found(
          file.papers.findLast((paper) => paper.templateId === templateId && paper.status !== 'void'),
          templateId,
        ),
    };
  }

  /** A recording of the act the paper writes down, where it must be recorded. */
  private async record(paper: Paper, template: Template): Promise<void> {
    const { input } = await this.desk.look();
    if (!lacksRecording(input.file, template, paper, stepsOfPaper(input.file, input.procedure, paper)[0]?.id)) return;
    await this.desk.exhibit({
      title: `${paper.name}录音`,
      mime: 'audio/webm',
      paperId: paper.id,
      startAt: textOf(paper, 'startAt') || `${this.now.slice(0, 10)}T09:00`,
      endAt: textOf(paper, 'endAt') || this.now,
    });
  }

  private async sign(paper: Paper, template: Template): Promise<Paper> {
    const refused = template.signatures.some(({ role }) => this.way.refuse?.[role] !== undefined);
    const signatures = signatureRolesOf(template, paper.values)
      .filter(({ role, required }) => required || (refused && isOurs(role)))
      .flatMap(({ role, count }): Signature[] => {
        const reason = this.way.refuse?.[role];
        if (reason !== undefined) return [{ role, name: '陈福来', mode: '拒签', reason, witness: '', at: this.now }];
        const names = isOurs(role) ? clerks : ['陈福来', '刘洋'];
        return Array.from({ length: count }, (_, n) => ({
          role,
          name: names[n % 2] ?? '',
          mode: '签名',
          reason: '',
          witness: '',
          at: this.now,
        }));
      });
    return signatures.length === 0 ? paper : this.desk.sign(paper, signatures);
  }

  private async issue(paper: Paper): Promise<void> {
    const { input } = await this.desk.look();
    const sentences = obstaclesToIssue(input, paperIn(input, paper.id)).map(
      (obstacle) => `${obstacle.field ?? ''} ${obstacle.sentence}`,
    );
    if (sentences.length > 0)
      throw new Error(`${paper.templateId} ${paper.name} cannot be issued: ${sentences.join(' ')}`);
    await this.desk.issue(paperIn(input, paper.id));
  }

  private async pass(days: number): Promise<void> {
    if (days === 0) return;
    this.now = `${addDays(this.now.slice(0, 10), days)}T09:30`;
    await this.desk.at(this.now);
  }
}

const officersOf = (file: CaseFile): RowValue[] =>
  file.officers
    .filter((officer) => file.case.officerIds.includes(officer.personId))
    .map(({ personId, name, certNo }) => ({ personId, name, certNo, certShown: true }));

/** The officers of a paper that writes down an act have shown their certificates. */
function shown(values: Values, template: Template): Values {
  const rows = values['officers'];
  if (!Array.isArray(rows) || !['investigation', 'decision'].includes(template.class)) return {};
  return { officers: rows.flatMap((row) => (typeof row === 'object' ? [{ ...row, certShown: true }] : [])) };
}

const textOf = (paper: Paper, key: string): string => {
  const value = paper.values[key];
  return typeof value === 'string' ? value : '';
};

const paperIn = (input: GuideInput, paperId: string): Paper =>
  found(
    input.file.papers.find((paper) => paper.id === paperId),
    paperId,
  );

export function found<T>(item: T | undefined, what: string): T {
  if (item === undefined) throw new Error(`there is no ${what}`);
  return item;
}
