import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { put, untilClosed, walkTo } from './keyboard.ts';
import { exhibitOf } from './sample-desk.ts';
import { expect } from './fixture.ts';

const folder = join(import.meta.dirname, '../../../resources/sample-office/exhibits');

/** What the steps that exhibits belong to are called on the screen. */
const stepNames: Readonly<Record<string, string>> = {
  'collect-evidence': '提取和核对证据',
  'serve-decision': '送达处罚决定书',
  perform: '记录履行情况',
};

/** Goes to the exhibits of the open case: F6 to the side panel, arrow keys to the tab, Tab to the buttons. */
export async function goToExhibits(page: Page, button: 'add-files' | 'take-photo'): Promise<void> {
  if (!(await page.getByTestId(button).isVisible())) {
    await walkTo(page, page.getByRole('tablist', { name: '成文和材料' }), 'F6', 12);
    await walkTo(page, page.getByRole('tab', { name: /^证据/ }), 'ArrowRight', 7);
  }
  await walkTo(page, page.getByTestId(button));
}

/** From the button 添加文件: chooses the file in the window's own dialog. */
export async function addFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser', { timeout: 15_000 });
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(join(folder, file));
}

/** Pastes a picture, as after a screenshot or a copy out of another program. */
export async function pastePicture(page: Page, file: string): Promise<void> {
  const bytes = [...(await readFile(join(folder, file)))];
  await page.evaluate(
    ({ content, name }) => {
      const clipboard = new DataTransfer();
      clipboard.items.add(new File([new Uint8Array(content)], name, { type: 'image/jpeg' }));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
    },
    { content: bytes, name: basename(file) },
  );
}

/** Takes a still of what the camera sees: Space shoots, Enter keeps, Esc puts the camera away. */
export async function takeStill(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  const camera = page.getByTestId('camera');
  await expect(camera.getByTestId('shoot')).not.toHaveAttribute('aria-disabled', 'true');
  await expect
    .poll(() => camera.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(camera.getByTestId('keep-photo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(camera.getByTestId('shoot')).toBeFocused();
  await page.keyboard.press('Escape');
}

/** Says of the exhibit that just came in what the sample says of it. */
export const describe = (page: Page, as: string): Promise<void> => describeAs(page, exhibitOf(as).details);

/** Says of the exhibit that just came in what is known of it; closing the dialog keeps it. */
export async function describeAs(page: Page, details: ReturnType<typeof exhibitOf>['details']): Promise<void> {
  const step = details.step === undefined ? undefined : stepNames[details.step];
  const dialog = page.getByTestId('exhibit-dialog');
  await dialog.waitFor();
  const said: [RegExp, unknown][] = [
    [/^证据名称/, details.title],
    [/^证明什么/, details['proves']],
    [/^来源/, details['source']],
    [/^制作人或提供人/, details['maker']],
    [/^原件或复制件/, details['originality']],
    [/^关联的文书/, step === undefined ? undefined : '不关联文书'],
    [/^关联的环节/, step],
    [/^录制开始/, details['startAt']],
    [/^录制结束/, details['endAt']],
    [/^设备名称和编号/, details['device']],
    [/^录制地点/, details['startAt'] === undefined ? undefined : details['place']],
    [/^录制前已告知/, details['noticeSpoken']],
    [/^文字整理/, details['transcript']],
  ];
  for (const [label, value] of said) {
    if (typeof value === 'string' || typeof value === 'boolean') await put(dialog.getByLabel(label), value);
  }
  await page.keyboard.press('Escape');
  await untilClosed(dialog);
}

/** The video of an exhibit decodes and can be sought in: what is shown comes from the sealed file by ranges. */
export async function playWithSeeking(page: Page): Promise<void> {
  const video = page.getByTestId('exhibit-dialog').locator('video');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('F7');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0);
  await page.keyboard.press('F7');
  const middle = await video.evaluate(async (element: HTMLVideoElement) => {
    const sought = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
    element.currentTime = element.duration / 2;
    await sought;
    return { at: element.currentTime, of: element.duration, ready: element.readyState, picture: element.videoWidth };
  });
  expect(middle.at).toBeCloseTo(middle.of / 2, 1);
  expect(middle.ready).toBeGreaterThanOrEqual(2);
  expect(middle.picture).toBeGreaterThan(0);
}
