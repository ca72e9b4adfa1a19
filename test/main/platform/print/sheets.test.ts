import { expect, test } from 'vitest';
import type { Printed } from '../../../../main/platform/print/compose.ts';
import { MissingGlyph } from '../../../../main/platform/print/faults.ts';
import { printSheet, type Sheet } from '../../../../main/platform/print/sheets/print-sheet.ts';
import { card } from './sample-dossier.ts';
import { office } from './sample-jobs.ts';
import { check, shippedFonts, textOf } from './support.ts';

const fonts = shippedFonts();
const print = async (sheet: Sheet): Promise<Printed & { said: string }> => {
  const printed = await printSheet(sheet, fonts);
  expect(check(printed.pdf)).toContain('No syntax or stream encoding errors');
  return { ...printed, said: textOf(printed.pdf) };
};
const code = 'ABCDE-12345-FGHJK-67890-MNPQR-13579-STVWX-24680-YZ012';

test('the recovery letter shows its code in groups on one page', async () => {
  const { said, pages } = await print({
    kind: 'recovery-letter',
    data: { code, office: office.name, madeAt: '2026-11-22T01:02:03Z', madeBy: '周立' },
  });
  expect(pages).toBe(1);
  expect(said).toContain(code.replaceAll('-', ''));
  for (const part of ['制作时间：2026年11月22日9时02分', '制作人：周立', '骑缝加盖单位印章', '封存日期'])
    expect(said).toContain(part);
});

test('the list of evidence has the columns the court asks for, on every page, and a receipt at its end', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    group: '事实',
    seq: index + 1,
    name: '调查询问笔录',
    kind: '当事人陈述',
    source: '本机关制作',
    proves: '原告拖欠32名劳动者工资',
    originality: '复制件',
    copies: 3,
    pages: `${index * 3 + 1}–${index * 3 + 3}`,
    remark: '含个人隐私',
  }));
  const { pdf, said, pages } = await print({
    kind: 'evidence-list',
    data: {
      office: office.name,
      caseNo: '（2026）吉0681行初12号',
      caseName: '不服行政处罚决定',
      recipient: '临江市人民法院',
      submittedAt: '2026-12-01',
      sets: 3,
      rows,
    },
  });
  for (let page = 1; page < pages; page += 1)
    expect(textOf(pdf, page)).toMatch(/组别序号证据名称种类来源.*份数页码备注/);
  expect([...said.matchAll(/调查询问笔录/g)]).toHaveLength(30);
  for (const part of ['共30件，一式3份', '88–90', '提交日期：2026年12月1日', '收据：以上材料已收到'])
    expect(said).toContain(part);
});

test('the hand-over slip shows every hash whole, the anchor, and places for both signatures', async () => {
  const rows = [
    { seq: 1, name: '行政处罚决定书', originality: '原件', pages: '3', copies: 1, sha256: card.sha256 },
    { seq: 2, name: '询问录像', originality: '原件', pages: '', copies: 1, sha256: card.sm3 },
  ];
  const { said } = await print({
    kind: 'handover-slip',
    data: {
      office: office.name,
      recipient: '临江市人民法院',
      caseName: '拖欠工资案',
      caseNumber: '第001号',
      rows,
      manifestSha256: card.sha256,
      manifestSm3: card.sm3,
      anchor: 'K7Q2-9MXA',
      madeAt: '2026-12-01T10:00',
      madeBy: '赵明',
      duplicate: '案卷库',
    },
  });
  expect([...said.matchAll(new RegExp(card.sha256, 'g'))]).toHaveLength(2);
  expect([...said.matchAll(new RegExp(card.sm3, 'g'))]).toHaveLength(2);
  for (const part of ['审计锚点K7Q2-9MXA', '移交人（签名、盖章）', '接收人（签名、盖章）', '回执编号'])
    expect(said).toContain(part);
});

test.each([
  ['court', '行政诉讼答辩状', '原告：某公司', '答辩人：'],
  ['reconsideration', '行政复议答复书', '申请人：某公司', '答复人（被申请人）：'],
] as const)('the answer for a %s names its sides', async (kind, title, other, own) => {
  const { said } = await print({
    kind: 'answer',
    data: {
      kind,
      office: office.name,
      address: '',
      head: '周立（局长）',
      agent: '',
      recipient: '临江市人民法院',
      caseNo: '',
      opponents: ['某公司'],
      text: '一、程序合法\n本机关依法告知。',
      attachments: ['证据清单', '依据目录'],
      date: '2026-12-01',
    },
  });
  for (const part of [
    title,
    other,
    own,
    '一、程序合法',
    '此致临江市人民法院',
    '附件：1．证据清单2．依据目录',
    '2026年12月1日',
  ])
    expect(said).toContain(part);
  expect(said).not.toContain('委托代理人');
});

test('a card with a long transcript goes on, with nothing lost', async () => {
  const transcript = Array.from({ length: 500 }, (_, index) => `第${index + 1}句。`).join('');
  const { said, pages } = await print({ kind: 'media-card', data: { ...card, transcript } });
  expect(pages).toBeGreaterThan(1);
  expect(said).toContain('第500句。');
  expect(said).toContain('第250句。');
});

test('a sheet refuses a character no font has', async () => {
  await expect(printSheet({ kind: 'media-card', data: { ...card, maker: '𠀀' } }, fonts)).rejects.toBeInstanceOf(
    MissingGlyph,
  );
});

test('一户式目录 lists each case under its head, which stands again on every page, and spells out what no font has', async () => {
  const party =
    '辽源市龙山区东北亚人力资源服务产业园福满园连锁餐饮管理咨询（集团）股份有限公司龙山区第十三分公司东吉街道筹备处管理办公室';
  expect(party).toHaveLength(60);
  const records = Array.from({ length: 60 }, (_, index) => ({
    day: '2026-03-09',
    kind: '文书',
    title: index === 7 ? '现场照片😀' : '调查询问笔录',
    number: `辽人社监询字〔2026〕第${index + 1}号`,
    extent: '3 页',
    state: '已出具',
  }));
  const { pdf, said, pages } = await print({
    kind: 'household-catalogue',
    data: {
      office: office.name,
      party,
      facts: [['编号', '91350100M000100Y43']],
      cases: [
        { causeName: '涉嫌违反规定延长劳动者工作时间', number: '监立字〔2026〕001', state: '在办', records },
        { causeName: '拖欠劳动者工资', number: '未编号', state: '已登记', records: [] },
      ],
      isCut: true,
      printedAt: '2026-04-08T01:02:03Z',
      printedBy: '王建国',
    },
  });
  expect(pages).toBeGreaterThan(1);
  for (let page = 1; page < pages; page += 1)
    expect(textOf(pdf, page)).toMatch(/1\.涉嫌违反规定延长劳动者工作时间.*序号日期类别名称文号/);
  for (const part of [
    party,
    '编号：91350100M000100Y43',
    '〔U+1F600〕',
    '第60号',
    '2.拖欠劳动者工资',
    '只列最近的60条记录',
    '打印：2026年4月8日9时02分',
  ])
    expect(said).toContain(part);
});
