import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { ReadPicture, TextFault } from '../../../../main/platform/ocr/read-outcome.ts';
import { createTextReader, type TextReader } from '../../../../main/platform/ocr/text-reader.ts';
import { credentialIn } from '../../../../shared/identity/credential.ts';
import { cardWords, idCardPicture, licencePicture, licenceWords } from '../../../support/credential-pictures.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';
import { type Harm, scanned } from '../../../support/scanned.ts';

let reader: TextReader;
beforeAll(() => {
  reader = createTextReader({ onFault: failOnFault });
});
afterAll(() => reader.close());

const never = new AbortController().signal;
const read = (bytes: Uint8Array): Promise<ReadPicture> => reader.read(Uint8Array.from(bytes), never);
const saidBy = ({ lines }: ReadPicture): Record<string, string | null> =>
  Object.fromEntries(
    (credentialIn(lines)?.details ?? []).map(({ detail, text, doubt }) => [detail, doubt === null ? text : null]),
  );
const photo: Harm = { turned: 1.7, blur: 0.9, noise: 8, quality: 65, shade: 0.3 };

it('a photo of a 营业执照, turned, blurred and in uneven light, is read to the last character', async () => {
  const result = await read(await scanned(await licencePicture(), photo));
  expect(saidBy(result)).toEqual({ ...licenceWords });
  const { width, height } = result;
  expect(await sharp(result.picture).metadata()).toMatchObject({ format: 'jpeg', width, height });
});

const { name, sex, number, address } = cardWords;
const card = { name, sex, birth: '1990年3月7日', address: address.join(''), idNumber: number };

it.each<[string, Harm]>([
  ['as a phone takes it', photo],
  ['on its head', { turned: 181 }],
])('a photo of an ID card %s is read to the last character', async (_, harm) => {
  expect(saidBy(await read(await scanned(await idCardPicture(), harm)))).toEqual(card);
});

it('a scan in a PDF is read', async () => {
  const document = await PDFDocument.create();
  const scan = await document.embedJpg(await scanned(await idCardPicture(), photo));
  document.addPage([595, 842]).drawImage(scan, { x: 100, y: 500, width: 243, height: 153 });
  expect(saidBy(await read(await document.save()))).toMatchObject({ name, idNumber: number });
});

it('a picture without text has no lines', async () => {
  const blank = sharp({ create: { width: 400, height: 300, channels: 3, background: '#eeeeee' } });
  expect((await read(await blank.png().toBuffer())).lines).toEqual([]);
});

describe('what cannot be read says why', () => {
  it.each<[string, () => Promise<Uint8Array>, TextFault]>([
    ['nothing', async () => new Uint8Array(), 'empty'],
    ['a text', async () => new TextEncoder().encode('统一社会信用代码'), 'type'],
    ['half a photo', async () => (await scanned(await idCardPicture(), {})).subarray(0, 9_000), 'damaged'],
    ['a huge file', async () => new Uint8Array(33 * 1024 * 1024), 'too-large'],
  ])('%s', async (_, bytes, why) => {
    await expect(read(await bytes())).rejects.toMatchObject({ name: 'UnreadableText', why });
  });
});

it('can be stopped, and reads the next picture afterwards', async () => {
  const stopper = new AbortController();
  const jpeg = Uint8Array.from(await scanned(await licencePicture(), {}));
  const reading = reader.read(jpeg, stopper.signal);
  setTimeout(() => stopper.abort(), 300);
  const from = performance.now();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - from).toBeLessThan(3_000);
  expect((await read(await scanned(await idCardPicture(), {}))).lines.length).toBeGreaterThan(8);
});
