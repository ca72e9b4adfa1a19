import type { Paper } from '../../case-file.ts';
import { addDays } from '../../time/moments.ts';
import { dayIn, flagOf, listOf, paperDay, textOf } from '../../procedure/paper-values.ts';
import { exhibitsOf } from '../../procedure/recordings.ts';
import { partyNamed } from '../../procedure/parties.ts';
import { canBeServed, receiptsOf, serviceDay } from '../../procedure/service.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  atClosing,
  faultIn,
  filing,
  isFinished,
  issueAndFiling,
  papersIn,
  standingPapers,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { reviewIds } from '../review-ids.ts';

const shotsWanted = ['送达文书内容', '留置原因', '地点', '在场人员'];

/** Receipts of some modes of service; only finished ones when something missing is looked for. */
const receipts = (judgement: Judgement, ...modes: string[]): Paper[] =>
  papersIn(judgement, paperIds.serviceReceipt).filter((paper) => modes.includes(textOf(paper, 'mode')));
const finished = (judgement: Judgement, ...modes: string[]): Paper[] =>
  receipts(judgement, ...modes).filter(isFinished);

/** Photos or recordings of a service: named on the receipt, or linked with it. */
const hasImages = (judgement: Judgement, receipt: Paper): boolean => {
  const named = listOf(receipt, 'avRefs');
  return exhibitsOf(judgement.file).some(
    (exhibit) =>
      (named.includes(exhibit.id) || exhibit.paperId === receipt.id) && /^(image|video)\//.test(exhibit.mime),
  );
};

const servedBeforePaper = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.serviceReceipt).flatMap((receipt) => {
    const day = serviceDay(receipt);
    return listOf(receipt, 'documents').flatMap((id) => {
      const paper = judgement.file.papers.find((candidate) => candidate.id === id);
      const own = paper === undefined ? null : paperDay(paper, templateOf(judgement, paper));
      return paper !== undefined && day !== null && own !== null && day < own
        ? [faultIn(receipt, `送达日（${day}）早于${paper.name}的日期（${own}）。`, 'servedAt')]
        : [];
    });
  });

const lienFaults = (judgement: Judgement): Fault[] =>
  finished(judgement, '留置').flatMap((paper) => [
    ...(textOf(paper, 'refuseReason') === '' ? [faultIn(paper, '留置送达没有记明拒收事由。', 'refuseReason')] : []),
    ...(dayIn(paper, 'refusedAt') === null && dayIn(paper, 'servedAt') === null
      ? [faultIn(paper, '留置送达没有记明日期。', 'refusedAt')]
      : []),
    ...(hasImages(judgement, paper)
      ? []
      : [faultIn(paper, '留置送达没有摄像或者拍照记录，有见证人的也应当摄录送达过程。', 'avRefs')]),
  ]);

const lienWitness = (judgement: Judgement): Fault[] =>
  finished(judgement, '留置').flatMap((paper) => {
    const witnessed =
      textOf(paper, 'witnessName') !== '' && paper.signatures.some((signature) => signature.role === '见证人');
    const left = flagOf(paper, 'leftAtResidence') && hasImages(judgement, paper);
    return witnessed || left
      ? []
      : [faultIn(paper, '留置送达应由见证人签名，或者把文书留在受送达人住所并摄录过程。', 'witnessName')];
  });

const mailFaults = (judgement: Judgement): Fault[] =>
  finished(judgement, '邮寄').flatMap((paper) =>
    (
      [
        ['mailRegister', '邮寄登记'],
        ['mailProof', '付邮凭证'],
        ['mailReceipt', '回执'],
      ] as const
    )
      .filter(([key]) => listOf(paper, key).length === 0)
      .map(([key, label]) => faultIn(paper, `邮寄送达没有留存${label}。`, key)),
  );

/** 公告送达: 30 days, 60 for notices before 2022-01-01 (民诉法95, 2021修正). */
const noticeDays = (publishedAt: string): number => (publishedAt < '2022-01-01' ? 60 : 30);

const tooEarlyEffect = (judgement: Judgement): Fault[] =>
  receipts(judgement, '公告').flatMap((paper) => {
    const [published, effective] = [dayIn(paper, 'publishedAt'), dayIn(paper, 'effectiveAt')];
    if (published === null || effective === null) return [];
    const days = noticeDays(published);
    return effective < addDays(published, days)
      ? [
          faultIn(
            paper,
            `公告应经过${days}日才视为送达（最早${addDays(published, days)}），现填${effective}。`,
            'effectiveAt',
          ),
        ]
      : [];
  });

const triedTooLittle = (judgement: Judgement): Fault[] =>
  finished(judgement, '公告').flatMap((paper) => {
    const missing = ['直接', '邮寄'].filter((mode) => !listOf(paper, 'triedModes').includes(mode));
    return [
      ...(missing.length === 0
        ? []
        : [
            faultIn(
              paper,
              `公告送达前应先${missing.map((mode) => `${mode}送达`).join('、')}，并记录无法送达的情况。`,
              'triedModes',
            ),
          ]),
      ...(textOf(paper, 'triedProof') === ''
        ? [faultIn(paper, '公告送达没有写明其他方式无法送达的经过。', 'triedProof')]
        : []),
    ];
  });

/** Whether each party must be served with this paper, though there is one of it for all of them. */
const goesToAll = ({ procedure }: Judgement, { partyId, templateId }: Paper): boolean =>
  partyId === null &&
  procedure.steps.some(
    ({ doneBy, each }) => each === 'party' && 'serviceOf' in doneBy && doneBy.serviceOf === templateId,
  );

/** Decisions on a work injury go to the worker and to the employer, whoever of them applied (工伤认定办法22, not verified: said, never blocking). */
const servedOnBoth = [paperIds.injuryRecognition, paperIds.injuryNonRecognition];

const servedOnOne = (judgement: Judgement): Fault[] =>
  standingPapers(judgement)
    .filter((paper) => paper.status === 'issued' && servedOnBoth.includes(paper.templateId))
    .flatMap((paper) => {
      const proofs = receiptsOf(judgement.file, paper);
      const told = new Set(proofs.map((proof) => textOf(proof, 'addressee')));
      return proofs.length === 0 || told.size > 1
        ? []
        : [
            {
              ...faultIn(
                paper,
                `${paper.name}应当送达职工（近亲属）和用人单位双方，现在只有送达${[...told].join('')}的回证；请在文书上按“送达”再做一份。`,
              ),
              severity: 'warn' as const,
            },
          ];
    });

const unserved = (judgement: Judgement): Fault[] =>
  standingPapers(judgement)
    .filter((paper) => paper.status === 'issued' && templateOf(judgement, paper)?.serve === true)
    .flatMap((paper) => {
      const proofs = receiptsOf(judgement.file, paper);
      const fault = faultIn(paper, `${paper.name}没有送达回证。`);
      if (proofs.length === 0) return [fault];
      if (!goesToAll(judgement, paper) || proofs.some(({ partyId }) => partyId === null)) return [];
      return judgement.file.parties
        .filter(({ householdId }) => !proofs.some(({ partyId }) => partyId === householdId))
        .map(({ householdId }) => ({ ...fault, partyId: householdId }));
    });

/** A receipt made out to one party that lists the paper of another. */
const servedOnAnother = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.serviceReceipt).flatMap((receipt) =>
    listOf(receipt, 'documents').flatMap((id) => {
      const paper = judgement.file.papers.find((candidate) => candidate.id === id);
      const wrong =
        paper !== undefined && paper.partyId !== null && receipt.partyId !== null && paper.partyId !== receipt.partyId;
      return wrong
        ? [
            faultIn(
              receipt,
              `送达的${paper.name}是给${partyNamed(judgement.file, paper.partyId)}的，应当另做一份受送达人为${partyNamed(judgement.file, paper.partyId)}的送达回证。`,
              'documents',
            ),
          ]
        : [];
    }),
  );

/** A receipt that lists what stays inside the office, or another receipt. */
const servedInside = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.serviceReceipt).flatMap((receipt) =>
    listOf(receipt, 'documents').flatMap((id) => {
      const paper = judgement.file.papers.find((candidate) => candidate.id === id);
      const template = paper === undefined ? undefined : templateOf(judgement, paper);
      return paper === undefined || template === undefined || canBeServed(template)
        ? []
        : [faultIn(receipt, `${paper.name}不是送给当事人的文书，请从送达文书中去掉。`, 'documents')];
    }),
  );

const veto = { severity: 'veto', blocks: issueAndFiling } as const;

export const serviceChecks: Check[] = [
  {
    id: 'R30a',
    title: '送达回证注明收到日期和签收人',
    article: 30,
    basis: '民事诉讼法第八十七条',
    ...veto,
    judge: (judgement) => [
      ...servedOnAnother(judgement),
      ...servedInside(judgement),
      ...finished(judgement, '直接').flatMap((paper) => [
        ...(dayIn(paper, 'servedAt') === null ? [faultIn(paper, '送达回证没有注明收到日期。', 'servedAt')] : []),
        ...(textOf(paper, 'signerName') === '' ? [faultIn(paper, '送达回证没有签收人。', 'signerName')] : []),
      ]),
    ],
  },
  {
    id: 'R30b',
    title: '非本人签收写明关系',
    article: 30,
    basis: '民事诉讼法第八十八条',
    ...veto,
    judge: (judgement) =>
      receipts(judgement, '直接').flatMap((paper) => {
        const [signer, addressee, relation] = ['signerName', 'addressee', 'signerRelation'].map((key) =>
          textOf(paper, key),
        );
        if (signer === '' || signer === addressee) return [];
        if (relation === '本人')
          return [faultIn(paper, `签收人${signer}不是受送达人${addressee}本人，请写明关系。`, 'signerRelation')];
        return relation === '' && isFinished(paper)
          ? [faultIn(paper, `${signer}代收，没有写明与受送达人的关系。`, 'signerRelation')]
          : [];
      }),
  },
  {
    id: 'R30c',
    title: '送达日不早于文书日',
    article: 30,
    basis: '民事诉讼法第八十七条',
    ...veto,
    judge: servedBeforePaper,
  },
  {
    id: 'R31a',
    title: '留置送达记明事由、日期并摄录',
    article: 31,
    basis: '民事诉讼法第八十九条',
    ...veto,
    judge: lienFaults,
  },
  {
    id: 'R31b',
    title: '留置送达有见证人或者留住所摄录',
    article: 31,
    basis: '民事诉讼法第八十九条',
    ...veto,
    judge: lienWitness,
  },
  {
    id: 'R31c',
    title: '留置影像四项要素',
    article: 31,
    basis: '全过程记录制度第三十一条',
    ...veto,
    judge: (judgement) =>
      finished(judgement, '留置').flatMap((paper) => {
        const missing = shotsWanted.filter((shot) => !listOf(paper, 'avShots').includes(shot));
        return missing.length === 0 ? [] : [faultIn(paper, `留置送达的影像没有录清${missing.join('、')}。`, 'avShots')];
      }),
  },
  {
    id: 'R32a',
    title: '委托、转交送达记录原因',
    severity: 'err',
    article: 32,
    basis: '民事诉讼法第九十一至九十三条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      finished(judgement, '委托', '转交').flatMap((paper) => {
        const key = textOf(paper, 'mode') === '委托' ? 'entrustReason' : 'transferReason';
        return textOf(paper, key) === '' ? [faultIn(paper, `${textOf(paper, 'mode')}送达没有记录原因。`, key)] : [];
      }),
  },
  {
    id: 'R32b',
    title: '委托、转交以签收日为送达日',
    severity: 'err',
    article: 32,
    basis: '民事诉讼法第九十四条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      receipts(judgement, '委托', '转交').flatMap((paper) => {
        const [served, signed] = [dayIn(paper, 'servedAt'), dayIn(paper, 'signedAt')];
        return served !== null && signed !== null && served !== signed
          ? [faultIn(paper, `送达日（${served}）应为受送达人的签收日（${signed}）。`, 'servedAt')]
          : [];
      }),
  },
  {
    id: 'R33a',
    title: '挂号信或者特快专递',
    article: 33,
    basis: '全过程记录制度第三十三条',
    ...veto,
    judge: (judgement) =>
      finished(judgement, '邮寄')
        .filter((paper) => !/挂号|特快/.test(textOf(paper, 'mailType')))
        .map((paper) => faultIn(paper, '邮寄送达应当用挂号信或者特快专递。', 'mailType')),
  },
  {
    id: 'R33b',
    title: '邮寄清单写明文书名称和文号',
    article: 33,
    basis: '全过程记录制度第三十三条',
    ...veto,
    judge: (judgement) =>
      finished(judgement, '邮寄')
        .filter((paper) => !flagOf(paper, 'mailListed'))
        .map((paper) => faultIn(paper, '邮寄文件清单没有写明文书的名称和文号。', 'mailListed')),
  },
  {
    id: 'R33c',
    title: '留存邮寄登记、付邮凭证和回执',
    article: 33,
    basis: '全过程记录制度第三十三条',
    ...veto,
    judge: mailFaults,
  },
  {
    id: 'R33d',
    title: '邮寄以回执收件日为送达日',
    article: 33,
    basis: '民事诉讼法第九十一条',
    ...veto,
    judge: (judgement) =>
      receipts(judgement, '邮寄').flatMap((paper) => {
        const [served, received] = [dayIn(paper, 'servedAt'), dayIn(paper, 'mailReceiptAt')];
        return served !== null && received !== null && served !== received
          ? [faultIn(paper, `送达日（${served}）应为回执上的收件日（${received}）。`, 'servedAt')]
          : [];
      }),
  },
  {
    id: 'R34a',
    title: '公告前已用其他方式',
    article: 34,
    basis: '民事诉讼法第九十五条',
    ...veto,
    judge: triedTooLittle,
  },
  {
    id: 'R34b',
    title: '张贴公告摄录过程',
    article: 34,
    basis: '全过程记录制度第三十四条',
    ...veto,
    judge: (judgement) =>
      finished(judgement, '公告')
        .filter((paper) => listOf(paper, 'media').includes('张贴') && !hasImages(judgement, paper))
        .map((paper) => faultIn(paper, '张贴公告没有摄像或者拍照记录。', 'avRefs')),
  },
  {
    id: 'R34c',
    title: '公告期满才视为送达',
    article: 34,
    basis: '民事诉讼法第九十五条',
    ...veto,
    judge: tooEarlyEffect,
  },
  {
    id: reviewIds.serviceReceipts,
    title: '对外文书都有送达回证',
    severity: 'err',
    article: 30,
    basis: '案卷评查标准',
    blocks: filing,
    speaks: atClosing,
    judge: (judgement) => [...unserved(judgement), ...servedOnOne(judgement)],
  },
];
