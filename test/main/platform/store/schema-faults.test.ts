import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../../main/platform/store/open.ts';
import { schemas } from '../../../../main/platform/store/schema.ts';
import { schemaFaults } from '../../../../main/platform/store/schema-faults.ts';
import { tempDir } from '../../../support/temp-dir.ts';

test('a schema the program made has no fault; what was put in, taken out or changed is named', async () => {
  const store = await openStore(join(await tempDir(), 'schema.db'), 'ab'.repeat(32));
  onTestFinished(() => store.close());
  expect(await schemaFaults(store.db, schemas.content)).toEqual([]);
  store.db.exec('create trigger other after update on paper begin select 1; end');
  store.db.exec('create view papers as select * from paper');
  store.db.exec('drop trigger audit_no_update');
  store.db.exec('alter table volume add column note text');
  expect(await schemaFaults(store.db, schemas.content)).toEqual([
    '数据库结构多了触发器“other”，是绕过程序改的。',
    '数据库结构多了视图“papers”，是绕过程序改的。',
    '数据库结构少了触发器“audit_no_update”，是绕过程序改的。',
    '数据库结构里变了表“volume”，是绕过程序改的。',
  ]);
});
