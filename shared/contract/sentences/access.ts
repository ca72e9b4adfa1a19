import { type RefusalOf, type Sentence, unreachable } from './sentence.ts';

export type AccessRefusal = RefusalOf<
  | 'locked'
  | 'wrong-password'
  | 'wrong-recovery-code'
  | 'profile-exists'
  | 'profile-damaged'
  | 'profile-newer'
  | 'not-allowed'
>;

const damagedProfile: Record<RefusalOf<'profile-damaged'>['what'], string> = {
  keyring: '密钥文件',
  database: '数据库',
  settings: '设置文件',
};

/** Refusals at the door: the profile, the password, the rights of one's post. */
export const accessSentence = (refusal: AccessRefusal): Sentence => {
  switch (refusal.code) {
    case 'locked':
      return { happened: '工作站已锁定。', press: '请选择本人姓名，输入密码解锁。' };
    case 'wrong-password':
      return {
        happened: '密码不对。',
        press:
          refusal.waitSeconds > 0
            ? `请等待${refusal.waitSeconds}秒后再试。`
            : '请重新输入；忘记密码的，用恢复信上的恢复码重设。',
      };
    case 'wrong-recovery-code':
      return { happened: '恢复码不对。', press: '请对照恢复信逐组核对；已换过恢复信的，旧恢复码作废。' };
    case 'profile-exists':
      return { happened: '本机已建有案卷库，不能重复建立。', press: '请返回并解锁现有的案卷库。' };
    case 'profile-damaged':
      return {
        happened: `案卷库的${damagedProfile[refusal.what]}已损坏，没有打开，也没有改动其中内容。`,
        press: '请用最近一次备份恢复，并报告法规科。',
      };
    case 'profile-newer':
      return {
        happened: `案卷库由更新的版本建立（第${refusal.theirs}版，本程序为第${refusal.ours}版），没有打开。`,
        press: '请安装最新版本的案卷工作站。',
      };
    case 'not-allowed':
      return {
        happened: `您的岗位不能${refusal.act}。`,
        missing: refusal.roles.length > 0 ? `须由${refusal.roles.join('或者')}办理。` : undefined,
        article: refusal.article ?? undefined,
        press: refusal.roles.length > 0 ? `请交${refusal.roles.join('或者')}登录办理。` : undefined,
      };
    default:
      return unreachable(refusal);
  }
};
