import { newSigningKey } from '../../../../main/platform/vault/signing.ts';
import { createHmac } from 'node:crypto';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnchorFile } from '../../../../main/platform/audit/anchor.ts';
import { anchorCode, createAudit, emptyHead, hashOf, type AuditRow } from '../../../../main/platform/audit/chain.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
const keyHex = '22'.repeat(32);
const now = (): Date => new Date('2026-11-22T02:00:00Z');
const who = { personId: 'p', name: '张三', signingKey: newSigningKey() };

describe('audit chain', () => {
  test('each entry carries the hash of the one before it', async () => {
    const store = await openStore(join(folder, 'chain.db'), keyHex);
    const audit = createAudit(store, who, now);
    expect(audit.head()).toEqual(emptyHead);
    await store.unit.run(async () => {
      for (const what of ['一', '二', '三']) audit.append({ verb: '试', what, caseId: 'c' });
    });
    const rows = store.all<AuditRow>('select * from audit order by seq');
    rows.forEach(({ hash, ...row }, index) => {
      expect(row.previous).toBe(rows[index - 1]?.hash ?? emptyHead.hash);
      expect(hashOf(row)).toBe(hash);
    });
    expect(anchorCode(audit.head())).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4} 第3条$/);
    expect(audit.entries({ caseId: 'c', before: 3, limit: 1 }).map((item) => item.what)).toEqual(['二']);
    expect(() => store.db.prepare("update audit set what = '改'").run()).toThrow('append-only');
    expect(() => store.db.prepare('delete from audit').run()).toThrow('append-only');
    await store.close();
  });

  test('an entry of a failed unit of work is gone with its change', async () => {
    const store = await openStore(join(folder, 'failed.db'), keyHex);
    const audit = createAudit(store, who, now);
    await store.unit
      .run(async () => {
        audit.append({ verb: '试', what: '一' });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(audit.head()).toEqual(emptyHead);
    await store.close();
  });

  test('the anchor file notices an older database and its own forgery', async () => {
    const profile = await tempDir();
    const file = join(profile, 'database.db');
    const key = Buffer.alloc(32, 7);
    const anchor = createAnchorFile(join(profile, 'anchor.json'), key);
    const first = await openStore(file, keyHex);
    await first.unit.run(async () => createAudit(first, who, now).append({ verb: '试', what: '一' }));
    await first.close();
    await copyFile(file, `${file}.old`);
    const second = await openStore(file, keyHex);
    await second.unit.run(async () => createAudit(second, who, now).append({ verb: '试', what: '二' }));
    const head = createAudit(second, who, now).head();
    await anchor.write({ ...head, moment: '2026-11-22T01:30:00.000Z', locked: true });
    expect(await anchor.compare(second)).toEqual({ warning: null, endedInOrder: true });
    await anchor.write({ ...head, moment: '2026-11-22T01:30:00.000Z', locked: false });
    expect(await anchor.compare(second)).toEqual({ warning: null, endedInOrder: false });
    await second.close();
    await copyFile(`${file}.old`, file);
    const replayed = await openStore(file, keyHex);
    expect((await anchor.compare(replayed)).warning).toBe(
      '数据库少了第2条记录，最后一条记于2026-11-22 09:30：可能是断电时末尾没有写完，或者被换成了旧文件。现存的最后一条是2026-11-22 10:00的第1条“试”，请从这以后逐项核对，缺少的重新办理。如果停机前没有断电或者死机，请停止使用，用备份和纸上锚点核对，并报告法规科。',
    );
    await anchor.write({ seq: 1, hash: 'f'.repeat(64), moment: '2026-11-22T01:30:00.000Z', locked: true });
    expect((await anchor.compare(replayed)).warning).toContain('第1条记录与锚点不符');
    const before = { seq: 1, hash: createAudit(replayed, who, now).head().hash };
    const mac = createHmac('sha256', key).update(`${before.seq} ${before.hash}`).digest('hex');
    await writeFile(join(profile, 'anchor.json'), JSON.stringify({ ...before, mac }));
    expect(await anchor.compare(replayed)).toEqual({ warning: null, endedInOrder: true });
    await writeFile(
      join(profile, 'anchor.json'),
      JSON.stringify({ seq: 1, hash: createAudit(replayed, who, now).head().hash, mac: 'ff'.repeat(32) }),
    );
    expect((await anchor.compare(replayed)).warning).toContain('被改动过');
    await replayed.close();
  });
});
