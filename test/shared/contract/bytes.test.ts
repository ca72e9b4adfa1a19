import { expect, test } from 'vitest';
import { byteRoutes } from '../../../shared/contract/bytes.ts';

const ID = '11111111-1111-4111-8111-111111111111';

test('an address leads back to its parameters', () => {
  expect(byteRoutes.paperPdf.url({ paperId: ID })).toBe(`/papers/${ID}/pdf`);
  expect(byteRoutes.paperPdf.paramsOf(`/papers/${ID}/pdf`)).toEqual({ paperId: ID });
  const run = { templateId: 'J34', year: 2026, first: 3, last: 7 };
  expect(byteRoutes.numberedBlanks.url(run)).toBe('/templates/J34/blanks/2026/3/7');
  expect(byteRoutes.numberedBlanks.paramsOf(byteRoutes.numberedBlanks.url(run))).toEqual(run);
  expect(byteRoutes.still.paramsOf(byteRoutes.still.url({}))).toEqual({});
});

test('what is no id, number, paper or ticket is no address of a route', () => {
  for (const id of ['', 'x', `${ID}%00`, '..%2fkeyring.json', `${ID}/more`])
    expect([id, byteRoutes.exhibit.paramsOf(`/exhibits/${id}`)]).toEqual([id, null]);
  for (const seq of ['-1', '1e3', '0x1', '', '1234567890'])
    expect([seq, byteRoutes.intakeChunk.paramsOf(`/intake/${ID}/${seq}`)]).toEqual([seq, null]);
  expect(byteRoutes.blankForm.paramsOf('/templates/..%2fJ01/blank')).toBeNull();
  expect(byteRoutes.oneTimePdf.paramsOf('/prints/short')).toBeNull();
});

test('parameters are asked for by name and kind', () => {
  // @ts-expect-error the route has another parameter
  expect(byteRoutes.paperPdf.url({ exhibitId: ID })).toBe('/papers/undefined/pdf');
  // @ts-expect-error a number stands there
  expect(byteRoutes.intakeChunk.url({ intakeId: ID, seq: '1' })).toBe(`/intake/${ID}/1`);
});

test('no two routes have one address', () => {
  const addresses = Object.values(byteRoutes).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});
