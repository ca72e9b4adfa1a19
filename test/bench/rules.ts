// What happens after every keystroke: all checks over a big case, and the guide with them.
import type { CaseFile } from '../../shared/case-file.ts';
import { guideOf } from '../../shared/procedure/guide.ts';
import { judge } from '../../shared/regulation/judge.ts';
import { staleFinder } from '../../shared/regulation/phrases.ts';
import { aCaseFile, withValues } from '../support/a-case-file.ts';
import { catalogue, judgementOf } from '../support/judgement.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;

interface Timing { medianMs: number; worstMs: number }

/** Times many runs of one piece of work; the first ones, while the engine learns it, are not counted. */
function timing(work: (turn: number) => unknown): Timing {
  const times = Array.from({ length: 250 }, (_, turn) => {
    const from = performance.now();
    work(turn);
    return performance.now() - from;
  }).slice(50).toSorted((a, b) => a - b);
  return { medianMs: round(times[Math.floor(times.length / 2)] ?? 0), worstMs: round(times.at(-1) ?? 0) };
}

/** The sample case three times over: 60 papers, with exhibits to match. */
export function bigCase(): CaseFile {
  const file = aCaseFile();
  const thrice = <T extends { id: string }>(list: T[]): T[] => [0, 1, 2].flatMap((n) => list.map((one) => ({ ...one, id: `${one.id.slice(0, 35)}${n}` })));
  return { ...file, papers: thrice(file.papers).slice(0, 60), exhibits: thrice(file.exhibits) };
}

/** Checks, guide and wording as they run in the page, in milliseconds, with the limits they are held to. */
export async function benchRules(): Promise<Record<string, unknown>> {
  const file = bigCase();
  const on = judgementOf(file);
  const find = staleFinder(catalogue.phrases);
  const typed = '你单位安排职工加班，每月超过三十六小时，违反了劳动法第四十一条的规定。'.repeat(30);
  return {
    papers: file.papers.length,
    checks: { ...timing(() => judge(on)), limitMs: 5 },
    checksBeforeFiling: timing(() => judge(on, 'filing')),
    // A keystroke changes one field of one paper, so that nothing kept from the last time may serve.
    keystroke: {
      ...timing((turn) => {
        const now = { ...on, file: withValues(file, 'J18', { factsFound: `第${turn}次修改。` }) };
        return [guideOf(now), judge(now)];
      }),
      limitMs: 16,
    },
    staleWording: { characters: typed.length, ...timing((turn) => find(`${typed}${turn}`, { on: '2026-04-24' })) },
  };
}
