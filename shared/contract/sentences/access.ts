import { type RefusalOf, type Sentence, unreachable } from './sentence.ts';

export type AccessRefusal = RefusalOf<
  | 'locked'
  | 'seat-lent'
  | 'practice'
  | 'practice-anew'
  | 'no-lending'
  | 'wrong-password'
  | 'wrong-recovery-code'
  | 'profile-exists'
  | 'profile-damaged'
  | 'key-damaged'
  | 'letter-damaged'
  | 'key-not-renewed'
  | 'key-change'
  | 'profile-newer'
  | 'not-allowed'
>;

const untouched = '没有打开，也没有改动其中内容。';
const restoreBackup = '请用最近一次备份恢复，并报告法规科。';

/** The keyring is small and changes seldom: its two files alone, from a backup, open the case files of today. */
const damagedProfile: Record<RefusalOf<'profile-damaged'>['what'], Sentence> = {
  keyring: {
    happened: `案卷库的两份密钥文件都已损坏，${untouched}`,
    press: '请从最近一次备份里取回“keyring.json”和“keyring.copy.json”，放进资料文件夹后重新打开，并报告法规科。',
  },
  'keyring-missing': {
    happened: `资料文件夹里有案卷库，但密钥文件不见了，${untouched}`,
    press:
      '请不要重新启用；请接好存放资料的磁盘，或者从最近一次备份里取回“keyring.json”和“keyring.copy.json”，放进资料文件夹后重新打开，并报告法规科。',
  },
  'keyring-former': {
    happened: `密钥文件是更换密钥以前的旧文件，打不开现在的案卷库，${untouched}`,
    press:
      '请放回原来的“keyring.json”和“keyring.copy.json”；是从备份里取回的，请按“从备份恢复”把那次备份整套恢复。不是自己放的，请报告法规科。',
  },
  database: { happened: `案卷库的数据库已损坏，${untouched}`, press: restoreBackup },
  settings: { happened: `案卷库的设置文件已损坏，${untouched}`, press: restoreBackup },
};

const noLending = (name: string): Record<RefusalOf<'no-lending'>['why'], Sentence> => ({
  'own-seat': { happened: '这是您自己的座位，不用就地签批。', press: '请按 Alt+2 打开“审批”，等您审批的都在那里。' },
  'no-content-key': {
    happened: `${name}的岗位不查阅案卷，不能在这里签批。`,
    article: 42,
    press: '请选择等其审批的人，由本人输入自己的密码。',
  },
  'nothing-waits': {
    happened: `现在没有等${name}审批的文书，座位没有让出。`,
    press: '请先把文书送审；已经送审的，看现在等的是哪一位。',
  },
  'key-change-due': {
    happened: '案卷库的密钥应当更换，要在登录时换，座位没有让出。',
    press: '请按 F8 锁定，重新登录一次，会自动换完，然后再就地签批。',
  },
});

const inPractice: Sentence = {
  happened: '这是练习：移送、备份、扫描仪都要用练习以外的文件夹，练习里不读也不写。',
  press: '要办真的，请先按“离开练习”，用自己的姓名登录。',
};

const practiceAnew: Sentence = {
  happened: '上次练习留下的资料坏了，练习已经重新准备好，从头开始；真的案件没有改动。',
  press: '请选一个人，输入密码 shili-2026 接着练习。',
};

const wrongPassword = (waitSeconds: number): Sentence => ({
  happened: '密码不对。',
  press: waitSeconds > 0 ? `请等待${waitSeconds}秒后再试。` : '请重新输入；忘记密码的，用恢复信上的恢复码重设。',
});

/** Refusals at the door: the profile, the password, the rights of one's post. */
export const accessSentence = (refusal: AccessRefusal): Sentence => {
  switch (refusal.code) {
    case 'locked':
      return { happened: '工作站已锁定。', press: '请选择本人姓名，输入密码解锁。' };
    case 'seat-lent':
      return {
        happened: `这是${refusal.owner}的座位，就地签批只能看和批等您的文书，不能${refusal.act}。`,
        press: `请按 Alt+B 还给${refusal.owner}，再用自己的姓名登录办理。`,
      };
    case 'practice-anew':
      return practiceAnew;
    case 'practice':
      return inPractice;
    case 'no-lending':
      return noLending(refusal.name)[refusal.why];
    case 'wrong-password':
      return wrongPassword(refusal.waitSeconds);
    case 'wrong-recovery-code':
      return { happened: '恢复码不对。', press: '请对照恢复信逐组核对；已换过恢复信的，旧恢复码作废。' };
    case 'profile-exists':
      return { happened: '本机已建有案卷库，不能重复建立。', press: '请返回并解锁现有的案卷库。' };
    case 'profile-damaged':
      return damagedProfile[refusal.what];
    case 'key-damaged':
      return {
        happened: `${refusal.name}的密钥记录已损坏，不是密码输错；案卷没有改动，其他人可以照常登录。`,
        press: `请系统管理员登录，在“设置—人员”里为${refusal.name}重设密码；系统管理员本人遇到的，用恢复信找回。`,
      };
    case 'letter-damaged':
      return {
        happened: '恢复信的密钥记录已损坏，这封恢复信不能用；案卷没有改动，有密码的人可以照常登录。',
        press: '请法规科用密码登录，在“设置—恢复信”里换发一封。',
      };
    case 'key-not-renewed':
      return {
        happened: `${refusal.name}的密钥记录还是旧式的，现在不能改变能看的范围，也不能换发密钥。`,
        press: `请${refusal.name}登录一次；不方便登录的，请系统管理员在“设置—人员”里为${refusal.name}重设密码。`,
      };
    case 'key-change':
      return {
        happened: '案卷库的密钥正在更换，还没有换完。',
        press: '请一位能看案卷的人（承办人、法规科、分管领导等）先登录一次，会自动换完，然后您再登录。',
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
