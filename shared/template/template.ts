import * as z from 'zod';
import { personFacts, personKinds, personParts } from '../identity/case-person.ts';
import { RowValue } from './values.ts';

/** What a field holds. `rows` is a list of small records, `officers`, `papers` and `exhibits` refer to records of the case. */
export const FieldType = z.enum([
  'text',
  'longText',
  'date',
  'dateTime',
  'number',
  'money',
  'flag',
  'choice',
  'choices',
  'rows',
  'officers',
  'papers',
  'exhibits',
]);
export type FieldType = z.infer<typeof FieldType>;

/** A condition as data: on one other field of the same paper, or a combination. */
export type Condition =
  | { field: string; is: (string | boolean)[] }
  | { field: string; filled: boolean }
  | { all: Condition[] }
  | { any: Condition[] };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: z.string(), is: z.array(z.union([z.string(), z.boolean()])).min(1) }),
    z.strictObject({ field: z.string(), filled: z.boolean() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
);

const FieldKey = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const SOURCE =
  /(?:(?:party|case|office|cause)\.\w+|(?:paper|origin)\.[A-Z]\d{2}[a-z]?\.\w+|origin\.(?:source|reference)|person|workers(?:\.(?:count|owed|words))?|draft\.[a-zA-Z]+|unanswered\.\w+|officers|registrar|today|now|approval)/
    .source;
const PERSON = new RegExp(`^(?:${[...personKinds, ...personParts].join('|')})\\.(?:${personFacts.join('|')})$`);

/** One field of a paper; the same record drives the form, the checks, the carry-over and the print. */
export interface Field {
  key: string;
  label: string;
  type: FieldType;
  /** true, or the condition under which the field must be filled. */
  required: boolean | Condition;
  /** The field is asked for and printed only when this holds. */
  when?: Condition;
  /** Longest text in characters, highest number, or most rows, by type. */
  max?: number;
  /** Shortest text, lowest number, or fewest rows (officers: fewest people), by type. */
  min?: number;
  choices?: string[];
  format?: 'uscc' | 'idNumber' | 'phone';
  /** The format counts only when this holds: a passport number is no 居民身份证 number. */
  formatWhen?: Condition;
  /** Text the value must begin with, e.g. 涉嫌. */
  startsWith?: string;
  /**
   * Where the value is carried over from: `party.name`, `case.causeName`, `cause.violated`, `office.name`, `paper.J04.knownFacts`, `paper.J32.number`,
   * `origin.J11.findings` (the same of the case this one was begun from), `origin.source`, `origin.reference`,
   * `person` (who alone is in the case what `person` below says), `workers` (劳动者名单, with its `.count`, `.owed` and `.words`), `draft.evidence` (a text drafted from the file, procedure/drafts.ts), `officers`, `registrar`, `today`, `now`, `approval` (the day of the last opinion: nobody is asked for it); several parted by ` | `, of which the first that has a value counts.
   */
  from?: string;
  /**
   * What it says of which person: `受伤职工.idNumber`. Fields that begin alike are filled together when a person of the case is picked by name,
   * and make one when a new name is typed.
   */
  person?: string;
  fields?: Field[];
  /** Of a `rows` field: it is printed behind the paper under this title, with the sums of its amounts. */
  annex?: string;
  /** What a new paper begins with; of a `rows` field its fixed rows (the nine 审核事项). */
  default?: string | number | boolean | RowValue[];
  /** The default stands on blank forms too; without it a blank leaves room to write. */
  preprint?: boolean;
  help?: string;
  article?: number[];
  width?: 'half' | 'full';
  /** Informant data: shown and printed only to those who may see it (监察条例9). */
  secret?: boolean;
  /** The text says the same in every case of the kind, no fact of one: a case registered after another begins with it. */
  reuse?: boolean;
}
export const Field: z.ZodType<Field> = z.lazy(() =>
  z.strictObject({
    key: FieldKey,
    label: z.string().min(1).max(40),
    type: FieldType,
    required: z.union([z.boolean(), Condition]).default(false),
    when: Condition.optional(),
    max: z.number().positive().optional(),
    min: z.number().nonnegative().optional(),
    choices: z.array(z.string()).min(1).optional(),
    format: z.enum(['uscc', 'idNumber', 'phone']).optional(),
    formatWhen: Condition.optional(),
    startsWith: z.string().optional(),
    from: z
      .string()
      .regex(new RegExp(`^${SOURCE}(?: \\| ${SOURCE})*$`))
      .optional(),
    person: z.string().regex(PERSON).optional(),
    fields: z.array(Field).min(1).optional(),
    annex: z.string().min(2).max(40).optional(),
    default: z.union([z.string(), z.number(), z.boolean(), z.array(RowValue).min(1)]).optional(),
    preprint: z.boolean().optional(),
    help: z.string().optional(),
    article: z.array(z.int().min(1).max(51)).optional(),
    width: z.enum(['half', 'full']).optional(),
    secret: z.boolean().optional(),
    reuse: z.boolean().optional(),
  }),
) as z.ZodType<Field>;

/** A rule between fields of one paper. `say` is the sentence the clerk reads. */
export const PaperCheck = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('order'),
    first: FieldKey,
    next: FieldKey,
    allowEqual: z.boolean().default(false),
    say: z.string(),
    article: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal('differ'),
    fields: z.array(FieldKey).min(2),
    say: z.string(),
    article: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal('within'),
    first: FieldKey,
    next: FieldKey,
    hours: z.number().positive(),
    say: z.string(),
    article: z.int().optional(),
  }),
]);
export type PaperCheck = z.infer<typeof PaperCheck>;

/**
 * Roles of people in the office (岗位). 主要负责人 is who heads the office or leads it for the time being (移送规定5); what a 分管领导 may do is
 * given by that role, which a 主要负责人 has as well.
 */
export const Role = z.enum([
  '窗口',
  '承办人',
  '承办单位负责人',
  '法规科',
  '分管领导',
  '主要负责人',
  '档案员',
  '系统管理员',
]);
export type Role = z.infer<typeof Role>;

/** One place in the approval chain; the order in the list is the order in time. */
export const ApprovalStep = z.strictObject({
  /** Heading on the paper, e.g. 承办人意见. */
  label: z.string(),
  /** Who may give it. */
  by: Role,
  /** How many different people give it (two 承办人). */
  people: z.int().min(1).max(3).default(1),
  /** A step the office may switch off in its settings (局领导签批). */
  optional: z.boolean().default(false),
  /** The provision that asks for it: the office may neither drop it nor give it to another role. */
  fixedBy: z.string().min(2).max(64).optional(),
});
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** Roles that give opinions on papers: who reads no case, or only keeps the volumes, gives none. */
export const approvers = [
  '承办人',
  '承办单位负责人',
  '法规科',
  '分管领导',
  '主要负责人',
] as const satisfies readonly Role[];

/** A place for a signature on the paper. */
export const SignatureRole = z.strictObject({
  role: z.string(),
  count: z.int().min(1).max(9).default(1),
  required: z.boolean().default(true),
  /** The place is there only when this holds (the witness of a 留置送达). */
  when: Condition.optional(),
  /** Refusing to sign is lawful here and must be noted with its reason (第十七条). */
  refusable: z.boolean().default(false),
  /** 逐页签名 */
  everyPage: z.boolean().default(false),
});
export type SignatureRole = z.infer<typeof SignatureRole>;

/** What the paper is in the procedure; checks speak of classes, never of template ids. */
export const PaperClass = z.enum([
  'source',
  'approval',
  'inquiry',
  'investigation',
  'evidence',
  'report',
  'notice',
  'defence',
  'hearing',
  'review',
  'decision',
  'correction',
  'performance',
  'service',
  'enforcement',
  'closing',
  'archive',
  'recording',
  'device',
  'use',
  'application',
  'acceptance',
  'remedy',
]);
export type PaperClass = z.infer<typeof PaperClass>;

/** 音像记录等级: 应当, 建议, 可以, 不要求 (第十五条). */
export const RecordingLevel = z.enum(['must', 'should', 'may', 'none']);
export type RecordingLevel = z.infer<typeof RecordingLevel>;

/** 证据种类 (处罚法46). */
export const ExhibitKind = z.enum([
  '书证',
  '物证',
  '视听资料',
  '电子数据',
  '证人证言',
  '当事人陈述',
  '鉴定意见',
  '勘验/现场笔录',
]);
export type ExhibitKind = z.infer<typeof ExhibitKind>;

/** Which volume of a filed case holds it: 正卷, which courts and reconsideration bodies see, or the 副卷 of internal papers. */
export const VolumePart = z.enum(['正卷', '副卷']);
export type VolumePart = z.infer<typeof VolumePart>;

export const Section = z.strictObject({ title: z.string(), fields: z.array(Field).min(1) });
export type Section = z.infer<typeof Section>;

/** A step that a paper adds to a procedure, behind one of its steps (本局加的步骤). */
export const AddedStep = z.strictObject({
  procedure: z.string().max(64),
  after: z.string().max(64),
  need: z.enum(['required', 'optional']).default('optional'),
  repeats: z.boolean().default(false),
});
export type AddedStep = z.infer<typeof AddedStep>;

/** The eight things a decision states (第二十六条); each names the fields that must be filled. */
export const decisionElements = [
  'party',
  'facts',
  'basis',
  'content',
  'performance',
  'remedy',
  'sealAndDate',
  'other',
] as const;

/** A paper (文书) as data, after the loader has expanded field groups. */
export const Template = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}[a-z]?$/),
  version: z.int().min(1).default(1),
  name: z.string(),
  /** What the paper is called once a choice says which of its kinds it is: 行政处罚事先告知书 for 行政处罚（处理）事先告知书. */
  titles: z.strictObject({ field: FieldKey, of: z.record(z.string(), z.string().min(2)) }).optional(),
  class: PaperClass,
  domain: z.string(),
  stage: z.enum(['启动', '调查', '审查', '决定', '送达', '执行', '归档', '移送', '救济', '设备', '利用', '任意']),
  direction: z.enum(['internal', 'outward', 'both']),
  volume: VolumePart.default('正卷'),
  articles: z.array(z.int().min(1).max(51)),
  basis: z.string(),
  /** Numbers per 文种 and year; absent where the paper carries none. */
  numbering: z
    .strictObject({
      letters: z.string().min(1).max(6),
      grammar: z.enum(['enforcement', 'official']).default('enforcement'),
      preNumbered: z.boolean().default(false),
    })
    .optional(),
  /** Where the seal goes, and who seals where it is not the office (被稽核单位); absent where there is none. */
  seal: z
    .strictObject({
      kind: z.enum([
        '行政机关印章',
        '专用印章',
        '工伤认定专用印章',
        '经办机构章',
        '提供单位章',
        '法制机构章',
        '双方章',
        '申请人章',
      ]),
      place: z.enum(['date', 'box']).default('date'),
      by: z.string().min(1).max(12).optional(),
    })
    .optional(),
  /** Whether the seal goes across its sheets too (骑缝章); where absent, the kind of its seal says (seam-seal.ts). */
  seamSeal: z.boolean().optional(),
  layout: z.enum(['letter', 'form', 'record', 'list']),
  recording: z
    .strictObject({ level: RecordingLevel, scene: z.string().optional(), note: z.string().optional() })
    .default({ level: 'none' }),
  approval: z.array(ApprovalStep).default([]),
  signatures: z.array(SignatureRole).default([]),
  /** The party must be served with this paper, proved by a 送达回证. */
  serve: z.boolean().default(false),
  /** Key of the field that is the paper's own date; the day of issue where absent. */
  dateField: FieldKey.optional(),
  sections: z.array(Section).min(1),
  checks: z.array(PaperCheck).default([]),
  /** Decision papers: the fields that carry each of the eight elements of article 26. */
  elements: z.record(z.enum(decisionElements), z.array(FieldKey)).optional(),
  /**
   * The paper ends with 救济途径 although it is no decision (不予受理决定书), or where this holds (复议法20③: a refusal tells the remedy);
   * a decision always does (第二十六条第六项).
   */
  remedy: z.union([z.boolean(), Condition]).default(false),
  /** What the paper is as evidence before a court; 书证 where absent. */
  evidenceKind: ExhibitKind.optional(),
  /** Liquid: line that names who the letter is to. */
  addressee: z.string().optional(),
  /** Liquid: text of a letter or record, or the note under a form or list. Blank lines part paragraphs. */
  body: z.string().optional(),
  /** Procedures this paper adds a step to; without any it is offered under 另加文书. */
  steps: z.array(AddedStep).default([]),
  /** Items nobody has verified against its source yet (K in the domain notes): shown until 法规科 confirms. */
  unverified: z.array(z.string()).default([]),
});
export type Template = z.infer<typeof Template>;

/** Papers the bureau makes itself have this letter, which no paper of the program takes. */
export const OWN_PAPER = /^Z\d{2}[a-z]?$/;

/** The name of a paper with these values: that of its kind, as soon as it is chosen. */
export function titleOf(
  { name, titles }: Pick<Template, 'name' | 'titles'>,
  values: Readonly<Record<string, unknown>>,
): string {
  const kind = titles && values[titles.field];
  return (typeof kind === 'string' ? titles?.of[kind] : undefined) ?? name;
}

/** All fields of a template in order, without its sections. */
export const fieldsOf = ({ sections }: Pick<Template, 'sections'>): Field[] =>
  sections.flatMap((section) => section.fields);
