import { expect, test } from 'vitest';
import { byteRoutes } from '../../../../shared/contract/bytes.ts';
import { ReadCredential } from '../../../../shared/contract/credential.ts';
import { credentialReader } from '../../../../main/features/households/read-credential.ts';
import { UnreadableText } from '../../../../main/platform/ocr/read-outcome.ts';
import { cardWords, idCardPicture } from '../../../support/credential-pictures.ts';
import { officeOfFile } from '../../../support/office.ts';
import { scanned } from '../../../support/scanned.ts';

const office = await officeOfFile('begun', '王建国');
const ask = (body: Uint8Array, signal?: AbortSignal): Promise<Response> =>
  office.workstation.fetch(
    new Request(`http://workstation${byteRoutes.credential.url({})}`, {
      method: 'POST',
      body: Uint8Array.from(body),
      ...(signal && { signal }),
    }),
  );

test('a photo of an ID card comes back as what it says, and its picture', async () => {
  const answer = ReadCredential.parse(await (await ask(await scanned(await idCardPicture(), { turned: 1 }))).json());
  expect(answer.credential.kind).toBe('身份证');
  expect(answer.credential.details).toContainEqual({ detail: 'idNumber', text: cardWords.number, doubt: null });
  expect([...Buffer.from(answer.picture, 'base64').subarray(0, 2)]).toEqual([0xff, 0xd8]);
});

test.each<[string, () => Promise<Uint8Array>, string]>([
  ['a text', async () => new TextEncoder().encode('姓名 林小燕'), 'type'],
  ['too large a file', async () => new Uint8Array(8 * 1024 * 1024 + 1), 'too-large'],
])('%s is refused with the reason', async (_, bytes, why) => {
  const answer = await ask(await bytes());
  expect([answer.status, await answer.json()]).toEqual([422, { code: 'no-text', why }]);
});

test('what the page stops is no fault', async () => {
  const stopper = new AbortController();
  const reading = ask(await scanned(await idCardPicture(), {}), stopper.signal);
  stopper.abort();
  expect((await reading).status).toBe(204);
});

test('an office without the models is told so, and the fault is on record', async () => {
  const reported: unknown[] = [];
  const read = credentialReader(
    { report: (thrown) => (reported.push(thrown), 'id') },
    { read: () => Promise.reject(new UnreadableText('no-reader', 'Cannot find package')) },
  );
  await expect(read(new Uint8Array([1]), new AbortController().signal)).rejects.toMatchObject({
    refusal: { code: 'no-text', why: 'no-reader' },
  });
  expect(reported).toHaveLength(1);
});
