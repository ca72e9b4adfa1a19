import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { caseFile, paper, period, periods, receipt, recording } from './case.ts';

const fine = {
  penalties: [
    { kind: '警告', amount: null, basis: '' },
    { kind: '罚款', amount: 5000, basis: '' },
  ],
  decidedAt: '2026-05-20',
};

/** A complete 普通程序 of 2026, from the complaint to the volume. */
function wholeCase(today = '2027-01-20') {
  const source = paper('J01', '2026-03-02T10:00:00+08:00', { receivedAt: '2026-03-02T09:40', sourceType: '投诉' });
  const filing = paper('J04', '2026-03-05T16:00:00+08:00', { urgentOnSite: false });
  const report = paper('J18', '2026-04-20T10:00:00+08:00', { surveyEndAt: '2026-04-20' });
  const notice = paper('J21', '2026-04-28T10:00:00+08:00', { rights: ['陈述', '申辩', '听证'] });
  const decision = paper('J32', '2026-05-20T10:00:00+08:00', fine, { number: '某人社监罚字〔2026〕第001号' });
  const performance = paper('J39', '2026-06-02T10:00:00+08:00', {
    decisionRef: decision.number,
    performed: '全部履行',
    performedAt: '2026-06-01',
  });
  const closing = paper('J45', '2026-06-05T10:00:00+08:00', { terminatedAt: '2026-06-05' });
  const handed = paper('J49', '2026-06-30T10:00:00+08:00', { submittedAt: '2026-06-30' });
  const papers = [
    source,
    filing,
    report,
    notice,
    receipt([notice], '2026-04-29'),
    decision,
    receipt([decision], '2026-05-22'),
    performance,
    closing,
    handed,
  ];
  const volume = {
    id: filing.caseId,
    caseId: filing.caseId,
    filedAt: '2026-07-01T09:00:00+08:00',
    filer: '甲',
    inspector: '乙',
    retention: '30年',
    archiveNo: '',
    supplementId: null,
    part: null,
    items: 10,
    pages: 40,
    sha256: '',
  };
  const file = caseFile(today, {
    papers,
    volume,
    exhibits: [recording('2026-03-10T11:20', '2026-03-11T08:00:00+08:00')],
  });
  return { file, source, filing, report, notice, decision, performance, closing };
}

const without = (file: CaseFile, ...templateIds: string[]): CaseFile => ({
  ...file,
  papers: file.papers.filter((candidate) => !templateIds.includes(candidate.templateId)),
});

describe('the main line of the 普通程序', () => {
  it.each([
    ['S14', '2026-03-02', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['J05W', '2026-03-02', '2026-03-09', '2026-03-09', '2026-03-05'],
    ['J60', '2026-03-05', '2026-06-02', '2026-06-02', '2026-04-20'],
    ['J15', '2026-04-20', '2026-05-13', '2026-05-13', '2026-05-20'],
    ['P90', '2026-03-05', '2026-06-03', '2026-06-03', '2026-05-20'],
    ['P7c', '2026-05-20', '2026-05-29', '2026-05-29', '2026-05-22'],
    ['P15', '2026-05-22', '2026-06-06', '2026-06-08', '2026-06-01'],
    ['S35', '2026-06-05', '2026-07-05', '2026-07-06', '2026-07-01'],
    ['S35b', '2026-06-05', '2026-07-05', '2026-07-06', '2026-06-30'],
    ['S36', '2026-03-10', '2026-03-12', '2026-03-12', '2026-03-11'],
    // Windows of the party end by themselves.
    ['P5', '2026-04-29', '2026-05-09', '2026-05-09', '2026-05-09'],
    ['F60', '2026-05-22', '2026-07-21', '2026-07-21', '2026-07-21'],
    ['F6M', '2026-05-22', '2026-11-22', '2026-11-23', '2026-11-23'],
  ])('%s runs from %s to %s (rolled %s) and is met on %s', (id, from, statutory, due, metAt) => {
    expect(period(wholeCase().file, id)).toMatchObject({ from, statutory, due, metAt });
  });

  it('gives each of them once, with the case, the law and the article', () => {
    const { file, decision } = wholeCase();
    const ids = periods(file).map(({ ruleId }) => ruleId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(
      [
        'AR',
        'F60',
        'F6M',
        'J05W',
        'J15',
        'J60',
        'P15',
        'P5',
        'P7c',
        'P90',
        'Q3M',
        'S14',
        'S35',
        'S35b',
        'S36',
        'S36a',
        'S37b',
      ].toSorted(),
    );
    expect(period(file, 'P15')).toMatchObject({
      caseId: file.case.id,
      subjectId: decision.id,
      duty: '当事人',
      harm: 2,
      basis: '处罚法67',
      article: 27,
      unit: 'CD',
      kind: 'max',
      note: null,
    });
  });

  it.each([
    ['J05W', ['J04']],
    ['J60', ['J18', 'J45']],
    ['J15', ['J32', 'J45']],
    ['P90', ['J32', 'J45']],
    ['P15', ['J39', 'J45']],
    ['S35b', ['J49']],
  ])('%s runs on while its papers are missing', (id, papers) => {
    expect(period(without(wholeCase().file, ...papers), id).metAt).toBeNull();
  });

  it('P7c runs on until the decision itself is served', () => {
    const { file, decision, notice } = wholeCase();
    const unserved = {
      ...file,
      papers: file.papers.filter(
        (candidate) => candidate.templateId !== 'J40' || !JSON.stringify(candidate.values).includes(decision.id),
      ),
    };
    expect(period(unserved, 'P7c').metAt).toBeNull();
    expect(periods(unserved, 'F60')).toEqual([]);
    expect(period(unserved, 'P5').subjectId).toBe(notice.id);
  });

  it('S35 waits for the volume', () => expect(period({ ...wholeCase().file, volume: null }, 'S35').metAt).toBeNull());

  it('is pure: the same file gives the same periods', () => {
    const { file } = wholeCase();
    const before = structuredClone(file);
    expect(periods(file)).toEqual(periods(file));
    expect(file).toEqual(before);
  });
});

describe('what starts a period', () => {
  it('案源登记 is counted from the draft on, until it is issued', () => {
    const draft = paper('J01', null, { receivedAt: '2026-03-02T09:40', sourceType: '举报' });
    expect(period(caseFile('2026-03-03', { papers: [draft] }), 'S14')).toMatchObject({
      due: '2026-03-02',
      metAt: null,
    });
    expect(periods(caseFile('2026-03-03', { papers: [draft] }), 'J05W')).toEqual([]);
  });

  it('a draft decision starts nothing, and a void paper neither', () => {
    const papers = [paper('J32', null, fine), paper('J04', '2026-03-05T10:00:00+08:00', {}, { status: 'void' })];
    expect(periods(caseFile('2026-06-01', { papers }))).toEqual([]);
  });

  it('an empty or wrong date starts nothing', () => {
    const papers = [
      paper('J18', '2026-04-20T10:00:00+08:00', { surveyEndAt: '' }),
      paper('J45', '2026-06-05T10:00:00+08:00', { terminatedAt: '2026-06-31' }),
    ];
    expect(periods(caseFile('2026-06-10', { papers }))).toEqual([]);
  });

  it('only a fine starts the time to pay', () => {
    const warning = paper('J32', '2026-05-20T10:00:00+08:00', { ...fine, penalties: [{ kind: '警告' }] });
    const file = caseFile('2026-05-25', { papers: [warning, receipt([warning], '2026-05-22')] });
    expect(periods(file, 'P15')).toEqual([]);
    expect(period(file, 'F60').metAt).toBeNull();
  });

  it('only a notice that names the hearing starts the time to ask for it', () => {
    const plain = paper('J21', '2026-04-28T10:00:00+08:00', { rights: ['陈述', '申辩'] });
    expect(periods(caseFile('2026-05-01', { papers: [plain, receipt([plain], '2026-04-29')] }), 'P5')).toEqual([]);
  });

  it('公告送达 serves on the day it takes effect, and several receipts on the last of their days', () => {
    const decision = paper('J32', '2026-05-20T10:00:00+08:00', fine);
    const byNotice = receipt([decision], '', {
      mode: '公告',
      publishedAt: '2026-06-01',
      effectiveAt: '2026-07-01',
      servedAt: '2026-06-01',
    });
    expect(period(caseFile('2026-07-02', { papers: [decision, byNotice] }), 'F60').from).toBe('2026-07-01');
    const both = [receipt([decision], '2026-05-22'), receipt([decision], '2026-05-25')];
    expect(period(caseFile('2026-07-02', { papers: [decision, ...both] }), 'F60').from).toBe('2026-05-25');
  });

  it('each recording has its two working days; withdrawn ones and pictures have none', () => {
    const exhibits = [
      recording('2026-09-24T16:00', '2026-09-29T23:30:00+08:00'),
      recording('2026-09-24T16:00', '2026-09-30T08:00:00+08:00'),
      recording('2026-09-24T16:00', '2026-09-30T08:00:00+08:00', { withdrawnReason: '重复导入' }),
      recording('2026-09-24T16:00', '2026-09-30T08:00:00+08:00', { mime: 'image/jpeg' }),
    ];
    const stored = periods(caseFile('2026-10-08', { exhibits }), 'S36');
    expect(stored.map(({ due, metAt }) => [due, metAt])).toEqual([
      ['2026-09-29', '2026-09-29'],
      ['2026-09-29', '2026-09-30'],
    ]);
    expect(stored.map(({ subjectId }) => subjectId)).toEqual(exhibits.slice(0, 2).map(({ id }) => id));
  });

  it('recordings of a routine inspection are kept six months, and only those', () => {
    const exhibits = [recording('2021-07-01T16:00', '2021-07-01T18:00:00+08:00')];
    const inspection = caseFile('2022-01-02', { exhibits });
    inspection.case.procedure = 'inspection';
    expect(period(inspection, 'S37')).toMatchObject({ kind: 'min', due: '2022-01-01', metAt: '2022-01-01' });
    expect(period({ ...inspection, today: '2022-01-01' }, 'S37').metAt).toBeNull();
    expect(periods(caseFile('2022-01-02', { exhibits }), 'S37')).toEqual([]);
  });

  it('an urgent start on the spot must be reported within 24 hours, weekend or not', () => {
    const filing = (urgentReportAt: string | null) =>
      paper('J04', null, { urgentOnSite: true, urgentStartedAt: '2026-03-06T15:30', urgentReportAt });
    expect(period(caseFile('2026-03-07', { papers: [filing(null)] }), 'S13')).toMatchObject({
      from: '2026-03-06T15:30',
      due: '2026-03-07T15:30',
      metAt: null,
      unit: 'H',
    });
    expect(period(caseFile('2026-03-07', { papers: [filing('2026-03-06T18:00')] }), 'S13').metAt).toBe(
      '2026-03-06T18:00',
    );
  });

  it('the law of the trigger day decides: no 90 days before 2021-07-15', () => {
    const filed = (day: string) => caseFile('2021-12-01', { papers: [paper('J04', `${day}T10:00:00+08:00`)] });
    expect(periods(filed('2021-07-14'), 'P90')).toEqual([]);
    expect(period(filed('2021-07-15'), 'P90').due).toBe('2021-10-13');
  });
});

describe('what meets a period', () => {
  const decide = (number: string, day: string) =>
    paper('J32', `${day}T10:00:00+08:00`, { ...fine, decidedAt: day }, { number });
  const first = decide('某人社监罚字〔2026〕第001号', '2026-05-20');
  const second = decide('某人社监罚字〔2026〕第002号', '2026-05-21');

  it('two decisions each wait for their own service and payment', () => {
    const paid = paper('J39', '2026-06-02T10:00:00+08:00', {
      decisionRef: second.number,
      performed: '全部履行',
      performedAt: '2026-06-01',
    });
    const file = caseFile('2026-06-10', {
      papers: [first, second, receipt([first], '2026-05-22'), receipt([second], '2026-05-25'), paid],
    });
    expect(periods(file, 'P7c').map(({ subjectId, metAt }) => [subjectId, metAt])).toEqual([
      [first.id, '2026-05-22'],
      [second.id, '2026-05-25'],
    ]);
    expect(periods(file, 'P15').map(({ subjectId, metAt }) => [subjectId, metAt])).toEqual([
      [first.id, null],
      [second.id, '2026-06-01'],
    ]);
  });

  it('paying in part does not meet the time to pay', () => {
    const part = paper('J39', '2026-06-02T10:00:00+08:00', {
      decisionRef: first.number,
      performed: '部分履行',
      performedAt: '2026-06-01',
    });
    expect(
      period(caseFile('2026-06-10', { papers: [first, receipt([first], '2026-05-22'), part] }), 'P15').metAt,
    ).toBeNull();
  });

  it('the hearing notice is due seven working days before the hearing and met by its service', () => {
    const notice = paper('J25', '2024-09-20T10:00:00+08:00', { hearingAt: '2024-10-12T09:00' });
    const draft = { ...notice, status: 'draft' as const, issuedAt: null };
    expect(period(caseFile('2024-09-20', { papers: [draft] }), 'P7b')).toMatchObject({
      kind: 'before',
      from: '2024-10-12',
      due: '2024-09-27',
      metAt: null,
    });
    expect(period(caseFile('2024-09-30', { papers: [notice, receipt([notice], '2024-09-26')] }), 'P7b').metAt).toBe(
      '2024-09-26',
    );
  });

  it('asking for a hearing ends the time to ask; else it ends by itself the day after', () => {
    const notice = paper('J21', '2026-04-28T10:00:00+08:00', { rights: ['听证'] });
    const served = [notice, receipt([notice], '2026-04-29')];
    const asked = paper('J23', '2026-05-06T10:00:00+08:00', { at: '2026-05-06T10:00', hearingRequested: true });
    expect(period(caseFile('2026-05-20', { papers: [...served, asked] }), 'P5').metAt).toBe('2026-05-06');
    expect(period(caseFile('2026-05-09', { papers: served }), 'P5').metAt).toBeNull();
    expect(period(caseFile('2026-05-10', { papers: served }), 'P5').metAt).toBe('2026-05-09');
  });

  it('a window without a known end does not lapse', () => {
    const decision = decide('某人社监罚字〔2026〕第003号', '2026-11-20');
    expect(
      period(caseFile('2027-12-01', { papers: [decision, receipt([decision], '2026-11-22')] }), 'F6M'),
    ).toMatchObject({ statutory: '2027-05-22', due: null, metAt: null });
  });

  it('the order to correct is checked the day after its date', () => {
    const order = paper(
      'J19',
      '2026-04-28T10:00:00+08:00',
      { correctBy: '2026-05-15' },
      { number: '某人社监令字〔2026〕第001号' },
    );
    const checked = paper('J20', '2026-05-18T10:00:00+08:00', { orderRef: order.number, checkedAt: '2026-05-18' });
    expect(period(caseFile('2026-05-16', { papers: [order] }), 'S28')).toMatchObject({
      statutory: '2026-05-16',
      due: '2026-05-18',
      metAt: null,
    });
    expect(period(caseFile('2026-05-20', { papers: [order, checked] }), 'S28').metAt).toBe('2026-05-18');
  });
});

describe('applying to the court', () => {
  const decision = paper('J32', '2021-08-30T10:00:00+08:00', { ...fine, decidedAt: '2021-08-30' });
  const served = [decision, receipt([decision], '2021-08-31')];

  it('opens when the time to sue has run out, and stays open three months', () => {
    expect(periods(caseFile('2022-02-28', { papers: served }), 'Q3M')).toEqual([]);
    expect(period(caseFile('2022-03-01', { papers: served }), 'Q3M')).toMatchObject({
      from: '2022-02-28',
      statutory: '2022-05-28',
      due: '2022-05-30',
      subjectId: decision.id,
      metAt: null,
    });
  });

  it('does not open when the party sued or asked for reconsideration', () => {
    const sued = paper('F02', null, { recvAt: '2022-01-10' });
    const file = caseFile('2022-03-01', { papers: [...served, sued] });
    expect(period(file, 'F6M').metAt).toBe('2022-01-10');
    expect(periods(file, 'Q3M')).toEqual([]);
  });

  it('is settled by an earlier payment', () => {
    const paid = paper('J39', '2021-09-10T10:00:00+08:00', { performed: '全部履行', performedAt: '2021-09-10' });
    expect(period(caseFile('2022-03-01', { papers: [...served, paid] }), 'Q3M').metAt).toBe('2021-09-10');
  });

  it('waits ten working days after the demand was served', () => {
    const demand = paper('J43', '2022-04-19T10:00:00+08:00');
    const file = (today: string) => caseFile(today, { papers: [demand, receipt([demand], '2022-04-20')] });
    expect(period(file('2022-05-06'), 'QC10')).toMatchObject({ kind: 'min', due: '2022-05-06', metAt: null });
    expect(period(file('2022-05-07'), 'QC10').metAt).toBe('2022-05-06');
  });
});

describe('approved changes of the case', () => {
  const filed = [paper('J04', '2021-07-15T10:00:00+08:00')];
  const change = { ruleId: 'J60', kind: 'extension' as const, n: 30, from: null, to: null, basis: '某局批准延长' };

  it('prolong their own rule only', () => {
    const file = caseFile('2021-10-20', { papers: filed, periodChanges: [change] });
    expect(period(file, 'J60').due).toBe('2021-11-24');
    expect(period(file, 'P90').due).toBe('2021-10-13');
  });

  it('take an approved last day or a suspension', () => {
    const postponed = { ...change, ruleId: 'P90', n: null, to: '2021-12-01T00:00:00+08:00' };
    expect(period(caseFile('2021-10-20', { papers: filed, periodChanges: [postponed] }), 'P90').due).toBe('2021-12-01');
    const halted = {
      ...change,
      ruleId: 'P90',
      kind: 'suspension' as const,
      n: null,
      from: '2021-08-01',
      to: '2021-08-11',
    };
    expect(period(caseFile('2021-10-20', { papers: filed, periodChanges: [halted] }), 'P90')).toMatchObject({
      statutory: '2021-10-23',
      due: '2021-10-25',
    });
    expect(
      period(caseFile('2021-10-20', { papers: filed, periodChanges: [{ ...halted, to: null }] }), 'P90'),
    ).toMatchObject({ due: null, note: '期限中止，恢复后再计算届满日。' });
  });
});
