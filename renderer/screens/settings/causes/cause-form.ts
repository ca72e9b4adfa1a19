import type * as z from 'zod';
import { Cause } from '../../../../shared/causes/cause.ts';
import { causeFaults, type CauseSurroundings } from '../../../../shared/causes/cause-faults.ts';
import { halvesOf, linesOf, provisionOfLine } from '../../../../shared/causes/lines.ts';
import type { Provision } from '../../../../shared/causes/provision.ts';
import { causeParts, type CauseForm, type Part } from '../../../parts/editions/cause-words.ts';

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
      const part = causeParts.find((known) => known === path.split('.')[0]);
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
  const part = causeParts.find((known) => known === key);
  if (part !== undefined && !faults.has(part)) faults.set(part, LACKS[part] ?? '内容不合要求。');
}
