import { isMoment, momentOf } from '../../time/moments.ts';
import { currentRound } from '../../procedure/approvals.ts';
import { momentFrom, momentIn, rowsOf } from '../../procedure/paper-values.ts';
import { recordingsFor } from '../../procedure/recordings.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, isFinished, issueAndFiling, lateWords, missed, nothing, papersIn, placeOf } from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

/** 先行登记保存 whose course no recording covers from beginning to end (第十九条). */
const unfilmed = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.evidenceRegistrationNotice)
    .filter(isFinished)
    .flatMap((paper) => {
      const films = recordingsFor(judgement.file, paper, undefined);
      if (films.length === 0) return [faultIn(paper, '先行登记保存没有全程录音录像。')];
      const [start, end] = [momentIn(paper, 'startAt'), momentIn(paper, 'endAt')];
      if (start === null) return [];
      const covers = films.some(
        (film) =>
          isMoment(film.startAt) &&
          isMoment(film.endAt) &&
          momentOf(film.startAt) <= start &&
          momentOf(film.endAt) >= (end ?? start),
      );
      return covers ? [] : [faultIn(paper, '先行登记保存的录音录像没有覆盖从开始到完毕的全过程。')];
    });

/** Approval by the organ's head comes before the registration (处罚法56); an urgent one is judged by its 补办 note. */
const unapproved = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.evidenceRegistrationNotice).flatMap((paper) => {
    const start = momentIn(paper, 'startAt');
    const permits = papersIn(judgement, paperIds.evidenceRegistrationApproval).filter(
      (permit) => permit.status === 'approved' || permit.status === 'issued',
    );
    const approvedAt = permits
      .flatMap(
        (permit) => momentFrom(currentRound(permit.approvals).at(-1)?.at ?? '') ?? momentIn(permit, 'approvedAt') ?? [],
      )
      .toSorted()[0];
    if (approvedAt === undefined)
      return isFinished(paper) ? [faultIn(paper, '先行登记保存没有行政机关负责人批准。')] : [];
    const urgent = permits.some((permit) => permit.values.urgent === true);
    return start !== null && approvedAt > start && !urgent
      ? [
          faultIn(
            paper,
            `负责人批准（${approvedAt.replace('T', ' ')}）晚于登记保存（${start.replace('T', ' ')}）。`,
            'startAt',
          ),
        ]
      : [];
  });

const withoutOutcome = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.evidenceRegistrationDecision)
    .filter(isFinished)
    .flatMap((paper) =>
      rowsOf(paper, 'dispositions').flatMap((row, index) =>
        String(row.disposition ?? '') === ''
          ? [faultIn(paper, `先行登记保存的第${index + 1}项证据没有处理结果。`, 'dispositions')]
          : [],
      ),
    );

const late = (judgement: Judgement): Fault[] =>
  missed(judgement, periodIds.registeredEvidenceDecision).map((period) => ({
    sentence: `先行登记保存的证据${lateWords(period)}处理。`,
    ...placeOf(judgement, period),
  }));

const uncounted = (judgement: Judgement): Fault[] => {
  const listed = papersIn(judgement, paperIds.evidenceRegistrationNotice)
    .filter(isFinished)
    .reduce((sum, paper) => sum + rowsOf(paper, 'items').length, 0);
  const settled = papersIn(judgement, paperIds.evidenceRegistrationDecision).filter(isFinished);
  const dealt = settled.reduce((sum, paper) => sum + rowsOf(paper, 'dispositions').length, 0);
  const last = settled.at(-1);
  return last !== undefined && dealt < listed
    ? [faultIn(last, `先行登记保存${listed}项，处理决定只写了${dealt}项。`, 'dispositions')]
    : [];
};

const basis = '行政处罚法第五十六条';

/** 先行登记保存证据 (第十九条). */
export const registrationChecks: Check[] = [
  {
    id: 'R19a',
    title: '先行登记保存全程录音录像',
    severity: 'veto',
    article: 19,
    basis,
    blocks: issueAndFiling,
    judge: unfilmed,
  },
  {
    id: 'R19b',
    title: '先行登记保存事前批准',
    severity: 'veto',
    article: 19,
    basis,
    blocks: issueAndFiling,
    judge: unapproved,
  },
  { id: 'R19c', title: '七个工作日内处理', severity: 'veto', article: 19, basis, blocks: nothing, judge: late },
  {
    id: 'R19d',
    title: '逐项写明处理结果',
    severity: 'veto',
    article: 19,
    basis,
    blocks: issueAndFiling,
    judge: (judgement) => [...withoutOutcome(judgement), ...uncounted(judgement)],
  },
];
