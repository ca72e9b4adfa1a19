import { copyFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '../../../shared/contract/sentences.ts';
import { samplePassword } from '../../../main/sample/sample.ts';
import { databaseFile } from '../../../main/app/session/profile-files.ts';
import { contentSteps } from '../../../main/platform/store/migrations/index.ts';
import { KEYRING_FORMAT } from '../../../main/platform/vault/keyring-file.ts';
import { writeFormat1 } from '../../support/former-keyring.ts';
import { copyOfStage, copyProfile, folderOfStage, type Stage } from '../../support/office-profile.ts';
import { officeAt, openOffice, refusalOf, type Office } from '../../support/office.ts';
import { flipByte } from '../../support/flip-byte.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { contentOf, tamper, vaultKeyOf } from './support.ts';
import { confirmedBy } from '../../support/confirmed.ts';

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
          contentSteps.length + 3,
          `Later${String(contentSteps.length + 3).padStart(13, '0')}`,
        );
      }),
    );
    const refusal = await refusalOf(unlock(office));
    expect(refusal).toEqual({ code: 'profile-newer', theirs: contentSteps.length + 3, ours: contentSteps.length });
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
    // A new database has pages that its own making left free.
    expect(outcomes.filter((outcome) => outcome !== 'unused').length).toBeGreaterThan(places.length / 3);
  }, 120_000);

  test('of an older day put back is noticed by its anchor', async () => {
    await using office = await spoilt('filed', async (dir) =>
      copyFile(databaseFile(await folderOfStage('closed')), databaseFile(dir)),
    );
    const { notices } = await unlock(office, '赵强');
    expect(notices.join('')).toContain('数据库少了第');
    const [entry] = (await office.client.supervision.audit({ limit: 20 })).filter(
      ({ verb }) => verb === '发现记录缺失',
    );
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
    await copyProfile(office.dir, left);
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

/** A program that starts on the spoilt folder: one that runs already has the keyring in memory too. */
async function startedOn(spoil: (dir: string) => Promise<void>): Promise<Office> {
  const dir = await copyOfStage('begun');
  await spoil(dir);
  return openOffice(dir, '2026-06-10T09:00');
}

const keyringFiles = ['keyring.json', 'keyring.copy.json'] as const;

describe('the keyring', () => {
  test.each([
    ['cut off', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 300)), 'keyring'],
    ['emptied', (file: string) => writeFile(file, ''), 'keyring'],
    ['replaced by something else', (file: string) => writeFile(file, '{"format":1,"people":"all"}'), 'keyring'],
    ['gone', (file: string) => rm(file), 'keyring-missing'],
  ] as const)('%s in both files is damage and not a first start; nothing is made anew', async (_, spoil, what) => {
    await using office = await spoilt('begun', async (dir) => {
      for (const name of keyringFiles) await spoil(join(dir, name));
    });
    const refusal = await refusalOf(office.client.session.state());
    expect(refusal).toEqual({ code: 'profile-damaged', what });
    expect(plain(refusal)).toContain('没有打开，也没有改动其中内容');
    const before = await filesOf(office.dir);
    const facts = { name: '另一个局', code: '另', government: '某政府', courts: ['某法院'] };
    const person = { name: '某人', roles: ['系统管理员' as const], unit: '某科' };
    const setUp = { office: facts, units: [{ name: '某科', head: '' }], person, password: samplePassword };
    expect(await refusalOf(office.client.session.setUp(setUp))).toEqual(
      what === 'keyring' ? { code: 'profile-exists' } : refusal,
    );
    expect(await filesOf(office.dir)).toEqual(before);
  });

  test.each(keyringFiles)(
    'gone or damaged in %s alone is mended from the other, told and put on record',
    async (name) => {
      for (const spoil of [(file: string) => rm(file), (file: string) => flipByte(file, 400)]) {
        await using office = await spoilt('begun', (dir) => spoil(join(dir, name)));
        const { notices } = await unlock(office, '赵强');
        expect(notices.join('')).toMatch(new RegExp(`密钥文件“${name}”.*(已经补好|已经修好)`));
        const [main, copy] = await Promise.all(keyringFiles.map((each) => readFile(join(office.dir, each), 'utf8')));
        expect(copy).toBe(main);
        const [entry] = (await office.client.supervision.audit({ of: 'office', limit: 9 })).filter(
          ({ verb }) => verb === '核对密钥文件',
        );
        expect(entry?.what).toBe(notices.join(''));
        await office.as('王建国');
        expect((await office.client.session.state()).notices).toEqual([]);
      }
    },
  );

  test('of a newer program is refused', async () => {
    await using office = await spoilt('begun', async (dir) => {
      const file = join(dir, 'keyring.json');
      await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), format: 9 }));
    });
    expect(await refusalOf(office.client.session.state())).toEqual({
      code: 'profile-newer',
      theirs: 9,
      ours: KEYRING_FORMAT,
    });
  });

  test('of format 1 opens, is written anew with seals and a copy, and nothing is told', async () => {
    await using office = await startedOn(async (dir) => {
      await tamper(dir, (db) => void db.exec("delete from setting where key = 'keyring'"), 'office');
      const people = (await keyringOf(dir)).people as unknown as { id: string; name: string }[];
      const passwords = people.map((person) => ({ ...person, password: samplePassword }));
      await writeFormat1(dir, await vaultKeyOf(dir), passwords);
    });
    expect((await unlock(office)).notices).toEqual([]);
    const written = await keyringOf(office.dir);
    // Written anew, then the keys of who logged in.
    expect(written).toMatchObject({ format: KEYRING_FORMAT, generation: 2 });
    expect(written.people.every(({ seal }) => (seal as string).length === 44)).toBe(true);
    expect(await readFile(join(office.dir, 'keyring.copy.json'), 'utf8')).toContain('"generation": 2');
    await office.as('李敏');
    await office.as('赵强');
    const job = await office.ended((await office.client.supervision.verify()).id);
    // That the database has no record of the keyring is told too: here it was taken out behind the program's back.
    expect(job.faults.filter((fault) => /密钥记录|keyring/.test(fault))).toEqual([]);
  });

  test('one person’s damaged entry harms nobody else, is not called a wrong password, and names the way out', async () => {
    await using office = await startedOn((dir) =>
      changeKeyrings(dir, ({ people }) => {
        const entry = people.find(({ name }) => name === '李敏');
        if (entry)
          entry['wrapped'] = (entry['wrapped'] as string).replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
      }),
    );
    const refusal = await refusalOf(unlock(office, '李敏'));
    expect(refusal).toEqual({ code: 'key-damaged', name: '李敏' });
    expect(plain(refusal)).toContain('在“设置—人员”里为李敏重设密码');
    const { notices, operator } = await unlock(office, '吴管理');
    expect(operator?.name).toBe('吴管理');
    expect(notices.join('')).toContain('李敏的密钥记录已损坏，李敏不能登录，其他人不受影响。');
    const first = await office.ended((await office.client.supervision.verify()).id);
    expect(first.faults.join('')).toContain('李敏的密钥记录已损坏');
    await office.client.staff.setPassword({
      personId: await office.personId('李敏'),
      password: samplePassword,
      ...(await confirmedBy(office.client)),
    });
    const second = await office.ended((await office.client.supervision.verify()).id);
    expect(second.faults).toEqual([]);
    await office.client.session.lock();
    expect((await unlock(office, '李敏')).notices).toEqual([]);
  });

  test('an older one put back in both files is told, with whose password is the old one', async () => {
    await using office = await officeAt('begun', '吴管理');
    const before = await Promise.all(keyringFiles.map((name) => readFile(join(office.dir, name))));
    await office.client.staff.setPassword({
      personId: await office.personId('李敏'),
      password: 'limin-xin-mima',
      ...(await confirmedBy(office.client)),
    });
    await office.client.session.lock();
    await Promise.all(keyringFiles.map((name, index) => writeFile(join(office.dir, name), before[index] ?? '')));
    await using after = await openOffice(office.dir, '2026-06-10T09:00');
    const told = (await unlock(after, '赵强')).notices.join('');
    expect(told).toContain('两份密钥文件都被换成了旧的');
    expect(told).toContain('李敏的密钥记录是旧的');
    expect(told).not.toContain('王建国');
  });
});

type Json = Record<string, unknown>;
type KeyringJson = Json & { people: Json[]; recovery: Json[] };

const keyringOf = async (dir: string): Promise<KeyringJson> =>
  JSON.parse(await readFile(join(dir, 'keyring.json'), 'utf8')) as KeyringJson;

async function changeKeyrings(dir: string, change: (keyring: KeyringJson) => void): Promise<void> {
  const keyring = await keyringOf(dir);
  change(keyring);
  for (const name of keyringFiles) await writeFile(join(dir, name), JSON.stringify(keyring));
}

/** Names and sizes of all that lies in a folder. */
async function filesOf(dir: string): Promise<string[]> {
  const names = (await readdir(dir, { recursive: true })).toSorted();
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(dir, name))).size}`));
}
