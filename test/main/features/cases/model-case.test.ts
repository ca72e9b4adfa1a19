// 照此登记新案: a former case as the model of a new one gives the texts that say the same in every case, and nothing of its own.
import { expect, test } from 'vitest';
import { officeOfFile } from '../../../support/office.ts';

const office = await officeOfFile('approved', '王建国');
const { client } = office;

test('the papers begin with the model’s texts, never with its facts, signatures, numbers or days', async () => {
  const former = await office.caseFile();
  const { householdId } = await client.households.create({ kind: '单位', name: '照旧案登记的面馆' });
  const begun = await client.cases.begin({
    procedure: former.case.procedure,
    householdId,
    // Written freely: a 案由 of the catalogue knows its provisions itself, and better.
    causeName: '涉嫌安排职工通宵盘点',
    officerIds: former.case.officerIds,
    modelId: former.case.id,
  });
  expect(begun.case).toMatchObject({ modelId: former.case.id, number: '', state: 'source' });
  const caseId = begun.case.id;
  const [source, filing] = [
    await client.documents.create({ caseId, templateId: 'J01' }),
    await client.documents.create({ caseId, templateId: 'J04' }),
  ];
  const old = (templateId: string) => former.papers.find((paper) => paper.templateId === templateId)?.values ?? {};
  expect(source.values['reason']).toBe(old('J01')['reason']);
  expect(filing.values['suspectedLaw']).toBe(old('J04')['suspectedLaw']);
  expect(source.values).not.toHaveProperty('facts');
  expect(source.values).not.toHaveProperty('sourceType');
  expect(source.values['receivedAt']).not.toBe(old('J01')['receivedAt']);
  expect(source).toMatchObject({ signatures: [], number: null, values: { partyName: '照旧案登记的面馆' } });
  // What the case itself knows comes first.
  expect(filing.values).toMatchObject({ startReason: old('J01')['reason'], partyName: '照旧案登记的面馆' });
  expect(filing.values).not.toHaveProperty('factSource');
});
