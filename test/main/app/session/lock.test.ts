import { expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { officeAt, officeOfFile, openOffice, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('begun', '王建国');
const { client } = office;

test('a wrong password is told, and the workstation stays locked', async () => {
  await client.session.lock();
  const personId = await office.personId('孙伟');
  const refusal = await refusalOf(client.session.unlock({ personId, password: '不是这一个密码' }));
  expect(plain(refusal)).toBe('密码不对。请重新输入；忘记密码的，用恢复信上的恢复码重设。');
  expect((await client.session.state()).profile).toBe('locked');
});

test('from the fifth wrong try on each asks for a longer pause, and a right password waits too', async () => {
  // A workstation of its own: the pause outlasts the office.
  await using other = await openOffice(await copyOfStage('begun'), '2026-03-02T09:30');
  const personId = await other.personId('王建国');
  const tries: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const refusal = await refusalOf(other.client.session.unlock({ personId, password: '不是这一个密码' }));
    tries.push(refusal.code === 'wrong-password' ? refusal.waitSeconds : -1);
  }
  expect(tries).toEqual([0, 0, 0, 0, 2]);
  const waiting = await refusalOf(other.client.session.unlock({ personId, password: samplePassword }));
  expect(waiting).toEqual({ code: 'wrong-password', waitSeconds: 2 });
  expect(plain(waiting)).toContain('请等待2秒后再试');
  await new Promise((resolve) => setTimeout(resolve, 2_050));
  expect(await refusalOf(other.client.session.unlock({ personId, password: '不是这一个密码' }))).toEqual({
    code: 'wrong-password',
    waitSeconds: 4,
  });
});

test('wrong passwords are counted per person, over a restart, hold nobody else up, and are put on record', async () => {
  const dir = await copyOfStage('begun');
  await using before = await openOffice(dir, '2026-03-02T09:30');
  const personId = await before.personId('李敏');
  const wrong = (other: typeof before) =>
    refusalOf(other.client.session.unlock({ personId, password: '不是这一个密码' }));
  for (let n = 0; n < 6; n += 1) {
    if (n === 5) await new Promise((resolve) => setTimeout(resolve, 2_050));
    await wrong(before);
  }
  await before.workstation.close();

  await using after = await openOffice(dir, '2026-03-02T09:31');
  expect(await wrong(after)).toMatchObject({
    code: 'wrong-password',
    waitSeconds: expect.toSatisfy((s) => s > 0 && s <= 4),
  });
  expect(
    (await after.client.session.unlock({ personId: await after.personId('赵强'), password: samplePassword })).notices,
  ).toEqual([]);
  const [entry] = (await after.client.supervision.audit({ of: 'office', limit: 9 })).filter(
    ({ verb }) => verb === '输错密码',
  );
  expect(entry?.what).toMatch(/^李敏6次，最近一次\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  await after.client.session.lock();
  await new Promise((resolve) => setTimeout(resolve, 4_050));
  const { notices, operator } = await after.client.session.unlock({ personId, password: samplePassword });
  expect(operator?.name).toBe('李敏');
  expect(notices.join('')).toContain('有人用您的姓名输错密码6次');
  // Right once, the count begins anew.
  await after.client.session.lock();
  expect(await wrong(after)).toEqual({ code: 'wrong-password', waitSeconds: 0 });
}, 60_000);

test('a lock refuses every call but those of the log-in screen, and every sealed file', async () => {
  await office.as('王建国');
  const file = await office.caseFile();
  await client.session.lock();
  const refusals = await Promise.all(
    [
      client.cases.list({}),
      client.cases.open({ caseId: file.case.id }),
      client.households.find({ query: '福' }),
      client.staff.list(),
      client.regulation.definitions(),
      client.documents.create({ caseId: file.case.id, templateId: 'J01' }),
      client.supervision.lastVerification(),
      client.desktop.proposedFolder(),
      client.session.newRecoveryLetter(),
    ].map(refusalOf),
  );
  expect(new Set(refusals.map((refusal) => refusal.code))).toEqual(new Set(['locked']));
  expect((await office.get(`/papers/${file.case.id}/pdf`)).headers.get('content-type')).not.toBe('application/pdf');
  expect(await client.session.state()).toMatchObject({
    profile: 'locked',
    operator: null,
    officeName: null,
    anchor: null,
  });
  expect((await client.session.lock()).profile).toBe('locked');
});

test('the next person works under the own name, with what the last one saved', async () => {
  await office.as('李敏');
  const { case: item } = await office.caseFile();
  const paper = await client.documents.create({ caseId: item.id, templateId: 'J01' });
  await office.as('张丽');
  expect((await client.session.state()).operator).toMatchObject({ name: '张丽', roles: ['承办单位负责人'] });
  expect((await office.caseFile()).papers.map((each) => each.id)).toContain(paper.id);
  const [newest] = await client.cases.history({ caseId: item.id });
  expect(newest).toMatchObject({ who: '李敏', verb: '起草文书' });
});

test('a changed password replaces the old one at once and asks for the old one first', async () => {
  await office.as('赵强');
  const personId = await office.personId('赵强');
  expect(await refusalOf(client.session.changePassword({ old: '不是这一个密码', new: 'guiding-xinmi' }))).toMatchObject(
    { code: 'wrong-password' },
  );
  await client.session.changePassword({ old: samplePassword, new: 'guiding-xinmi' });
  await client.session.lock();
  expect(await refusalOf(client.session.unlock({ personId, password: samplePassword }))).toMatchObject({
    code: 'wrong-password',
  });
  expect((await client.session.unlock({ personId, password: 'guiding-xinmi' })).operator?.name).toBe('赵强');
  expect((await client.supervision.audit({ of: 'office', limit: 5 })).map((entry) => entry.verb)).toContain('修改密码');
});

test('a lock in the middle of issuing leaves the paper whole: issued or as it was', async () => {
  await using other = await officeAt('approved', '王建国');
  const draft = await other.client.documents.create({ caseId: (await other.caseFile()).case.id, templateId: 'J32' });
  const values = {
    decidedAt: '2026-04-03',
    noticeProcess: '已告知。',
    performMode: '到指定银行缴纳罚款',
    performBy: '十五日内',
    payAccount: '专户',
  };
  const { paper: saved } = await other.client.documents.save({ paperId: draft.id, version: draft.version, values });
  const issuing = other.client.documents.issue({ paperId: saved.id, version: saved.version }).then(
    () => 'issued',
    () => 'refused',
  );
  await other.client.session.lock();
  await issuing;
  await other.as('王建国');
  const paper = await other.paper('J32');
  const numbers = (await other.client.documents.numbers({ year: 2026 })).filter((entry) => entry.paperId === paper.id);
  expect([paper.status, paper.number === null, numbers.length]).toEqual(
    paper.status === 'issued' ? ['issued', false, 1] : ['draft', true, 0],
  );
});

test('two starts on one profile at once do not spoil each other', async () => {
  const second = await openOffice(office.dir, '2026-03-02T10:00');
  await office.as('王建国');
  await second.as('李敏');
  const { case: item } = await office.caseFile();
  const answers = await Promise.all(
    [office, second].flatMap((each, n) =>
      [1, 2, 3].map((k) =>
        each.client.households.create({ kind: '无照单位', name: `甲乙丙${n}${k}小吃店`, address: `路${n}${k}号` }).then(
          () => 'kept',
          () => 'refused',
        ),
      ),
    ),
  );
  const names = (await second.client.households.find({ query: '甲乙丙', limit: 50 })).map((hit) => hit.name);
  expect(names).toHaveLength(answers.filter((answer) => answer === 'kept').length);
  await second.workstation.close();
  expect((await client.cases.open({ caseId: item.id })).file.case.id).toBe(item.id);
  await office.as('周静');
  const job = await office.ended((await client.supervision.verify()).id);
  expect(job).toMatchObject({ state: 'done', faults: [] });
});

test('the workstation locks without the page, and tells it', async () => {
  await using other = await officeAt('begun', '王建国');
  const stream = await other.client.desktop.signals();
  const told = stream.next();
  await other.workstation.lock();
  expect(await told).toMatchObject({ value: { kind: 'changed', areas: ['session'] } });
  expect(await other.client.session.state()).toMatchObject({ profile: 'locked', lockedBy: null });
});

test('who serves one session tells of its end before the page may log in again, and lets nobody in after it', async () => {
  const heard: string[] = [];
  const { workstation, client: page } = await openWorkstation(await copyOfStage('begun'), undefined, {
    onEnded: () => void heard.push('ended'),
  });
  const { people } = await page.session.state();
  const person = { personId: people[0]?.personId ?? '', password: samplePassword };
  await page.session.unlock(person);
  const locking = page.session.lock();
  // As the page does when it hears that something changed.
  const asking = page.session.state().then(({ profile }) => heard.push(profile));
  await Promise.all([locking, asking]);
  expect(heard).toEqual(['ended', 'locked']);
  expect(await refusalOf(page.session.unlock(person))).toEqual({ code: 'locked' });
  await workstation.close();
});
