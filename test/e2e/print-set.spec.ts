// 成套打印 by keyboard: what was not printed yet is ticked, each paper for whom it is needed, and what was printed is on record.
import { readdirSync } from 'node:fs';
import { temporaryFolder } from '../support/profile.ts';
import { expect, test } from './support/fixture.ts';
import { put, settleOnFolder, walkTo } from './support/keyboard.ts';
import type { Opened } from '../support/open-workstation.ts';
import { sourceValues } from '../support/source-values.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';

const moment = '2026-04-03T09:10';

test('the papers of a case are printed at once, recorded, and saved as PDF', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using target = await temporaryFolder('case-e2e-pdf');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  // Nobody answers the system's own dialog here; that the page asked for it is what counts.
  await page.addInitScript(() => {
    window.print = () => {
      const sheets = document.querySelectorAll('.print-sheets > img').length;
      document.documentElement.dataset['printed'] = String(sheets);
    };
  });
  await page.reload();
  await desk.logIn('王建国', moment);
  await openCase(desk);
  await walkTo(page, page.getByTestId('case-menu'));
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('menuitem', { name: '成套打印、印制记录' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('print-set');
  const papers = dialog.getByTestId('print-papers');
  const notice = papers.getByRole('row', { name: /事先告知书/ });

  await test.step('nothing was printed yet, so all is ticked, with whom each copy is for', async () => {
    await expect(papers.getByRole('checkbox').first()).toBeChecked();
    await expect(notice.locator('input[name^=uses-]')).toHaveValue('当事人、卷、留存');
    for (const box of await papers.getByRole('checkbox').all()) {
      const isNotice = (await notice.getByRole('checkbox').getAttribute('name')) === (await box.getAttribute('name'));
      if (!isNotice) {
        await box.focus();
        await page.keyboard.press('Space');
      }
    }
    await put(notice.locator('input[name^=uses-]'), '当事人、卷');
    await expect(dialog).toContainText('1种文书，共2份');
  });

  await test.step('a page that is not there is told', async () => {
    await put(page.locator('[name=print-pages]'), '9');
    await walkTo(page, dialog.getByTestId('print-all'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tooltip')).toContainText('页码请写成 2 或者 1-3,5。');
    await put(page.locator('[name=print-pages]'), '1');
  });

  await test.step('printed, and on record', async () => {
    await walkTo(page, dialog.getByTestId('print-all'));
    await page.keyboard.press('Enter');
    // The window does not tell: cancelled, nothing is on record.
    await expect(page.getByTestId('printed')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('printed-question')).toBeHidden();
    await expect(notice).toContainText('还没有打印');
    await walkTo(page, dialog.getByTestId('print-all'));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('printed')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('打印了2份，已记入印制记录。')).toBeVisible();
    await expect(notice.getByRole('checkbox')).not.toBeChecked();
    await expect(notice).toContainText('2份');
    await walkTo(page, dialog.getByTestId('print-record-open'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(dialog.getByTestId('print-record')).toContainText(/王建国.*打印.*当事人、卷/s);
  });

  await test.step('saved as PDF', async () => {
    await notice.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await walkTo(page, dialog.getByTestId('save-pdfs'));
    await page.keyboard.press('Enter');
    await settleOnFolder(page, target.path);
    await walkTo(page, dialog.getByTestId('confirm-save-pdfs'));
    await page.keyboard.press('Enter');
    await expect.poll(() => readdirSync(target.path)).toEqual([expect.stringMatching(/告知书.*\.pdf$/)]);
  });
});

/** A 签字稿 of 案源登记表 that went to the printer, was voided, changed and printed anew. */
async function printedAnew({ client }: Opened): Promise<unknown> {
  const [item] = await client.cases.list({});
  const caseId = item?.id ?? '';
  const begun = await client.documents.create({ caseId, templateId: 'J01' });
  const { id: paperId } = begun;
  const written = await client.documents.save({ paperId, version: begun.version, values: sourceValues });
  const first = await client.documents.printToSign({ paperId, version: written.paper.version });
  const items = [{ paperId, copies: ['卷'] }];
  await client.documents.printSet({ caseId, printer: '', isPrinted: true, bothSides: true, items });
  const open = await client.documents.voidPrint({ paperId, version: first.version, reason: '理由写错了' });
  const values = { reason: '属于劳动保障监察范围，应当立案。' };
  const changed = await client.documents.save({ paperId, version: open.version, values });
  return client.documents.printToSign({ paperId, version: changed.paper.version });
}

test('of a paper with codes in its feet all pages are printed anew, and it says why', async ({ context }) => {
  await using profile = await profileAt('begun', { by: '李敏', moment: '2026-03-02T10:00', work: printedAnew });
  await using desk = await openDesk(context, profile.path, '2026-03-02T10:30');
  const { page } = desk;
  await desk.logIn('李敏', '2026-03-02T10:30');
  await openCase(desk);
  await walkTo(page, page.getByTestId('case-menu'));
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('menuitem', { name: '成套打印、印制记录' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('changed-pages').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('print-set').getByRole('status')).toContainText('请全部重印');
  await expect(page.locator('[name=print-pages]')).toHaveValue('');
});
