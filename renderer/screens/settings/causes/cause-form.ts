import * as z from 'zod';
import { Cause, CauseGroup, Trigger } from '../../../../shared/causes/cause.ts';
import { causeFaults, type CauseSurroundings } from '../../../../shared/causes/cause-faults.ts';
import { halvesOf, linesOf, provisionLine, provisionOfLine } from '../../../../shared/causes/lines.ts';
import type { Law } from '../../../../shared/causes/law.ts';
import type { Provision } from '../../../../shared/causes/provision.ts';
import type { Change } from '../edition-history.tsx';

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
const parts = Object.keys(PARTS) as Part[];

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

/** What the form says, and what is wrong in it by part; the 案由 is null while a part cannot be read. */
export interface ReadForm {
  cause: Cause | null;
  faults: ReadonlyMap<Part, string>;
}

export function readForm(id: string, form: CauseForm, around: CauseSurroundings): ReadForm {
  const faults = new Map<Part, string>();
  const provisions = (part: 'violated' | 'penal'): Provision[] =>
    linesOf(form[part]).flatMap((line) => {
      const provision = provisionOfLine(line, around.laws);
      if (provision === null)
        faults.set(part, `“${line}”读不出来，请一行写一条，例如：《劳动保障监察条例》第三十条第一款第三项。`);
      return provision ?? [];
    });
  const read = Cause.safeParse({
    id,
    version: form.version,
    name: form.name,
    also: form.also
      .split(/[、，,]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    group: form.group,
    kind: form.kind,
    procedures: form.procedures,
    violated: provisions('violated'),
    penal: provisions('penal'),
    correction: form.correction,
    questions: linesOf(form.questions),
    evidence: linesOf(form.evidence)
      .map(halvesOf)
      .map(([name, proves]) => ({ name, proves })),
    discretion: {
      range: form.range,
      steps: linesOf(form.steps)
        .map(halvesOf)
        .map(([circumstances, consequence]) => ({ circumstances, consequence })),
    },
    hearing: form.hearing,
    review: form.review,
  });
  if (!read.success) for (const issue of read.error.issues) sayIssue(faults, issue);
  else
    for (const { path, sentence } of causeFaults(read.data, around)) {
      const part = parts.find((known) => known === path.split('.')[0]);
      if (part !== undefined && !faults.has(part)) faults.set(part, `${sentence}。`);
    }
  return { cause: read.success && faults.size === 0 ? read.data : null, faults };
}

/** What a part lacks or has too much of, in words. */
const LACKS: Readonly<Partial<Record<Part, string>>> = {
  name: '请写明违法行为或者申请事项，2至60个字，不写“涉嫌”。',
  also: '别名每个2至60个字，最多8个，用顿号隔开。',
  procedures: '请选择至少一个流程，第一个是通常适用的。',
  violated: '请至少写一条规定，最多12条，一行一条。',
  penal: '最多12条，一行一条。',
  correction: '最多1000个字。',
  questions: '每问2至300个字，最多40问，一行一问。',
  evidence: '每项名称2至64个字，最多30项；一行一项，写成“考勤记录：实际工作时间”。',
  range: '最多400个字。',
  steps: '一行一个阶次，写成“情形：后果”，最多12个。',
  hearing: '每一种情形都要写明理由（至少4个字）。',
  review: '每一种情形都要写明理由（至少4个字）。',
};

function sayIssue(faults: Map<Part, string>, { path }: z.core.$ZodIssue): void {
  const [first, second] = path;
  const key = first === 'discretion' ? second : first;
  const part = parts.find((known) => known === key);
  if (part !== undefined && !faults.has(part)) faults.set(part, LACKS[part] ?? '内容不合要求。');
}

const words = (value: CauseForm[Part]): string =>
  typeof value === 'string'
    ? value
    : value.map((element) => (typeof element === 'string' ? element : triggerWords(element))).join('、');

const triggerWords = ({ penalties, amount, reason }: Trigger): string =>
  `${[...penalties, ...(amount === null ? [] : [`罚没合计达到${amount}元`])].join('、')}：${reason}`;

/** What is different between two forms, part by part. */
export const causeChanges = (before: CauseForm, after: CauseForm): Change[] =>
  parts
    .filter((part) => words(before[part]) !== words(after[part]))
    .map((part) => ({ where: PARTS[part], before: words(before[part]), after: words(after[part]) }));
