import type { Exhibit } from '../../shared/case-file.ts';
import { caseId, uuid } from './case-values.ts';

const exhibit = (n: number, title: string, over: Partial<Exhibit>): Exhibit => ({
  id: uuid(n),
  caseId,
  title,
  kind: '书证',
  source: '当事人提供',
  maker: '李敏',
  proves: '12名职工每月加班超过36小时',
  originality: '复制件',
  paperId: null,
  stepId: null,
  place: '',
  device: '',
  startAt: '',
  endAt: '',
  noticeSpoken: false,
  transcript: '',
  encoding: '自动识别',
  gatheredAt: '',
  fileName: `${title}.pdf`,
  mime: 'application/pdf',
  bytes: 120_000,
  sha256: String(n % 10).repeat(64),
  sm3: String(n % 10).repeat(64),
  importedAt: '2026-03-09T15:30+08:00',
  importedBy: '李敏',
  hasThumbnail: true,
  damage: null,
  withdrawnReason: null,
  fromCaseId: null,
  fromId: null,
  supplementId: null,
  ...over,
});

const film = (n: number, title: string, over: Partial<Exhibit>): Exhibit =>
  exhibit(n, title, {
    kind: '视听资料',
    mime: 'video/mp4',
    fileName: `${title}.mp4`,
    originality: '原件',
    device: 'ZFY-007',
    noticeSpoken: true,
    source: '执法记录仪',
    ...over,
  });

/** The exhibits of the sample case: two recordings and three documents. */
export const caseExhibits = (): Exhibit[] => [
  film(201, '现场检查录像', {
    paperId: uuid(105),
    stepId: 'investigate',
    startAt: '2026-03-06T08:58',
    endAt: '2026-03-06T10:32',
    importedAt: '2026-03-09T15:20+08:00',
  }),
  film(202, '调查询问录像', {
    paperId: uuid(106),
    stepId: 'investigate',
    startAt: '2026-03-09T08:59',
    endAt: '2026-03-09T10:42',
  }),
  exhibit(203, '2026年1月、2月考勤记录', { stepId: 'collect-evidence' }),
  exhibit(204, '营业执照副本', { proves: '当事人主体资格' }),
  exhibit(205, '罚款缴款凭证', { kind: '书证', proves: '罚款已缴清', importedAt: '2026-04-15T16:00+08:00' }),
];
