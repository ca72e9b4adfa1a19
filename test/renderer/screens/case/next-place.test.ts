import { describe, expect, test } from 'vitest';
import type { CaseFile, Paper } from '../../../../shared/case-file.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { nextPlace, placeInAddress, placeOf, placeOfFinding } from '../../../../renderer/screens/case/next-place.ts';
import { addressOf } from '../../../../renderer/parts/cases/case-address.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { upTo, without } from '../../../support/change-case-file.ts';
import { caseValues, uuid } from '../../../support/case-values.ts';
import { fillPaper } from '../../../support/fill-paper.ts';
import { definitions, judgementOf } from '../../../support/judgement.ts';
import { obstaclesToIssue } from '../../../../shared/procedure/obstacles.ts';
import type { Template } from '../../../../shared/template/template.ts';

const inquiry = uuid(106);

/** The sample case as it stood while its 调查询问笔录 was being written. */
function whileAsking(over: Partial<Paper>, values: Values = {}): CaseFile {
  const file = without(upTo(aCaseFile(), 'J15'), 'J08');
  const papers = file.papers.map((paper) =>
    paper.id === inquiry
      ? {
          ...paper,
          status: 'draft' as const,
          issuedAt: null,
          issuedBy: null,
          sha256: null,
          values: { ...paper.values, ...values },
          ...over,
        }
      : paper,
  );
  return { ...file, papers };
}

const go = (file: CaseFile, field: string | null = null, paperId: string | null = inquiry) =>
  nextPlace(judgementOf(file), { paperId, field });

describe('F2', () => {
  test('goes to the first gap of the paper in hand, then on in the order of its form', () => {
    const file = whileAsking({}, { place: '', respondentName: '' });
    expect(go(file)).toMatchObject({ want: 'field', field: 'place', paperId: inquiry });
    expect(go(file, 'place')).toMatchObject({ want: 'field', field: 'respondentName' });
  });

  test('names the field of a gap inside a row', () => {
    expect(go(whileAsking({}, { qa: [{ q: '何时入职？', a: '' }] }))).toMatchObject({ want: 'field', field: 'qa' });
  });

  test('goes from the fields to signatures and to the recording', () => {
    expect(go(whileAsking({ signatures: [] }), 'respondentOpinion')).toMatchObject({
      want: 'signatures',
      paperId: inquiry,
    });
    const unrecorded = whileAsking({});
    expect(go({ ...unrecorded, exhibits: [] })).toMatchObject({ want: 'recording', paperId: inquiry });
  });

  test('a complete paper is taken to its issue', () => {
    expect(go(whileAsking({}))).toMatchObject({ want: 'issue', paperId: inquiry });
  });

  test('goes round to the first gap again after the last', () => {
    expect(go(whileAsking({}, { place: '' }), 'respondentOpinion')).toMatchObject({ want: 'field', field: 'place' });
  });

  test('goes back to what was passed over before it asks for signatures', () => {
    expect(go(whileAsking({ signatures: [] }, { place: '' }), 'respondentOpinion')).toMatchObject({
      want: 'field',
      field: 'place',
    });
  });

  test('stays in the paper in hand while it lacks a field, even the one the caret is in', () => {
    expect(go(whileAsking({}, { place: '' }), 'place')).toMatchObject({
      want: 'field',
      field: 'place',
      paperId: inquiry,
    });
  });

  test('stops on its way down the form at what the checks would refuse', () => {
    const veto = { sentence: '没有记明王建国已出示执法证。', article: 18, paperId: inquiry, field: 'officers' };
    const at = (field: string) =>
      nextPlace(judgementOf(whileAsking({}, { respondentName: '' })), { paperId: inquiry, field }, [veto]);
    expect(at('endAt')).toMatchObject({ want: 'field', field: 'officers', sentence: veto.sentence });
    expect(at('officers')).toMatchObject({ want: 'field', field: 'respondentName' });
  });

  test('a complete paper is issued before another step, also where no step requires it', () => {
    const file = aCaseFile();
    const address: Paper = {
      ...(file.papers[0] as Paper),
      id: uuid(901),
      templateId: 'J46',
      name: '有关事项审批表',
      status: 'approved',
      number: null,
      values: fillPaper(definitions.templates.get('J46') as Template),
      signatures: [],
      issuedAt: null,
      sha256: null,
    };
    const open = { ...upTo(file, 'J15'), papers: [...upTo(file, 'J15').papers, address] };
    expect(obstaclesToIssue(judgementOf(open), address)).toEqual([]);
    expect(go(open, null, address.id)).toMatchObject({ want: 'issue', paperId: address.id });
  });

  test('with no paper in hand goes to what the case needs next', () => {
    const file = whileAsking({ status: 'issued', issuedAt: '2026-03-09T16:00' });
    expect(go(file, null, null)).toMatchObject({ want: 'start', stepId: 'conclude', templateId: 'J18' });
  });

  test('a paper that waits for others does not hold the clerk', () => {
    const file = whileAsking({ status: 'issued', issuedAt: '2026-03-09T16:00' });
    const report: Paper = {
      ...(file.papers[0] as Paper),
      id: uuid(900),
      templateId: 'J18',
      name: '调查终结报告',
      status: 'approving',
      number: null,
      values: caseValues['J18'] ?? {},
      approvals: [],
      signatures: [],
      issuedAt: null,
    };
    expect(go({ ...file, papers: [...file.papers, report] }, null, report.id)).toMatchObject({
      want: 'start',
      stepId: 'register-recordings',
    });
  });
});

test.each([
  [{ sentence: '', article: 17, paperId: 'p' }, 'signatures'],
  [{ sentence: '', article: 15, paperId: 'p' }, 'recording'],
  [{ sentence: '', article: 23, paperId: 'p' }, 'approval'],
  [{ sentence: '', article: 17, paperId: 'p', field: 'qa.0.a' }, 'field'],
  [{ sentence: '', article: 22, stepId: 'serve-notice' }, 'step'],
  [{ sentence: '', article: 22, stepId: 'notify', templateId: 'J21' }, 'start'],
] as const)('an obstacle %j wants %s', (obstacle, want) => expect(placeOf(obstacle).want).toBe(want));

describe('the place of a finding', () => {
  const finding = { checkId: 'R17a', severity: 'err' as const, article: 17, basis: '', sentence: '有问题。' };
  const cases = [
    ['a question', { questionId: 'V04' }, { question: 'V04' }, { want: 'question', questionId: 'V04' }],
    ['an exhibit', { exhibitId: 'e' }, { exhibit: 'e' }, { want: 'exhibit', exhibitId: 'e' }],
    [
      'a field of a paper',
      { paperId: 'p', field: 'facts' },
      { paper: 'p', field: 'facts' },
      { want: 'field', paperId: 'p', field: 'facts' },
    ],
    [
      'a cell of a table',
      { paperId: 'p', field: 'rows.2.name' },
      { paper: 'p', field: 'rows' },
      { want: 'field', field: 'rows' },
    ],
    ['the signatures of a paper', { paperId: 'p' }, { paper: 'p' }, { want: 'signatures', paperId: 'p' }],
    ['a step that is not done', { stepId: 'notify' }, { step: 'notify' }, { want: 'step', stepId: 'notify' }],
  ] as const;

  test.each(cases)('%s is found from inside the case and by its address', (_, facts, address, place) => {
    expect(placeOfFinding({ ...finding, ...facts })).toMatchObject(place);
    expect(addressOf({ ...finding, ...facts }, 'archive')).toEqual({ ...address, back: 'archive' });
  });

  test('an address that names only a paper leaves the place to the paper', () => {
    expect(placeInAddress({ paper: 'p' })).toBeNull();
    expect(placeInAddress({ paper: 'p', step: 'notify' })).toBeNull();
    expect(placeInAddress({ paper: 'p', field: 'facts' })).toMatchObject({ want: 'field', field: 'facts' });
  });
});
