import type { FactTable } from './fact-table.ts';

/** Settings, of the office in its database, and of the cases in theirs. */
export const settingFacts: FactTable = {
  name: 'setting',
  label: '设置',
  key: ['key'],
  caseColumn: null,
  title: `case key when 'office' then '“机关信息”' when 'keyring' then '“密钥文件”' when 'lastBackup' then '“最近一次备份”' else '“' || key || '”' end`,
  columns: { key: '名称', value: '内容', updatedAt: '修改时间' },
};

/** The units and their people: what the office database alone holds. */
export const staffFacts: readonly FactTable[] = [
  {
    name: 'unit',
    label: '科室',
    key: ['id'],
    caseColumn: null,
    title: `'“' || name || '”'`,
    columns: { id: '编号', name: '名称', head: '负责人', active: '是否在用' },
  },
  {
    name: 'person',
    label: '人员',
    key: ['id'],
    caseColumn: null,
    title: `'“' || name || '”'`,
    columns: {
      id: '编号',
      name: '姓名',
      roles: '角色',
      unitId: '科室',
      certNo: '执法证号',
      certFrom: '执法证有效期起',
      certTo: '执法证有效期止',
      active: '是否在岗',
      version: '版次',
    },
  },
  {
    name: 'absence',
    label: '请假',
    key: ['personId'],
    caseColumn: null,
    title: `coalesce((select '“' || name || '”' from person where person.id = absence."personId"), '')`,
    columns: { personId: '人员', absentFrom: '请假自', absentTo: '请假至', standInId: '代理人' },
  },
];

/** Which keys signed the entries of a chain; each chain has its own. A title from the chain, as the people are in one database only. */
export const signingKeyFacts: FactTable = {
  name: 'signing_key',
  label: '签名密钥',
  key: ['publicKey'],
  caseColumn: null,
  title: `coalesce((select '“' || who || '”' from audit where audit."personId" = signing_key."personId" limit 1), '')`,
  columns: { publicKey: '公钥', personId: '人员', suite: '算法', fromSeq: '启用自第几条记录' },
};
