import type { Paper } from '../../case-file.ts';
import { periodIds } from '../../periods/period-ids.ts';
import type { Period } from '../../periods/rule.ts';
import { hearingRequest, hearingWaivers, requestDay } from '../../procedure/hearing.ts';
import { dayIn, listOf, textOf } from '../../procedure/paper-values.ts';
import { servedDay } from '../../procedure/service.ts';
import { paperIds } from '../../template/paper-ids.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, isFinished, issueAndFiling, issuedIn, papersIn } from './faults.ts';
import { datedDecisions } from './notice.ts';

/** The notices that tell the party of the hearing: 事先告知书 that names it, and 听证告知书, the newest of each. */
const noticesOf = (judgement: Judgement): Paper[] =>
  [
    issuedIn(judgement, paperIds.priorNotice)
      .filter((paper) => listOf(paper, 'rights').includes('听证'))
      .at(-1),
    papersIn(judgement, paperIds.hearingRightsNotice).at(-1),
  ].filter((paper) => paper !== undefined);

/** The time to ask for a hearing that runs from a notice (处罚法64①); none while it was not served. */
const windowOf = ({ periods }: Judgement, notice: Paper): Period | undefined =>
  periods.findLast(({ ruleId, subjectId }) => ruleId === periodIds.hearingRequest && subjectId === notice.id);

/** The last day of all these windows; null where there is none, or one of them has no day yet. */
const windowEnd = (judgement: Judgement): string | null =>
  noticesOf(judgement)
    .flatMap((notice) => windowOf(judgement, notice)?.due ?? [])
    .toSorted()
    .at(-1) ?? null;

const heldBy = (judgement: Judgement, day: string): boolean =>
  issuedIn(judgement, paperIds.hearingRecord).some((record) => (dayIn(record, 'startAt') ?? day) <= day);

/** What a notice of the hearing leaves open on the day of a decision. */
function openBy(judgement: Judgement, notice: Paper, { paper, day }: { paper: Paper; day: string }): Fault[] {
  if (servedDay(judgement.file, notice) === null)
    return notice.templateId === paperIds.hearingRightsNotice
      ? [
          faultIn(
            paper,
            `${notice.name}还没有送达当事人，送达后五个工作日内当事人可以要求听证，不能作出决定。`,
            'decidedAt',
          ),
        ]
      : [];
  const window = windowOf(judgement, notice);
  if (window === undefined || hearingWaivers(judgement.file).length > 0 || heldBy(judgement, day)) return [];
  if (window.due === null)
    return [
      {
        ...faultIn(paper, `当事人要求听证的期限算不出届满日：${window.note ?? ''}`, 'decidedAt'),
        severity: 'err',
      },
    ];
  return day <= window.due
    ? [faultIn(paper, `当事人要求听证的期限到${window.due}才届满，${day}不能作出决定。`, 'decidedAt')]
    : [];
}

/** A hearing that was asked for in time and not held before the decision, and not given up on record either. */
function notHeld(judgement: Judgement, { paper, day }: { paper: Paper; day: string }): Fault[] {
  const request = hearingRequest(judgement.file);
  if (request === null || heldBy(judgement, day)) return [];
  const [asked, end] = [requestDay(request), windowEnd(judgement)];
  const late = request.templateId === paperIds.defenceRecord && asked !== null && end !== null && asked > end;
  if (late)
    return [
      {
        ...faultIn(paper, `当事人${asked}要求听证，已超过${end}届满的期限；不组织听证的，请在案卷中说明。`),
        severity: 'warn',
      },
    ];
  return [
    faultIn(
      paper,
      `当事人${asked === null ? '' : `${asked}`}要求听证，还没有举行听证，不能作出决定；当事人撤回要求的，用“放弃权利记录”写明，无正当理由不出席的，在听证笔录中写明。`,
      'decidedAt',
    ),
  ];
}

/** A record that nothing was raised in time, made while there still was time. */
const lapsedTooSoon = (judgement: Judgement): Fault[] => {
  const end = windowEnd(judgement);
  return papersIn(judgement, paperIds.defenceRecord)
    .filter((record) => isFinished(record) && textOf(record, 'form') === '逾期未提出记录')
    .flatMap((record) => {
      const day = dayIn(record, 'at');
      return end !== null && day !== null && day <= end
        ? [faultIn(record, `当事人要求听证的期限到${end}才届满，${day}还不能记为逾期未提出。`, 'at')]
        : [];
    });
};

export const hearingChecks: Check[] = [
  {
    id: 'R22d',
    each: 'party',
    title: '听证期限届满、要求的听证举行后再决定',
    severity: 'veto',
    article: 22,
    basis: '行政处罚法第六十三条至第六十五条',
    blocks: issueAndFiling,
    judge: (judgement) => [
      ...datedDecisions(judgement).flatMap((decision) => [
        ...noticesOf(judgement).flatMap((notice) => openBy(judgement, notice, decision)),
        ...notHeld(judgement, decision),
      ]),
      ...lapsedTooSoon(judgement),
    ],
  },
];
