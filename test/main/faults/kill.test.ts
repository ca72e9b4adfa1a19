import { fork, type ChildProcess } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { endWithUs } from '../../support/child.ts';
import { copyOfStage, folderOfStage } from '../../support/office-profile.ts';
import { officeFrom, type Office } from '../../support/office.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { makePackage } from '../features/handover/support.ts';

interface News {
  paperId?: string;
  saved?: number;
  taken?: number;
  step?: string;
  handoverId?: string;
}

const child = join(import.meta.dirname, '../../support/kill-child.ts');

beforeAll(async () => {
  await folderOfStage('closed');
}, 180_000);

/** Lets a workstation work in a process of its own and kills it (kill -9) at the news that `when` waits for; resolves with all it said. */
async function killWhen(dir: string, args: string[], when: (news: News) => boolean): Promise<News[]> {
  const heard: News[] = [];
  const process: ChildProcess = fork(child, [dir, ...args]);
  process.on('message', (news: News) => {
    heard.push(news);
    if (when(news)) process.kill('SIGKILL');
  });
  const code = await endWithUs(process);
  // Killed, not ended by itself: whatever it was doing was cut off.
  expect(code).toBeNull();
  return heard;
}

/** The office after the kill, as the next start finds it. */
async function after(dir: string): Promise<Office> {
  const office = await officeFrom(dir, '2026-06-10T10:00');
  await rm(dir, { recursive: true });
  await office.as('王建国');
  return office;
}

test.each([1, 25])(
  'killed after save %i: every save that was answered is there, and the chain is whole',
  async (saves) => {
    const dir = await copyOfStage('approved');
    const heard = await killWhen(dir, ['save'], (news) => news.saved === saves);
    await using office = await after(dir);
    const paper = (await office.caseFile()).papers.find((candidate) => candidate.id === heard[0]?.paperId);
    const last = Math.max(...heard.map((news) => news.saved ?? 0));
    const stored = Number(/第(\d+)次保存/.exec(String(paper?.values['place']))?.[1]);
    expect(stored).toBeGreaterThanOrEqual(last);
    expect(paper?.version).toBe(stored + 1);
    expect((await office.client.session.state()).notices).toEqual([]);
    await office.as('周静');
    expect(await office.ended((await office.client.supervision.verify()).id)).toMatchObject({
      state: 'done',
      faults: [],
    });
  },
  60_000,
);

test('killed while a file is taken in: named at the next start, put aside, and not in the case', async () => {
  const dir = await copyOfStage('closed');
  await killWhen(dir, ['takeIn'], (news) => news.taken === 6);
  await using office = await after(dir);
  const { notices } = await office.client.session.state();
  expect(notices.join('')).toContain('上次导入“没收完的录像.webm”时中断，没有收进案件');
  expect(notices.join('')).toContain('发现1个没有收完的文件，已移入隔离区');
  expect((await office.caseFile()).exhibits.map((exhibit) => exhibit.fileName)).not.toContain('没收完的录像.webm');
  expect(await readdir(join(office.dir, 'vault', 'incoming'))).toEqual([]);
  expect(await readdir(join(office.dir, 'vault', 'quarantine'))).toHaveLength(1);
  const { case: item } = await office.caseFile();
  expect((await office.client.cases.history({ caseId: item.id })).map((entry) => entry.verb)).toContain('导入中断');
  await office.as('周静');
  expect(await office.ended((await office.client.supervision.verify()).id)).toMatchObject({
    state: 'done',
    faults: [],
  });
  await office.as('王建国');
  expect((await office.client.session.state()).notices).toEqual([]);
}, 60_000);

test.each(['写出材料', '读回核对'])(
  'killed while the package is made (%s): the row says so, and nothing on the disk looks finished',
  async (step) => {
    const dir = await copyOfStage('filed');
    const target = await tempDir();
    const heard = await killWhen(dir, ['handOver', target], (news) => news.step === step);
    await using office = await after(dir);
    const handoverId = heard.find((news) => news.handoverId !== undefined)?.handoverId;
    const row = (await office.client.handover.list({})).find((item) => item.id === handoverId);
    expect(row).toMatchObject({ state: 'failed', verifiedAt: null, failure: expect.stringContaining('制作时中断') });
    expect((await office.client.session.state()).notices.join('')).toContain(
      '上次制作提供给辽源市龙山区人民法院的材料时中断',
    );
    for (const name of await readdir(target)) expect(name).toMatch(/\.未完成$/);
    // And it can be made again, into the same folder.
    const { jobId } = await makePackage(office, target);
    expect(await office.ended(jobId)).toMatchObject({ state: 'done' });
    expect((await readdir(target)).filter((name) => !name.endsWith('.未完成'))).toHaveLength(1);
  },
  60_000,
);
