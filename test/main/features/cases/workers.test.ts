import { describe, expect, test } from 'vitest';
import { WorkerDetails } from '../../../../shared/identity/case-worker.ts';
import { officeAt, refusalOf } from '../../../support/office.ts';
import { draftOf } from '../documents/support.ts';

const worker = (name: string, owed: number) => ({
  ...WorkerDetails.parse({ name, agreed: owed + 1000, paid: 1000, owed }),
  id: null,
});
const known = (workers: readonly { id: string; version: number }[]) =>
  workers.map(({ id, version }) => ({ id, version }));

describe('the list of workers', () => {
  test('is put in place as a whole, changed by line, and on record', async () => {
    await using office = await officeAt('approved', '王建国');
    const { client } = office;
    const {
      case: { id: caseId },
    } = await office.caseFile();
    const first = await client.cases.saveWorkers({
      caseId,
      known: [],
      workers: [worker('甲某', 2000.5), worker('乙某', 3000)],
    });
    expect(first.workers).toMatchObject([
      { name: '甲某', owed: 2000.5, version: 1 },
      { name: '乙某', owed: 3000, version: 1 },
    ]);
    const [one, two] = first.workers;
    if (one === undefined || two === undefined) throw new Error('two were saved');
    const { version: _, ...second } = two;
    const after = await client.cases.saveWorkers({
      caseId,
      known: known(first.workers),
      workers: [{ ...second, paid: 1500, owed: 2500 }, worker('丙某', 100)],
    });
    expect(after.workers).toMatchObject([
      { id: two.id, owed: 2500, version: 2 },
      { name: '丙某', owed: 100 },
    ]);
    const [entry] = await client.cases.history({ caseId });
    expect(entry).toMatchObject({
      verb: '登记劳动者名单',
      detail: {
        before: { count: 2, owed: 5000.5 },
        after: { count: 2, owed: 2600 },
        added: [{ name: '丙某' }],
        changed: [{ before: { owed: 3000 }, after: { owed: 2500 } }],
        removed: [{ name: '甲某' }],
      },
    });
    expect(
      await refusalOf(client.cases.saveWorkers({ caseId, known: known(first.workers), workers: [] })),
    ).toMatchObject({ code: 'stale' });
    await office.as('赵强');
    expect((await office.ended((await client.supervision.verify()).id)).faults).toEqual([]);
  });

  test('what contradicts itself is refused with its line, and nothing of it is taken', async () => {
    await using office = await officeAt('approved', '王建国');
    const { client } = office;
    const {
      case: { id: caseId },
    } = await office.caseFile();
    const workers = [worker('甲某', 2000), { ...worker('乙某', 3000), owed: 3500 }];
    expect(await refusalOf(client.cases.saveWorkers({ caseId, known: [], workers }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'workers.1.owed', sentence: '第2行：应发4000元减已发1000元是3000元，这里是3500元。' }],
    });
    expect((await office.caseFile()).workers).toEqual([]);
  });

  test('fills the papers that are about them', async () => {
    await using office = await officeAt('approved', '王建国');
    const { client } = office;
    const {
      case: { id: caseId },
    } = await office.caseFile();
    await client.cases.saveWorkers({ caseId, known: [], workers: [worker('甲某', 2000), worker('乙某', 3000)] });
    const order = await draftOf(office, 'J19');
    expect(order.values['workers']).toEqual([
      { name: '甲某', agreed: 3000, paid: 1000, owed: 2000 },
      { name: '乙某', agreed: 4000, paid: 1000, owed: 3000 },
    ]);
  });
});
