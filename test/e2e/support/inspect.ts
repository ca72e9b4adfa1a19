import { join } from 'node:path';
import type { Page, Response as PageResponse } from '@playwright/test';
import { textSizes, type TextSize } from '../../../renderer/parts/display/display.ts';
import { axeOn } from './axe.ts';
import { layoutFaults } from './layout-faults.ts';

/** What is wrong on a screen, as lines that name the screen. */
export interface Inspector {
  /** Looks at what is on the page now, once: the same screen as another person is not looked at again. */
  look: (where: string, room: Room, care: Care) => Promise<void>;
  faults: string[];
}

/** In the usual window of the room; in each of its windows; in the largest text size too and with axe, which is slow. */
export type Care = 'briefly' | 'in every window' | 'closely';

/** In a narrow window a screen shows one of its parts after the other; in a wide one all of them. */
export type Room = 'wide' | 'narrow';
interface WindowSize {
  width: number;
  height: number;
  text: TextSize;
}
const WINDOWS: Record<Room, readonly WindowSize[]> = {
  wide: [
    { width: 1366, height: 768, text: '标准' },
    { width: 1920, height: 1080, text: '标准' },
    { width: 1024, height: 640, text: '标准' },
  ],
  narrow: [
    // The usual size at a zoom of 200 %.
    { width: 683, height: 384, text: '标准' },
    { width: 1366, height: 768, text: '两倍' },
  ],
};

/** Puts the window to the usual size of this room. */
export async function putWindow(page: Page, room: Room): Promise<void> {
  const [usual] = WINDOWS[room];
  if (usual !== undefined) await resize(page, usual);
}

async function resize(page: Page, { width, height, text }: WindowSize): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(setTextSize, textSizes[text]);
}

/** The folder for photographs of each screen, where they are wanted. */
const PHOTOGRAPHS = process.env['PHOTOGRAPHS'];
/** Each screen is photographed in each of these. */
const LOOKS = [
  { look: '浅', colorScheme: 'light', forcedColors: 'none' },
  { look: '深', colorScheme: 'dark', forcedColors: 'none' },
  { look: '系统颜色', colorScheme: 'light', forcedColors: 'active' },
] as const;
const PHOTOGRAPHED = [1366, 1920, 683];

async function photograph(page: Page, name: string, width: number): Promise<void> {
  if (PHOTOGRAPHS === undefined || !PHOTOGRAPHED.includes(width)) return;
  for (const { look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await page.screenshot({ path: join(PHOTOGRAPHS, `${name.replaceAll(/[/\\?]+/g, '_')} ${width} ${look}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** Listens to everything the page reports from now on. */
export function inspectorOf(page: Page): Inspector {
  /** What was looked at already, by anybody. */
  const seen = new Set<string>();
  const faults: string[] = [];
  let where = 'at the start';
  page.on('console', (message) => {
    // Answers that are refusals are judged below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`${where}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${where}: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Leaving a screen ends what it asked for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      faults.push(`${where}: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    const during = where;
    if (response.status() < 400) return;
    void isLocked(response).then((overtaken) => {
      if (!overtaken) faults.push(`${during}: ${response.status()} ${new URL(response.url()).pathname}`);
    });
  });
  return {
    faults,
    look: async (name, room, care) => {
      const closely = care === 'closely';
      where = name;
      const shape = await page.evaluate(skeleton);
      if (!isNew(`${room}\n${shape}\n${await page.locator('main').innerText()}`)) return;
      for (const size of WINDOWS[room].slice(0, care === 'briefly' && PHOTOGRAPHS === undefined ? 1 : undefined)) {
        if (size.text !== '标准' && !closely) continue;
        await resize(page, size);
        const window = size.text === '标准' ? `${size.width}` : `字号${size.text}`;
        for (const fault of await lastingFaults(page)) faults.push(`${name} (${window}): ${fault}`);
        if (size.text === '标准') await photograph(page, name, size.width);
      }
      await putWindow(page, room);
      if (!closely || !isNew(`${shape} for axe`)) return;
      for (const { look, ...media } of LOOKS.slice(0, 2)) {
        await page.emulateMedia(media);
        // What has another look has other colours, and is otherwise the same to axe.
        faults.push(...(await axeFaults(page, look !== '浅')).map((fault) => `${name} (${look}): ${fault}`));
      }
      await page.emulateMedia(LOOKS[0]);
    },
  };

  /** Two screens of one build are one screen to axe. */
  function isNew(shape: string): boolean {
    const known = seen.has(shape);
    seen.add(shape);
    return !known;
  }
}

/** Whether the lock overtook the request. */
async function isLocked(response: PageResponse): Promise<boolean> {
  const answer = await response.text().catch(() => '');
  return response.status() === 423 || answer.includes('"code":"locked"');
}

async function axeFaults(page: Page, coloursOnly: boolean): Promise<string[]> {
  const { violations } = await axeOn(page)
    .options({
      // Text keeps 7:1, not only the 4.5:1 of AA.
      ...(coloursOnly
        ? { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } }
        : { rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } } }),
      resultTypes: ['violations'],
      elementRef: false,
    })
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' ')}`,
  );
}

/** Runs in the page: what 设置 › 显示 does. */
function setTextSize(px: number): void {
  document.documentElement.style.fontSize = `${px}px`;
}

/** Runs in the page: elements with their classes and roles, without what they say. */
function skeleton(): string {
  const shape = (element: Element): string =>
    `${element.tagName}.${element.getAttribute('class') ?? ''}[${element.getAttribute('role') ?? ''}${element.getAttribute('aria-disabled') ?? ''}]`;
  return [...new Set([...document.body.querySelectorAll('*')].map(shape))].toSorted().join('\n');
}

const FRAMES = 6;

/** What is still wrong once everything that follows the size of the window, such as the pages of a PDF, has followed it. */
async function lastingFaults(page: Page): Promise<string[]> {
  const look = async (): Promise<string[]> => [
    ...(await page.evaluate(looksWrong)),
    ...(await page.evaluate(layoutFaults)),
  ];
  let wrong = await look();
  for (let frame = 0; frame < FRAMES && wrong.length > 0; frame += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    wrong = await look();
  }
  return wrong;
}

/** Runs in the page: sideways scroll, greyed buttons that do not say why, controls that do not show the focus. */
function looksWrong(): string[] {
  const found: string[] = [];
  const say = (element: Element): string =>
    `${element.tagName.toLowerCase()} “${(element.textContent.trim() || element.getAttribute('aria-label') || element.getAttribute('name') || element.className).slice(0, 40)}”`;
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility());
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.push(`the window scrolls sideways (${root.scrollWidth} in ${root.clientWidth})`);
  for (const element of shown) {
    const { overflowX } = getComputedStyle(element);
    if (
      (overflowX === 'auto' || overflowX === 'scroll') &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.tagName !== 'TEXTAREA'
    )
      found.push(`${say(element)} scrolls sideways (${element.scrollWidth} in ${element.clientWidth})`);
  }
  const explained = (button: Element): boolean => {
    const by = (button.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    return (button.getAttribute('title') ?? '') !== '' || by.some((text) => text !== '');
  };
  for (const button of shown.filter((item) =>
    item.matches('button:disabled, button[aria-disabled="true"]:not([aria-busy="true"])'),
  )) {
    if (!explained(button)) found.push(`${say(button)} is greyed and does not say why`);
  }
  // One of each kind: the rows of a long list look alike.
  const kinds = new Set<string>();
  const before = document.activeElement;
  const stops = shown.filter(
    (item) =>
      item.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') &&
      !item.matches(':disabled') &&
      item.tabIndex >= 0,
  );
  for (const stop of stops) {
    const kind = `${stop.tagName} ${stop.className} ${stop.parentElement?.className}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    stop.focus({ preventScroll: true });
    if (document.activeElement === stop && !showsFocus(stop)) found.push(`${say(stop)} does not show the focus`);
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return found;

  /** Itself, what stands round it, its row in hand, or, for a hidden radio, what stands for it. */
  function showsFocus(element: Element): boolean {
    // A field among what was chosen before it stands in three boxes, of which the outermost has the line.
    const box = (deep: number): Element | null => (deep === 0 ? element : (box(deep - 1)?.parentElement ?? null));
    return [
      ...[0, 1, 2, 3, 4].map(box),
      element.nextElementSibling,
      document.getElementById(element.getAttribute('aria-activedescendant') ?? ''),
    ].some((item) => {
      if (item === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(item);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
  }
}
