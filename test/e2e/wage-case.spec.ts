// 拖欠工资, from a complaint at the window to the court and the volume, by keyboard: what people sign goes out on paper and comes back as scans.
import type { Page } from '@playwright/test';
import type { Raw } from '../support/scanned.ts';
import { printOfAnotherCase } from './support/another-case.ts';
import {
  approve,
  approveAtSeat,
  fillForm,
  goOn,
  issue,
  sign,
  startNext,
  submit,
  untilOpen,
  whereNow,
} from './support/case-work.ts';
import { addFile, describeAs, goToExhibits } from './support/exhibits.ts';
import { fileVolume } from './support/file-volume.ts';
import { expect, test } from './support/fixture.ts';
import { put, untilClosed, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, type Desk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';
import { placeAll, printToSign, receive, scansOf } from './support/scans.ts';
import { OFFICER, party, source, untilCourt, untilDecision, workers, type Made } from './support/wage-case.ts';

test.setTimeout(1_200_000);

/** Sheets of another case, which lie in the first pile. */
type Pile = Raw[];

test('seven workers’ wages: complaint, decision, court and volume, with the signed sheets scanned back', async ({
  context,
}) => {
  const strangers: Pile = [];
  await using profile = await profileAt('begun', {
    by: OFFICER,
    moment: source.at,
    work: async (opened) => strangers.push(...(await printOfAnotherCase(opened))),
  });
  await using desk = await openDesk(context, profile.path, source.at);
  const { page } = desk;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(page.url()).origin });
  await test.step('the complaint is registered', async () => {
    await desk.logIn(OFFICER, source.at);
    await register(page);
    await finish(desk, source, strangers);
  });
  await test.step('the seven workers come out of a table of Excel', () => pasteWorkers(page));
  await test.step('the copy of the licence is added', () => addLicence(page));
  await test.step('filed, investigated, heard and decided', async () => {
    for (const made of untilDecision) await make(desk, made, strangers);
  });
  await test.step('not performed, demanded, and applied for at the court', async () => {
    for (const made of untilCourt) await make(desk, made, strangers);
  });
  await test.step('the volume holds the signed sheets', () => fileVolume(desk, '2026-10-22T10:00'));
});

async function register(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(page.locator('[name=household]')).toBeFocused();
  await page.keyboard.insertText('宏达建筑');
  await page.getByText('没有找到“宏达建筑”').waitFor();
  await page.keyboard.press('Enter');
  for (const [field, value] of Object.entries(party)) await put(page.locator(`[name=party-${field}]`), value);
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=cause]')).toBeFocused();
  await put(page.locator('[name=procedure]').first(), 'handling');
  await put(page.getByRole('dialog').getByRole('combobox', { name: /承办人/ }), ['王建国']);
  await put(page.locator('[name=cause]'), '涉嫌拖欠劳动者工资');
  await page.keyboard.press('Enter');
  await untilOpen(page, '');
}

async function pasteWorkers(page: Page): Promise<void> {
  await walkTo(page, page.getByRole('tablist', { name: '成文和材料' }), 'F6', 12);
  await walkTo(page, page.getByTestId('tab-people'), 'ArrowRight', 5);
  await page.keyboard.press('Alt+l');
  const dialog = page.getByTestId('workers-dialog');
  await page.evaluate((rows) => navigator.clipboard.writeText(rows), workers.join('\n'));
  await walkTo(page, dialog.locator('[id="workers-0-name"]'));
  await page.keyboard.press('Control+v');
  await expect(dialog.getByTestId('pasted')).toContainText(`已粘贴${workers.length}行`);
  await expect(dialog.locator('[data-sum=owed]')).toHaveText('84,000.00');
  await page.keyboard.press('Control+Enter');
  await untilClosed(dialog);
}

async function addLicence(page: Page): Promise<void> {
  await goToExhibits(page, 'add-files');
  await addFile(page, '送达签收照片.jpg');
  await describeAs(page, {
    title: '营业执照复印件',
    proves: '用人单位的主体资格',
    source: '该单位提供',
    maker: party.legalRep,
  });
}

/** Makes the paper that F2 leads to. */
async function make(desk: Desk, made: Made, strangers: Pile): Promise<void> {
  await test.step(`${made.template} ${made.at}`, async () => {
    await desk.logIn(OFFICER, made.at);
    await openCase(desk, party.name);
    await startNext(desk.page, made.template);
    await finish(desk, made, strangers);
  });
}

/** Fills in the open paper, has it recorded, approved, and signed on paper, and issues it. */
async function finish(desk: Desk, made: Made, strangers: Pile): Promise<void> {
  const { page } = desk;
  const stop = await fillForm(page, made.values, made.unasked);
  if (stop.what === 'signature-dialog') await leaveDialog(page);
  if (made.approvedBy !== undefined) await haveApproved(page, made.approvedBy);
  if (made.signedBy !== undefined) await signOnPaper(desk, made.signedBy, strangers.splice(0));
  if (made.recorded) await addRecording(page, made);
  await issue(page);
}

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await untilClosed(page.getByTestId('signature-dialog'));
}

async function haveApproved(page: Page, names: readonly string[]): Promise<void> {
  if ((await whereNow(page)).at !== 'press') await goOn(page);
  await submit(page);
  for (const name of names) {
    if (name === OFFICER) await approve(page, '情况属实，同意。');
    else await approveAtSeat(page, name, '同意。');
  }
  await page.locator('[data-paper-pane][data-status="approved"]').waitFor();
}

/** Printed, signed by hand, scanned back in one pile with what lies there besides, and the names entered. */
async function signOnPaper(desk: Desk, signedBy: NonNullable<Made['signedBy']>, strangers: Pile): Promise<void> {
  const { page } = desk;
  const { paperId } = await whereNow(page);
  const own = await printToSign(page);
  await receive(page, await scansOf([...own, ...strangers]));
  await placeAll(page, strangers.length === 0 ? 1 : 2);
  await openCase(desk, party.name);
  const pane = page.locator(`[data-paper-pane="${paperId}"]`);
  await expect(pane.getByText(/已收回$/)).toBeVisible();
  await walkTo(page, page.getByTestId('sign'));
  await page.keyboard.press('Enter');
  await sign(page, signedBy);
}

async function addRecording(page: Page, { at, values }: Made): Promise<void> {
  expect((await goOn(page)).at).toBe('exhibits');
  await addFile(page, '调查询问录音.webm');
  await describeAs(page, {
    title: '调查询问录音',
    proves: '询问按规定进行，被询问人承认拖欠工资',
    startAt: String(values['startAt'] ?? at),
    endAt: String(values['endAt'] ?? at),
    device: 'ZFY-007',
    maker: OFFICER,
    place: '辽源市人民大街2号3楼302室',
    noticeSpoken: true,
  });
}
