import type { Paper } from '../../case-file.ts';
import { momentFrom, momentIn, textOf } from '../../procedure/paper-values.ts';
import { isRefusal } from '../../procedure/signatures.ts';
import { dayOf } from '../../time/moments.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, issueAndFiling, papersOfClass } from './faults.ts';

const records = (judgement: Judgement): Paper[] =>
  papersOfClass(judgement, 'inquiry', 'investigation', 'evidence').map(({ paper }) => paper);

const MOMENTS = [
  ['startAt', '开始时间'],
  ['endAt', '结束时间'],
] as const;
const words = (moment: string): string => moment.replace('T', ' ');

/** A record is of what has happened: it neither begins after today nor is signed before it began. */
const tooEarly = (judgement: Judgement): Fault[] =>
  records(judgement).flatMap((paper) => {
    const start = momentIn(paper, 'startAt');
    const ahead = MOMENTS.flatMap(([key, label]) => {
      const moment = momentIn(paper, key);
      return moment !== null && dayOf(moment) > judgement.file.today
        ? [faultIn(paper, `《${paper.name}》的${label}（${words(moment)}）还没有到，请核对。`, key)]
        : [];
    });
    const early = paper.signatures.flatMap(({ at, name, role }) => {
      const signed = momentFrom(at);
      return start !== null && signed !== null && signed < start
        ? [
            faultIn(
              paper,
              `《${paper.name}》${words(start)}才开始，${name || role}在${words(signed)}就签了名，请核对开始时间和签名时间。`,
              'startAt',
            ),
          ]
        : [];
    });
    return [...ahead, ...early];
  });

/** Who did not sign has confirmed nothing; what our people sign for them is the note of the refusal. */
const confirmedByNobody = (judgement: Judgement): Fault[] =>
  records(judgement)
    .filter((paper) => paper.signatures.some(isRefusal) && textOf(paper, 'statement').includes('记录属实'))
    .map((paper) =>
      faultIn(
        paper,
        `《${paper.name}》有人没有签名，“意见”一栏却写着“记录属实”。请改成其当场的表示；没有表示的，写“未作表示”。`,
        'statement',
      ),
    );

/** Article 17: what a record says of itself is true. */
export const recordChecks: Check[] = [
  {
    id: 'R17d',
    title: '没有签名的人没有被写成“记录属实”',
    severity: 'err',
    article: 17,
    basis: '行政诉讼证据规定第十五条',
    blocks: issueAndFiling,
    judge: confirmedByNobody,
  },
  {
    id: 'R17e',
    title: '笔录记的是已经发生的事',
    severity: 'err',
    article: 17,
    basis: '全过程记录制度第十七条',
    blocks: issueAndFiling,
    judge: tooEarly,
  },
];
