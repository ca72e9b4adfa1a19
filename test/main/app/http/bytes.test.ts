import { describe, expect, test } from 'vitest';
import { byteRoutes } from '../../../../shared/contract/bytes.ts';
import { refusalFor } from '../../../../shared/contract/right.ts';
import type { Role } from '../../../../shared/template/template.ts';
import { officeOfFile } from '../../../support/office.ts';

const office = await officeOfFile('begun', '王建国');
const { workstation } = office;
const ID = '11111111-1111-4111-8111-111111111111';

/** Every route with an address of it that names nothing there is. */
const routes = Object.entries(byteRoutes).map(([name, { method, path, right }]) => {
  const url = path
    .replace(':templateId', 'J99')
    .replace(':ticket', 'a'.repeat(24))
    .replace(':printId', '0'.repeat(8))
    .replace(':encoding', 'auto')
    .replaceAll(/:\w+Id/g, ID)
    .replaceAll(/:\w+/g, '1');
  return { name, method, url, right };
});
const ask = (method: string, url: string): Promise<Response> =>
  workstation.fetch(new Request(`http://workstation${url}`, { method }));

describe.each([
  ['王建国', '承办人', 'content'],
  ['赵强', '法规科', 'content'],
  ['周静', '档案员', 'content'],
  ['吴管理', '系统管理员', 'office'],
] as const)('for %s（%s）', (person, role, reads) => {
  test('each route refuses exactly whom its right refuses', async () => {
    await office.as(person);
    for (const { name, method, url, right } of routes) {
      const wanted = refusalFor(right, [role satisfies Role], reads);
      const answer = await ask(method, url);
      const refusal: unknown = answer.ok ? null : await answer.json();
      if (wanted === null)
        expect([name, refusal]).not.toEqual([name, expect.objectContaining({ code: 'not-allowed' })]);
      else expect([name, answer.status, refusal]).toEqual([name, 422, wanted]);
    }
  });
});

test('what lies beside the routes is not found, and never the page', async () => {
  await office.as('王建国');
  for (const { method, path } of Object.values(byteRoutes)) {
    const beside = `/${path.split('/')[1]}/nowhere/at/all`;
    const answer = await ask(method, beside);
    expect([beside, answer.status, await answer.json()]).toEqual([beside, 404, { code: 'not-found', what: 'print' }]);
  }
  expect((await ask('GET', '/stills')).status).toBe(404);
  expect((await ask('DELETE', `/exhibits/${ID}`)).status).toBe(404);
});

test('a locked workstation answers each of them as it answers a call, and what is no route is not found', async () => {
  await office.client.session.lock();
  for (const { name, method, url } of routes) {
    const answer = await ask(method, url);
    expect([name, answer.status, await answer.json()]).toEqual([name, 423, { code: 'locked' }]);
  }
  expect((await ask('GET', '/papers/nowhere')).status).toBe(404);
});
