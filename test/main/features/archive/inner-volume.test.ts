import { expect, test } from 'vitest';
import { asBound, boundParts } from '../../../../main/features/archive/filing.ts';
import { volumeItems, type VolumeItem } from '../../../../main/features/archive/order.ts';
import { evidenceSet } from '../../../../main/features/handover/evidence-set.ts';
import type { CaseFile, RuleSettings } from '../../../../shared/case-file.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { judgementOf } from '../../../support/judgement.ts';
import { officeOfFile } from '../../../support/office.ts';
import { textOf } from '../../platform/print/support.ts';

const office = await officeOfFile('filed', '王建国');
const filed = await office.caseFile();

const withSettings = (settings: Partial<RuleSettings>): CaseFile => {
  const file = aCaseFile();
  return { ...file, settings: { ...file.settings, ...settings } };
};
const itemsOf = (file: CaseFile): VolumeItem[] => {
  const { procedure, templates } = judgementOf(file);
  return volumeItems({ file, procedure, templates, order: 'process' });
};
const titles = (items: readonly VolumeItem[]): string[] =>
  items.map((item) => (item.kind === 'paper' ? item.paper.name : item.exhibit.title));
const innerOf = (file: CaseFile): string[] => titles(itemsOf(file).filter(({ part }) => part === '副卷'));

test('a case is filed as 正卷 and 副卷, each with its own cover, catalogue and pages from 1', async () => {
  const volumes = await office.client.archive.volumes({ caseId: filed.case.id });
  expect(volumes.map(({ part, archiveNo }) => [part, archiveNo])).toEqual([
    ['正卷', filed.volume?.archiveNo],
    ['副卷', `${filed.volume?.archiveNo}-副`],
  ]);
  expect(filed.volume?.part).toBe('正卷');
  const { rows } = await office.client.archive.plan({ caseId: filed.case.id });
  const [outer, inner] = await Promise.all(
    volumes.map(async ({ id }) => textOf(new Uint8Array(await (await office.get(`/volumes/${id}/pdf`)).arrayBuffer()))),
  );
  expect(outer).toContain('立案审批表');
  for (const title of ['案源登记表', '调查终结报告', '结案审批表']) {
    expect(inner).toContain(title);
    expect(rows.filter((row) => row.title === title).map(({ part }) => part)).toEqual(['副卷']);
  }
  expect(inner).toContain(`正卷归档号${filed.volume?.archiveNo}`);
  expect(outer).toContain(`副卷，归档号${filed.volume?.archiveNo}-副`);
  expect(rows.filter(({ part }) => part === '副卷').map(({ seq }) => seq)).toEqual(
    Array.from({ length: volumes[1]?.items ?? 0 }, (_, index) => index + 1),
  );
  expect(volumes.map(({ items }) => items).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test('what the office weighed for itself and who gave the source stand in the 副卷; 立案 and all that the party got do not', () => {
  const inner = innerOf(aCaseFile());
  expect(inner).toEqual(expect.arrayContaining(['案源登记表', '调查终结报告', '行政执法决定审批表', '结案审批表']));
  for (const title of ['立案审批表', '行政处罚决定书', '调查询问笔录']) expect(inner).not.toContain(title);
});

test('an exhibit goes with its paper; whose copy of a licence was taken in with the source stands in the 正卷', () => {
  const file = aCaseFile();
  const source = file.papers.find(({ templateId }) => templateId === 'J01');
  const [exhibit] = file.exhibits;
  if (source === undefined || exhibit === undefined) throw new Error('no source');
  const of = (title: string) => ({ ...exhibit, id: title, title, paperId: source.id });
  const inner = innerOf({ ...file, exhibits: [of('举报信'), of('营业执照复印件')] });
  expect(inner).toContain('举报信');
  expect(inner).not.toContain('营业执照复印件');
});

test('法规科 moves a paper from one to the other, or has all bound in one', () => {
  expect(innerOf(withSettings({ volumeParts: { J18: '正卷', J04: '副卷' } }))).not.toContain('调查终结报告');
  expect(innerOf(withSettings({ volumeParts: { J18: '正卷', J04: '副卷' } }))).toContain('立案审批表');
  const whole = withSettings({ binding: '一卷' });
  const items = itemsOf(whole);
  expect(boundParts({ items: asBound(whole, items) })).toEqual([
    { part: '正卷', items: items.map((item) => ({ ...item, part: '正卷' })) },
  ]);
});

test('a case of internal papers alone (不予立案) is one volume', () => {
  const file = aCaseFile();
  const alone = { ...file, exhibits: [], papers: file.papers.filter(({ templateId }) => templateId === 'J01') };
  expect(boundParts({ items: asBound(alone, itemsOf(alone)) }).map(({ part }) => part)).toEqual(['正卷']);
});

test('courts and reconsideration bodies are offered the 正卷; of the 副卷 nothing unless it is ticked by itself', () => {
  for (const binding of ['正副卷', '一卷'] as const) {
    const file = withSettings({ binding });
    const items = itemsOf(file);
    const set = evidenceSet(items, { file, procedure: judgementOf(file).procedure });
    const internal = set.filter((item) => item.internal).map(({ key }) => key);
    const inner = items.flatMap((item) =>
      item.part === '副卷' && item.kind === 'paper' ? [`paper:${item.paper.id}`] : [],
    );
    expect(inner.length).toBeGreaterThan(2);
    expect(internal).toEqual(expect.arrayContaining(inner));
  }
});
