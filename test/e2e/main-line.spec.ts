// One case of the sample office from its first word to the court, worked through the page by keyboard on the days it took.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/profile.ts';
import { beginCase } from './support/begin-case.ts';
import { fillForm, goOn, issue, openStep, sign, startNext, startStep, whereNow } from './support/case-work.ts';
import { addFile, describe, goToExhibits, pastePicture, playWithSeeking, takeStill } from './support/exhibits.ts';
import { expect } from './support/fixture.ts';
import { goToPlace, put, settleOnFolder, untilClosed, walkTo } from './support/keyboard.ts';
import { checkPackage } from './support/package.ts';
import { fileVolume } from './support/file-volume.ts';
import { actOf, exhibitOf, sample, test, type Desk } from './support/sample-desk.ts';
import { addPeople, setUpSample } from './support/sample-office.ts';
import {
  comeToCase,
  finishPaper,
  makeNext,
  makeOfStep,
  openCase,
  serveThis,
  writeAndSign,
} from './support/sample-papers.ts';
import { placeAll, printToSign, receive, scansOf } from './support/scans.ts';

test.setTimeout(1_200_000);

test('a case from its source to the court', async ({ desk }) => {
  await test.step('first start, and the people of the office', async () => {
    await setUpSample(desk);
    await addPeople(desk);
  });
  await test.step('the source is registered', () => registerSource(desk));
  await test.step('the case is filed, approved by four people', () => makeNext(desk, 'J04'));
  await test.step('the party is summoned', async () => {
    await makeOfStep(desk, 'summon', 'J06');
    await comeToCase(desk, 'J40', 1);
    await openStep(desk.page, 'summon');
    await serveThis(desk, 1);
  });
  await test.step('inspection and interview, each with its recording', async () => {
    await inspect(desk);
    await interview(desk);
  });
  await test.step('evidence by file, paste and camera', () => collectEvidence(desk));
  await test.step('recordings registered, inquiry concluded, party notified', async () => {
    await makeOfStep(desk, 'register-recordings', 'J53');
    await makeNext(desk, 'J18', { unasked: ['evidenceRefs'] });
    await makeNext(desk, 'J21');
  });
  await test.step('no decision before the notice is served', () => decideTooEarly(desk));
  await test.step('今日 shows what falls due', () => lookAtToday(desk));
  await test.step('the notice is served, the party heard, the decision approved and made', async () => {
    await makeOfStep(desk, 'serve-notice', 'J40', { count: 2 });
    await hearParty(desk);
    await makeOfStep(desk, 'review-defence', 'J24');
    await makeOfStep(desk, 'approve-decision', 'J31');
    await comeToCase(desk, 'J32');
    await expect.poll(async () => (await whereNow(desk.page)).at).toBe('field');
    await finishPaper(desk, 'J32');
  });
  await test.step('the decision is served and performed, the case closed', async () => {
    await addExhibit(desk, 'signing');
    await makeNext(desk, 'J40', { count: 3, unasked: ['avRefs'] });
    await addExhibit(desk, 'payment');
    await makeNext(desk, 'J39', { unasked: ['vouchers'] });
    await makeNext(desk, 'J45');
  });
  await test.step('the volume is made, and filed with 法规科', async () => {
    await fileVolume(desk, sample.filing.at);
    await makeNext(desk, 'J49');
  });
  await test.step('the court gets a package that proves itself', async () => {
    await using target = await temporaryFolder('case-e2e-handover');
    await handOver(desk, target.path);
    const [name = ''] = readdirSync(target.path);
    const payload = checkPackage(join(target.path, name));
    expect(payload).toContain('data/01_答辩状.pdf');
    expect(payload.filter((path) => path.endsWith('.webm'))).toHaveLength(2);
  });
  await test.step('the receipt of the court is registered', () => registerReceipt(desk));
});

async function registerSource(desk: Desk): Promise<void> {
  const { by, at: moment } = actOf('J01');
  await desk.logIn(by, moment);
  await beginCase(
    desk.page,
    sample.case.officers.filter((name) => name !== by),
  );
  await finishPaper(desk, 'J01');
}

async function inspect(desk: Desk): Promise<void> {
  const { page } = desk;
  await comeToCase(desk, 'J08');
  await startNext(page, 'J08');
  await writeAndSign(desk, 'J08');
  expect((await goOn(page)).at).toBe('exhibits');
  await addFile(page, exhibitOf('inspection').file);
  await playWithSeeking(page);
  await describe(page, 'inspection');
  await goToExhibits(page, 'add-files');
  await addFile(page, exhibitOf('scene').file);
  await describe(page, 'scene');
  await issue(page);
}

async function interview(desk: Desk): Promise<void> {
  const { page } = desk;
  await comeToCase(desk, 'J07');
  await startStep(page, 'investigate', 'J07');
  await writeAndSign(desk, 'J07');
  expect((await goOn(page)).at).toBe('exhibits');
  await addFile(page, exhibitOf('interview').file);
  await describe(page, 'interview');
  await issue(page);
}

async function collectEvidence(desk: Desk): Promise<void> {
  const { page } = desk;
  const { by, at: moment, file } = exhibitOf('attendance');
  await desk.logIn(by, moment);
  await openCase(desk);
  await goToExhibits(page, 'add-files');
  await addFile(page, file);
  await describe(page, 'attendance');
  await pastePicture(page, exhibitOf('wages').file);
  await describe(page, 'wages');
  await goToExhibits(page, 'take-photo');
  await takeStill(page);
  await describe(page, 'licence');
  await makeNext(desk, 'J15');
}

/** F4 refuses a decision whose notice is not served, and leads to the service. */
async function decideTooEarly(desk: Desk): Promise<void> {
  const { page } = desk;
  await startStep(page, 'decide', 'J32');
  await page.keyboard.press('F4');
  const obstacle = page
    .getByTestId('issue-dialog')
    .getByRole('button', { name: '须先完成：送达事先告知书（第二十二条）。' });
  await walkTo(page, obstacle);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-start=serve-notice]')).toBeFocused();
}

/** The case stands once, with its next step and the period that binds it first. */
async function lookAtToday(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.logIn('李敏', '2026-03-24T10:30');
  const lines = page.getByTestId('inbox').getByRole('option');
  await expect(lines.first()).toBeFocused();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText(/福满园.*4月13日/);
  await expect(page.getByTestId('inbox-item')).toContainText(/最迟.*2026年4月13日.*调查完成后作出处理决定/);
  await walkTo(page, page.getByRole('button', { name: '打开案件' }));
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
}

/** The record of what the party says is printed, signed by hand and scanned back. */
async function hearParty(desk: Desk): Promise<void> {
  const { page } = desk;
  await comeToCase(desk, 'J23');
  await startStep(page, 'defence', 'J23');
  const { values, sign: signatures } = actOf('J23');
  expect(await fillForm(page, values)).toMatchObject({ what: 'signature-dialog' });
  await page.keyboard.press('Escape');
  await untilClosed(page.getByTestId('signature-dialog'));
  await receive(page, await scansOf(await printToSign(page)));
  await placeAll(page, 1);
  await openCase(desk);
  await openStep(page, 'defence');
  const pane = page.locator('[data-paper-pane]');
  await expect(pane.getByText(/^已签 \d \/ \d，已收回$/)).toBeVisible();
  await walkTo(page, page.getByTestId('sign'));
  await page.keyboard.press('Enter');
  await sign(page, signatures);
  await issue(page);
  await expect(page.getByTestId('signed-or-typed')).toBeVisible();
}

async function addExhibit(desk: Desk, as: string): Promise<void> {
  const { by, at: moment, file } = exhibitOf(as);
  await desk.logIn(by, moment);
  await openCase(desk);
  await goToExhibits(desk.page, 'add-files');
  await addFile(desk.page, file);
  await describe(desk.page, as);
}

/** The wizard of 移送, to the package on disk. */
async function handOver(desk: Desk, folder: string): Promise<void> {
  const { page } = desk;
  const { keyboard } = page;
  const { by, at: moment, receivedAt, caseNo, recipient, answer: words, agent } = sample.handover;
  await desk.logIn(by, moment);
  await goToPlace(page, '移送');
  await page.keyboard.press('Alt+n');
  await expect(page.locator('[name=handover-case]')).toBeFocused();
  await page.getByTestId('handover-cases').getByRole('row').nth(1).waitFor();
  await keyboard.press('Enter');
  await put(page.locator('[name=received-at]'), receivedAt);
  await put(page.locator('[name=case-no]'), caseNo);
  await put(page.locator('[name=recipient]'), recipient);
  await page.getByTestId('answer-due').waitFor();
  await keyboard.press('Control+Enter');
  await put(page.locator('[name=answer]'), words);
  await put(page.locator('[name=agent]'), agent);
  await keyboard.press('Control+Enter');
  await page.getByTestId('handover-items').waitFor();
  await keyboard.press('Control+Enter');
  await settleOnFolder(page, folder);
  await walkTo(page, page.getByTestId('make-handover'));
  await keyboard.press('Enter');
  await expect(page.getByTestId('handover-detail')).toHaveAttribute('data-state', 'verified', { timeout: 60_000 });
}

async function registerReceipt(desk: Desk): Promise<void> {
  const { page } = desk;
  const { by, receipt } = sample.handover;
  await desk.logIn(by, receipt.at);
  await goToPlace(page, '移送');
  await put(page.locator('[name=receipt-by]'), receipt.receivedBy);
  await put(page.locator('[name=receipt-no]'), receipt.receiptNo);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('handover-detail')).toHaveAttribute('data-state', 'received');
  await expect(page.getByTestId('handover-detail')).toContainText(receipt.receiptNo);
}
