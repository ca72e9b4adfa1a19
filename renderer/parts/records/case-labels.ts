/** Parts of a case and its exhibits as clerks call them, by the name the record states them under. */
export const caseLabels: Readonly<Record<string, string>> = {
  title: '名称',
  source: '来源',
  maker: '制作人',
  proves: '证明内容',
  originality: '原件或复制件',
  place: '地点',
  device: '设备',
  startAt: '开始时间',
  endAt: '结束时间',
  noticeSpoken: '已告知录音录像',
  withdrawnReason: '撤下原因',
  damage: '损坏情况',
  causeName: '案由',
  number: '编号',
  state: '状态',
};
