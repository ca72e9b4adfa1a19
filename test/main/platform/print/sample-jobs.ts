import { Office, type Approval, type Signature } from '../../../../shared/case-file.ts';
import { Template } from '../../../../shared/template/template.ts';
import type { PaperJob } from '../../../../main/platform/print/job.ts';

export const office = Office.parse({
  name: '临江市人力资源和社会保障局',
  code: '临人社',
  government: '临江市人民政府',
  formerReconsiderationBody: '',
  courts: ['临江市人民法院'],
  address: '临江市人民大街66号',
  phone: '0439-6220333',
  stillDevice: '',
  screenProtected: false,
  fondsNo: '0123',
  fondsName: '临江市人力资源和社会保障局',
});

const partyFields = [
  { key: 'partyName', label: '名称', type: 'text', max: 128, width: 'full' },
  { key: 'partyUscc', label: '统一社会信用代码', type: 'text', format: 'uscc' },
  { key: 'partyLegalRep', label: '法定代表人', type: 'text', max: 32 },
  { key: 'partyAddress', label: '住所', type: 'text', max: 256 },
  { key: 'partyPhone', label: '联系电话', type: 'text', max: 32 },
  { key: 'partyPosition', label: '职务', type: 'text', max: 32 },
];
const partyValues = {
  partyName: '临江市老街坊餐饮管理有限公司',
  partyUscc: '91220681MA0Y2K5X7T',
  partyLegalRep: '张喆',
  partyAddress: '临江市建国路118号1-2层',
  partyPhone: '13904390001',
  partyPosition: '总经理',
};

const letter = Template.parse({
  id: 'J32',
  name: '行政处罚决定书',
  class: 'decision',
  domain: '监察',
  stage: '决定',
  direction: 'outward',
  articles: [26],
  basis: '行政处罚法第五十七条',
  layout: 'letter',
  serve: true,
  numbering: { letters: '监罚' },
  seal: { kind: '行政机关印章' },
  sections: [
    {
      title: '当事人',
      fields: [
        ...partyFields,
        { key: 'decidedAt', label: '决定日期', type: 'date' },
        { key: 'amount', label: '罚款', type: 'money' },
        { key: 'facts', label: '违法事实', type: 'longText' },
        { key: 'evidence', label: '证据', type: 'papers' },
      ],
    },
  ],
  addressee: '{{ partyName }}',
  body: `
当事人：{{ party.name }}，统一社会信用代码：{{ party.uscc }}，法定代表人：{{ party.legalRep }}，住所：{{ party.address }}。

一、违法事实和证据

{{ facts }}

以上事实有{{ evidence | list }}等证据证实。

二、处罚依据和决定

你单位的上述行为违反了《中华人民共和国劳动法》第五十条、
《劳动保障监察条例》第二十六条的规定。经研究，本机关决定：处以罚款{{ amount | money }}（大写：{{ amount | capital }}）。

{% if performBy %}请于{{ performBy | day }}前缴至指定账户。{% endif %}
`,
});

const form = Template.parse({
  id: 'J04',
  name: '立案审批表',
  class: 'approval',
  domain: '监察',
  stage: '启动',
  direction: 'internal',
  articles: [13],
  basis: '行政处罚法第五十四条',
  layout: 'form',
  numbering: { letters: '监立' },
  sections: [
    {
      title: '案件来源',
      fields: [
        { key: 'caseSource', label: '案件来源', type: 'choice', choices: ['投诉', '举报', '巡查', '上级交办'] },
        { key: 'receivedAt', label: '收到时间', type: 'dateTime' },
        { key: 'causeName', label: '案由', type: 'text', max: 128 },
      ],
    },
    { title: '当事人', fields: partyFields },
    {
      title: '立案依据',
      fields: [
        { key: 'knownFacts', label: '已知事实', type: 'longText', max: 1000 },
        { key: 'suspectedLaw', label: '涉嫌违反的规定', type: 'longText', max: 256 },
        { key: 'urgentOnSite', label: '紧急情况', type: 'flag' },
        { key: 'amount', label: '涉及金额', type: 'money' },
        { key: 'remark', label: '备注', type: 'text', max: 256 },
        {
          key: 'workers',
          label: '涉及劳动者',
          type: 'rows',
          fields: [
            { key: 'name', label: '姓名', type: 'text', max: 32 },
            { key: 'idNumber', label: '身份证号', type: 'text', format: 'idNumber', max: 32 },
            { key: 'months', label: '拖欠月份', type: 'text', max: 64 },
            { key: 'owed', label: '拖欠工资（元）', type: 'money' },
          ],
        },
      ],
    },
  ],
  approval: [
    { label: '承办人意见', by: '承办人', people: 2 },
    { label: '承办单位负责人意见', by: '承办单位负责人' },
    { label: '局分管领导意见', by: '分管领导', optional: true },
  ],
});

const record = Template.parse({
  id: 'J07',
  name: '调查询问笔录',
  class: 'investigation',
  domain: '监察',
  stage: '调查',
  direction: 'outward',
  articles: [17, 18],
  basis: '行政处罚法第五十五条',
  layout: 'record',
  sections: [
    {
      title: '基本情况',
      fields: [
        { key: 'startAt', label: '开始时间', type: 'dateTime' },
        { key: 'endAt', label: '结束时间', type: 'dateTime' },
        { key: 'place', label: '地点', type: 'text', max: 128 },
        { key: 'officers', label: '询问人', type: 'officers', min: 2 },
        { key: 'recorder', label: '记录人', type: 'text', max: 32 },
        { key: 'respondent', label: '被询问人', type: 'text', max: 32 },
        { key: 'idNumber', label: '身份证号', type: 'text', format: 'idNumber', max: 32 },
        { key: 'relation', label: '与本案关系', type: 'text', max: 32 },
        { key: 'certShown', label: '出示执法证', type: 'flag' },
      ],
    },
    {
      title: '询问内容',
      fields: [
        {
          key: 'qa',
          label: '询问内容',
          type: 'rows',
          fields: [
            { key: 'question', label: '问', type: 'longText' },
            { key: 'answer', label: '答', type: 'longText' },
          ],
        },
      ],
    },
  ],
  signatures: [
    { role: '被询问人', everyPage: true, refusable: true },
    { role: '询问人', count: 2 },
    { role: '记录人' },
  ],
  body: '告知：我们是{{ organ }}的执法人员，现依法向你询问有关情况。请你如实回答，对与本案无关的问题你有权拒绝回答；你认为执法人员与本案有直接利害关系的，有权申请回避。',
});

const list = Template.parse({
  id: 'J51',
  name: '卷内文件目录',
  class: 'archive',
  domain: '归档',
  stage: '归档',
  direction: 'internal',
  articles: [35],
  basis: 'GB/T 9705-2008',
  layout: 'list',
  sections: [
    {
      title: '目录',
      fields: [
        { key: 'caseNumber', label: '案号', type: 'text' },
        {
          key: 'rows',
          label: '目录',
          type: 'rows',
          fields: [
            { key: 'seq', label: '顺序号', type: 'number' },
            { key: 'docNo', label: '文号', type: 'text', max: 64 },
            { key: 'responsible', label: '责任者', type: 'text', max: 64 },
            { key: 'title', label: '题名', type: 'text', max: 256 },
            { key: 'date', label: '日期', type: 'date' },
            { key: 'pages', label: '页号', type: 'text', max: 16 },
            { key: 'remark', label: '备注', type: 'text', max: 64 },
          ],
        },
      ],
    },
  ],
});

export const templates = { letter, form, record, list };

const base: Omit<PaperJob, 'template' | 'values'> = {
  signatures: [],
  approvals: [],
  number: null,
  date: '2026-11-22',
  office,
  caseFacts: { number: '临人社监立字〔2026〕第001号', causeName: '涉嫌拖欠工资' },
  papers: [
    { id: 'p1', name: '调查询问笔录', number: null, date: '2026-10-09' },
    { id: 'p2', name: '调查询问书', number: '临人社监询字〔2026〕第007号', date: '2026-10-01' },
  ],
  exhibits: [{ id: 'e1', title: '工资表复印件' }],
  state: 'issued',
};

const approval = (step: number, personId: string, name: string, opinion: string, moment: string): Approval => ({
  step,
  label: '',
  verdict: '同意',
  opinion,
  personId,
  name,
  at: moment,
});
const signature = (role: string, name: string, rest: Partial<Signature> = {}): Signature => ({
  role,
  name,
  mode: '签名',
  reason: '',
  witness: '',
  at: '2026-10-09T11:20',
  ...rest,
});

const longFacts =
  '经查，你单位自2026年6月至2026年9月期间，共拖欠李燊、王堃等32名劳动者工资合计120,345.60元，至本机关2026年10月1日发出《调查询问书》时仍未支付。你单位在调查中承认上述事实，称因经营困难、资金周转不灵所致。';

export const jobs = {
  letter: (rest: Partial<PaperJob> = {}): PaperJob => ({
    ...base,
    template: letter,
    number: '临人社监罚字〔2026〕第001号',
    values: {
      ...partyValues,
      facts: longFacts,
      amount: 12_000,
      evidence: ['p1', 'p2'],
      performBy: '2026-12-07',
      decidedAt: '2026-11-22',
    },
    remedy: [
      '如不服本决定，可以自收到本决定书之日起六十日内向临江市人民政府申请行政复议；也可以自收到本决定书之日起六个月内直接向临江市人民法院提起行政诉讼。',
    ],
    ...rest,
  }),
  form: (rest: Partial<PaperJob> = {}): PaperJob => ({
    ...base,
    template: form,
    number: '临人社监立字〔2026〕第001号',
    values: {
      ...partyValues,
      caseSource: '投诉',
      receivedAt: '2026-09-28T09:05',
      causeName: '涉嫌拖欠32名劳动者工资',
      knownFacts: `${longFacts}\n投诉人提供了考勤表、工资欠条等材料。`,
      suspectedLaw: '《中华人民共和国劳动法》第五十条、《保障农民工工资支付条例》第三条第一款。',
      urgentOnSite: false,
      amount: 120_345.6,
      workers: [
        { name: '李燊', idNumber: '220681199001011234', months: '6月至9月', owed: 16_800 },
        { name: '王堃', idNumber: '220681198812125678', months: '7月至9月', owed: 12_345.6 },
      ],
    },
    approvals: [
      approval(0, 'a', '赵明', '建议立案调查。', '2026-09-29T09:00:00+08:00'),
      approval(0, 'b', '钱亮', '建议立案调查。', '2026-09-29T09:20:00+08:00'),
      approval(1, 'c', '孙静', '同意立案。', '2026-09-29T14:00:00+08:00'),
      approval(2, 'd', '周立', '同意。', '2026-09-30T08:30:00+08:00'),
    ],
    ...rest,
  }),
  record: (rest: Partial<PaperJob> = {}): PaperJob => ({
    ...base,
    template: record,
    values: {
      startAt: '2026-10-09T09:30',
      endAt: '2026-10-09T11:15',
      place: '临江市人力资源和社会保障局劳动保障监察大队询问室',
      officers: [
        { personId: 'a', name: '赵明', certNo: '22068100123' },
        { personId: 'b', name: '钱亮', certNo: '22068100124' },
      ],
      recorder: '钱亮',
      respondent: '张喆',
      idNumber: '220681197505051239',
      relation: '法定代表人',
      certShown: true,
      qa: Array.from({ length: 9 }, (_, index) => ({
        question: `第${index + 1}问：你单位自2026年6月起是否按月足额支付劳动者工资？请说明情况并提供工资支付台账。`,
        answer:
          '没有按月足额支付。因为门店客流减少，资金周转不开，6月至9月共拖欠32人工资，总额大约12万元，工资表和考勤表都在财务室，我们愿意提供。',
      })),
    },
    signatures: [
      signature('被询问人', '张喆'),
      signature('询问人', '赵明'),
      signature('询问人', '钱亮'),
      signature('记录人', '钱亮'),
    ],
    ...rest,
  }),
  list: (rest: Partial<PaperJob> = {}): PaperJob => ({
    ...base,
    template: list,
    values: {
      caseNumber: '临人社监立字〔2026〕第001号',
      rows: Array.from({ length: 40 }, (_, index) => ({
        seq: index + 1,
        docNo: index % 3 === 0 ? `临人社监罚字〔2026〕第${String(index + 1).padStart(3, '0')}号` : '',
        responsible: '临江市人力资源和社会保障局',
        title: '关于临江市老街坊餐饮管理有限公司拖欠工资一案的调查询问笔录',
        date: '2026-10-09',
        pages: String(index * 3 + 1),
        remark: '',
      })),
    },
    ...rest,
  }),
};
export { signature };
