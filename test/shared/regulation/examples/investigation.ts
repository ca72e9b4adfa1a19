import type { CaseFile, PaperPrint } from '../../../../shared/case-file.ts';
import { paperIn, plusPaper, withExhibit, without, withPaper, withValues } from '../../../support/change-case-file.ts';
import { people, uuid } from '../../../support/case-values.ts';
import type { Example } from './example.ts';
import { withPeriod } from './surroundings.ts';

const officers = [people.wang, people.li].map(({ personId, name, certNo }) => ({ personId, name, certNo }));
const registered = (file: CaseFile, values = {}): CaseFile =>
  plusPaper(file, 'J13', '先行登记保存证据通知书', '2026-03-06', {
    startAt: '2026-03-06T10:00',
    officers,
    items: [{ name: '工资表' }, { name: '考勤机' }],
    ...values,
  });
const permitted = (file: CaseFile, moment: string): CaseFile =>
  plusPaper(
    file,
    'J12',
    '先行登记保存证据审批表',
    '2026-03-06',
    { officers },
    {
      approvals: [
        {
          step: 2,
          label: '行政机关负责人意见',
          verdict: '同意',
          opinion: '同意。',
          personId: people.sun.personId,
          name: '孙伟',
          at: moment,
        },
      ],
    },
  );
const printedToSign: PaperPrint = {
  id: 'D8F031K7',
  kind: '签字稿',
  byId: '',
  sha256: 'a'.repeat(64),
  pages: 2,
  at: '2026-03-09T10:45:00+08:00',
  by: '王建国',
  voidReason: null,
  back: null,
};
const withdrawn = { withdrawnReason: '重复' };

/** Articles 6, 9, 10 and 15–21: recordings and inquiry. */
export const investigationExamples: Example[] = [
  {
    id: 'R06a',
    name: 'no recording at all',
    change: (file) => withExhibit(withExhibit(file, '现场检查录像', withdrawn), '调查询问录像', withdrawn),
    says: '没有一份音像记录',
  },
  {
    id: 'R09a',
    name: 'a recording that belongs nowhere',
    change: (file) => withExhibit(file, '现场检查录像', { paperId: null, stepId: null }),
    says: '没有对应到文书',
  },
  {
    id: 'R10a',
    name: 'evidence of a step without its paper',
    change: (file) => without(file, 'J15'),
    says: '提取和核对证据',
  },
  {
    id: 'R10b',
    name: 'an urgent start without recording',
    change: (file) =>
      plusPaper(file, 'J05', '紧急情况当场启动报告', '2026-03-02', {
        officers,
        startedAt: '2026-03-02T09:00',
        reportAt: '2026-03-02T10:00',
      }),
    says: '没有录音录像',
  },
  {
    id: 'R15a',
    name: 'an interview without recording',
    change: (file) => withExhibit(file, '调查询问录像', withdrawn),
    says: '调查询问笔录没有录音录像',
  },
  {
    id: 'R15b',
    name: 'no spoken notice',
    change: (file) => withExhibit(file, '现场检查录像', { noticeSpoken: false }),
    says: '规范用语告知',
  },
  {
    id: 'R15c',
    name: 'half an hour unfilmed',
    change: (file) => withExhibit(file, '现场检查录像', { endAt: '2026-03-06T10:00' }),
    says: '30分钟没有录音录像',
  },
  {
    id: 'R36a',
    name: 'stored on the third working day',
    change: (file) => withExhibit(file, '现场检查录像', { importedAt: '2026-03-11T09:00+08:00' }),
    says: '2026-03-10',
  },
  {
    id: 'R36b',
    name: 'stored elsewhere',
    change: (file) => withValues(file, 'J53', { storage: '个人移动硬盘' }),
    says: '专用存储器',
  },
  {
    id: 'R43a',
    name: 'no device',
    change: (file) => withExhibit(file, '现场检查录像', { device: '' }),
    says: '设备编号',
  },
  {
    id: 'R43b',
    name: 'an unregistered recording',
    change: (file) => withExhibit(file, '现场检查录像', { sha256: 'f'.repeat(64) }),
    says: '没有登记',
  },
  {
    id: 'R44b',
    name: 'a clock that runs ahead',
    change: (file) => withExhibit(file, '调查询问录像', { importedAt: '2026-03-09T10:30+08:00' }),
    says: '时钟',
  },
  {
    id: 'C04',
    name: 'no proof object',
    change: (file) => withExhibit(file, '现场检查录像', { proves: '' }),
    says: '证明对象',
  },
  {
    id: 'C04',
    name: 'a beginning that is no moment',
    change: (file) => withExhibit(file, '现场检查录像', { startAt: '三月初' }),
    says: '制作时间',
  },
  {
    id: 'C04',
    name: 'sound without text',
    change: (file) => withExhibit(file, '调查询问录像', { mime: 'audio/mpeg' }),
    says: '文字记录',
  },
  {
    id: 'R16a',
    name: 'absent without reason',
    change: (file) => withValues(file, 'J08', { partyPresent: false }),
    says: '没有载明原因',
  },
  {
    id: 'R16b',
    name: 'told after the start',
    change: (file) => withValues(file, 'J08', { partyNotifiedAt: '2026-03-06T09:30' }),
    says: '晚于检查开始',
  },
  {
    id: 'R17a',
    name: 'no signature of the person heard',
    change: (file) => withPaper(file, 'J07', { signatures: paperIn(file, 'J07').signatures.slice(1) }),
    says: '“被询问人”签名',
  },
  {
    id: 'R17c',
    name: 'a record printed to be signed, and no sheet of it scanned',
    change: (file) => withPaper(file, 'J15', { prints: [printedToSign] }),
    says: '还没有收回',
  },
  {
    id: 'R17b',
    name: 'a refusal without reason',
    change: (file) =>
      withPaper(file, 'J07', {
        signatures: paperIn(file, 'J07').signatures.map((signature) =>
          signature.role === '被询问人' ? { ...signature, mode: '拒签' as const } : signature,
        ),
      }),
    says: '没有注明理由',
  },
  {
    id: 'R17d',
    name: 'a refusal beside 记录属实',
    change: (file) =>
      withPaper(withValues(file, 'J08', { statement: '以上笔录我看过，记录属实。' }), 'J08', {
        signatures: paperIn(file, 'J08').signatures.map((signature) =>
          signature.role === '当事人（代理人）' ? { ...signature, mode: '拒签' as const, reason: '不认可' } : signature,
        ),
      }),
    says: '“记录属实”',
  },
  {
    id: 'R17e',
    name: 'a record of tomorrow',
    change: (file) => withValues(file, 'J08', { endAt: '2027-03-06T10:00' }),
    says: '还没有到',
  },
  {
    id: 'R17e',
    name: 'signed before it began',
    change: (file) =>
      withPaper(file, 'J07', {
        signatures: paperIn(file, 'J07').signatures.map((signature) => ({ ...signature, at: '2026-03-01T09:00' })),
      }),
    says: '就签了名',
  },
  {
    id: 'R20a',
    name: 'bystanders film, nothing said',
    change: (file) => withValues(file, 'J08', { otherSideRecords: true, bystanderNotice: '' }),
    says: '告知内容',
  },
  { id: 'R21a', name: 'no conclusion', change: (file) => without(file, 'J18'), says: '没有调查终结报告' },
  {
    id: 'R21b',
    name: 'evidence after the end',
    change: (file) => withValues(file, 'J15', { extractedAt: '2026-03-21T09:00' }),
    says: '晚于调查终结',
  },
  { id: 'C01', name: 'no end', change: (file) => withValues(file, 'J08', { endAt: '' }), says: '结束时间' },
  {
    id: 'C02',
    name: 'two interviews at one time',
    change: (file) =>
      plusPaper(
        file,
        'J07',
        '调查询问笔录',
        '2026-03-09',
        { ...paperIn(file, 'J07').values, place: '龙山区', startAt: '2026-03-09T10:00', endAt: '2026-03-09T11:00' },
        { signatures: paperIn(file, 'J07').signatures },
      ),
    says: '同时出现在两份笔录',
  },
  {
    id: 'C03',
    name: 'a copy from nowhere',
    change: (file) => withExhibit(file, '营业执照副本', { source: '' }),
    says: '没有注明出处',
  },
  {
    id: 'C03',
    name: 'an unchecked copy',
    change: (file) => withValues(file, 'J15', { copyStatement: '' }),
    says: '核对一致',
  },
  {
    id: 'C06',
    name: 'no discretion',
    change: (file) => withValues(file, 'J18', { discretionFactors: '' }),
    says: '裁量',
  },
  {
    id: 'R19a',
    name: 'registered without recording',
    change: (file) => registered(permitted(file, '2026-03-06T09:30')),
    says: '没有全程录音录像',
  },
  {
    id: 'R19b',
    name: 'approved afterwards',
    change: (file) => registered(permitted(file, '2026-03-06T11:00')),
    says: '晚于登记保存',
  },
  {
    id: 'R19c',
    name: 'not dealt with',
    change: (file) => registered(permitted(file, '2026-03-06T09:30')),
    adjust: withPeriod({ ruleId: 'P7a', due: '2026-03-17' }),
    says: '至今没有完成',
  },
  {
    id: 'R19d',
    name: 'one item left out',
    change: (file) =>
      plusPaper(registered(file), 'J14', '处理决定书', '2026-03-12', {
        decidedAt: '2026-03-12',
        officers,
        dispositions: [{ name: '工资表', disposition: '返还' }],
      }),
    says: '只写了1项',
  },
  {
    id: 'R48a',
    name: 'a damaged file',
    change: (file) => withExhibit(file, '现场检查录像', { damage: '内容与入库时的校验值不符。' }),
    says: '校验值不符',
  },
  {
    id: 'R40b',
    name: 'a secret',
    change: (file) => withExhibit(file, '营业执照副本', { title: '机密文件' }),
    says: '国家秘密',
  },
  {
    id: 'R35c',
    name: 'two files of one firm',
    change: (file) => ({
      ...file,
      parties: file.parties.flatMap((party) => [party, { ...party, householdId: uuid(51) }]),
    }),
    says: '两份一户式档案',
  },
];
