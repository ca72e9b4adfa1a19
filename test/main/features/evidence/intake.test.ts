import { createHash } from 'node:crypto';
import { readdir, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { intakeChunkBytes } from '../../../../shared/contract/evidence.ts';
import { sampleFolder } from '../../../../main/sample/sample.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';
import { resourcesDir } from '../../../support/office-profile.ts';
import { chunk, details, send, sm3Known, sm3Of } from './support.ts';

vi.mock('node:fs/promises', { spy: true });

const office = await officeOfFile('begun', '李敏');
const { client } = office;
const { case: item } = await office.caseFile();
const sample = (name: string): Promise<Buffer> => readFile(join(sampleFolder(resourcesDir), 'exhibits', name));
const known = async (): Promise<string[]> => (await office.caseFile()).exhibits.map((exhibit) => exhibit.fileName);
const left = (): Promise<string[]> => readdir(join(office.dir, 'vault', 'incoming'));

describe('taking a file in', () => {
  test.each([
    ['考勤记录.pdf', 'application/pdf', false],
    ['现场照片.jpg', 'image/jpeg', true],
    ['现场检查录像.webm', 'video/webm', false],
  ])('%s is kept byte for byte with its hash, and its SM3 follows', async (fileName, mime, hasThumbnail) => {
    const content = await sample(fileName);
    const exhibit = await send(office, { fileName, content });
    expect(exhibit).toMatchObject({
      fileName,
      mime,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      sm3: null,
      hasThumbnail,
      importedBy: '李敏',
      damage: null,
    });
    expect(await sm3Known(office, exhibit.id)).toBe(await sm3Of(content));
    const read = await office.get(`/exhibits/${exhibit.id}`);
    expect(read.headers.get('content-type')).toBe(mime);
    expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
  });

  test.each(['书证', '物证', '视听资料', '电子数据', '证人证言', '当事人陈述', '鉴定意见', '勘验/现场笔录'] as const)(
    'as %s',
    async (kind) => {
      const exhibit = await send(office, {
        fileName: `${kind.replace('/', '、')}.txt`,
        content: Buffer.from(`内容：${kind}`),
        details: details(kind, { kind }),
      });
      expect(exhibit).toMatchObject({ kind, mime: 'text/plain', hasThumbnail: false });
    },
  );

  test('a sound recording in a film’s container is what the page says it is', async () => {
    expect(
      (await send(office, { fileName: '询问.webm', content: await sample('调查询问录音.webm'), mime: 'audio/webm' }))
        .mime,
    ).toBe('audio/webm');
  });

  test('a picture gets a thumbnail of at most 320 px, upright', async () => {
    const photo = await sharp({ create: { width: 1200, height: 300, channels: 3, background: '#336699' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const exhibit = await send(office, { fileName: '竖拍.jpg', content: photo });
    const answer = await office.get(`/exhibits/${exhibit.id}/thumbnail`);
    const { width, height, format } = await sharp(await answer.arrayBuffer()).metadata();
    expect({ width, height, format }).toEqual({ width: 80, height: 320, format: 'jpeg' });
  });

  test('the same file twice is two exhibits of one content', async () => {
    const content = Buffer.from('同样的内容');
    const first = await send(office, { fileName: '甲.txt', content });
    const second = await send(office, { fileName: '乙.txt', content });
    expect(first.id).not.toBe(second.id);
    expect(first.sha256).toBe(second.sha256);
  });
});

describe('what is not taken in, and leaves nothing half in the case', () => {
  const refused = async (fileName: string, content: Uint8Array, announced?: number) => {
    const refusal = await refusalOf(
      send(office, { fileName, content, ...(announced === undefined ? {} : { announced }) }),
    );
    expect(await known()).not.toContain(fileName);
    expect(await left()).toEqual([]);
    return refusal;
  };

  test('an empty file', async () => {
    const refusal = await refused('空.mp4', new Uint8Array());
    expect(refusal).toEqual({ code: 'file', name: '空.mp4', why: 'empty', limit: null });
    expect(plain(refusal)).toContain('“空.mp4”是空文件（0 字节），没有导入');
  });

  test('fewer bytes than announced', async () => {
    const content = await sample('现场检查录像.webm');
    expect(await refused('断了.webm', content.subarray(0, 100_000), content.length)).toMatchObject({
      why: 'truncated',
      limit: content.length,
    });
  });

  test('more bytes than announced: it was changed while it was read', async () => {
    expect(await refused('变了.webm', await sample('现场检查录像.webm'), 100_000)).toMatchObject({
      why: 'changed',
      limit: 100_000,
    });
  });

  test.each([
    ['a PDF', '考勤记录.pdf', 0.6],
    ['a photo', '现场照片.jpg', 0.5],
    ['a scan cut near its end', '工资支付表.jpg', 0.98],
  ])('%s that was cut before it came here', async (_, name, share) => {
    const content = await sample(name);
    const refusal = await refused(`半截${name}`, content.subarray(0, Math.floor(content.length * share)));
    expect(refusal.code === 'file' && ['incomplete', 'content'].includes(refusal.why)).toBe(true);
  });

  test.each([
    ['a Windows program', '合同.pdf', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(200)])],
    ['a Linux program', '照片.jpg', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])],
  ])('%s, whatever its name says', async (_, name, content) => {
    const refusal = await refused(name, content);
    expect(refusal).toMatchObject({ why: 'program' });
    expect(plain(refusal)).toContain('先压缩成ZIP再添加');
  });

  test('chunks out of order, and then the intake goes on from where it was', async () => {
    const content = Buffer.concat([Buffer.alloc(intakeChunkBytes, '甲'), Buffer.from('完')]);
    const { intakeId } = await client.evidence.begin({
      caseId: item.id,
      fileName: '顺序.txt',
      bytes: content.length,
      mime: '',
      details: details('顺序'),
    });
    expect(await chunk(office, intakeId, 1, content.subarray(intakeChunkBytes))).toMatchObject({
      code: 'file',
      why: 'incomplete',
    });
    expect(await chunk(office, intakeId, 0, content.subarray(0, intakeChunkBytes))).toBeNull();
    expect(await chunk(office, intakeId, 0, content.subarray(0, intakeChunkBytes))).toMatchObject({
      code: 'file',
      why: 'incomplete',
    });
    expect(await chunk(office, intakeId, 1, content.subarray(intakeChunkBytes))).toBeNull();
    expect((await client.evidence.finish({ intakeId, chunks: 2 })).sha256).toBe(
      createHash('sha256').update(content).digest('hex'),
    );
  });

  test('a chunk larger than agreed, and a chunk of an intake that is over', async () => {
    const { intakeId } = await client.evidence.begin({
      caseId: item.id,
      fileName: '太大.txt',
      bytes: 10,
      mime: '',
      details: details('太大'),
    });
    expect(await chunk(office, intakeId, 0, new Uint8Array(intakeChunkBytes + 1))).toEqual({ code: 'malformed' });
    await client.evidence.cancel({ intakeId });
    expect(await chunk(office, intakeId, 0, new Uint8Array(10))).toEqual({ code: 'not-found', what: 'intake' });
    expect(await left()).toEqual([]);
  });

  test('a full disk says how much is missing, and the file goes in once there is room', async () => {
    const atStart = vi.mocked(statfs).mockResolvedValue({ bavail: 1, bsize: 4096 } as never);
    const refusal = await refusalOf(send(office, { fileName: '满盘.txt', content: Buffer.from('内容') }));
    atStart.mockRestore();
    expect(refusal).toMatchObject({ code: 'disk-full', free: 4096 });
    expect(plain(refusal)).toMatch(/磁盘空间不足：还需要 [\d.]+ [KMG]B/);
    expect(await known()).not.toContain('满盘.txt');
    expect((await send(office, { fileName: '满盘.txt', content: Buffer.from('内容') })).bytes).toBe(6);
  });

  test('files that nobody sends any more do not hold up the next ones', async () => {
    const abandoned = { caseId: item.id, bytes: 10, mime: '', details: details('丢下的') };
    const begin = (n: number) => client.evidence.begin({ ...abandoned, fileName: `丢下的${n}.txt` });
    for (let n = 0; n < 48; n += 1) await begin(n);
    expect(await refusalOf(begin(48))).toEqual({ code: 'busy', what: '收录文件' });
    const started = performance.now();
    const later = vi.spyOn(performance, 'now').mockImplementation(() => started + 3 * 60_000);
    onTestFinished(() => later.mockRestore());
    expect((await send(office, { fileName: '新的.txt', content: Buffer.from('内容') })).bytes).toBe(6);
    expect(await left()).toEqual([]);
  });

  test('an intake that a lock cut off is named at the next log-in and forgotten after', async () => {
    await using other = await officeAt('begun', '李敏');
    const { intakeId } = await other.client.evidence.begin({
      caseId: item.id,
      fileName: '锁断.txt',
      bytes: 100,
      mime: '',
      details: details('锁断'),
    });
    expect(await chunk(other, intakeId, 0, Buffer.alloc(40, 'a'))).toBeNull();
    await other.as('李敏');
    expect((await other.client.session.state()).notices.join('')).toContain('上次导入“锁断.txt”时中断');
    expect((await other.client.cases.history({ caseId: item.id })).map((entry) => entry.verb)).toContain('导入中断');
    await other.as('李敏');
    expect((await other.client.session.state()).notices).toEqual([]);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are still held, heap and buffers, after everything dropped has been collected. */
function inUse(): number {
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

test('a recording of 300 MB goes through in flat memory and comes out the same', async () => {
  await using other = await officeAt('begun', '李敏');
  const pieces = 75;
  const piece = (seq: number): Uint8Array => {
    const bytes = Buffer.alloc(intakeChunkBytes, seq + 1);
    if (seq === 0) Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex').copy(bytes);
    return bytes;
  };
  const hash = createHash('sha256');
  const { intakeId } = await other.client.evidence.begin({
    caseId: item.id,
    fileName: '长录像.webm',
    bytes: pieces * intakeChunkBytes,
    mime: 'video/webm',
    details: details('长录像', { kind: '视听资料' }),
  });
  let highest = 0;
  const before = inUse();
  for (let seq = 0; seq < pieces; seq += 1) {
    const bytes = piece(seq);
    hash.update(bytes);
    expect(await chunk(other, intakeId, seq, bytes)).toBeNull();
    if (seq % 5 === 0) highest = Math.max(highest, inUse() - before);
  }
  const exhibit = await other.client.evidence.finish({ intakeId, chunks: pieces });
  expect(exhibit.sha256).toBe(hash.digest('hex'));
  const read = await other.get(`/exhibits/${exhibit.id}`);
  const again = createHash('sha256');
  let received = 0;
  for await (const part of read.body as unknown as AsyncIterable<Uint8Array>) {
    again.update(part);
    if ((received += part.length) % (50 * 1024 * 1024) < part.length) highest = Math.max(highest, inUse() - before);
  }
  expect(again.digest('hex')).toBe(exhibit.sha256);
  // The whole file would be 300 MB; what is on the way at a time is a few chunks.
  expect(highest).toBeLessThan(128 * 1024 * 1024);
});
