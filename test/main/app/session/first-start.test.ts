import { cp, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSample, samplePassword } from '../../../../main/sample/sample.ts';
import { formatRecoveryCode } from '../../../../main/platform/vault/recovery-code.ts';
import { officeAt, refusalOf } from '../../../support/office.ts';
import { resourcesDir } from '../../../support/office-profile.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { textOf } from '../../platform/print/support.ts';

const { office, units, people } = readSample(resourcesDir);
const [person] = people;
if (!person) throw new Error('the sample has nobody');
const first = { office, units, person, password: samplePassword };
const codeOf = (letter: Uint8Array): string => /(?:[0-9A-Z]{5}){9}/.exec(textOf(letter))?.[0] ?? '';

/** Fetches what was made to be printed once. */
async function printOf(
  workstation: { fetch: (request: Request) => Promise<Response> },
  ticket: string,
): Promise<Response> {
  return workstation.fetch(new Request(`http://workstation/prints/${ticket}`));
}

test('a first start makes the profile, its administrator and one recovery letter that prints once', async () => {
  const dir = join(await tempDir(), 'profile');
  const { workstation, client } = await openWorkstation(dir);
  expect(await client.session.state()).toMatchObject({ profile: 'none', people: [], operator: null });
  expect(await refusalOf(client.staff.list())).toEqual({ code: 'locked' });

  const { state, recoveryLetter } = await client.session.setUp(first);
  expect(state).toMatchObject({
    profile: 'open',
    officeName: office.name,
    operator: { name: person.name, roles: ['系统管理员'] },
    notices: [],
  });
  expect(state.anchor).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4} 第\d+条$/);
  expect((await client.staff.list()).units.map((unit) => unit.name).toSorted()).toEqual(
    units.map((unit) => unit.name).toSorted(),
  );
  const letter = await printOf(workstation, recoveryLetter);
  expect(letter.headers.get('content-type')).toBe('application/pdf');
  expect(letter.headers.get('cache-control')).toBe('no-store');
  expect(codeOf(new Uint8Array(await letter.arrayBuffer()))).toHaveLength(45);
  expect((await printOf(workstation, recoveryLetter)).status).toBe(404);
  expect(await refusalOf(client.session.setUp(first))).toEqual({ code: 'profile-exists' });
  await workstation.close();

  const again = await openWorkstation(dir);
  expect(await again.client.session.state()).toMatchObject({
    profile: 'locked',
    operator: null,
    officeName: null,
    people: [{ name: person.name }],
  });
  await again.workstation.close();
});

test('a password that is too short leaves nothing behind', async () => {
  const dir = await tempDir();
  const { workstation, client } = await openWorkstation(dir);
  const refusal = await refusalOf(client.session.setUp({ ...first, password: '1234567' }));
  expect(refusal).toMatchObject({ code: 'invalid', problems: [{ field: 'password' }] });
  expect(refusal.code === 'invalid' && refusal.problems[0]?.sentence).toContain('密码至少要有8位');
  expect(await readdir(dir)).toEqual([]);
  await workstation.close();
});

test('a first start that is refused half-way can be done again', async () => {
  const dir = await tempDir();
  const { workstation, client } = await openWorkstation(dir);
  const faulty = {
    ...first,
    person: { ...person, certNo: '22040100099', certFrom: '2026-05-01', certTo: '2023-04-30' },
  };
  expect(await refusalOf(client.session.setUp(faulty))).toMatchObject({
    code: 'invalid',
    problems: [{ field: 'certTo', article: 18 }],
  });
  expect((await client.session.state()).profile).toBe('none');
  expect((await client.session.setUp(first)).state.profile).toBe('open');
  await workstation.close();
});

test('a first start that was cut off is taken up again once the profile was whole, and is nothing before that', async () => {
  const made = await tempDir();
  const maker = await openWorkstation(made);
  await maker.client.session.setUp(first);
  await maker.workstation.close();

  const whole = join(await tempDir(), 'profile');
  await cp(made, join(whole, 'first-start-done'), { recursive: true });
  // Cut off in the middle of moving it into place.
  await rename(join(whole, 'first-start-done', 'keyring.json'), join(whole, 'keyring.json'));
  const later = await openWorkstation(whole);
  const { profile, people: listed } = await later.client.session.state();
  expect(profile).toBe('locked');
  const personId = listed[0]?.personId ?? '';
  expect(await later.client.session.unlock({ personId, password: samplePassword })).toMatchObject({ notices: [] });
  await later.workstation.close();
  expect(await readdir(whole)).not.toContain('first-start-done');

  const unfinished = join(await tempDir(), 'profile');
  await cp(made, join(unfinished, 'first-start'), { recursive: true });
  const anew = await openWorkstation(unfinished);
  expect((await anew.client.session.state()).profile).toBe('none');
  expect((await anew.client.session.setUp(first)).state.profile).toBe('open');
  await anew.workstation.close();
});

test('a wrong recovery code ends nobody’s session', async () => {
  await using begun = await officeAt('begun', '王建国');
  const code = formatRecoveryCode(Buffer.alloc(25, 7));
  const personId = await begun.personId('李敏');
  const refusal = await refusalOf(begun.client.session.recover({ code, personId, password: 'xinde-mima-1' }));
  expect(refusal).toEqual({ code: 'wrong-recovery-code' });
  expect((await begun.client.session.state()).operator?.name).toBe('王建国');
});

test('the letter sets a new password once the old ones are lost, and a new letter withdraws it', async () => {
  const dir = await tempDir();
  const { workstation, client } = await openWorkstation(dir);
  const { state, recoveryLetter } = await client.session.setUp(first);
  const personId = state.operator?.personId ?? '';
  const code = codeOf(new Uint8Array(await (await printOf(workstation, recoveryLetter)).arrayBuffer()));
  await client.session.lock();
  const other = code.replace(/^./, (letter) => (letter === '2' ? '3' : '2'));
  expect(await refusalOf(client.session.recover({ code: other, personId, password: 'xinde-mima-1' }))).toEqual({
    code: 'wrong-recovery-code',
  });
  // As it is read from paper: lower case, groups with spaces.
  const typed = code.toLowerCase().replaceAll(/(.{5})(?=.)/g, '$1 ');
  expect(await client.session.recover({ code: typed, personId, password: 'xinde-mima-1' })).toMatchObject({
    profile: 'open',
    operator: { personId },
  });
  await client.session.lock();
  expect(await refusalOf(client.session.unlock({ personId, password: samplePassword }))).toEqual({
    code: 'wrong-password',
    waitSeconds: 0,
  });
  await client.session.unlock({ personId, password: 'xinde-mima-1' });

  const ticket = (await client.session.newRecoveryLetter()).recoveryLetter;
  const newCode = codeOf(new Uint8Array(await (await printOf(workstation, ticket)).arrayBuffer()));
  expect(newCode).not.toBe(code);
  await client.session.lock();
  expect(await refusalOf(client.session.recover({ code, personId, password: 'xinde-mima-2' }))).toEqual({
    code: 'wrong-recovery-code',
  });
  await client.session.recover({ code: newCode, personId, password: 'xinde-mima-2' });
  const verbs = (await client.supervision.audit({ of: 'office' })).map((entry) => entry.verb);
  expect(verbs.filter((verb) => verb === '用恢复信重设密码')).toHaveLength(2);
  expect(verbs.filter((verb) => verb === '制作恢复信')).toHaveLength(2);
  await workstation.close();
});
