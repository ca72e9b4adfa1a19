import { copyFile, cp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '../../../shared/contract/sentences.ts';
import { samplePassword } from '../../../main/sample/sample.ts';
import { databaseFile } from '../../../main/app/session/first-start.ts';
import { schemaVersion } from '../../../main/platform/store/migrations/index.ts';
import { folderOfStage, type Stage } from '../../support/office-profile.ts';
import { officeAt, openOffice, refusalOf, type Office } from '../../support/office.ts';
import { flipByte } from '../../support/flip-byte.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { contentOf, tamper } from './support.ts';

/** The office of a stage after somebody or something has been at its folder. */
async function spoilt(stage: Stage, spoil: (dir: string) => Promise<void>): Promise<Office> {
  const office = await officeAt(stage);
  office.at('2026-06-10T09:00');
  await spoil(office.dir);
  return office;
}
const unlock = async (office: Office, name = '周静') =>
  office.client.session.unlock({ personId: await office.personId(name), password: samplePassword });

// Made once before the clocks of the tests run.
await folderOfStage('filed');

describe('the database', () => {
  test('of a newer program is not opened, and says which version is needed', async () => {
    await using office = await spoilt('begun', (dir) =>
      tamper(dir, (db) => {
        db.prepare('insert into migrations (timestamp, name) values (?, ?)').run(
          schemaVersion + 3,
          `Later${String(schemaVersion + 3).padStart(13, '0')}`,
        );
      }),
    );
    const refusal = await refusalOf(unlock(office));
    expect(refusal).toEqual({ code: 'profile-newer', theirs: schemaVersion + 3, ours: schemaVersion });
    expect(plain(refusal)).toContain('请安装最新版本的案卷工作站');
  });

  test('that is gone is not replaced by an empty one', async () => {
    await using office = await spoilt('begun', (dir) => rm(databaseFile(dir)));
    expect(await refusalOf(unlock(office))).toEqual({ code: 'profile-damaged', what: 'database' });
    await expect(stat(databaseFile(office.dir))).rejects.toThrow('ENOENT');
    expect((await office.client.session.state()).profile).toBe('locked');
  });

  test('with one flipped byte anywhere is refused, or the damage is named by the verification; never silence', async () => {
    const { size } = await stat(databaseFile(await folderOfStage('closed')));
    await using whole = await officeAt('closed');
    const content = await contentOf(whole.dir);
    const places = Array.from({ length: 10 }, (_, n) => Math.floor((size / 10) * (n + 0.37)));
    const outcomes: string[] = [];
    for (const place of places) {
      let unused = false;
      await using office = await spoilt('closed', async (dir) => {
        await flipByte(databaseFile(dir), place);
        // A page that holds nothing may be harmed without a loss, which is told by reading everything.
        unused = (await contentOf(dir).catch(() => '')) === content;
      });
      const answer = await unlock(office).then(
        () => 'opened',
        (error: { data: unknown }) => error.data,
      );
      if (answer !== 'opened') {
        expect([place, answer]).toEqual([place, { code: 'profile-damaged', what: 'database' }]);
        outcomes.push('refused');
        continue;
      }
      const job = await office.ended((await office.client.supervision.verify()).id);
      if (!unused) expect([place, job.faults.join('')]).toEqual([place, expect.stringMatching(/数据库/)]);
      outcomes.push(unused ? 'unused' : 'named');
    }
    expect(outcomes.filter((outcome) => outcome !== 'unused').length).toBeGreaterThan(places.length / 2);
  }, 120_000);

  test('of an older day put back is noticed by its anchor', async () => {
    await using office = await spoilt('filed', async (dir) =>
      copyFile(databaseFile(await folderOfStage('closed')), databaseFile(dir)),
    );
    const { notices } = await unlock(office, '赵强');
    expect(notices.join('')).toContain('数据库少了第');
    const [entry] = (await office.client.supervision.audit({ limit: 5 })).filter(({ verb }) => verb === '发现记录缺失');
    expect(entry?.what).toBe(notices[0]);
    await office.as('周静');
    expect((await office.client.session.state()).notices).toEqual([]);
  });

  test('whose last writes a power cut took says so at the next start, though nobody locked', async () => {
    await using office = await officeAt('begun', '王建国');
    for (const name of ['甲', '乙'])
      await office.client.households.create({ kind: '无照单位', name: `${name}小吃店`, address: '人民路1号' });
    const { anchor } = await office.client.session.state();
    const anchorFile = join(office.dir, 'anchor.json');
    await expect
      .poll(async () => `第${(JSON.parse(await readFile(anchorFile, 'utf8')) as { seq: number }).seq}条`, {
        timeout: 20_000,
      })
      .toBe(anchor?.split(' ')[1]);
    const left = await tempDir();
    await cp(office.dir, left, { recursive: true });
    const wal = `${databaseFile(left)}-wal`;
    await truncate(wal, (await stat(wal)).size - 1);

    await using after = await openOffice(left, '2026-06-10T09:00');
    expect((await unlock(after)).notices.join('')).toMatch(
      /^数据库少了第\d+条记录，最后一条记于.*现存的最后一条是.*“建立一户式档案”/,
    );
  });

  test('a missing and a forged anchor are noticed', async () => {
    await using gone = await spoilt('filed', (dir) => rm(join(dir, 'anchor.json')));
    expect((await unlock(gone)).notices.join('')).toContain('锚点文件不见了');
    await using forged = await spoilt('filed', async (dir) => {
      const anchor = JSON.parse(await readFile(join(dir, 'anchor.json'), 'utf8')) as { seq: number };
      await writeFile(join(dir, 'anchor.json'), JSON.stringify({ ...anchor, seq: anchor.seq - 1 }));
    });
    expect((await unlock(forged)).notices.join('')).toContain('锚点文件被改动过');
  });

  test('an untouched profile opens without a word', async () => {
    await using office = await spoilt('filed', async () => {});
    expect((await unlock(office)).notices).toEqual([]);
  });
});

describe('the keyring', () => {
  test.each([
    ['cut off', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 300))],
    ['emptied', (file: string) => writeFile(file, '')],
    ['replaced by something else', (file: string) => writeFile(file, '{"format":1,"people":"all"}')],
  ])('%s is said to be damaged, and is not made anew', async (_, spoil) => {
    await using office = await spoilt('begun', (dir) => spoil(join(dir, 'keyring.json')));
    const refusal = await refusalOf(office.client.session.state());
    expect(refusal).toEqual({ code: 'profile-damaged', what: 'keyring' });
    expect(plain(refusal)).toContain('密钥文件已损坏，没有打开，也没有改动其中内容');
    const before = await readFile(join(office.dir, 'keyring.json'));
    const { office: facts, units } = {
      office: { name: '另一个局', code: '另', government: '某政府', courts: ['某法院'] },
      units: [{ name: '某科', head: '' }],
    };
    expect(
      await refusalOf(
        office.client.session.setUp({
          office: facts,
          units,
          person: { name: '某人', roles: ['系统管理员'], unit: '某科' },
          password: samplePassword,
        }),
      ),
    ).toEqual({ code: 'profile-exists' });
    expect(await readFile(join(office.dir, 'keyring.json'))).toEqual(before);
  });

  test('of a newer program is refused', async () => {
    await using office = await spoilt('begun', async (dir) => {
      const file = join(dir, 'keyring.json');
      await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), format: 9 }));
    });
    expect(await refusalOf(office.client.session.state())).toEqual({ code: 'profile-newer', theirs: 9, ours: 1 });
  });

  test('one person’s damaged entry harms nobody else, and is not called a wrong password', async () => {
    await using office = await spoilt('begun', async (dir) => {
      const file = join(dir, 'keyring.json');
      const keyring = JSON.parse(await readFile(file, 'utf8')) as { people: { name: string; wrapped: string }[] };
      const people = keyring.people.map((person) =>
        person.name === '李敏'
          ? { ...person, wrapped: person.wrapped.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) }
          : person,
      );
      await writeFile(file, JSON.stringify({ ...keyring, people }));
    });
    expect(await refusalOf(unlock(office, '李敏'))).toEqual({ code: 'profile-damaged', what: 'keyring' });
    expect((await unlock(office, '王建国')).operator?.name).toBe('王建国');
  });
});
