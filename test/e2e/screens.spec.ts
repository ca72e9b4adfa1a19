// Every screen and tab, as everybody who may see it, at the usual size, a small one and 200 % zoom: nothing cut off, nothing under anything, nothing wrong, nothing unsaid.
import type { Page } from '@playwright/test';
import { railPlaces } from '../../renderer/app/places.ts';
import { whyNotPlaceOf } from '../../renderer/app/place-rights.ts';
import { addressesBeneathRail } from './support/addresses.ts';
import { inspectorOf, type Inspector } from './support/inspect.ts';
import { expect, test } from './support/fixture.ts';
import { profileAt } from './support/profile-at.ts';
import { readsOf } from '../../shared/contract/right.ts';
import { openDesk, sample } from './support/sample-desk.ts';

/** The screen of this address is drawn, has its data, and asks for nothing more. */
async function settled(page: Page, path?: RegExp): Promise<void> {
  await page.locator('main [data-ready]').first().waitFor({ state: 'attached' });
  await expect(page.locator('[data-settled]')).toHaveAttribute('data-settled', path ?? /./);
}

/** A path of the program holds nothing that a pattern would read otherwise. */
const escaped = (path: string): RegExp => new RegExp(`^${path}(\\?|$)`);

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await settled(page, escaped(path.split('?')[0] ?? path));
}

/** The screen in hand with each of its tabs. */
async function lookAtAll({ page, inspector, closely }: Round, name: string): Promise<void> {
  await inspector.look(name, closely);
  const tabs = page.locator('main').getByRole('tab');
  const labels = await tabs.allInnerTexts();
  for (const [index, label] of labels.entries()) {
    if ((await tabs.nth(index).getAttribute('aria-selected')) === 'true') continue;
    await tabs.nth(index).press('Enter');
    await settled(page);
    await inspector.look(`${name} › ${label.replaceAll(/\s+/g, ' ')}`, closely);
  }
}

interface Round {
  page: Page;
  who: string;
  inspector: Inspector;
  closely: boolean;
}

/** Each place of the rail, by its key. */
async function lookAtPlaces(round: Round): Promise<void> {
  const roles = sample.people.find(({ name }) => name === round.who)?.roles ?? [];
  const theirs = railPlaces.filter((place) => whyNotPlaceOf(place, { roles, reads: readsOf(roles) }) === null);
  for (const { name, path, shortcut } of theirs) {
    await round.page.keyboard.press(shortcut);
    await settled(round.page, escaped(path));
    await expect(round.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await lookAtAll(round, `${round.who} ${name}`);
  }
}

async function lookBeneath(round: Round, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await goTo(round.page, path);
    await lookAtAll(round, `${round.who} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`);
  }
}

const idIn = async (page: Page): Promise<string> => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Ids of the one case and the one household, found the way a clerk finds them. */
async function findCase(page: Page): Promise<{ caseId: string; householdId: string }> {
  await page.keyboard.press('Alt+3');
  await settled(page, escaped('/cases'));
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  const caseId = await idIn(page);
  await page.getByRole('heading', { level: 1 }).getByRole('link').press('Enter');
  await settled(page, /^\/households\/./);
  return { caseId, householdId: await idIn(page) };
}

/** Who looks at what; the first at all places looks closely. The system administrator sees no case (第四十二条). */
const STAGES = [
  { stage: 'approved', moment: '2026-04-03T09:10', people: ['王建国', '张丽'], places: false },
  { stage: 'closed', moment: '2026-04-24T09:30', people: ['周静'], places: false },
  {
    stage: 'handed-over',
    moment: '2026-06-12T09:30',
    people: ['赵强', '王建国', '周静', '孙伟', '吴管理'],
    places: true,
  },
] as const;

// These rounds take longer than all other specs together; on one worker they would keep the other waiting.
test.describe.configure({ mode: 'parallel' });

/** What somebody on this worker has looked at already; the same screen again is looked at once. */
const seen = new Set<string>();

const ROUNDS = STAGES.flatMap(({ people, places, ...stage }) =>
  people.flatMap((who, index) =>
    (places ? (['places', 'case'] as const) : (['case'] as const)).map((part) => ({
      ...stage,
      who,
      part,
      hasPlaces: places,
      closely: places && index === 0,
    })),
  ),
);
const partWords = { places: 'every place', case: 'every screen of the case' } as const;

for (const { stage, moment, who, part, hasPlaces, closely } of ROUNDS)
  test(`${partWords[part]}, as ${who}, while the case is ${stage}`, async ({ context }) => {
    // Some fifty views; a busy machine takes its time for each, and every step has a limit of its own.
    test.setTimeout(800_000);
    await using profile = await profileAt(stage);
    await using desk = await openDesk(context, profile.path, moment);
    const { page } = desk;
    const inspector = inspectorOf(page, seen);
    await desk.logIn('王建国', moment);
    const { ofCase, others } = addressesBeneathRail(await findCase(page));
    if (who !== '王建国') await desk.logIn(who, moment);
    const round: Round = { page, who, inspector, closely };
    if (part === 'places') await lookAtPlaces(round);
    else await lookBeneath(round, [...(who === '吴管理' ? [] : ofCase), ...(hasPlaces ? others : [])]);
    expect(inspector.faults).toEqual([]);
  });
