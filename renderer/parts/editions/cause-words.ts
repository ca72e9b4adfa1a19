import * as z from 'zod';
import { Cause, CauseGroup, Trigger } from '../../../shared/causes/cause.ts';
import type { Law } from '../../../shared/causes/law.ts';
import { provisionLine } from '../../../shared/causes/lines.ts';
import type { Change } from './change.ts';

/** A 案由 as it is typed: a provision, a question, a piece of evidence, a step in each line. */
export const CauseForm = z.strictObject({
  /** The version it was made from. */
  version: z.int(),
  name: z.string(),
  also: z.string(),
  group: CauseGroup,
  kind: Cause.shape.kind,
  procedures: z.array(z.string()),
  violated: z.string(),
  penal: z.string(),
  correction: z.string(),
  questions: z.string(),
  evidence: z.string(),
  range: z.string(),
  steps: z.string(),
  hearing: z.array(Trigger),
  review: z.array(Trigger),
});
export type CauseForm = z.infer<typeof CauseForm>;

/** What each part is called, in the order of the form. */
export const PARTS = {
  name: '名称',
  also: '别名',
  group: '类别',
  kind: '种类',
  procedures: '可以适用的流程',
  violated: '适用（违反）的规定',
  penal: '处罚（处理）的规定',
  correction: '责令改正内容',
  questions: '询问提纲',
  evidence: '证据清单',
  range: '法定幅度',
  steps: '裁量阶次',
  hearing: '应当告知听证',
  review: '应当法制审核',
} as const satisfies Record<Exclude<keyof CauseForm, 'version'>, string>;
export type Part = keyof typeof PARTS;
export const causeParts = Object.keys(PARTS) as Part[];

const pair = (before: string, after: string): string => (after === '' ? before : `${before}：${after}`);

export const formOf = (cause: Cause, laws: readonly Law[]): CauseForm => ({
  version: cause.version,
  name: cause.name,
  also: cause.also.join('、'),
  group: cause.group,
  kind: cause.kind,
  procedures: cause.procedures,
  violated: cause.violated.map((provision) => provisionLine(provision, laws)).join('\n'),
  penal: cause.penal.map((provision) => provisionLine(provision, laws)).join('\n'),
  correction: cause.correction,
  questions: cause.questions.join('\n'),
  evidence: cause.evidence.map(({ name, proves }) => pair(name, proves)).join('\n'),
  range: cause.discretion.range,
  steps: cause.discretion.steps.map(({ circumstances, consequence }) => pair(circumstances, consequence)).join('\n'),
  hearing: cause.hearing,
  review: cause.review,
});

export const emptyForm = (): CauseForm => ({
  version: 1,
  name: '',
  also: '',
  group: '劳动保障监察',
  kind: '违法行为',
  procedures: [],
  violated: '',
  penal: '',
  correction: '',
  questions: '',
  evidence: '',
  range: '',
  steps: '',
  hearing: [],
  review: [],
});

const words = (value: CauseForm[Part]): string =>
  typeof value === 'string'
    ? value
    : value.map((element) => (typeof element === 'string' ? element : triggerWords(element))).join('、');

const triggerWords = ({ penalties, amount, reason }: Trigger): string =>
  `${[...penalties, ...(amount === null ? [] : [`罚没合计达到${amount}元`])].join('、')}：${reason}`;

/** What is different between two forms, part by part. */
export const causeChanges = (before: CauseForm, after: CauseForm): Change[] =>
  causeParts
    .filter((part) => words(before[part]) !== words(after[part]))
    .map((part) => ({ where: PARTS[part], before: words(before[part]), after: words(after[part]) }));
