import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { digestOf } from '../../main/platform/audit/row-digests.ts';
import { createFactReader } from '../../main/platform/store/facts/fact-rows.ts';
import { factTable } from '../../main/platform/store/facts/fact-tables.ts';
import { forgedSignatures } from './forged-signatures.ts';
import type { Forgery } from './forgery.ts';

/** Whose form is that of any other id. */
const forgedId = '0197a000-0000-7000-8000-000000000001';

const sql =
  (...statements: string[]) =>
  (db: Sqlite.Database): void =>
    statements.forEach((statement) => db.exec(statement));

const inCase = (name: string, statement: string, told: RegExp): Forgery => ({
  name,
  forge: sql(statement),
  told,
  inCase: true,
});
const outside = (name: string, statement: string, told: RegExp): Forgery => ({
  ...inCase(name, statement, told),
  inCase: false,
});

const inOffice = (forgery: Forgery): Forgery => ({ ...forgery, database: 'office' });

const papers: Forgery[] = [
  inCase(
    'decision repointed to another PDF',
    `update paper set sha256 = (select sha256 from paper where "templateId" = 'J06') where "templateId" = 'J32' and status = 'issued'`,
    /《行政处罚决定书》.*“定稿文件”/,
  ),
  inCase(
    'notice repointed to another PDF',
    `update paper set sha256 = (select sha256 from paper where "templateId" = 'J06') where "templateId" = 'J21'`,
    /《行政处罚事先告知书》.*“定稿文件”/,
  ),
  inCase(
    'value of an issued paper',
    `update paper set "values" = replace("values", '36', '3') where "templateId" = 'J31'`,
    /《行政执法决定审批表》.*“填写内容”/,
  ),
  inCase(
    'penalty of the decision',
    `update paper set "values" = replace("values", '3600', '360') where "templateId" = 'J32' and status = 'issued'`,
    /《行政处罚决定书》.*“填写内容”/,
  ),
  inCase(
    'approval added',
    `update paper set approvals = json_insert(approvals, '$[#]', json('{"step":0,"label":"负责人","verdict":"同意","opinion":"同意。","personId":"${forgedId}","name":"孙伟","at":"2026-03-03T09:00:00.000Z"}')) where "templateId" = 'J18'`,
    /《调查终结报告》.*“审批意见”/,
  ),
  inCase(
    'approval removed',
    `update paper set approvals = '[]' where "templateId" = 'J04'`,
    /《立案审批表》.*“审批意见”/,
  ),
  inCase(
    'signature removed',
    `update paper set signatures = '[]' where "templateId" = 'J08'`,
    /《现场检查笔录》.*“签名”/,
  ),
  inCase('paper removed', `delete from paper where "templateId" = 'J23'`, /文书“.*陈述申辩笔录.*”不见了/),
  inCase(
    'paper added',
    `insert into paper select '${forgedId}', "caseId", "templateId", "templateVersion", name, version, status, null, "values", signatures, approvals, "createdAt", "createdBy", "updatedAt", "updatedBy", "issuedAt", "issuedBy", sha256, pages, "voidReason", "waitsForRole", "waitsSince", "partyId" from paper where "templateId" = 'J24'`,
    /《陈述申辩复核意见书》.*没有任何记录登记过/,
  ),
  inCase(
    'paper voided',
    `update paper set status = 'void', "voidReason" = '作废' where "templateId" = 'J15'`,
    /《证据提取单》.*“办理状态、作废原因”/,
  ),
  inCase(
    'day of service (送达)',
    `update paper set "values" = json_set("values", '$.servedAt', '2026-01-05') where "templateId" = 'J40'`,
    /《送达回证》.*“填写内容”/,
  ),
  inCase(
    'payment',
    `update paper set "values" = replace("values", '2026', '2025') where "templateId" = 'J39'`,
    /《履行情况记录》.*“填写内容”/,
  ),
  inCase('number removed', `delete from paper_number where number like '%监立%'`, /文号.*不见了/),
  inCase(
    'number voided',
    `update paper_number set status = 'void', reason = '作废' where number like '%监告%'`,
    /文号.*监告.*“使用状态、作废原因”/,
  ),
  outside(
    'number added',
    `insert into paper_number select '辽人社监罚字〔2026〕第999号', code, letters, year, 999, null, "templateId", "paperName", 'reserved', '', at, '王建国', at, "by" from paper_number limit 1`,
    /文号.*第999号.*没有任何记录登记过/,
  ),
];

const firstExhibit = 'select id from exhibit order by id limit 1';
const exhibits: Forgery[] = [
  inCase('exhibit removed', `delete from exhibit where id = (${firstExhibit})`, /证据“.+”不见了/),
  inCase(
    'exhibit repointed to another file',
    `update exhibit set sha256 = (select sha256 from exhibit order by id desc limit 1) where id = (${firstExhibit})`,
    /证据“.+”.*“原件（SHA-256）”/,
  ),
  inCase('SM3 of an exhibit', `update exhibit set sm3 = 'ab' where id = (${firstExhibit})`, /“原件（SM3）”/),
  inCase(
    'exhibit withdrawn',
    `update exhibit set "withdrawnReason" = '重复' where id = (${firstExhibit})`,
    /“撤下原因”/,
  ),
  inCase('exhibit described otherwise', `update exhibit set proves = '无' where id = (${firstExhibit})`, /“证明对象”/),
];

const cases: Forgery[] = [
  inCase('case removed', 'delete from case_record', /案件登记.*不见了/),
  inCase('case renamed', `update case_record set "causeName" = '涉嫌拖欠工资'`, /案件登记.*“案由”/),
  inCase(
    'day of closing',
    `update case_record set state = 'open', "closedAt" = '2026-01-01'`,
    /案件登记.*“.*结案日期”/,
  ),
  inCase(
    'party left',
    `update case_party set "leftAt" = '2026-03-05', "leftReason" = '误列'`,
    /当事人.*“退出时间、退出原因”/,
  ),
  inCase(
    'officer removed',
    'delete from case_officer where rowid = (select max(rowid) from case_officer)',
    /承办人.*不见了/,
  ),
  inCase(
    'period',
    `update period set due = '2030-01-01' where rowid = (select min(rowid) from period)`,
    /期限“.+”.*“届满日”/,
  ),
  inCase(
    'period extended',
    `insert into period_change select '${forgedId}', id, 'D01', 'extension', 30, null, null, '经批准', '2026-03-05' from case_record`,
    /期限变更“经批准”没有任何记录登记过/,
  ),
  inCase(
    'review question answered',
    `insert into case_answer select '${forgedId}', id, 'q', '是', '', '赵强', '2026-03-05' from case_record`,
    /核查问题的回答“是”没有任何记录登记过/,
  ),
  inCase('party’s name', `update household set name = '另一家公司'`, /一户式档案“另一家公司”.*“名称”/),
  inCase(
    'volume’s PDF',
    `update volume set sha256 = (select sha256 from paper where "templateId" = 'J06')`,
    /案卷“.+”.*“案卷文件”/,
  ),
  inCase('volume’s catalogue', `update volume set rows = '[]'`, /案卷“.+”.*“卷内目录”/),
  inCase(
    'receipt of a hand-over',
    `update handover set receipt = null, state = 'verified'`,
    /移送记录.*“办理状态、回执”/,
  ),
  inCase('hand-over removed', 'delete from handover', /移送记录不见了/),
  inOffice(
    inCase(
      'officer’s certificate',
      `update person set "certTo" = '2035-01-01' where name = '王建国'`,
      /人员“王建国”.*“执法证有效期止”/,
    ),
  ),
];

const office: Forgery[] = [
  outside(
    'role granted',
    `update person set roles = '["系统管理员","法规科"]' where name = '周静'`,
    /人员“周静”.*“角色”/,
  ),
  outside(
    'person added',
    `insert into person select '${forgedId}', '钱生', '["法规科"]', null, '', '', '', 1, 1`,
    /人员“钱生”没有任何记录登记过/,
  ),
  outside(
    'head of a unit',
    `update unit set head = '钱生' where rowid = (select min(rowid) from unit)`,
    /科室“.+”.*“负责人”/,
  ),
  outside(
    'facts of the office',
    `update setting set value = replace(value, '辽源', '长春') where key = 'office'`,
    /设置“机关信息”.*“内容”/,
  ),
  outside(
    'backup never made',
    `insert into setting values ('lastBackup', '{}', '2026-06-30T01:00:00.000Z')`,
    /设置“最近一次备份”没有任何记录登记过/,
  ),
  outside(
    'trigger that changes roles when the program writes',
    `create trigger forged after update on setting begin update person set roles = '["法规科"]'; end`,
    /机关库：数据库结构多了触发器“forged”/,
  ),
].map(inOffice);

const rules: Forgery[] = [
  outside(
    'rules changed',
    `insert into rule_edition select '${forgedId}', '{}', '2026-01-01', '赵强', '2026-01-01', ''`,
    /规则设置（自2026-01-01起）没有任何记录登记过/,
  ),
];

/** What goes beyond the rows: the chain or the schema itself no longer fits. */
const chain: Forgery[] = [
  outside(
    'trigger that changes rows when the program writes',
    `create trigger forged after update on paper begin update exhibit set proves = '无'; end`,
    /数据库结构多了触发器“forged”/,
  ),
  {
    name: 'row and its digest changed',
    inCase: true,
    told: /记录链第\d+条.*被改动过/,
    forge: (db) => {
      db.exec(`drop trigger audit_row_no_update; update paper set name = '另一份文书' where "templateId" = 'J21'`);
      const { id } = db.prepare(`select id from paper where "templateId" = 'J21'`).get() as { id: string };
      const table = factTable('paper');
      const digest = digestOf(table, createFactReader(db)(table, id) ?? []);
      db.prepare(`update audit_row set digest = ? where "rowId" = ?`).run(digest, id);
    },
  },
  {
    name: 'exhibit removed with its digests',
    inCase: true,
    told: /记录链第\d+条.*被改动过/,
    forge: sql(
      'drop trigger audit_row_no_delete',
      `delete from audit_row where "rowId" = (${firstExhibit})`,
      `delete from exhibit where id = (${firstExhibit})`,
    ),
  },
  {
    name: 'exhibit added with a digest',
    inCase: true,
    told: /个核对值不属于任何一条记录|记录链第\d+条.*被改动过/,
    forge: (db) => {
      const columns = (db.pragma('table_info(exhibit)') as { name: string }[]).map(({ name }) => `"${name}"`);
      db.exec(
        `insert into exhibit (${columns.join()}) select ${columns.map((name) => (name === '"id"' ? `'${forgedId}'` : name)).join()} from exhibit limit 1`,
      );
      const table = factTable('exhibit');
      const digest = digestOf(table, createFactReader(db)(table, forgedId) ?? []);
      db.prepare(
        `insert into audit_row select 1, 'exhibit', '${forgedId}', "caseId", ?, '' from exhibit where id = '${forgedId}'`,
      ).run(digest);
    },
  },
];

export const forgeries: readonly Forgery[] = [
  ...papers,
  ...exhibits,
  ...cases,
  ...office,
  ...rules,
  ...chain,
  ...forgedSignatures,
];
