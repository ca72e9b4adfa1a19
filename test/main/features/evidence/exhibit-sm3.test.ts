import { newSigningKey } from '../../../../main/platform/vault/signing.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Exhibit } from '../../../../shared/case-file.ts';
import type { Signal } from '../../../../shared/contract/desktop.ts';
import { createExhibitSm3 } from '../../../../main/features/evidence/exhibit-sm3.ts';
import type { Exhibits } from '../../../../main/features/evidence/exhibits.ts';
import type { FeatureContext } from '../../../../main/features/context.ts';
import { createAudit } from '../../../../main/platform/audit/chain.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import type { BlobStore } from '../../../../main/platform/vault/blob-store.ts';
import { damaged, VaultError } from '../../../../main/platform/vault/errors.ts';
import { officeAt } from '../../../support/office.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { send, sm3Known, sm3Of } from './support.ts';

const never = new AbortController().signal;
const sm3Text = (sha256: string): string => `SM3 of ${sha256}`;

/** A database with one case, and an evidence feature whose sealed files take as long as the test wants. */
async function bench() {
  const file = join(await tempDir(), 'case.db');
  const store = await openStore(file, '1'.repeat(64));
  onTestFinished(() => store.close());
  store.db
    .exec(`insert into case_record (id, office, number, procedure, causeName, state, officerIds, createdAt, createdBy, updatedAt, version)
    values ('case', '', '', '', '', 'open', '[]', '', '', '', 1)`);
  const signals: Signal[] = [];
  const audit = createAudit(store, { personId: 'p', name: '李敏', signingKey: newSigningKey() }, () => new Date());
  const reported: unknown[] = [];
  const context = {
    store,
    audit,
    emit: (signal: Signal) => signals.push(signal),
    report: (thrown: unknown) => reported.push(thrown),
  } as unknown as FeatureContext;
  const alarms: string[] = [];
  const exhibits = {
    raiseDamage: async ({ id, title }: Exhibit, damage: string) => {
      alarms.push(`${title}: ${damage}`);
      store.run('update exhibit set damage = ? where id = ?', damage, id);
    },
  } as unknown as Exhibits;
  const rows = (): { id: string; sm3: string | null }[] => store.all('select id, sm3 from exhibit order by id');

  function add(id: string, sha256 = `content of ${id}`): Exhibit {
    const empty = 'source maker proves originality place device startAt endAt transcript mime importedBy'.split(' ');
    const names = [
      ...empty,
      'id',
      'caseId',
      'title',
      'kind',
      'fileName',
      'sha256',
      'importedAt',
      'noticeSpoken',
      'bytes',
    ];
    const values = [...empty.map(() => ''), id, 'case', id, '书证', id, sha256, id, 0, 1];
    store.run(
      `insert into exhibit (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`,
      ...values,
    );
    audit.append({ verb: '收取证据', what: id });
    return { id, title: id, sha256, sm3: null, damage: null } as Exhibit;
  }

  /** The feature as it is made at log-in. */
  function logIn(sm3: BlobStore['sm3']) {
    const feature = createExhibitSm3(context, { sm3 } as BlobStore, exhibits);
    onTestFinished(() => feature.close());
    return feature;
  }

  return {
    store,
    add,
    logIn,
    rows,
    signals,
    alarms,
    reported,
    entries: () => audit.entries({ before: null, limit: 100 }).filter(({ verb }) => verb !== '收取证据'),
  };
}

/** A sealed file that is read until it is stopped. */
const endless: BlobStore['sm3'] = (_sha256, { signal } = {}) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new VaultError({ code: 'stopped' })));
  });

test('what is missing is computed one after the other, put on record and told to the page', async () => {
  const { add, logIn, rows, signals, entries } = await bench();
  let running = 0;
  const feature = logIn(async (sha256) => {
    expect((running += 1)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return sm3Text(sha256);
  });
  for (const id of ['a', 'b', 'c']) add(id);
  feature.catchUp();
  feature.catchUp();
  await expect.poll(() => rows().every(({ sm3 }) => sm3 !== null)).toBe(true);
  expect(rows()).toEqual(['a', 'b', 'c'].map((id) => ({ id, sm3: sm3Text(`content of ${id}`) })));
  expect(entries().map(({ verb, what, detail }) => [verb, what, detail])).toEqual(
    ['c', 'b', 'a'].map((id) => ['计算SM3', id, { sha256: `content of ${id}`, sm3: sm3Text(`content of ${id}`) }]),
  );
  await expect.poll(() => signals).toHaveLength(3);
  expect(signals[0]).toMatchObject({ kind: 'changed', areas: expect.arrayContaining(['cases']), caseId: 'case' });
  add('d');
  feature.catchUp();
  await expect.poll(() => rows().at(-1)?.sm3).toBe(sm3Text('content of d'));
});

test('a lock or crash between seal and SM3 loses nothing: the next log-in goes on', async () => {
  const { add, logIn, rows } = await bench();
  add('a');
  const cutOff = logIn(endless);
  cutOff.catchUp();
  await cutOff.close();
  expect(rows()).toEqual([{ id: 'a', sm3: null }]);
  logIn(async (sha256) => sm3Text(sha256)).catchUp();
  await expect.poll(() => rows()[0]?.sm3).toBe(sm3Text('content of a'));
});

test('who prints while it is pending waits for the one computation that is under way', async () => {
  const { add, logIn } = await bench();
  const exhibit = add('a');
  const computed = Promise.withResolvers<string>();
  let times = 0;
  const feature = logIn(() => {
    times += 1;
    return computed.promise;
  });
  feature.catchUp();
  const printing = Promise.all([feature.withSm3(exhibit, never), feature.withSm3(exhibit, never)]);
  computed.resolve('digest');
  expect((await printing).map(({ sm3 }) => sm3)).toEqual(['digest', 'digest']);
  expect(times).toBe(1);
});

test('the same content in two exhibits is hashed once', async () => {
  const { add, logIn, rows } = await bench();
  let times = 0;
  const feature = logIn(async () => `digest ${(times += 1)}`);
  add('a', 'same');
  await feature.withSm3(add('b', 'same'), never);
  expect(rows().map(({ sm3 }) => sm3)).toEqual(['digest 1', 'digest 1']);
  expect(await feature.withSm3(add('c', 'same'), never)).toMatchObject({ sm3: 'digest 1' });
});

test('stopping the printing ends the waiting, not the computing', async () => {
  const { add, logIn } = await bench();
  const stop = new AbortController();
  const waiting = logIn(endless).withSm3(add('a'), stop.signal);
  stop.abort(new Error('stopped by the clerk'));
  await expect(waiting).rejects.toThrow('stopped by the clerk');
});

test('a damaged file raises the alarm, holds nothing else up and is never printed', async () => {
  const { add, logIn, rows, alarms } = await bench();
  const exhibit = add('a');
  add('b');
  const feature = logIn(async (sha256) => {
    if (sha256 === 'content of a') throw damaged({ kind: 'missing' });
    return sm3Text(sha256);
  });
  feature.catchUp();
  await expect.poll(() => rows()[1]?.sm3).toBe(sm3Text('content of b'));
  expect([alarms, rows()[0]?.sm3]).toEqual([['a: 密封文件不见了'], null]);
  await expect(feature.withSm3(exhibit, never)).rejects.toMatchObject({ refusal: { code: 'damaged', name: 'a' } });
});

test('an unexpected failure is put on record, holds nothing else up and is tried again the next time', async () => {
  const { add, logIn, rows, reported } = await bench();
  add('a');
  add('b');
  const broken = new Error('EIO');
  let working = false;
  const feature = logIn(async (sha256) => {
    if (sha256 === 'content of a' && !working) throw broken;
    return sm3Text(sha256);
  });
  feature.catchUp();
  await expect.poll(() => rows()[1]?.sm3).toBe(sm3Text('content of b'));
  expect([reported, rows()[0]?.sm3]).toEqual([[broken], null]);
  working = true;
  feature.catchUp();
  await expect.poll(() => rows()[0]?.sm3).toBe(sm3Text('content of a'));
});

test('a database that cannot tell what is missing is put on record, too, and asked again the next time', async () => {
  const { store, add, logIn, rows, reported } = await bench();
  add('a');
  const feature = logIn(async (sha256) => sm3Text(sha256));
  const broken = new Error('SQLITE_IOERR');
  const read = vi.spyOn(store, 'get').mockImplementation(() => {
    throw broken;
  });
  feature.catchUp();
  await expect.poll(() => reported).toEqual([broken]);
  read.mockRestore();
  feature.catchUp();
  await expect.poll(() => rows()[0]?.sm3).toBe(sm3Text('content of a'));
});

test('a lock in the middle of a long recording: locked at once, computed after the next log-in', async () => {
  await using office = await officeAt('begun', '李敏');
  const content = Buffer.alloc(24 * 1024 * 1024, 7);
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex').copy(content);
  const exhibit = await send(office, { fileName: '录像.webm', content, mime: 'video/webm' });
  expect(exhibit).toMatchObject({ sm3: null, sha256: createHash('sha256').update(content).digest('hex') });
  await office.as('李敏');
  expect(await sm3Known(office, exhibit.id)).toBe(await sm3Of(content));
  const history = await office.client.cases.history({ caseId: exhibit.caseId });
  expect(history.filter((entry) => entry.verb === '计算SM3' && entry.detail['sha256'] === exhibit.sha256)).toHaveLength(
    1,
  );
});
