import * as fs from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { faultOf, scratchFolder } from './support.ts';

vi.mock('node:fs/promises', { spy: true });

test.each(['EMFILE', 'ENFILE', 'ENOMEM'])(
  'a keyring that cannot be opened just now is not called damaged (%s)',
  async (code) => {
    const keyring = createKeyring(scratchFolder());
    await keyring.create({ id: '018f6f7a-2222-7000-8000-000000000001', name: '张三' }, '一个足够长的密码');
    const reading = vi.mocked(fs.readFile).mockRejectedValue(Object.assign(new Error(code), { code }));
    expect(await faultOf(keyring.people())).toEqual({ code: 'unreadable', why: 'too-many-files' });
    reading.mockReset();
    expect(await keyring.people()).toHaveLength(1);
  },
);
