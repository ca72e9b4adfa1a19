import {
  approve,
  approveAtSeat,
  fillForm,
  goOn,
  issue,
  sign,
  startNext,
  startStep,
  submit,
  untilOpen,
  whereNow,
} from './case-work.ts';
import { expect } from './fixture.ts';
import { goToPlace, walkTo } from './keyboard.ts';
import { actOf, spoken, type Desk } from './sample-desk.ts';

/** What papers that others refer to are called in lists. */
const paperNames = { J06: '调查询问通知书', J21: '事先告知书', J32: '行政处罚决定书' };

interface HowMade {
  /** Which of several papers of the template in the sample. */
  count?: number;
  /** Fields that may stay empty, but are filled in. */
  unasked?: readonly string[];
}

/** The person of the act comes in at its time and opens the case; `by` another person of the sample does it. */
export async function comeToCase(desk: Desk, template: string, count = 1): Promise<void> {
  const { by, at: moment } = actOf(template, count);
  await desk.logIn(by, moment);
  await openCase(desk);
}

/** Opens the first case of the list, or the first of this party. */
export async function openCase({ page }: Desk, party = ''): Promise<void> {
  await goToPlace(page, '案件');
  const rows = page.getByTestId('cases').getByRole('row');
  await expect(rows.nth(1)).toBeFocused();
  await walkTo(page, rows.filter({ hasText: party }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
}

/** Writes the paper that F2 leads to, has it signed and approved as the sample says, and issues it. */
export async function makeNext(desk: Desk, template: string, how: HowMade = {}): Promise<void> {
  await comeToCase(desk, template, how.count);
  await startNext(desk.page, template);
  await finishPaper(desk, template, how);
}

/** The same for a paper of a step that F2 does not ask for. */
export async function makeOfStep(desk: Desk, stepId: string, template: string, how: HowMade = {}): Promise<void> {
  await comeToCase(desk, template, how.count);
  await startStep(desk.page, stepId, template);
  await finishPaper(desk, template, how);
}

/** Fills in the open paper, has it signed and approved, and issues it. */
export async function finishPaper(desk: Desk, template: string, how: HowMade = {}): Promise<void> {
  await writeAndSign(desk, template, how);
  await issue(desk.page);
}

/** Fills in the open paper and gets its signatures and approvals. */
export async function writeAndSign(
  desk: Desk,
  template: string,
  { count = 1, unasked = [] }: HowMade = {},
): Promise<void> {
  const { page } = desk;
  const act = actOf(template, count);
  const written = await fillForm(page, spoken(act.values, paperNames), unasked);
  // Where the file knew everything, the caret stands on the act that comes next.
  const stop = written.at === 'press' && act.sign.length > 0 ? await goOn(page) : written;
  if (stop.what === 'signature-dialog') await sign(page, act.sign);
  if (act.approve.length === 0) return;
  if (stop.at !== 'press') await goOn(page);
  await submit(page);
  for (const name of act.approve) {
    if (name === act.by) await approve(page, '情况属实，同意。');
    else await approveAtSeat(page, name, '情况属实，同意。');
  }
  await page.locator('[data-paper-pane][data-status="approved"]').waitFor();
}

/** 送达 of the issued paper in hand: the 送达回证 names it already. */
export async function serveThis(desk: Desk, count: number): Promise<void> {
  const { page } = desk;
  const { paperId } = await whereNow(page);
  await walkTo(page, page.getByTestId('serve'));
  await page.keyboard.press('Enter');
  await untilOpen(page, paperId);
  await finishPaper(desk, 'J40', { count });
}
