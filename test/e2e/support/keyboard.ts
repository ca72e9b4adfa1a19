import { expect, type Locator, type Page } from '@playwright/test';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';

/** Presses `key` until the focus stands in `place`; fails when it does not get there. */
export async function walkTo(page: Page, place: Locator, key = 'Tab', most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await holdsFocus(place)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key} did not lead to ${String(place)}`);
}

/** The dialog is closed, and the focus is back where it came from: nobody types faster than the next frame. */
export async function untilClosed(dialog: Locator): Promise<void> {
  await dialog.waitFor({ state: 'detached' });
  const stands = (): Promise<boolean> => dialog.page().evaluate(() => document.activeElement !== document.body);
  await expect.poll(stands, { message: 'the focus comes back from the dialog' }).toBe(true);
}

const holdsFocus = (place: Locator): Promise<boolean> =>
  place.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)));

/** Goes to a control by its label, as a screen reader or a mouse would, and answers it with the keyboard alone. */
export async function put(control: Locator, value: FieldValue): Promise<void> {
  await control.focus();
  await answer(control.page(), value);
}

interface Control {
  kind: 'text' | 'radio' | 'checkbox' | 'group' | 'select' | 'combobox' | 'addRow';
  /** Values of radios, ticks or options, in their order. */
  options: string[];
  chosen: string[];
}

/** Gives the focused control a value, with the keys that a clerk would press. */
export async function answer(page: Page, value: FieldValue): Promise<void> {
  const control = await page.evaluate(describeFocus);
  const { keyboard } = page;
  switch (control.kind) {
    case 'text':
      return replaceText(page, String(value));
    case 'radio':
      return chooseRadio(page, String(value));
    case 'checkbox':
      if ((value === true) !== control.chosen.length > 0) await keyboard.press('Space');
      return undefined;
    case 'group':
      return tick(page, control, value as string[]);
    case 'select':
      return selectOption(page, control, String(value));
    case 'combobox':
      // A name may be typed where people of the case are offered.
      return typeof value === 'string' ? replaceText(page, value) : pick(page, value as string[]);
    case 'addRow':
      return fillRows(page, value as RowValue[]);
  }
}

/** Runs in the page: what has the focus. */
function describeFocus(): Control {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && (focused.type === 'radio' || focused.type === 'checkbox')) {
    const all = [...document.getElementsByName(focused.name)] as HTMLInputElement[];
    const kind = focused.type === 'radio' ? 'radio' : focused.closest('[role="group"]') !== null ? 'group' : 'checkbox';
    const own = kind === 'checkbox' ? [focused] : all;
    return {
      kind,
      options: own.map((element) => element.value),
      chosen: own.filter((element) => element.checked).map((element) => element.value),
    };
  }
  // Arrow keys pass over what cannot be chosen.
  if (focused instanceof HTMLSelectElement)
    return {
      kind: 'select',
      options: [...focused.options].filter((element) => !element.disabled).map((element) => element.label),
      chosen: [focused.selectedOptions[0]?.label ?? ''],
    };
  if (focused?.getAttribute('role') === 'combobox' && focused.getAttribute('aria-autocomplete') === 'list')
    return { kind: 'combobox', options: [], chosen: [] };
  if (focused?.matches('[data-add-row]') === true) return { kind: 'addRow', options: [], chosen: [] };
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)
    return { kind: 'text', options: [], chosen: [] };
  throw new Error(`nothing to answer has the focus: ${focused?.outerHTML.slice(0, 200) ?? 'nothing'}`);
}

/** Chinese text comes from an input method as a whole, so it is inserted, not typed key by key. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.insertText(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? text.replace('T', ' ') : text);
}

async function chooseRadio(page: Page, wanted: string): Promise<void> {
  for (let moved = 0; moved < 20; moved += 1) {
    const at = await page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement
        ? { value: document.activeElement.value, checked: document.activeElement.checked }
        : null,
    );
    if (at?.value === wanted) {
      if (!at.checked) await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the choice “${wanted}” is not offered`);
}

async function tick(page: Page, { options, chosen }: Control, wanted: readonly string[]): Promise<void> {
  for (const [index, option] of options.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    if (wanted.includes(option) !== chosen.includes(option)) await page.keyboard.press('Space');
  }
}

async function selectOption(page: Page, { options, chosen }: Control, wanted: string): Promise<void> {
  const to = options.findIndex((option) => option === wanted || option.startsWith(`${wanted}（`));
  if (to < 0) throw new Error(`the list offers ${options.join('、')}, not “${wanted}”`);
  const steps = to - options.indexOf(chosen[0] ?? '');
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
}

/** Types a part of each name into the list, and takes the first match. */
async function pick(page: Page, wanted: readonly string[]): Promise<void> {
  for (const name of wanted) {
    await page.keyboard.insertText(name);
    await optionInHand(page, name).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
}

/** The option of an open list that Enter would take. */
export const optionInHand = (page: Page, name: string): Locator =>
  page.locator('[role=option][data-focused]', { hasText: name });

/** From the add button: one row after the other, cell by cell. */
async function fillRows(page: Page, rows: readonly RowValue[]): Promise<void> {
  const id = await groupOfFocus(page);
  for (const [index, row] of rows.entries()) {
    await page.keyboard.press(index === 0 ? 'Enter' : 'Control+Enter');
    await untilIn(page.locator(`[id="${id}"] [data-row="${index}"]`));
    for (const [key, value] of Object.entries(row)) {
      await walkTo(page, page.locator(`[id="${id}-${index}-${key}"]`), 'Tab', 12);
      await answer(page, value as FieldValue);
    }
  }
}

/** Writes questions and answers the way they are spoken, after those the 案由 proposed are taken away: Enter goes from 问 to 答 and on to the next 问. */
export async function writeQuestions(page: Page, rows: readonly RowValue[]): Promise<void> {
  const id = await groupOfFocus(page);
  const proposed = await page.locator(`[id="${id}"] [data-row]`).count();
  for (let taken = 0; taken < proposed; taken += 1) {
    await page.keyboard.press('Control+Delete');
    await untilIn(page.locator(`[id="${id}"] [data-part=q]`));
  }
  for (const [index, row] of rows.entries()) {
    for (const part of ['q', 'a']) {
      await untilIn(page.locator(`[id="${id}-${index}-${part}"]`));
      await page.keyboard.insertText(String(row[part]));
      if (part === 'q' || index < rows.length - 1) await page.keyboard.press('Enter');
    }
  }
}

const groupOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[role="group"]')?.id ?? '');

const untilIn = (place: Locator): Promise<void> =>
  expect.poll(() => holdsFocus(place), { message: `the focus comes to ${String(place)}` }).toBe(true);

/** Types a folder outside the profile and settles on it; the button is greyed while it is looked at, too. */
export async function settleOnFolder(page: Page, folder: string): Promise<void> {
  await put(page.locator('[name=target-folder]'), folder);
  await page.keyboard.press('Enter');
  const use = page.getByTestId('use-folder');
  await expect(use).toHaveAttribute('aria-disabled', 'true');
  await expect(use).toHaveAttribute('aria-busy', 'false');
}

/** Alt and the digit that the rail shows beside the name of a place; its screen is there afterwards. */
export async function goToPlace(page: Page, name: string): Promise<void> {
  const digit = await page
    .getByRole('navigation', { name: '主导航' })
    // In a narrow window the places are folded behind ☰; their keys work all the same.
    .getByRole('link', { name, includeHidden: true })
    .locator('kbd')
    .textContent();
  await page.keyboard.press(`Alt+${digit}`);
  await page.locator('main [data-ready]', { has: page.getByRole('heading', { level: 1, name }) }).waitFor();
}

/** A key that an input method takes for its composition, as the page gets to see it. */
export async function pressWhileComposing(
  field: Locator,
  key: string,
  modifiers: { altKey?: boolean } = {},
): Promise<void> {
  await field.evaluate(
    (input, pressed) => {
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.dispatchEvent(
        new KeyboardEvent('keydown', { ...pressed, isComposing: true, bubbles: true, cancelable: true }),
      );
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }));
    },
    { ...modifiers, key },
  );
}
