import { describe, expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';

const office = await officeOfFile('begun', '王建国');
const { client, workstation } = office;
const { case: item } = await office.caseFile();
const post = (
  path: string,
  body: BodyInit,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Response> => workstation.fetch(new Request(`http://workstation${path}`, { method: 'POST', body, headers }));

describe('what a call is given', () => {
  test.each([
    ['a field nobody knows', { caseId: item.id, templateId: 'J01', extra: 1 }],
    ['an id that is none', { caseId: 'x', templateId: 'J01' }],
    ['a missing field', { caseId: item.id }],
    ['a text where a number belongs', { caseId: item.id, templateId: 7 }],
  ])('%s is refused before anything is done', async (_, input) => {
    const refusal = await refusalOf(client.documents.create(input as never));
    expect(refusal).toEqual({ code: 'malformed' });
    expect(plain(refusal)).toContain('页面与程序版本不一致');
    expect((await office.caseFile()).papers).toEqual([]);
  });

  test.each([
    [
      'too short a reason',
      () => client.documents.void({ paperId: item.id, version: 1, reason: 'x' }),
      '“理由”至少要有2个字。',
    ],
    [
      'too long an opinion',
      () => client.documents.approve({ paperId: item.id, version: 1, verdict: '同意', opinion: '长'.repeat(513) }),
      '“意见”最多512个字。',
    ],
    [
      'too long a cause',
      () => client.cases.update({ caseId: item.id, version: 1, causeName: '长'.repeat(129) }),
      '“案由”最多128个字。',
    ],
    [
      'nobody in charge',
      () => client.cases.assign({ caseId: item.id, version: 1, unitId: item.unitId, officerIds: [] }),
      '请至少选择一名承办人。',
    ],
  ])('%s is said by its field in the clerk’s words', async (_, call, sentence) => {
    const refusal = await refusalOf(call());
    expect(refusal.code === 'invalid' && refusal.problems.map((problem) => problem.sentence)).toEqual([sentence]);
  });

  test.each([
    ['not JSON', '{"json":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a deep nest', '['.repeat(100_000)],
  ])('a body of %s does no harm', async (_, body) => {
    const answer = await post('/rpc/documents/create', body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toMatch(/node_modules|\/main\/|at Object/);
    expect((await client.session.state()).profile).toBe('open');
  });

  test('a call that is not there is not found', async () => {
    for (const path of ['/rpc/cases/burn', '/rpc/__proto__/toString', '/rpc/constructor', '/rpc/../cases/list'])
      expect((await post(path, '{}')).status).toBeGreaterThanOrEqual(400);
  });

  test('an id of another kind of thing opens nothing', async () => {
    const [party] = (await office.caseFile()).parties;
    expect(await refusalOf(client.cases.open({ caseId: party?.householdId ?? '' }))).toEqual({
      code: 'not-found',
      what: 'case',
    });
    expect(await refusalOf(client.households.open({ householdId: item.id }))).toEqual({
      code: 'not-found',
      what: 'household',
    });
    expect((await office.get(`/exhibits/${item.id}`)).status).toBe(404);
    expect((await office.get(`/papers/${item.id}/pdf`)).status).toBe(404);
    expect((await office.get(`/volumes/${item.id}/pdf`)).status).toBe(404);
    expect((await office.get(`/handovers/${item.id}/duplicate`)).status).toBe(404);
    expect((await office.get('/prints/aaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  });
});

describe('paths of bytes', () => {
  test.each([
    '/exhibits/..%2f..%2fkeyring.json',
    '/exhibits/../../etc/passwd',
    '/papers/%00/pdf',
    '/exhibits/00000000-0000-0000-0000-000000000000%00',
    '/prints/..%2f..%2f..%2fetc%2fpasswd',
    '/templates/..%2fJ01/blank',
    '/intake/x/0',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
  ])('%s leads nowhere', async (path) => {
    const answer = await office.get(path);
    const body = await answer.text();
    expect(body).not.toMatch(/vaultCheck|root:|"dependencies"/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a preview with nonsense values is refused, not printed', async () => {
    const paper = await client.documents.create({ caseId: item.id, templateId: 'J01' });
    for (const body of ['{}', '{"values":[]}', '{"values":{"facts":{"a":1}}}', 'x'])
      expect([body, (await post(`/papers/${paper.id}/preview`, body)).status]).toEqual([body, 422]);
    const answer = await post(`/papers/${paper.id}/preview`, JSON.stringify({ values: { facts: '预览的内容' } }));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect((await office.paper('J01')).values['facts']).toBeUndefined();
  });

  test('a blank form can be had, and a form that is not there cannot', async () => {
    expect((await office.get('/templates/J32/blank')).headers.get('content-type')).toBe('application/pdf');
    expect((await office.get('/templates/J99/blank')).status).toBe(404);
  });
});

test('a stream of signals ends with the session', async () => {
  const { workstation: other, client: page } = await openWorkstation(await tempDir());
  expect(await refusalOf(page.desktop.signals())).toEqual({ code: 'locked' });
  await other.close();
  const stream = await client.desktop.signals();
  const first = stream.next();
  await client.cases.update({
    caseId: item.id,
    version: item.version,
    causeName: '涉嫌新的案由',
  });
  expect((await first).value).toMatchObject({ kind: 'changed', caseId: item.id });
  await stream.return?.(undefined);
});

test('a saved field tells its own case, the numbers, what has to be done and the chain, and nothing else', async () => {
  await office.as('王建国');
  const { case: before, papers } = await office.caseFile();
  const draft = papers.find(({ status }) => status === 'draft');
  const stream = await client.desktop.signals();
  const first = stream.next();
  await client.documents.save({
    paperId: draft?.id ?? '',
    version: draft?.version ?? 0,
    values: { facts: '新的内容' },
  });
  expect((await first).value).toMatchObject({
    kind: 'changed',
    areas: ['documents', 'cases', 'inbox', 'supervision', 'session'],
    caseId: before.id,
  });
  await stream.return?.();
});
