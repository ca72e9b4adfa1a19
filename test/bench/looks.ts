// What it costs a reader that every look is put on record (查阅记录).
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { samplePassword } from '../../main/sample/sample.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation, type Opened } from '../support/open-workstation.ts';

const ROUNDS = 10;
const ROUND_MS = 1_500;
const HALF_AN_HOUR_MS = 31 * 60_000;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Milliseconds to open the sample case and to read one exhibit of it, when every time is a look to be written (half an hour has passed on
 * the clock) beside when none is (the clock stands). Rounds of both take turns, long enough for the writing behind to fall into them.
 */
export async function benchLooks(): Promise<Record<string, unknown>> {
  const dir = await copyOfStage('filed');
  let now = Date.parse('2026-06-10T01:00:00Z');
  const opened = await openWorkstation(dir, () => new Date(now));
  try {
    const read = await readerOf(opened);
    const spent = { with: { ms: 0, reads: 0 }, without: { ms: 0, reads: 0 } };
    for (let n = 0; n < 2 * ROUNDS; n += 1) {
      const way = n % 2 === 0 ? 'with' : 'without';
      const from = performance.now();
      while (performance.now() - from < ROUND_MS) {
        if (way === 'with') now += HALF_AN_HOUR_MS;
        await read();
        spent[way].reads += 1;
      }
      spent[way].ms += performance.now() - from;
    }
    const looked = spent.with.ms / spent.with.reads;
    const unlooked = spent.without.ms / spent.without.reads;
    return {
      readMs: {
        withLook: round(looked),
        withoutLook: round(unlooked),
        ratio: round(looked / unlooked),
        limitRatio: 1.05,
      },
      looksWritten: 2 * spent.with.reads,
    };
  } finally {
    await opened.workstation.close();
    await rm(dir, { recursive: true, force: true });
  }
}

async function readerOf({ client, workstation }: Opened): Promise<() => Promise<void>> {
  const { people } = await client.session.state();
  const personId = people.find(({ name }) => name === '王建国')?.personId ?? '';
  await client.session.unlock({ personId, password: samplePassword });
  const [item] = await client.cases.list({});
  const caseId = item?.id ?? '';
  const { file } = await client.cases.open({ caseId });
  const picture = file.exhibits.find(({ mime }) => mime.startsWith('image/'));
  return async () => {
    await client.cases.open({ caseId });
    const response = await workstation.fetch(new Request(`http://workstation/exhibits/${picture?.id ?? ''}`));
    if (!response.ok) throw new Error('the exhibit was not read');
    await response.arrayBuffer();
  };
}
