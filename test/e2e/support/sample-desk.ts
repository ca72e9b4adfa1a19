import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { readSample, samplePassword, type Act, type Sample } from '../../../main/sample/sample.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';
import { startDated, untilReady, withZone, type DatedHost } from '../../support/host-process.ts';
import { expect, test as base } from './fixture.ts';
import { replaceText, walkTo } from './keyboard.ts';

export const sample: Sample = readSample(join(import.meta.dirname, '../../../resources'));

/** The workstation on the days of the sample case, and who works at it. */
export interface Desk {
  page: Page;
  /** Locks, sets the clocks of host and window, and lets this person in; others than before begin at 今日. */
  logIn: (name: string, moment: string) => Promise<void>;
}

interface DeskFixtures {
  desk: Desk;
}

/** Like the `test` of the fixture, but the clocks stand in the days of the sample case: periods of law count days. */
export const test = base.extend<DeskFixtures>({
  desk: async ({ profileDir, context }, use) => {
    await using opened = await openDesk(context, profileDir, '2026-03-01T08:30');
    await use(opened);
  },
});

/** Starts the workstation on a profile at a moment of the test's choosing, with nobody logged in. */
export async function openDesk(
  context: BrowserContext,
  profileDir: string,
  begin: string,
): Promise<Desk & AsyncDisposable & { crash: () => Promise<void> }> {
  const host = await startDated(profileDir, begin);
  await context.grantPermissions(['camera', 'microphone'], { origin: new URL(host.address).origin });
  const page = await context.newPage();
  // While somebody listens, no file dialog opens that nobody could close.
  page.on('filechooser', () => undefined);
  await page.clock.install({ time: withZone(begin) });
  await page.goto(host.address);
  await untilReady(page, host);
  return {
    ...createDesk(page, host),
    /** The power goes: neither the host nor the window can save anything more. */
    crash: async () => {
      host.child.kill('SIGKILL');
      await host.ended;
      await page.close();
    },
    [Symbol.asyncDispose]: async () => {
      // The page's streams end before the host, which would otherwise wait for them.
      await page.close();
      await host[Symbol.asyncDispose]();
    },
  };
}

function createDesk(page: Page, host: DatedHost): Desk {
  let current = '';
  return {
    page,
    logIn: async (name, moment) => {
      await page.keyboard.press('F8');
      await expect(page.getByLabel('密码')).toBeFocused();
      await host.setClock(moment);
      await page.clock.setSystemTime(withZone(moment));
      await enter(page, name);
      await page
        .locator(name === current ? 'main [data-ready]' : '[data-ready=today]')
        .first()
        .waitFor();
      current = name;
    },
  };
}

/** Chooses a person at the log-in by arrow keys and opens the workstation with their password. */
export async function enter(page: Page, name: string): Promise<void> {
  await walkTo(page, page.getByRole('radio', { checked: true }), 'Shift+Tab');
  const people = await page.getByRole('group', { name: '姓名' }).locator('label').allInnerTexts();
  const to = people.indexOf(name);
  const index = await page
    .getByRole('radio')
    .evaluateAll((cards: HTMLInputElement[]) => cards.findIndex((card) => card.checked));
  for (let step = 0; step < Math.abs(to - index); step += 1)
    await page.keyboard.press(to > index ? 'ArrowDown' : 'ArrowUp');
  await walkTo(page, page.getByLabel('密码'));
  await replaceText(page, samplePassword);
  await page.keyboard.press('Enter');
  await page.getByTestId('unlock').waitFor({ state: 'detached' });
}

/** The act of the sample that makes a paper; `count` counts papers of the same template, e.g. the second 送达回证. */
export function actOf(template: string, count = 1): Extract<Act, { do: 'paper' }> {
  const report = { do: 'paper' as const, ...sample.filing.report };
  const acts = [...sample.acts, report].filter((act) => 'template' in act && act.template === template);
  // What is drafted at one time and issued at another is one paper.
  const act = acts.every((candidate) => candidate.do === 'paper')
    ? acts[count - 1]
    : { ...acts[0], ...acts[1], do: 'paper', at: acts[0]?.at };
  if (act === undefined) throw new Error(`the sample has no ${count}. ${template}`);
  return act as Extract<Act, { do: 'paper' }>;
}

export function exhibitOf(as: string): Extract<Act, { do: 'exhibit' }> {
  const act = sample.acts.find((candidate) => candidate.do === 'exhibit' && candidate.as === as);
  if (act?.do !== 'exhibit') throw new Error(`the sample has no exhibit ${as}`);
  return act;
}

/** The values of an act as a clerk types them: names of papers and exhibits instead of ids. */
export function spoken(values: Values, paperNames: Readonly<Record<string, string>>): Values {
  const say = (item: unknown): unknown => {
    if (typeof item !== 'string' || !item.startsWith('$')) return item;
    const [kind, key = ''] = item.split('.');
    if (kind === '$paper') return paperNames[key];
    return kind === '$exhibit' ? exhibitOf(key).details.title : item;
  };
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      (Array.isArray(value) ? value.map(say) : say(value)) as FieldValue,
    ]),
  );
}
