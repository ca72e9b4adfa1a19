import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { ExhibitDetails } from '../../../../shared/case-file.ts';
import type { Job } from '../../../../shared/contract/supervision.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { sampleFolder } from '../../../../main/sample/sample.ts';
import { createSm3 } from '../../../../main/platform/vault/sm3.ts';
import { verifyBag } from '../../../../main/features/handover/verify-bag.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';
import { resourcesDir } from '../../../support/office-profile.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { textOf } from '../../platform/print/support.ts';
import { send } from '../evidence/support.ts';
import { bagFaults, filesOf, makePackage } from './support.ts';

const office = await officeOfFile('filed', '王建国');
const { client } = office;
const { case: candidate, exhibits, papers } = await office.caseFile();
const folder = await tempDir();
const plan = await client.handover.plan({ caseId: candidate.id, kind: 'court', receivedAt: '2026-06-08' });

describe('the as-decided set (行政诉讼法第三十五条)', () => {
  test('is grouped and numbered for the court, with the answer due in fifteen days', () => {
    expect(plan).toMatchObject({
      due: '2026-06-23',
      answerName: '行政诉讼答辩状',
      recipients: ['辽源市龙山区人民法院', '辽源市西安区人民法院'],
    });
    for (const group of new Set(plan.items.map((item) => item.group))) {
      const numbers = plan.items.filter((item) => item.group === group).map((item) => item.seq);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(plan.items.find((item) => item.title === '营业执照副本复印件')).toMatchObject({
      group: '主体',
      originality: '复制件',
    });
    expect(plan.items.find((item) => item.title.startsWith('送达回证'))).toMatchObject({ group: '送达', late: false });
  });

  test('inner papers are off by default, and what proves the service of the decision is not late', () => {
    expect(plan.items.find((item) => item.title.startsWith('调查终结报告'))?.internal).toBe(true);
    expect(plan.items.filter((item) => item.late).map((item) => item.title)).toEqual([]);
  });

  test('evidence gathered after the decision is marked and refused', async () => {
    await using late = await officeAt('closed', '王建国');
    const exhibit = await send(late, { fileName: '补充证言.txt', content: Buffer.from('事后找到的证言') });
    const { items } = await late.client.handover.plan({
      caseId: candidate.id,
      kind: 'court',
      receivedAt: '2026-04-20',
    });
    expect(items.find((item) => item.exhibitId === exhibit.id)?.late).toBe(true);
    const refusal = await refusalOf(makePackage(late, folder, { keys: items.map((item) => item.key) }));
    expect(refusal).toMatchObject({ code: 'invalid', problems: [{ field: 'keys', article: 41 }] });
    expect(plain(refusal)).toContain('“补充证言.txt”是作出决定以后收集的');
    expect(await late.client.handover.list({})).toEqual([]);
    // By leave it goes, and the court reads why; leave before the notice came is none.
    const leave = { ground: '原告在诉讼中提出了新的证人', grantedOn: '2026-06-20', reference: '庭审笔录' };
    const keys = [`exhibit:${exhibit.id}`];
    expect(
      await refusalOf(makePackage(late, folder, { keys, leave: { ...leave, grantedOn: '2026-06-01' } })),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'leave' }] });
    await late.ended((await makePackage(late, await tempDir(), { keys, leave })).jobId);
    const [made] = await late.client.handover.list({});
    expect(made).toMatchObject({ state: 'verified', itemCount: 1 });
    const words = [...(await filesOf(made?.folder ?? ''))].filter(([name]) => name.includes('证据目录'));
    expect(words).toHaveLength(1);
    expect(textOf(words[0]![1])).toContain('原告在诉讼中提出了新的证人；2026年6月20日经人民法院准许（庭审笔录）');
  });

  test('evidence stored after the decision and gathered before it is in the set, by the day that is stated of it', async () => {
    await using later = await officeAt('closed', '王建国');
    const exhibit = await send(later, { fileName: '工资表.txt', content: Buffer.from('三月的工资表') });
    const { fileName: _, ...rest } = exhibit;
    const details = ExhibitDetails.strip().parse(rest);
    const late = async (gatheredAt: string) => {
      await later.client.evidence.describe({ ...details, gatheredAt, exhibitId: exhibit.id });
      const set = await later.client.handover.plan({ caseId: candidate.id, kind: 'court', receivedAt: '2026-04-20' });
      return set.items.find((item) => item.exhibitId === exhibit.id)?.late;
    };
    expect(await late('2026-03-10')).toBe(false);
    expect(await late('')).toBe(true);
    expect(await refusalOf(late('2030-01-01'))).toMatchObject({ code: 'invalid', problems: [{ field: 'gatheredAt' }] });
  });

  test.each(['', '2026-6-8', '2026-02-30', '昨天'])('“%s” is no day on which the court’s notice came', async (day) => {
    const refusal = await refusalOf(client.handover.plan({ caseId: candidate.id, kind: 'court', receivedAt: day }));
    expect(plain(refusal)).toContain('不是有效的日期');
  });

  test('a reconsideration body gets an answer in ten working days, in the simplified procedure in five (行政复议法第四十八条、第八十八条)', async () => {
    expect(
      await client.handover.plan({ caseId: candidate.id, kind: 'reconsideration', receivedAt: '2026-06-08' }),
    ).toMatchObject({ due: '2026-06-23', recipients: ['辽源市人民政府'], answerName: '行政复议答复书' });
    expect(
      (
        await client.handover.plan({
          caseId: candidate.id,
          kind: 'reconsideration',
          receivedAt: '2026-06-08',
          simplified: true,
        })
      ).due,
    ).toBe('2026-06-15');
  });
});

describe('the package', () => {
  const running = (caseId: string) => client.supervision.running({ kind: 'handover', caseId });
  let found: Job | null;
  let files: Map<string, Buffer>;
  let place: string;
  let handoverId: string;
  beforeAll(async () => {
    const asked = await makePackage(office, folder);
    handoverId = asked.handoverId;
    found = await running(candidate.id);
    expect(await office.ended(asked.jobId)).toMatchObject({
      id: found?.id,
      state: 'done',
      faults: [],
      resultId: handoverId,
    });
    [place = ''] = (await readdir(folder)).map((name) => join(folder, name));
    files = await filesOf(place);
  }, 60_000);

  test('is found again by its case while it is written, and only then', async () => {
    expect(found).toMatchObject({ kind: 'handover', state: 'running' });
    expect(await running(candidate.id)).toBeNull();
    expect(await refusalOf(running(handoverId))).toMatchObject({ code: 'not-found' });
  });

  test('is a bag by the letter of the standard, and the row says what it is', async () => {
    expect(bagFaults(files)).toEqual([]);
    const row = (await client.handover.list({})).find((each) => each.id === handoverId);
    const payload = [...files].filter(([name]) => name.startsWith('data/'));
    expect(row).toMatchObject({
      state: 'verified',
      folder: place,
      bytes: payload.reduce((sum, [, content]) => sum + content.length, 0),
      failure: null,
      due: '2026-06-23',
    });
    const manifest = files.get('data/manifest.json') ?? Buffer.alloc(0);
    const sm3 = await createSm3();
    sm3.update(manifest);
    expect(row).toMatchObject({
      manifestSha256: createHash('sha256').update(manifest).digest('hex'),
      manifestSm3: sm3.digest(),
    });
    expect(row?.anchor).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4} 第\d+条$/);
  });

  test('its SM3 manifest is right too', async () => {
    const lines = (files.get('manifest-sm3.txt')?.toString('utf8') ?? '').split('\n').filter(Boolean);
    for (const line of lines) {
      const sm3 = await createSm3();
      sm3.update(files.get(line.slice(66)) ?? Buffer.alloc(0));
      expect([line.slice(66), sm3.digest()]).toEqual([line.slice(66), line.slice(0, 64)]);
    }
  });

  test('carries the originals as they came in, the papers as they were frozen', async () => {
    const hashes = new Set([...files.values()].map((content) => createHash('sha256').update(content).digest('hex')));
    for (const name of await readdir(join(sampleFolder(resourcesDir), 'exhibits'))) {
      const source = createHash('sha256')
        .update(await readFile(join(sampleFolder(resourcesDir), 'exhibits', name)))
        .digest('hex');
      expect([name, hashes.has(source)]).toEqual([name, true]);
    }
    const decision = papers.find((paper) => paper.templateId === 'J32');
    expect(hashes.has(decision?.sha256 ?? '')).toBe(true);
    expect([...files.keys()].filter((name) => name.startsWith('data/06_音像/') && name.endsWith('.webm'))).toHaveLength(
      exhibits.filter((exhibit) => /^(audio|video)/.test(exhibit.mime)).length,
    );
  });

  test('its list of evidence gives the pages of the volume, its slip the hashes and the anchor', async () => {
    const row = (await client.handover.list({})).find((each) => each.id === handoverId);
    const slip = textOf(files.get('data/07_移交清单与回执.pdf') ?? Buffer.alloc(0));
    expect(slip).toContain(row?.anchor.replaceAll(' ', '') ?? '-');
    expect(slip.toLowerCase()).toContain(row?.manifestSha256 ?? '-');
    const list = textOf(files.get('data/02_证据目录.pdf') ?? Buffer.alloc(0));
    const volume = files.get('data/00_证据卷（目录及全部证据）.pdf') ?? Buffer.alloc(0);
    for (const item of plan.items.filter((each) => !each.internal && !each.late))
      expect(list).toContain(item.title.replaceAll(/\s/g, ''));
    expect(textOf(volume)).toMatch(/证据1第1页\/共\d+页总第1页/);
    expect(textOf(files.get('data/01_答辩状.pdf') ?? Buffer.alloc(0))).toContain('请求人民法院依法驳回原告的诉讼请求');
  });

  test('the same in one zip holds the same files byte for byte', async () => {
    const zipped = await tempDir();
    const { jobId } = await makePackage(office, zipped, { form: 'zip' });
    expect(await office.ended(jobId)).toMatchObject({ state: 'done' });
    const [archive = ''] = await readdir(zipped);
    expect(archive).toMatch(/\.zip$/);
    const out = await tempDir();
    execFileSync('python3', [
      '-c',
      'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])',
      join(zipped, archive),
      out,
    ]);
    const unpacked = await filesOf(join(out, archive.slice(0, -4)));
    expect(bagFaults(unpacked)).toEqual([]);
    const originals = (all: Map<string, Buffer>): string[] =>
      [...all]
        .filter(([name]) => /^data\/0[36]_/.test(name))
        .map(([name, content]) => `${name} ${createHash('sha256').update(content).digest('hex')}`);
    expect(originals(unpacked)).toEqual(originals(files));
    expect([...unpacked.keys()]).toEqual([...files.keys()]);
  });

  test('the duplicate kept here opens and holds all but the recordings (第四十一条)', async () => {
    const answer = await office.get(`/handovers/${handoverId}/duplicate`);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const kept = await tempDir();
    await writeFile(join(kept, 'kept.zip'), Buffer.from(await answer.arrayBuffer()));
    execFileSync('python3', [
      '-c',
      'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])',
      join(kept, 'kept.zip'),
      join(kept, 'out'),
    ]);
    const duplicate = await filesOf(join(kept, 'out'));
    const recordings = [...files.keys()].filter((name) => name.startsWith('data/06_音像/') && name.endsWith('.webm'));
    expect([...duplicate.keys()]).toEqual([...files.keys()].filter((name) => !recordings.includes(name)));
    for (const [name, content] of duplicate)
      expect([name, content.equals(files.get(name) ?? Buffer.alloc(0))]).toEqual([name, true]);
  });

  test('reading it back finds a flipped byte, a missing file, one too many and a changed list', async () => {
    const copy = join(await tempDir(), 'copy');
    await mkdir(copy);
    for (const [name, content] of files) {
      await mkdir(join(copy, name, '..'), { recursive: true });
      await writeFile(join(copy, name), content);
    }
    expect(await verifyBag(copy)).toEqual([]);
    const [film = ''] = [...files.keys()].filter((name) => name.endsWith('.webm'));
    const handle = await open(join(copy, film), 'r+');
    await handle.write(Buffer.from([0x5a]), 0, 1, 1_234);
    await handle.close();
    expect(await verifyBag(copy)).toEqual([`文件与清单不符：${film}`]);
    await writeFile(join(copy, film), files.get(film) ?? '');
    await writeFile(join(copy, 'data', '多余.txt'), '多出来的');
    await writeFile(join(copy, 'bag-info.txt'), 'Payload-Oxum: 1.1\n');
    expect(await verifyBag(copy)).toEqual(['多出清单里没有的文件：data/多余.txt', '文件与清单不符：bag-info.txt']);
    await rm(join(copy, 'data', '多余.txt'));
    await writeFile(join(copy, 'bag-info.txt'), files.get('bag-info.txt') ?? '');
    const list = files.get('tagmanifest-sm3.txt')?.toString() ?? '';
    await writeFile(
      join(copy, 'tagmanifest-sm3.txt'),
      list.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    );
    const [first = ''] = list.split('\n');
    expect(await verifyBag(copy)).toEqual([`文件与清单不符：${first.slice(first.indexOf('  ') + 2)}`]);
  });

  test('a receipt is put on record and may be corrected, with both on record', async () => {
    const receipt = { receivedBy: '立案庭 刘法官', receivedAt: '2026-06-11T09:40', receiptNo: '收据第0012号' };
    expect(await client.handover.receipt({ handoverId, receipt })).toMatchObject({ state: 'received', receipt });
    await client.handover.receipt({ handoverId, receipt: { ...receipt, receiptNo: '收据第0013号' } });
    const entries = (await client.cases.history({ caseId: candidate.id })).filter((entry) => entry.verb === '登记回执');
    expect(entries[0]?.detail).toMatchObject({
      before: { receiptNo: '收据第0012号' },
      after: { receiptNo: '收据第0013号' },
    });
  });
});

describe('what is refused', () => {
  test('a second package while one is made; it leaves no row that waits for ever', async () => {
    const place = await tempDir();
    const first = await makePackage(office, place);
    expect(await refusalOf(makePackage(office, place))).toMatchObject({ code: 'busy' });
    expect(await office.ended(first.jobId)).toMatchObject({ state: 'done' });
    expect((await client.handover.list({})).filter((row) => row.state === 'building' || row.state === 'built')).toEqual(
      [],
    );
    expect(await readdir(place)).toHaveLength(1);
  });

  test('a receipt for a package that was not finished', async () => {
    const failed = (await client.handover.list({})).find((row) => row.state === 'failed');
    expect(failed?.failure).toContain('正在进行');
    expect(
      await refusalOf(
        client.handover.receipt({
          handoverId: failed?.id ?? '',
          receipt: { receivedBy: '某人', receivedAt: '2026-06-11T09:40', receiptNo: '' },
        }),
      ),
    ).toMatchObject({ code: 'wrong-status' });
  });

  test('an exhibit known to be damaged', async () => {
    await using other = await officeAt('filed', '王建国');
    const film = await other.exhibit('现场检查录像（节选）');
    const file = join(other.dir, 'vault', film.sha256.slice(0, 2), film.sha256);
    await writeFile(
      file,
      (await readFile(file)).map((byte, index) => (index === 200_000 ? byte ^ 1 : byte)),
    );
    await (await other.get(`/exhibits/${film.id}`)).arrayBuffer().catch(() => undefined);
    expect(await refusalOf(makePackage(other, folder))).toMatchObject({ code: 'damaged', name: film.title });
  });

  test('damage first met while writing: the package is not finished, nothing carries its name', async () => {
    await using other = await officeAt('filed', '王建国');
    const film = await other.exhibit('现场检查录像（节选）');
    const file = join(other.dir, 'vault', film.sha256.slice(0, 2), film.sha256);
    await writeFile(
      file,
      (await readFile(file)).map((byte, index) => (index === 200_000 ? byte ^ 1 : byte)),
    );
    const place = await tempDir();
    const { jobId, handoverId } = await makePackage(other, place);
    const job = await other.ended(jobId);
    expect(job).toMatchObject({ state: 'failed', faults: [expect.stringContaining('没有通过完整性核对')] });
    expect(await readdir(place)).toEqual([]);
    expect((await other.client.handover.list({})).find((row) => row.id === handoverId)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('被改动或损坏'),
    });
  });

  test('found page by page, whatever their number, and each by its id', async () => {
    const all = (await client.handover.list({})).map(({ id }) => id);
    expect(all.length).toBeGreaterThan(1);
    const paged: string[] = [];
    for (let before: string | null = null; ; before = paged.at(-1) ?? null) {
      const [next] = await client.handover.list({ before, limit: 1 });
      if (next === undefined) break;
      paged.push(next.id);
    }
    expect(paged).toEqual(all);
  });

  test('a folder so deep that Windows could not open what is put there', async () => {
    const deep = join(await tempDir(), ...Array.from({ length: 3 }, () => '深'.repeat(70)));
    await mkdir(deep, { recursive: true });
    const before = await client.handover.list({});
    expect(await refusalOf(makePackage(office, deep))).toEqual({ code: 'folder', why: 'too-long', folder: deep });
    expect(await client.handover.list({})).toEqual(before);
    expect(await readdir(deep)).toEqual([]);
  });

  test.each([
    ['a relative one', () => '移送', 'not-absolute'],
    ['one that is not there', () => '/没有/这个/文件夹', 'missing'],
    ['one with a NUL', () => '/tmp/a\0b', 'missing'],
    ['the profile itself', () => office.dir, 'inside-profile'],
    ['a folder in the profile', () => join(office.dir, 'vault'), 'inside-profile'],
    [
      'the profile by a roundabout way',
      () => `${office.dir}/vault/../../${office.dir.split('/').at(-1)}/vault`,
      'inside-profile',
    ],
  ])('as folder %s', async (_, typed, why) => {
    expect(await refusalOf(client.desktop.typedFolder({ folder: typed() }))).toMatchObject({ code: 'folder', why });
  });

  test('as folder a link that leads into the profile, and a file', async () => {
    const outside = await tempDir();
    await symlink(join(office.dir, 'vault'), join(outside, 'link'));
    await writeFile(join(outside, 'file'), 'x');
    expect(await refusalOf(client.desktop.typedFolder({ folder: join(outside, 'link') }))).toMatchObject({
      code: 'folder',
      why: 'inside-profile',
    });
    expect(await refusalOf(client.desktop.typedFolder({ folder: join(outside, 'file') }))).toMatchObject({
      code: 'folder',
      why: 'missing',
    });
  });

  test('a ticket that was never given', async () => {
    const asked = makePackage(office, folder, { folderTicket: 'x'.repeat(24) });
    expect(await refusalOf(asked)).toEqual({ code: 'not-found', what: 'folder' });
  });
});

test('a title in decomposed letters is kept as it was typed, and its package is whole wherever it is copied', async () => {
  await using other = await officeAt('closed', '王建国');
  const title = 'Cafe\u0301 店工资表か\u3099';
  const [exhibit] = (await other.caseFile()).exhibits.filter(({ mime }) => mime === 'application/pdf');
  if (exhibit === undefined) throw new Error('the sample has no PDF');
  const { id: exhibitId, kind, proves, source } = exhibit;
  await other.client.evidence.describe({ exhibitId, title, kind, proves, source });
  expect((await other.exhibit(title)).title).toBe(title);
  const { hits } = await other.client.households.search({ query: title.normalize('NFC'), kinds: ['exhibit'] });
  expect(hits.map((hit) => hit.id)).toEqual([exhibitId]);

  const target = await tempDir();
  const { jobId } = await makePackage(other, target);
  expect(await other.ended(jobId)).toMatchObject({ state: 'done', faults: [] });
  const [name = ''] = await readdir(target);
  const bag = join(target, name);
  expect(await verifyBag(bag)).toEqual([]);
  const named = [...(await filesOf(bag)).keys()].filter((file) => file.includes('Caf\u00E9'));
  expect(named).toHaveLength(1);
  const apart = join(bag, (named[0] ?? '').normalize('NFD'));
  await rename(join(bag, named[0] ?? ''), apart);
  expect(await verifyBag(bag)).toEqual([]);
  await writeFile(join(bag, named[0] ?? ''), await readFile(apart));
  expect(await verifyBag(bag)).toHaveLength(1);
});
