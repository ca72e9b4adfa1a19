// What happens after every keystroke: all checks over a big case, and the guide with them.
import { randomUUID } from 'node:crypto';
import type { CaseFile, Paper } from '../../shared/case-file.ts';
import type { Party } from '../../shared/identity/party.ts';
import { guideOf } from '../../shared/procedure/guide.ts';
import type { Judgement } from '../../shared/regulation/finding.ts';
import { judge } from '../../shared/regulation/judge.ts';
import { staleFinder } from '../../shared/regulation/phrases.ts';
import { aCaseFile } from '../support/a-case-file.ts';
import { withValues } from '../support/change-case-file.ts';
import { definitions, judgementOf } from '../support/judgement.ts';
import { person, twoParties } from '../support/two-parties.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;

interface Timing {
  medianMs: number;
  worstMs: number;
}

/** Times many runs of one piece of work; the first ones, while the engine learns it, are not counted. */
function timing(work: (turn: number) => unknown): Timing {
  const times = Array.from({ length: 250 }, (_, turn) => {
    const from = performance.now();
    work(turn);
    return performance.now() - from;
  })
    .slice(50)
    .toSorted((a, b) => a - b);
  return { medianMs: round(times[Math.floor(times.length / 2)] ?? 0), worstMs: round(times.at(-1) ?? 0) };
}

/** The sample case three times over: 60 papers, with exhibits to match. */
export function bigCase(): CaseFile {
  const file = aCaseFile();
  const thrice = <T extends { id: string }>(list: T[]): T[] =>
    [0, 1, 2].flatMap((n) => list.map((item) => ({ ...item, id: `${item.id.slice(0, 35)}${n}` })));
  return { ...file, papers: thrice(file.papers).slice(0, 60), exhibits: thrice(file.exhibits) };
}

/** The penalty case with many parties, each with all papers of their own. */
function manyParties(parties: number): CaseFile {
  const file = twoParties();
  const own = file.papers.filter(({ partyId }) => partyId === person.householdId);
  const others = Array.from({ length: parties - 2 }, (_, n) => {
    const renamed = JSON.stringify({ party: person, papers: own })
      .replaceAll(person.householdId, randomUUID())
      .replaceAll(person.name, `${person.name}${n}`);
    return own.reduce((text, { id }) => text.replaceAll(id, randomUUID()), renamed);
  }).map((text) => JSON.parse(text) as { party: Party; papers: Paper[] });
  return {
    ...file,
    parties: [...file.parties, ...others.map(({ party }) => party)],
    papers: [...file.papers, ...others.flatMap(({ papers }) => papers)],
  };
}

/** What a keystroke costs: it changes one field of one paper, so that nothing kept from the last time may serve. */
function keystroke(input: Judgement): Timing & { limitMs: number } {
  const once = (turn: number): unknown => {
    const now = { ...input, file: withValues(input.file, 'J18', { factsFound: `第${turn}次修改。` }) };
    return [guideOf(now), judge(now)];
  };
  return { ...timing(once), limitMs: 16 };
}

/** Checks, guide and wording as they run in the page, in milliseconds, with the limits they are held to. */
export async function benchRules(): Promise<Record<string, unknown>> {
  const file = bigCase();
  const input = judgementOf(file);
  const find = staleFinder(definitions.phrases);
  const typed = '你单位安排职工加班，每月超过三十六小时，违反了劳动法第四十一条的规定。'.repeat(30);
  return {
    papers: file.papers.length,
    checks: { ...timing(() => judge(input)), limitMs: 5 },
    checksBeforeFiling: timing(() => judge(input, 'filing')),
    keystroke: keystroke(input),
    // The same with twice as many parties must not cost four times as much.
    keystrokeOfFourParties: { papers: manyParties(4).papers.length, ...keystroke(judgementOf(manyParties(4))) },
    keystrokeOfEightParties: { papers: manyParties(8).papers.length, ...keystroke(judgementOf(manyParties(8))) },
    staleWording: { characters: typed.length, ...timing((turn) => find(`${typed}${turn}`, { day: '2026-04-24' })) },
  };
}
