import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { registerSigningKey } from '../../../../main/features/staff/signing-keys.ts';
import { type AuditRow, createAudit } from '../../../../main/platform/audit/chain.ts';
import { createSignatureCheck, signatureOf, unsignedEntries } from '../../../../main/platform/audit/signatures.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { newSigningKey } from '../../../../main/platform/vault/signing.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
let count = 0;

/** A chain to which 李敏 has put an entry before she had a key, and one with it. */
async function signedChain() {
  count += 1;
  const store = await openStore(join(folder, `signed-${count}.db`), 'ab'.repeat(32));
  onTestFinished(() => store.close());
  const key = newSigningKey();
  const audit = createAudit(
    store,
    { personId: 'li', name: '李敏', signingKey: key },
    () => new Date('2026-03-02T09:00:00+08:00'),
  );
  await store.unit.run(async () => audit.append({ verb: '登录', what: '李敏' }));
  store.db.exec(`drop trigger audit_no_update; update audit set signature = '', "signingKey" = ''`);
  await store.unit.run(async (tx) => {
    await registerSigningKey({ store, audit }, tx, { personId: 'li', ...key });
    audit.append({ verb: '启用签名密钥', what: '李敏' });
  });
  const faults = (): (string | null)[] =>
    store.all<AuditRow>('select * from audit order by seq').map(createSignatureCheck(store.db));
  return { store, key, faults };
}

test('entries of before need no signature and are counted; from the first key on each is signed', async () => {
  const { store, faults } = await signedChain();
  expect(faults()).toEqual([null, null]);
  expect(unsignedEntries(store.db)).toBe(1);
});

test('a signature that is gone, of another entry, or of another key is told by the name of the person', async () => {
  const { store, faults } = await signedChain();
  const [first] = store.all<AuditRow>('select * from audit order by seq');
  const set = store.db.prepare(`update audit set signature = @signature, "signingKey" = @signingKey where seq = 2`);
  const tried = (signed: Pick<AuditRow, 'signature' | 'signingKey'>): string | null | undefined => {
    set.run(signed);
    return faults()[1];
  };
  const { key } = await signedChain();
  const own = store.all<AuditRow>('select * from audit where seq = 2')[0];
  expect(tried({ signature: '', signingKey: '' })).toBe(
    '记录链第2条（2026-03-02 李敏 启用签名密钥）没有李敏的签名，可能是别人冒名写进去的。',
  );
  const wrong = '记录链第2条（2026-03-02 李敏 启用签名密钥）的签名不是李敏的，可能是别人冒名写进去的。';
  expect(tried(signatureOf(key, own?.hash ?? ''))).toBe(wrong);
  expect(tried({ signature: 'AAAA', signingKey: own?.signingKey ?? '' })).toBe(wrong);
  expect(tried({ signature: own?.signature ?? '', signingKey: own?.signingKey ?? '' })).toBeNull();
  store.db.prepare('update audit set signature = ? where seq = 1').run(own?.signature);
  expect(first && faults()[0]).toContain('第1条（2026-03-02 李敏 登录）的签名不是李敏的');
});

test('a key that took the place of another holds from its own entry on', async () => {
  const { store, faults, key } = await signedChain();
  const next = newSigningKey();
  const audit = createAudit(
    store,
    { personId: 'li', name: '李敏', signingKey: next },
    () => new Date('2026-03-03T09:00:00+08:00'),
  );
  await store.unit.run(async (tx) => {
    await registerSigningKey({ store, audit }, tx, { personId: 'li', ...next });
    audit.append({ verb: '更换签名密钥', what: '李敏' });
  });
  expect(faults()).toEqual([null, null, null]);
  // The former one signs nothing any more.
  const former = createAudit(
    store,
    { personId: 'li', name: '李敏', signingKey: key },
    () => new Date('2026-03-04T09:00:00+08:00'),
  );
  await store.unit.run(async () => former.append({ verb: '登录', what: '李敏' }));
  expect(faults()[3]).toContain('的签名不是李敏的');
});
