import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Signal } from '../../../../shared/contract/desktop.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';
import { send } from './support.ts';

const office = await officeOfFile('begun', '王建国');
const content = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex').copy(content);
const film = await send(office, { fileName: '录像.webm', content, mime: 'video/webm' });
const part = (range: string): Promise<Response> => office.get(`/exhibits/${film.id}`, { range });

describe('parts of a sealed file', () => {
  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=0-99', 0, 100],
    ['bytes=65530-65550', 65_530, 65_551],
    ['bytes=299990-', 299_990, 300_000],
    ['bytes=-10', 299_990, 300_000],
    ['bytes=-999999', 0, 300_000],
    ['bytes=100-9999999', 100, 300_000],
  ])('%s', async (range, start, end) => {
    const answer = await part(range);
    expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
      206,
      `bytes ${start}-${end - 1}/300000`,
      String(end - start),
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content.subarray(start, end))).toBe(true);
  });

  test.each(['bytes=300000-', 'bytes=300000-300001', 'bytes=-0'])('%s is not there', async (range) => {
    const answer = await part(range);
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */300000']);
  });

  test.each(['bytes=', 'frames=1-2', 'bytes=a-b'])(
    '%s asks for nothing in particular and gets the whole',
    async (range) => {
      const answer = await part(range);
      expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 300_000]);
    },
  );

  test('a head tells the size and sends nothing', async () => {
    const answer = await office.workstation.fetch(
      new Request(`http://workstation/exhibits/${film.id}`, { method: 'HEAD' }),
    );
    expect([
      answer.status,
      answer.headers.get('content-length'),
      answer.headers.get('accept-ranges'),
      (await answer.arrayBuffer()).byteLength,
    ]).toEqual([200, '300000', 'bytes', 0]);
  });

  test('decrypted content is never kept by the browser', async () => {
    expect((await part('bytes=0-1')).headers.get('cache-control')).toBe('no-store');
  });
});

test('a flipped byte in a sealed file raises an alarm, marks the exhibit and goes on record, once', async () => {
  await using other = await officeAt('begun', '王建国');
  const exhibit = await send(other, { fileName: '录像.webm', content, mime: 'video/webm' });
  const stop = new AbortController();
  const alarms: Extract<Signal, { kind: 'alarm' }>[] = [];
  // Nobody waits for its end: within one process an abort may be lost with its request.
  void (async () => {
    for await (const signal of await other.client.desktop.signals(undefined, { signal: stop.signal }))
      if (signal.kind === 'alarm') alarms.push(signal);
  })().catch(() => undefined);
  await flipByte(join(other.dir, 'vault', exhibit.sha256.slice(0, 2), exhibit.sha256), -1_000);
  const playing = await other.get(`/exhibits/${exhibit.id}`);
  await expect(playing.arrayBuffer()).rejects.toThrow();
  await expect(
    (await other.get(`/exhibits/${exhibit.id}`)).arrayBuffer().catch(() => Promise.reject(new Error('cut'))),
  ).rejects.toThrow('cut');
  await expect.poll(() => alarms.length).toBeGreaterThan(0);
  expect(alarms[0]).toMatchObject({
    exhibitId: exhibit.id,
    sentence: expect.stringContaining('证据“录像.webm”已损坏'),
  });
  expect((await other.exhibit('录像.webm')).damage).toMatch(/^第\d+至\d+字节被改动或损坏$/);
  const { case: item } = await other.caseFile();
  expect(
    (await other.client.cases.history({ caseId: item.id })).filter((entry) => entry.verb === '发现损坏'),
  ).toMatchObject([{ what: '录像.webm', detail: { after: { damage: expect.stringContaining('被改动或损坏') } } }]);
  stop.abort();
});

test('a sealed file that is gone is refused by name, not shown as empty', async () => {
  await using other = await officeAt('begun', '王建国');
  const exhibit = await send(other, { fileName: '丢了.txt', content: Buffer.from('会丢的内容') });
  const { rm } = await import('node:fs/promises');
  await rm(join(other.dir, 'vault', exhibit.sha256.slice(0, 2), exhibit.sha256));
  const answer = await other.get(`/exhibits/${exhibit.id}`);
  expect([answer.status, await answer.json()]).toEqual([
    422,
    { code: 'damaged', name: '丢了.txt', what: '密封文件不见了' },
  ]);
  expect((await other.exhibit('丢了.txt')).damage).not.toBeNull();
});

test('an exhibit is withdrawn with a reason; its sealed file stays (第四十八条)', async () => {
  const exhibit = await send(office, { fileName: '拿错.txt', content: Buffer.from('拿错的材料') });
  expect((await refusalOf(office.client.evidence.withdraw({ exhibitId: exhibit.id, reason: '' }))).code).toBe(
    'invalid',
  );
  const withdrawn = await office.client.evidence.withdraw({ exhibitId: exhibit.id, reason: '属于另一案件' });
  expect(withdrawn.withdrawnReason).toBe('属于另一案件');
  expect(await readdir(join(office.dir, 'vault', exhibit.sha256.slice(0, 2)))).toContain(exhibit.sha256);
  const entries = await office.client.cases.history({ caseId: exhibit.caseId });
  expect(entries.find(({ verb }) => verb === '撤下证据')).toMatchObject({
    who: '王建国',
    detail: { after: { withdrawnReason: '属于另一案件' } },
  });
});

test('a recording cannot end before it began (第十五条)', async () => {
  const { title, kind } = film;
  expect(
    await refusalOf(
      office.client.evidence.describe({
        exhibitId: film.id,
        title,
        kind,
        startAt: '2026-03-06T10:00',
        endAt: '2026-03-06T09:00',
      }),
    ),
  ).toMatchObject({ code: 'invalid', problems: [{ field: 'endAt', article: 15 }] });
});
