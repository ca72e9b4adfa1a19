import type { Locator, Page } from '@playwright/test';
import { samplePassword } from '../../../main/sample/sample.ts';
import type { RowValue, Values } from '../../../shared/template/values.ts';
import { answer, replaceText, untilClosed, walkTo, writeQuestions } from './keyboard.ts';
import { expect } from './fixture.ts';

/** Where F2 leads: a field, a dialog, a button to press, the start of a paper, the exhibits, another screen. */
export interface Stop {
  at: 'field' | 'dialog' | 'press' | 'start' | 'exhibits' | 'screen' | 'elsewhere';
  /** Key of the field, test id of the dialog or button, or path of the screen. */
  what: string;
  paperId: string;
}

/** Where the clerk stands in the workspace. */
export const whereNow = (page: Page): Promise<Stop> => page.evaluate(stopOfFocus);

/** Runs in the page. */
function stopOfFocus(): Stop {
  const focused = document.activeElement;
  const paperId = document.querySelector<HTMLElement>('[data-paper-pane]')?.dataset['paperPane'] ?? '';
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
  const field = focused?.closest<HTMLElement>('[data-field]');
  const testId = focused instanceof HTMLElement ? (focused.dataset['testid'] ?? '') : '';
  if (!location.pathname.startsWith('/cases/')) return { at: 'screen', what: location.pathname, paperId };
  if (dialog !== null) return { at: 'dialog', what: dialog.dataset['testid'] ?? '', paperId };
  if (field) return { at: 'field', what: field.dataset['field'] ?? '', paperId };
  if (focused?.hasAttribute('data-primary') === true) return { at: 'press', what: testId, paperId };
  if (focused?.hasAttribute('data-start') === true) return { at: 'start', what: testId, paperId };
  if (focused?.hasAttribute('data-add-exhibit') === true) return { at: 'exhibits', what: '', paperId };
  return { at: 'elsewhere', what: focused?.outerHTML.slice(0, 200) ?? '', paperId };
}

const words = ({ at: moment, what, paperId }: Stop): string => `${moment} ${what} ${paperId}`;

/** F2: goes on to the next missing thing, and answers where that is. */
export async function goOn(page: Page): Promise<Stop> {
  const before = await whereNow(page);
  await page.keyboard.press('F2');
  await expect
    .poll(async () => words(await whereNow(page)), { message: `F2 leads on from ${words(before)}` })
    .not.toMatch(new RegExp(`^elsewhere|^${words(before)}$`));
  return whereNow(page);
}

/** Lets F2 lead to the next paper of the procedure: it begins what has no choice in it, else leads to the choice. */
export async function startNext(page: Page, templateId: string): Promise<void> {
  const { paperId } = await whereNow(page);
  const stop = await goOn(page);
  if (stop.at === 'start') await begin(page, templateId);
  else await untilOpen(page, paperId);
  await expect(page.locator('[data-paper-pane]')).toHaveAttribute('data-template', templateId);
}

/** Begins a paper of a step that F2 does not ask for; beside those it has, where it repeats. */
export async function startStep(page: Page, stepId: string, templateId: string): Promise<void> {
  await openStep(page, stepId);
  const more = page.locator(`[data-more="${stepId}"]`);
  if (await more.isVisible()) {
    await walkTo(page, page.getByRole('navigation', { name: '办案流程' }), 'F6', 12);
    await page.keyboard.press('Home');
    await walkTo(page, more, 'ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.getByTestId(`start-${templateId}`).waitFor();
  await begin(page, templateId);
}

/** Opens a step, and with it its newest paper: Alt+PageDown leads to its stage, F6 and the arrow keys to its row. */
export async function openStep(page: Page, stepId: string): Promise<void> {
  const step = page.locator(`[data-step="${stepId}"]`);
  for (let looked = 0; looked < 7 && !(await step.isVisible()); looked += 1) await lookAtNextStage(page);
  await walkTo(page, page.getByRole('navigation', { name: '办案流程' }), 'F6', 12);
  await page.keyboard.press('Home');
  await walkTo(page, step, 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(step).toHaveAttribute('aria-current', 'step');
}

async function lookAtNextStage(page: Page): Promise<void> {
  const looked = page.getByRole('tablist', { name: '办案阶段' }).locator('[aria-selected=true]');
  const before = await looked.getAttribute('data-stage');
  await page.keyboard.press('Alt+PageDown');
  await expect(looked).not.toHaveAttribute('data-stage', before ?? '');
}

async function begin(page: Page, templateId: string): Promise<void> {
  const { paperId } = await whereNow(page);
  // The caret comes to the first paper of the step with the next drawing; whoever walks before it is sent back.
  await expect
    .poll(async () => (await whereNow(page)).at, { message: 'the step has the caret' })
    .toMatch(/^(start|press)$/);
  await walkTo(page, page.getByTestId(`start-${templateId}`), 'Tab', 8);
  await page.keyboard.press('Enter');
  await untilOpen(page, paperId);
}

/** Another paper than `before` stands open, with the caret in its form, or where all of it was carried over, on the act that comes next. */
export async function untilOpen(page: Page, before: string): Promise<void> {
  await expect.poll(async () => (await whereNow(page)).paperId, { message: 'another paper opens' }).not.toBe(before);
  await expect.poll(async () => (await whereNow(page)).at).toMatch(/^(field|press)$/);
}

/**
 * Answers every field that F2 leads to, until it leads out of the form. At a field that has no answer the clerk goes back to what else is
 * to be said above it, e.g. ticks 匿名举报 instead of writing a name.
 * @param unasked what may be left empty, so that F2 does not ask for it
 */
export async function fillForm(page: Page, values: Values, unasked: readonly string[] = []): Promise<Stop> {
  const left = new Map(Object.entries(values));
  for (const key of unasked) {
    await walkTo(page, page.locator(`[data-field="${key}"]`));
    await answerField(page, key, left.get(key) ?? null);
    left.delete(key);
  }
  let stop = unasked.length === 0 ? await whereNow(page) : await goOn(page);
  while (stop.at === 'field') {
    const key = left.has(stop.what) ? stop.what : await firstAbove(page, [...left.keys()]);
    const value = left.get(key);
    if (value === undefined) throw new Error(`nothing answers “${stop.what}”`);
    left.delete(key);
    await walkTo(page, page.locator(`[data-field="${key}"]`), await wayTo(page, key));
    await answerField(page, key, value);
    stop = await goOn(page);
  }
  return stop;
}

/** The key that leads to a field from where the caret is. */
const wayTo = (page: Page, key: string): Promise<'Tab' | 'Shift+Tab'> =>
  page.locator(`[data-field="${key}"]`).evaluate((field) => {
    const caret = document.activeElement ?? document.body;
    return field.compareDocumentPosition(caret) & Node.DOCUMENT_POSITION_PRECEDING ? 'Tab' : 'Shift+Tab';
  });

/** The first of these fields of the form that is not asked for by F2. */
const firstAbove = (page: Page, keys: string[]): Promise<string> =>
  page
    .locator('[data-field]')
    .evaluateAll(
      (fields, wanted) =>
        fields.map((field) => (field as HTMLElement).dataset['field'] ?? '').find((key) => wanted.includes(key)) ?? '',
      keys,
    );

async function answerField(page: Page, key: string, value: Values[string]): Promise<void> {
  const field = page.locator(`[data-field="${key}"]`);
  if (value === '$shown') return showCertificates(page);
  if (key === 'qa') return writeQuestions(page, value as RowValue[]);
  if (key === 'recordings') return registerRecordings(page, field, value as RowValue[]);
  return answer(page, value);
}

/** The rows come from the exhibits; the clerk adds which act each recording is of. */
async function registerRecordings(page: Page, field: Locator, rows: readonly RowValue[]): Promise<void> {
  await walkTo(page, field.getByRole('button', { name: '填入本案的音像资料' }));
  await page.keyboard.press('Enter');
  for (const [index, { scene = '' }] of rows.entries()) {
    await walkTo(page, field.locator(`[id$="-${index}-scene"]`));
    await answer(page, scene);
  }
}

/** Ticks that both officers showed their certificates. */
async function showCertificates(page: Page): Promise<void> {
  for (let officer = 0; officer < 2; officer += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
  }
}

/** Registers who signed, in the dialog that F2 opened. */
export async function sign(page: Page, signatures: readonly { role: string; name: string }[]): Promise<void> {
  const dialog = page.getByTestId('signature-dialog');
  const given = new Map<string, number>();
  for (const { role, name } of signatures) {
    const place = given.get(role) ?? 0;
    given.set(role, place + 1);
    const input = dialog
      .getByRole('group', { name: new RegExp(`^${role.replace(/[（）]/g, '\\$&')}`) })
      .nth(place)
      .getByLabel('姓名');
    await walkTo(page, input);
    await replaceText(page, name);
  }
  await page.keyboard.press('Enter');
  await untilClosed(dialog);
}

/** F4, a last look, Enter. */
export async function issue(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await expect(page.getByTestId('issue-dialog')).toContainText('各项已齐备');
  await expect(page.getByTestId('confirm-issue')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.locator('[data-paper-pane][data-status="issued"]').waitFor();
}

/** Sends the paper in hand on its way of approval. */
export async function submit(page: Page): Promise<void> {
  expect(await whereNow(page)).toMatchObject({ at: 'press', what: 'submit' });
  await page.keyboard.press('Enter');
  await page.locator('[data-paper-pane][data-status="approving"]').waitFor();
}

/** Gives the next opinion on the paper in hand, at 审批, and comes back to the case. */
export async function approve(page: Page, opinion: string): Promise<void> {
  const { paperId } = await whereNow(page);
  await expect
    .poll(() => whereNow(page), { message: 'the way to the opinion has the focus' })
    .toMatchObject({ at: 'press', what: 'approve' });
  await page.keyboard.press('Enter');
  await giveOpinion(page, opinion);
  await page.keyboard.press('Alt+b');
  await expect.poll(async () => (await whereNow(page)).paperId, { message: 'the case is there again' }).toBe(paperId);
}

/** 就地签批: who is asked next gives the opinion on the paper in hand with the own password, and the officer is back in the case. */
export async function approveAtSeat(page: Page, name: string, opinion: string): Promise<void> {
  const { paperId } = await whereNow(page);
  const band = page.getByTestId('lent-band');
  await page.keyboard.press('Alt+j');
  await expect(page.getByTestId('lend-dialog')).toContainText(name);
  await expect(page.locator('[name=signer-password]')).toBeFocused();
  await page.keyboard.insertText(samplePassword);
  await page.keyboard.press('Enter');
  await expect(band).toContainText(`${name}在`);
  await giveOpinion(page, opinion);
  await page.keyboard.press('Alt+b');
  await expect(band).toHaveCount(0);
  await expect.poll(async () => (await whereNow(page)).paperId, { message: 'the case is there again' }).toBe(paperId);
}

async function giveOpinion(page: Page, opinion: string): Promise<void> {
  await expect(page.locator('[name=opinion]')).toBeFocused();
  await page.keyboard.insertText(opinion);
  await expect(page.getByTestId('agree')).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('just-done')).toContainText('已同意');
}
