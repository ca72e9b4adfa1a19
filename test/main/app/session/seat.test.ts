import { expect, onTestFinished, test } from 'vitest';
import { type CallPath, contract, rightOfCall } from '../../../../shared/contract/index.ts';
import { refusalFor } from '../../../../shared/contract/right.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { createProfileHolder } from '../../../../main/app/session/profile-holder.ts';
import type { OpenProfile } from '../../../../main/app/profile/opening.ts';
import { RefusalError } from '../../../../main/platform/refusal-error.ts';
import { newVaultKey, officeKeyOf } from '../../../../main/platform/vault/keys.ts';
import type { UnlockedKeys } from '../../../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { papersInApproval } from '../../../support/in-approval.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { type Office, officeAt, openOffice, refusalOf } from '../../../support/office.ts';

const NAMES = ['瑞祥物业服务部', '博文教育咨询部'];

/** 王建国 at his seat, with a paper of each of two cases that waits for 张丽. */
async function waiting(opened = officeAt('set-up')): Promise<Office> {
  const office = await opened;
  await office.as('李敏');
  onTestFinished(() => office[Symbol.asyncDispose]());
  await papersInApproval(office, NAMES, ['王建国', '李敏']);
  await office.as('王建国');
  return office;
}

const placeOf = async (office: Office, name: string) => ({
  personId: await office.personId(name),
  field: 'facts',
  caret: [3, 3] as [number, number],
  unsaved: null,
  address: '/cases/1?paper=2',
});

async function lend(office: Office, to: string, password = samplePassword) {
  const [personId, place] = await Promise.all([office.personId(to), placeOf(office, '王建国')]);
  return office.client.session.lend({ personId, password, place });
}

test('the leader signs papers of two cases with the own key and one password; the seat is its owner’s again without one', async () => {
  const office = await waiting();
  const { client } = office;
  const place = await placeOf(office, '王建国');
  expect(await client.documents.awaited({ paperId: null })).toMatchObject([{ name: '张丽', papers: 2, isNext: false }]);
  expect(await lend(office, '张丽')).toMatchObject({
    profile: 'open',
    operator: { name: '张丽', roles: ['承办单位负责人'] },
    lent: { owner: { name: '王建国' }, place },
  });
  const { waiting: papers } = await client.documents.desk();
  expect(papers.map(({ partyName }) => partyName).toSorted()).toEqual(NAMES.toSorted());
  for (const { paperId, caseId } of papers) {
    const { file } = await client.cases.open({ caseId });
    const { version } = file.papers.find(({ id }) => id === paperId)!;
    await client.documents.approve({ paperId, version, verdict: '同意', opinion: '同意立案。' });
  }
  expect(await client.session.giveBack()).toMatchObject({ operator: { name: '王建国' }, lent: null });

  const [caseOne] = await client.cases.list({});
  const [entry] = await client.cases.history({ caseId: caseOne?.id ?? '' });
  expect(entry).toMatchObject({ who: '张丽' });
  await office.as('赵强');
  const audit = await client.supervision.audit({ of: 'office', limit: 20 });
  expect(
    audit
      .filter(({ verb }) => /座位|就地/.test(verb))
      .map(({ who, verb, what }) => `${who} ${verb} ${what}`)
      .toReversed(),
  ).toEqual([
    '王建国 让出座位 由张丽就地签批',
    '张丽 就地签批 在王建国的座位上',
    '张丽 还回座位 还给王建国',
    '王建国 接回座位 张丽还回，没有再输入密码',
  ]);
  const job = await office.ended((await client.supervision.verify()).id);
  expect(job).toMatchObject({ state: 'done', faults: [] });
}, 120_000);

test('every refusal leaves the seat as it is, with its sentence', async () => {
  // A workstation of its own: the pause outlasts the office.
  const office = await waiting(openOffice(await copyOfStage('set-up'), '2026-03-02T09:00'));
  const { client } = office;
  const sentences: Record<string, string> = {};
  for (const name of ['王建国', '吴管理', '孙伟']) sentences[name] = plain(await refusalOf(lend(office, name)));
  sentences['wrong'] = plain(await refusalOf(lend(office, '张丽', '不是这一个密码')));
  expect(sentences).toEqual({
    王建国: '这是您自己的座位，不用就地签批。请按 Alt+2 打开“审批”，等您审批的都在那里。',
    吴管理: '吴管理的岗位不查阅案卷，不能在这里签批（第四十二条）。请选择等其审批的人，由本人输入自己的密码。',
    孙伟: '现在没有等孙伟审批的文书，座位没有让出。请先把文书送审；已经送审的，看现在等的是哪一位。',
    wrong: '密码不对。请重新输入；忘记密码的，用恢复信上的恢复码重设。',
  });
  expect(await client.session.state()).toMatchObject({ operator: { name: '王建国' }, lent: null });
  for (let tries = 1; tries < 5; tries += 1) await refusalOf(lend(office, '张丽', '不是这一个密码'));
  expect(await refusalOf(lend(office, '张丽'))).toEqual({ code: 'wrong-password', waitSeconds: 2 });
  // At the log-in the same tries count.
  await client.session.lock();
  const personId = await office.personId('张丽');
  expect(await refusalOf(client.session.unlock({ personId, password: samplePassword }))).toMatchObject({
    code: 'wrong-password',
  });
}, 120_000);

test('while a change of the key could be carried out at a log-in, the seat is not lent', async () => {
  const office = await waiting();
  // Another start on the same profile.
  const second = await openOffice(office.dir, '2026-03-02T09:30');
  await second.as('吴管理');
  const person = (await second.client.staff.list()).people.find(({ name }) => name === '周静')!;
  await second.client.staff.update({ ...person, active: false, ...(await confirmedBy(second.client)) });
  await second.workstation.close();
  expect(plain(await refusalOf(lend(office, '张丽')))).toBe(
    '案卷库的密钥应当更换，要在登录时换，座位没有让出。请按 F8 锁定，重新登录一次，会自动换完，然后再就地签批。',
  );
  await office.as('王建国');
  expect((await lend(office, '张丽')).lent).toMatchObject({ owner: { name: '王建国' } });
  expect((await office.client.session.giveBack()).operator).toMatchObject({ name: '王建国' });
}, 120_000);

test('a lent seat is not lent again, and answers no call but those of the desk, of reading and of the session', async () => {
  const office = await waiting();
  await lend(office, '张丽');
  expect(await refusalOf(lend(office, '孙伟'))).toMatchObject({ code: 'seat-lent', owner: '王建国' });
  const client = office.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const answered: string[] = [];
  for (const [area, calls] of Object.entries(contract))
    for (const name of Object.keys(calls)) {
      const path = `${area}.${name}` as CallPath;
      if (area === 'session' || path === 'desktop.signals') continue;
      const refusal = await Promise.resolve(client[area]?.[name]?.({ nonsense: true })).then(
        () => null,
        (error: { data?: { code?: string } }) => error.data?.code,
      );
      if (refusal !== 'seat-lent') answered.push(path);
      else expect(rightOfCall(path).atLentSeat).toBeUndefined();
    }
  expect(answered.toSorted()).toEqual([
    'cases.open',
    'desktop.reportFault',
    'documents.approve',
    'documents.awaited',
    'documents.changesSinceReturn',
    'documents.desk',
    'documents.withdrawOpinion',
    'formDrafts.drop',
    'formDrafts.list',
    'formDrafts.put',
    'inbox.list',
    'regulation.definitions',
  ]);
  const refused = await refusalOf(office.client.staff.list());
  expect(plain(refused)).toBe(
    '这是王建国的座位，就地签批只能看和批等您的文书，不能查看人员。请按 Alt+B 还给王建国，再用自己的姓名登录办理。',
  );
  // What the leader may not do at the own seat is refused here too.
  const { papers } = (await office.client.cases.open({ caseId: (await caseIds(office))[0] ?? '' })).file;
  const paper = papers.find(({ status }) => status === 'approving');
  expect((await office.get(`/papers/${paper?.id}/pdf`)).status).not.toBe(423);
  const volume = await office.get(`/volumes/${paper?.id}/pdf`);
  expect(await volume.json()).toMatchObject({ code: 'seat-lent' });
  expect(refusalFor(rightOfCall('session.lend'), ['系统管理员'], 'office')).toMatchObject({ code: 'not-allowed' });
}, 120_000);

const caseIds = async ({ client }: Office): Promise<string[]> =>
  (await client.documents.desk()).waiting.map(({ caseId }) => caseId);

test('what the owner could open and the leader cannot stays shut at the lent seat', async () => {
  const office = await waiting();
  const { client } = office;
  const own = (await client.cases.list({})).map(({ id }) => id);
  await lend(office, '张丽');
  const drafts = await client.formDrafts.list();
  expect(drafts).toEqual([]);
  const opened = await Promise.all(
    own.map((caseId) =>
      client.cases.open({ caseId }).then(
        () => true,
        () => false,
      ),
    ),
  );
  await client.session.lock();
  await client.session.unlock({ personId: await office.personId('张丽'), password: samplePassword });
  expect(
    await Promise.all(
      own.map((caseId) =>
        client.cases.open({ caseId }).then(
          () => true,
          () => false,
        ),
      ),
    ),
  ).toEqual(opened);
}, 120_000);

test('a lock at a lent seat locks it for both, and whoever comes back as its owner finds the place', async () => {
  const office = await waiting();
  const place = await placeOf(office, '王建国');
  await lend(office, '张丽');
  expect(await office.client.session.lock()).toMatchObject({ profile: 'locked', lent: null, left: place });
  expect(await refusalOf(office.client.session.giveBack())).toEqual({ code: 'locked' });
  await office.as('王建国');
  await lend(office, '张丽');
  await office.workstation.lock();
  expect(await office.client.session.state()).toMatchObject({ profile: 'locked', left: place });
}, 120_000);

test('nobody is told “locked” while a seat changes hands', async () => {
  const office = await waiting();
  const lending = lend(office, '张丽').then(() => 'done' as const);
  const seen: string[] = [];
  for (;;) {
    const { profile, operator } = await office.client.session.state();
    seen.push(`${profile} ${operator?.name}`);
    if ((await Promise.race([lending, Promise.resolve('not yet' as const)])) === 'done') break;
  }
  expect(new Set(seen)).toEqual(new Set(['open 王建国', 'open 张丽']));
}, 120_000);

/** Keys of nobody, and a holder whose profiles open for everybody but who is named. */
const keysOf = (personId: string): UnlockedKeys => {
  const vaultKey = newVaultKey();
  const signingKey = { publicKey: '', secret: new Uint8Array(32).fill(7) } as unknown as UnlockedKeys['signingKey'];
  return {
    personId,
    vaultKey,
    officeKey: officeKeyOf(vaultKey),
    sealingKey: new Uint8Array(32).fill(7),
    signingKey,
    renewal: null,
  };
};
const isWiped = ({ vaultKey, officeKey, sealingKey, signingKey }: UnlockedKeys): boolean =>
  [vaultKey, officeKey, sealingKey, signingKey.secret].every((key) => key?.every((byte) => byte === 0));

function holderRefusing(refused: { current: readonly string[] }) {
  return createProfileHolder({
    open: async ({ personId }) => {
      if (refused.current.includes(personId)) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
      return { operator: { personId, name: personId }, close: async () => undefined } as unknown as OpenProfile;
    },
    left: () => undefined,
    before: null,
    servesOne: true,
  });
}

test('keys are wiped when their person goes: the leader’s at the return, both at the lock, all where nobody can come in', async () => {
  const place = { personId: 'owner', field: null, caret: null, unsaved: null, address: '/' };
  const refused = { current: [] as string[] };
  const holder = holderRefusing(refused);
  const [owner, leader, other] = [keysOf('owner'), keysOf('leader'), keysOf('other')];
  await holder.enter(owner);
  await holder.lend(leader, place);
  expect([isWiped(owner), isWiped(leader)]).toEqual([false, false]);
  await holder.giveBack();
  expect([isWiped(owner), isWiped(leader)]).toEqual([false, true]);
  // Who cannot come in leaves the owner where they were.
  refused.current = ['other'];
  await expect(holder.lend(other, place)).rejects.toThrow();
  expect([holder.current()?.profile.operator.personId, holder.lent(), isWiped(other)]).toEqual(['owner', null, true]);
  const again = keysOf('leader');
  await holder.lend(again, place);
  await holder.leave();
  expect([isWiped(owner), isWiped(again)]).toEqual([true, true]);

  const second = holderRefusing(refused);
  const [mine, theirs] = [keysOf('owner'), keysOf('leader')];
  await second.enter(mine);
  await second.lend(theirs, place);
  refused.current = ['owner'];
  await expect(second.giveBack()).rejects.toThrow();
  expect([isWiped(mine), isWiped(theirs), second.current(), second.ended()]).toEqual([
    true,
    true,
    null,
    { because: { code: 'profile-damaged', what: 'database' }, place },
  ]);
});
