import { dayIn, textOf } from '../../procedure/paper-values.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, nothing, papersIn, standingPapers } from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';

/** 涉嫌… before the decision and … after it are the same cause. */
const core = (cause: string): string =>
  cause.normalize('NFKC').replace(/\s+/g, '').replace(/^涉嫌/, '').replace(/案$/, '');

const causeFaults = (judgement: Judgement): Fault[] => {
  const filed = papersIn(judgement, paperIds.filingApproval).at(-1);
  const cause = filed === undefined ? '' : textOf(filed, 'causeName');
  if (filed === undefined || cause === '') return [];
  const prefix = cause.startsWith('涉嫌') ? [] : [faultIn(filed, '案由应以“涉嫌”开头。', 'causeName')];
  const differing = standingPapers(judgement)
    .filter((paper) => paper.id !== filed.id && paper.templateId !== paperIds.filingApproval)
    .flatMap((paper) => {
      const stated = textOf(paper, 'causeName');
      return stated === '' || core(stated) === core(cause)
        ? []
        : [faultIn(paper, `${paper.name}的案由“${stated}”与立案时的“${cause}”不一致。`, 'causeName')];
    });
  return [...prefix, ...differing];
};

/** The interview took place where and when the 调查询问通知书 said. */
const placeFaults = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.inquiryRecord).flatMap((record) => {
    const day = dayIn(record, 'startAt');
    const told = papersIn(judgement, paperIds.inquiryNotice)
      .filter((paper) => day !== null && dayIn(paper, 'appearAt') === day)
      .map((paper) => textOf(paper, 'appearPlace'))
      .filter((place) => place !== '');
    const held = textOf(record, 'place');
    // Several people may have been called to different places on one day.
    return told.length > 0 && held !== '' && !told.some((place) => place.replace(/\s/g, '') === held.replace(/\s/g, ''))
      ? [faultIn(record, `询问地点“${held}”与调查询问通知书的“${told.at(-1)}”不一致。`, 'place')]
      : [];
  });

export const consistencyChecks: Check[] = [
  {
    id: 'B01',
    title: '案由以“涉嫌”开头且全卷一致',
    severity: 'warn',
    article: 13,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: causeFaults,
  },
  {
    id: 'B06',
    title: '询问时间地点与通知一致',
    severity: 'warn',
    article: 17,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: placeFaults,
  },
];
