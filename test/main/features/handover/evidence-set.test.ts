import { describe, expect, it } from 'vitest';
import { volumeItems } from '../../../../main/features/archive/order.ts';
import { evidenceSet } from '../../../../main/features/handover/evidence-set.ts';
import type { Exhibit } from '../../../../shared/case-file.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { paperIn, withPaper } from '../../../support/change-case-file.ts';
import { judgementOf } from '../../../support/judgement.ts';

/** The decision of the sample case, issued at a known moment; the exhibit is one no step after it claims. */
const decided = '2026-04-03T16:00:00+08:00';
const itemOf = (over: Partial<Exhibit>) => {
  const given = withPaper(aCaseFile(), 'J32', { issuedAt: decided });
  const [first] = given.exhibits;
  if (first === undefined) throw new Error('The sample case has no exhibit');
  const exhibit: Exhibit = { ...first, id: paperIn(given, 'J01').id, paperId: null, stepId: null, ...over };
  const file = { ...given, exhibits: [exhibit] };
  const { procedure, templates } = judgementOf(file);
  const items = volumeItems({ file, procedure, templates, order: 'process', supplements: true });
  return evidenceSet(items, { file, procedure }).find(({ exhibitId }) => exhibitId === exhibit.id);
};
const film = { mime: 'video/mp4' };
const scan = { mime: 'application/pdf', endAt: '' };

/** 行诉法35, 复议法46: what counts is when evidence was gathered. */
describe('what came after the decision', () => {
  it.each([
    [
      'a film made before and stored within two working days',
      { ...film, endAt: '2026-04-03T15:00' },
      '2026-04-07',
      false,
    ],
    ['a film that ended as the decision was issued', { ...film, endAt: '2026-04-03T16:00' }, '2026-04-07', false],
    ['a film that ended a minute later', { ...film, endAt: '2026-04-03T16:01' }, '2026-04-07', true],
    ['a film of which nobody knows when it was made', { ...film, endAt: '' }, '2026-04-07', true],
    ['a film made and stored before', { ...film, endAt: '2026-03-06T10:00' }, '2026-03-07', false],
    ['a scan stored before', scan, '2026-04-03', false],
    ['a scan stored after', scan, '2026-04-07', true],
    ['a scan stored after and gathered before', { ...scan, gatheredAt: '2026-03-20' }, '2026-04-07', false],
    ['a scan gathered on the very day', { ...scan, gatheredAt: '2026-04-03' }, '2026-04-07', false],
    ['a scan gathered on the next day', { ...scan, gatheredAt: '2026-04-04' }, '2026-04-07', true],
  ])('%s', (_, over, storedOn, late) =>
    expect(itemOf({ ...over, importedAt: `${storedOn}T09:00:00+08:00` })?.late).toBe(late),
  );

  it('says of a film stored later when it was made and when stored', () => {
    const remark = (importedAt: string) => itemOf({ ...film, endAt: '2026-04-03T15:00', importedAt })?.remark;
    expect(remark('2026-04-07T09:00:00+08:00')).toBe('原始音像文件，未转码；2026年4月3日录制，2026年4月7日存入');
    expect(remark('2026-04-03T15:30:00+08:00')).toBe('原始音像文件，未转码');
  });

  it('says of a paper scanned later when it was gathered and when stored', () => {
    const remark = (gatheredAt: string, importedAt: string) => itemOf({ ...scan, gatheredAt, importedAt })?.remark;
    expect(remark('2026-03-20', '2026-04-07T09:00:00+08:00')).toBe('2026年3月20日取得，2026年4月7日存入');
    expect(remark('2026-03-20', '2026-03-22T09:00:00+08:00')).toBe('');
    expect(remark('', '2026-04-07T09:00:00+08:00')).toBe('');
  });

  it.each([
    ['2026-04-03T15:00', false, '2026年4月3日制作，2026年4月7日录入'],
    ['2026-04-03T16:01', true, '2026年4月3日制作，2026年4月7日录入'],
  ])('goes by the day a record bears that was typed in later: %s', (day, late, remark) => {
    const filled = withPaper(aCaseFile(), 'J32', { issuedAt: decided });
    const [dated] = filled.papers.filter(({ templateId }) => templateId === 'J07');
    if (dated === undefined) throw new Error('The sample case has no J07');
    const file = withPaper(filled, 'J07', {
      issuedAt: '2026-04-07T09:00:00+08:00',
      values: { ...dated.values, startAt: day },
    });
    const { procedure, templates } = judgementOf(file);
    const items = volumeItems({ file, procedure, templates, order: 'process', supplements: true });
    expect(evidenceSet(items, { file, procedure }).find(({ paperId }) => paperId === dated.id)).toMatchObject({
      late,
      remark,
    });
  });
});

it('a paper proves something of the case, and a record what was said by whom', () => {
  const file = aCaseFile();
  const { procedure, templates } = judgementOf(file);
  const set = evidenceSet(volumeItems({ file, procedure, templates, order: 'process' }), { file, procedure });
  const papers = set.filter(({ paperId }) => paperId !== null);
  expect(papers.filter(({ proves }) => /依法制作|记载的事项/.test(proves))).toEqual([]);
  expect(papers.find(({ title }) => title.startsWith('调查询问笔录'))?.proves).toBe('陈福来对案件事实的陈述');
});
