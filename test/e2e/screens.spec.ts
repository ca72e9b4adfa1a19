// Every screen and tab, as everybody who may see it, at the usual size, a small one and 200 % zoom: nothing cut off, nothing under anything, nothing wrong, nothing unsaid.
import type { Page } from '@playwright/test';
import { railPlaces } from '../../renderer/app/places.ts';
import { whyNotPlaceOf } from '../../renderer/app/place-rights.ts';
import { addressesBeneathRail } from './support/addresses.ts';
import { inspectorOf, putWindow, type Care, type Inspector, type Room } from './support/inspect.ts';
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

/** What is pressed in a narrow window to see one part of a screen. */
const NARROW_PARTS = '[data-testid^="segment-"], [role=tablist][aria-label="看本案的哪一部分"] [role=tab]';

/** The screen in hand with each of its tabs; in a narrow window in each of its parts, by who looks first, and as it is by the others. */
async function lookAtAll(round: Round, name: string): Promise<void> {
  const { page } = round;
  await lookAtTabs(round, name, 'wide');
  await putWindow(page, 'narrow');
  await settled(page);
  if (round.isFirst) await lookAtParts(round, name);
  else await round.inspector.look(spaced(name), 'narrow', 'briefly');
  await putWindow(page, 'wide');
}

async function lookAtParts(round: Round, name: string): Promise<void> {
  const { page } = round;
  const parts = page.locator('main').locator(NARROW_PARTS).filter({ visible: true });
  for (const [index, label] of (await parts.allInnerTexts()).entries()) {
    await parts.nth(index).press('Enter');
    await lookAtTabs(round, `${name} › ${label}`, 'narrow');
  }
  if ((await parts.count()) === 0) await lookAtTabs(round, name, 'narrow');
}

async function lookAtTabs({ page, inspector, care }: Round, name: string, room: Room): Promise<void> {
  await settled(page);
  await inspector.look(spaced(name), room, care);
  const tabs = page
    .locator('main')
    .getByRole('tab')
    .and(page.locator(`:not(${NARROW_PARTS})`));
  for (const [index, label] of (await tabs.allInnerTexts()).entries()) {
    if ((await tabs.nth(index).getAttribute('aria-selected')) === 'true') continue;
    await tabs.nth(index).press('Enter');
    await settled(page);
    await inspector.look(spaced(`${name} › ${label}`), room, care);
  }
}

const spaced = (name: string): string => name.replaceAll(/\s+/g, ' ');

interface Round {
  page: Page;
  who: string;
  inspector: Inspector;
  /** Whether nobody looked at this stage before. */
  isFirst: boolean;
  care: Care;
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

for (const { stage, moment, people, places } of STAGES)
  test(`every screen, as ${people.join('、')}, while the case is ${stage}`, async ({ context }) => {
    // More than a hundred views; a busy machine takes its time for each, and every step has a limit of its own.
    test.setTimeout(800_000);
    await using profile = await profileAt(stage);
    await using desk = await openDesk(context, profile.path, moment);
    const { page } = desk;
    const inspector = inspectorOf(page);
    await desk.logIn('王建国', moment);
    const { ofCase, others } = addressesBeneathRail(await findCase(page));
    for (const [index, who] of people.entries()) {
      await desk.logIn(who, moment);
      const isFirst = index === 0;
      const care = !isFirst ? 'briefly' : places ? 'closely' : 'in every window';
      const round: Round = { page, who, inspector, isFirst, care };
      if (places) await lookAtPlaces(round);
      await lookBeneath(round, [...(who === '吴管理' ? [] : ofCase), ...(places ? others : [])]);
    }
    expect(inspector.faults).toEqual([]);
  });
