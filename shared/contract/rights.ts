import type { Role } from '../template/template.ts';

/** Who may make a call: any of the roles, everybody logged in, or anybody at all (before log-in). */
export interface Right {
  roles: readonly Role[] | 'everybody' | 'anybody';
  act: string;
  article: number | null;
}

const everybody = (act: string): Right => ({ roles: 'everybody', act, article: null });
const anybody = (act: string): Right => ({ roles: 'anybody', act, article: null });
const only = (act: string, article: number | null, ...roles: Role[]): Right => ({ roles, act, article });

const workers: Role[] = ['窗口', '承办人', '承办单位负责人', '法规科', '分管领导'];
const readers: Role[] = [...workers, '档案员'];

/**
 * The right each call asks for, by its path in the contract; a test fails when a call has none. Which case a person may
 * open is a second question, answered by main/features/staff/access.ts (第四十二条).
 */
export const rights: Readonly<Record<string, Right>> = {
  'session.state': anybody('打开程序'),
  'session.setUp': anybody('首次设置'),
  'session.unlock': anybody('登录'),
  'session.lock': anybody('锁定'),
  'session.recover': anybody('用恢复信找回'),
  'session.changePassword': everybody('修改自己的密码'),
  'session.newRecoveryLetter': only('换发恢复信', null, '系统管理员'),
  'desktop.signals': everybody('接收提醒'),
  'desktop.chooseFolder': everybody('选择文件夹'),
  'desktop.typedFolder': everybody('填写文件夹'),
  'desktop.proposedFolder': everybody('选择文件夹'),
  'staff.list': everybody('查看人员'),
  'staff.office': everybody('查看机关信息'),
  'staff.add': only('登记人员', 43, '系统管理员'),
  'staff.update': only('修改人员', 43, '系统管理员'),
  'staff.setPassword': only('重设他人密码', null, '系统管理员'),
  'staff.addUnit': only('登记科室', 47, '系统管理员'),
  'staff.updateUnit': only('修改科室', 47, '系统管理员'),
  'staff.setOffice': only('修改机关信息', null, '系统管理员', '法规科'),
  'households.find': only('查找当事人', 42, ...readers),
  'households.recent': only('查找当事人', 42, ...readers),
  'households.create': only('建立一户式档案', 35, '窗口', '承办人', '承办单位负责人'),
  'households.update': only('修改当事人信息', 35, '窗口', '承办人', '承办单位负责人'),
  'households.open': only('查阅一户式档案', 42, ...readers),
  'households.timeline': only('查阅一户式档案', 42, ...readers),
  'households.search': only('搜索', 42, ...readers),
  'cases.definitions': everybody('查看文书和制度'),
  'cases.today': everybody('查看今日'),
  'cases.list': only('查看案件', 42, ...readers),
  'cases.begin': only('登记案源', 14, '窗口', '承办人', '承办单位负责人'),
  'cases.open': only('查阅案件', 42, ...readers),
  'cases.update': only('修改案件登记', 13, '承办人', '承办单位负责人'),
  'cases.history': only('查阅办案记录', 42, ...readers),
  'documents.create': only('起草文书', 10, '窗口', '承办人', '承办单位负责人', '法规科', '档案员'),
  'documents.save': only('填写文书', 10, '窗口', '承办人', '承办单位负责人', '法规科', '档案员'),
  'documents.setParty': only('填写文书', 10, '窗口', '承办人', '承办单位负责人', '法规科', '档案员'),
  'documents.sign': only('登记签名', 17, '窗口', '承办人', '承办单位负责人', '法规科', '档案员'),
  'documents.submit': only('送审', 13, '窗口', '承办人', '承办单位负责人', '法规科'),
  'documents.approve': only('审批', 13, ...workers),
  'documents.recall': only('撤回审批', 13, '窗口', '承办人', '承办单位负责人', '法规科'),
  'documents.issue': only('出具文书', 10, '窗口', '承办人', '承办单位负责人', '法规科', '档案员'),
  'documents.void': only('作废文书', 4, '承办人', '承办单位负责人', '法规科'),
  'documents.allocateBlank': only('领取带号的空白文书', 26, '承办人', '承办单位负责人', '法规科'),
  'documents.blanks': only('查看空白文书领用登记', null, ...readers),
  'documents.voidBlanks': only('作废预留的文号', 4, '承办人', '承办单位负责人', '法规科'),
  'documents.numbers': only('查看文号登记', null, ...readers),
  'evidence.begin': only('收取证据', 9, '窗口', '承办人', '承办单位负责人'),
  'evidence.finish': only('收取证据', 9, '窗口', '承办人', '承办单位负责人'),
  'evidence.cancel': only('取消导入', 9, '窗口', '承办人', '承办单位负责人'),
  'evidence.describe': only('说明证据', 9, '窗口', '承办人', '承办单位负责人'),
  'evidence.withdraw': only('撤下证据', 48, '承办人', '承办单位负责人'),
  'archive.queue': only('查看归档', 35, '承办人', '承办单位负责人', '法规科', '档案员'),
  'archive.plan': only('立卷', 35, '承办人', '承办单位负责人', '档案员', '法规科'),
  'archive.make': only('立卷归档', 35, '承办人', '承办单位负责人', '档案员'),
  'archive.volumes': only('查看案卷', 42, ...readers),
  'handover.list': only('查看移送', 41, ...readers),
  'handover.plan': only('准备移送材料', 41, '承办人', '承办单位负责人', '法规科'),
  'handover.make': only('移送案卷', 41, '承办人', '承办单位负责人', '法规科'),
  'handover.reveal': only('打开移送材料', 41, '承办人', '承办单位负责人', '法规科', '档案员'),
  'handover.receipt': only('登记回执', 41, '承办人', '承办单位负责人', '法规科', '档案员'),
  'cases.addParty': only('追加当事人', 13, '承办人', '承办单位负责人'),
  'cases.dropParty': only('让当事人退出本案', 13, '承办人', '承办单位负责人'),
  'cases.changePeriod': only('延长或者中止期限', 13, '承办人', '承办单位负责人', '法规科'),
  'cases.endSuspension': only('恢复期限', 13, '承办人', '承办单位负责人', '法规科'),
  'cases.answer': only('回答核查问题', 46, '承办人', '承办单位负责人', '法规科', '档案员'),
  'regulation.notes': everybody('查看待核实事项'),
  'regulation.confirmNote': only('确认待核实事项', 50, '法规科'),
  'regulation.calendarYears': everybody('查看工作日历'),
  'regulation.addCalendarYear': only('录入工作日历', 50, '法规科'),
  'regulation.templateLevels': everybody('查看音像记录清单'),
  'regulation.templateEditions': everybody('查看文书模板'),
  'regulation.ownPapers': everybody('查看文书模板'),
  'regulation.saveTemplate': only('修改文书模板', 50, '法规科'),
  'regulation.ruleEditions': everybody('查看规则设置'),
  'regulation.saveRules': only('修改规则设置', 50, '法规科'),
  'formDrafts.list': everybody('取回没有保存的填写'),
  'formDrafts.put': everybody('暂存没有保存的填写'),
  'formDrafts.drop': everybody('放弃没有保存的填写'),
  'supervision.audit': only('查看全部记录', 46, '法规科', '分管领导', '系统管理员'),
  'supervision.verify': only('验证', 48, '法规科', '档案员', '系统管理员', '分管领导', '承办单位负责人'),
  'supervision.stopVerify': only('停止验证', 48, '法规科', '档案员', '系统管理员', '分管领导', '承办单位负责人'),
  'supervision.lastVerification': everybody('查看验证结果'),
  'supervision.job': everybody('查看进度'),
  'supervision.running': everybody('查看进度'),
};

/** Null when a person with these roles may make the call, else the right it asks for. A call without a right is nobody's. */
export function refusedRight(path: string, roles: readonly Role[] | null): Right | null {
  const right = rights[path];
  if (!right) return { roles: [], act: path, article: null };
  if (right.roles === 'anybody') return null;
  if (roles === null) return right;
  if (right.roles === 'everybody' || right.roles.some((role) => roles.includes(role))) return null;
  return right;
}
