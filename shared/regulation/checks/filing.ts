import { householdKeyOf } from '../../identity/household-key.ts';
import { listOf, rowsOf, textOf } from '../../procedure/paper-values.ts';
import { exhibitsOf } from '../../procedure/recordings.ts';
import { isDone, isNeeded } from '../../procedure/steps.ts';
import { problemsOf } from '../../template/validate.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { staleWordings } from './wording.ts';
import {
  atClosing,
  faultIn,
  faultOf,
  filing,
  issueAndFiling,
  issuedIn,
  lateWords,
  missed,
  nothing,
  papersIn,
  placeOf,
  standingPapers,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

/** The five phases of 全过程 (第三条) by the stage of their papers and of the steps those have done. */
const phases = [
  ['程序启动', ['启动']],
  ['调查取证', ['调查']],
  ['审查决定', ['审查', '决定']],
  ['送达执行', ['送达', '执行']],
  ['归档管理', ['归档']],
] as const;

const emptyPhases = (judgement: Judgement): Fault[] => {
  const stages = new Set<string>([
    ...standingPapers(judgement)
      .filter((paper) => paper.status === 'issued')
      .flatMap((paper) => templateOf(judgement, paper)?.stage ?? []),
    ...judgement.procedure.steps.filter((step) => isDone(judgement.file, step)).map((step) => step.stage),
  ]);
  const asked = new Set<string>(
    judgement.procedure.steps.filter((step) => isNeeded(judgement.file, step)).map((step) => step.stage),
  );
  return phases
    .filter(([, own]) => own.some((stage) => asked.has(stage)) && !own.some((stage) => stages.has(stage)))
    .map(([name]) => ({ sentence: `“${name}”阶段没有一份记录。` }));
};

const late = (judgement: Judgement, ruleId: string, what: string): Fault[] =>
  missed(judgement, ruleId).map((period) => ({
    sentence: `${what}${lateWords(period)}。`,
    ...placeOf(judgement, period),
  }));

/** Two files for one target: the same code or ID number under two households (第三十五条 “一户式”). */
const splitHouseholds = (judgement: Judgement): Fault[] => {
  const seen = new Map<string, string>();
  return judgement.file.parties.flatMap((party) => {
    const key = householdKeyOf(party);
    const other = seen.get(`${key.kind}:${key.text}`);
    seen.set(`${key.kind}:${key.text}`, party.householdId);
    return other !== undefined && other !== party.householdId
      ? [{ sentence: `“${party.name}”有两份一户式档案，应合并为一份。` }]
      : [];
  });
};

const firstPage = (pages: string): number | null => {
  const found = /^\s*(\d+)/.exec(pages);
  return found === null ? null : Number(found[1]);
};

/** The catalogue against itself and against the cover: order, pages, number of items. */
const catalogueFaults = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.volumeCatalogue).flatMap((paper) => {
    const rows = rowsOf(paper, 'rows');
    const cover = papersIn(judgement, paperIds.volumeCover).at(-1);
    const items = cover === undefined ? null : cover.values.items;
    const gap = rows.findIndex((row, index) => row.seq !== index + 1);
    const pages = rows.map((row) => firstPage(String(row.pages ?? '')));
    const back = pages.findIndex((page, index) => page === null || (index > 0 && page <= (pages[index - 1] ?? 0)));
    return [
      ...(gap < 0 ? [] : [faultIn(paper, `卷内目录第${gap + 1}行的顺序号不连续。`, 'rows')]),
      ...(back < 0 ? [] : [faultIn(paper, `卷内目录第${back + 1}行的页号不连续。`, 'rows')]),
      ...(typeof items === 'number' && items !== rows.length
        ? [faultIn(paper, `卷内目录有${rows.length}件，封面写的是${items}件。`, 'rows')]
        : []),
    ];
  });

/** Numbering starts with the first item: cover, catalogue and 备考表 carry no number. */
const numberedCover = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.volumeCatalogue).flatMap((paper) => {
    const [first] = rowsOf(paper, 'rows');
    const listed = rowsOf(paper, 'rows').find((row) =>
      /^(卷宗封面|卷内(文件)?目录|卷内备考表)$/.test(String(row.title ?? '')),
    );
    return [
      ...(first === undefined || firstPage(String(first.pages ?? '')) === 1
        ? []
        : [faultIn(paper, '卷内文件应从第1页编号。', 'rows')]),
      ...(listed === undefined ? [] : [faultIn(paper, `“${String(listed.title)}”不编页号，不列入卷内目录。`, 'rows')]),
    ];
  });

const shortlyKept = (judgement: Judgement): Fault[] =>
  (/处罚|强制/.test(judgement.procedure.caseType) ? papersIn(judgement, paperIds.recordingRegister) : [])
    .filter((paper) => textOf(paper, 'retentionClass') === '不少于6个月')
    .map((paper) => faultIn(paper, '作为证据的音像资料，保存期限应与案卷相同。', 'retentionClass'));

const withoutMedium = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.recordingRegister)
    .filter((paper) => listOf(paper, 'longTermTriggers').length > 0 && rowsOf(paper, 'media').length === 0)
    .map((paper) =>
      faultIn(
        paper,
        `有${listOf(paper, 'longTermTriggers').join('、')}的情形，应刻录光盘或者用移动存储介质长期保存并登记。`,
        'media',
      ),
    );

const blanks = (judgement: Judgement): Fault[] =>
  standingPapers(judgement)
    .filter((paper) => paper.status === 'issued')
    .flatMap((paper) => {
      const template = templateOf(judgement, paper);
      return template === undefined
        ? []
        : problemsOf(template, paper.values).map((problem) =>
            faultIn(paper, `${paper.name}：${problem.sentence}`, problem.field),
          );
    });

const sameChecker = (judgement: Judgement): Fault[] => {
  const { volume } = judgement.file;
  const inVolume =
    volume !== null && volume.filer !== '' && volume.filer === volume.inspector
      ? [{ sentence: `案卷的立卷人和检查人都是${volume.filer}，应由另一人检查。` }]
      : [];
  return [
    ...inVolume,
    ...papersIn(judgement, paperIds.volumeClosingSheet).flatMap((paper) => {
      const [filer, inspector] = [textOf(paper, 'filer'), textOf(paper, 'inspector')];
      const same =
        filer !== '' && filer === inspector
          ? [faultIn(paper, `备考表的立卷人和检查人都是${filer}，应由另一人检查。`, 'inspector')]
          : [];
      return textOf(paper, 'situation') === '' && paper.status === 'issued'
        ? [...same, faultIn(paper, '备考表没有写明本卷情况（缺损、修改、补充等）。', 'situation')]
        : same;
    }),
  ];
};

const coverParts = [
  ['caseTitle', '案卷题名'],
  ['organ', '执法机关'],
  ['retention', '保管期限'],
  ['archiveNo', '归档号'],
  ['filedAt', '归档日期'],
] as const;

export const filingChecks: Check[] = [
  {
    id: 'R03a',
    title: '五个阶段都有记录',
    severity: 'err',
    article: 3,
    basis: '全过程记录制度第三条',
    blocks: filing,
    speaks: atClosing,
    judge: emptyPhases,
  },
  {
    id: 'R35a',
    title: '三十日内立卷归档',
    severity: 'err',
    article: 35,
    basis: '全过程记录制度第三十五条',
    blocks: filing,
    judge: (judgement) => late(judgement, periodIds.archiving, '立卷归档'),
  },
  {
    id: 'R35b',
    title: '归档期内报法规科备案',
    severity: 'err',
    article: 35,
    basis: '全过程记录制度第三十五条',
    blocks: filing,
    judge: (judgement) =>
      judgement.procedure.ownMotion ? late(judgement, periodIds.legalSectionFiling, '报法规科备案') : [],
  },
  {
    id: 'R35c',
    title: '同一执法对象一份档案',
    severity: 'err',
    article: 35,
    basis: '全过程记录制度第三十五条',
    blocks: filing,
    judge: splitHouseholds,
  },
  {
    id: 'R35d',
    title: '目录与实件一致',
    severity: 'err',
    article: 35,
    basis: 'GB/T 9705-2008',
    blocks: issueAndFiling,
    judge: catalogueFaults,
  },
  {
    id: 'R37b',
    title: '证据音像与案卷同期限',
    severity: 'veto',
    article: 37,
    basis: '全过程记录制度第三十七条',
    blocks: issueAndFiling,
    judge: shortlyKept,
  },
  {
    id: 'R38a',
    title: '四类情形长期保存',
    severity: 'err',
    article: 38,
    basis: '全过程记录制度第三十八条',
    blocks: issueAndFiling,
    judge: withoutMedium,
  },
  {
    id: 'R48a',
    title: '记录完整没有毁损',
    severity: 'veto',
    article: 48,
    basis: '档案法第三十七条',
    blocks: ['filing', 'handover'],
    judge: (judgement) =>
      exhibitsOf(judgement.file)
        .filter((exhibit) => exhibit.damage !== null)
        .map((exhibit) => faultOf(exhibit, `《${exhibit.title}》没有通过完整性核对：${exhibit.damage}`)),
  },
  {
    id: 'A02',
    title: '填写无漏项、用语规范',
    severity: 'warn',
    article: 10,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: staleWordings('A02'),
  },
  {
    id: 'A02b',
    title: '已制发文书无漏项',
    severity: 'warn',
    article: 10,
    basis: '案卷评查标准',
    blocks: nothing,
    speaks: atClosing,
    judge: blanks,
  },
  {
    id: 'A03',
    title: '一案一卷',
    severity: 'warn',
    article: 35,
    basis: 'GB/T 9705-2008',
    blocks: nothing,
    judge: (judgement) => {
      const main = papersIn(judgement, paperIds.volumeCover).filter((paper) => textOf(paper, 'volumeKind') !== '副卷');
      return main.slice(1).map((paper) => faultIn(paper, '一案只立一个正卷，请核对卷别。', 'volumeKind'));
    },
  },
  {
    id: 'A04',
    title: '卷宗封面项目齐全',
    severity: 'warn',
    article: 35,
    basis: 'GB/T 9705-2008',
    blocks: nothing,
    judge: (judgement) =>
      issuedIn(judgement, paperIds.volumeCover).flatMap((paper) =>
        coverParts
          .filter(([key]) => textOf(paper, key) === '')
          .map(([key, label]) => faultIn(paper, `卷宗封面没有填写${label}。`, key)),
      ),
  },
  {
    id: 'A07',
    title: '封面、目录、备考表不编页号',
    severity: 'warn',
    article: 35,
    basis: 'GB/T 9705-2008',
    blocks: nothing,
    judge: numberedCover,
  },
  {
    id: 'I02',
    title: '立卷人与检查人不同',
    severity: 'warn',
    article: 35,
    basis: 'GB/T 9705-2008',
    blocks: issueAndFiling,
    judge: sameChecker,
  },
];
