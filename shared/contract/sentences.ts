import { isMoment, momentOf } from '../time/moments.ts';
import { articleName } from '../chinese/article-name.ts';
import type { Finding } from '../regulation/finding.ts';
import type { Refusal } from './refusals.ts';

/** A refusal in the clerk's words: what happened, what is missing, which article asks for it, what to press. */
export interface Sentence {
  happened: string;
  missing?: string;
  article?: number;
  press?: string;
}

type Of<Code extends Refusal['code']> = Extract<Refusal, { code: Code }>;

const list = (sentences: string[]): string => [...new Set(sentences)].join('');
const momentWords = (moment: string): string => (isMoment(moment) ? momentOf(moment).replace('T', ' ') : moment);
const firstArticle = (articles: (number | null)[]): number | undefined =>
  articles.find((article) => article !== null) ?? undefined;
const size = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${(bytes / 1024 ** 3).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`;

const things: Record<Of<'not-found'>['what'], string> = {
  person: '人员',
  unit: '承办单位',
  household: '一户式档案',
  case: '案件',
  paper: '文书',
  exhibit: '证据',
  volume: '案卷',
  handover: '移送记录',
  template: '文书模板',
  job: '后台任务',
  folder: '文件夹',
  intake: '导入任务',
  print: '打印页',
};

const damagedProfile: Record<Of<'profile-damaged'>['what'], string> = {
  keyring: '密钥文件',
  database: '数据库',
  settings: '设置文件',
};

const fileSentence = ({ name, why, limit }: Of<'file'>): Sentence => {
  const kept = '原文件没有改动。';
  switch (why) {
    case 'empty':
      return {
        happened: `“${name}”是空文件（0 字节），没有导入。`,
        press: '请检查执法记录仪或扫描仪里的原件，再选择一次。',
      };
    case 'truncated':
      return { happened: `“${name}”在传输中缺了一段，没有导入。${kept}`, press: '请重新选择该文件导入。' };
    case 'too-large':
      return {
        happened: `“${name}”超过了单个文件的大小上限${limit === null ? '' : `（${size(limit)}）`}，没有导入。`,
        press: '请分段导出原件后分别导入。',
      };
    case 'changed':
      return {
        happened: `“${name}”在导入过程中被改动，没有导入。`,
        missing: '导入期间原件必须保持不变。',
        article: 48,
        press: '请关闭正在使用该文件的程序，再导入一次。',
      };
    case 'type':
      return {
        happened: `“${name}”的类型不在可收存的证据类型之内，没有导入。`,
        press: '请选择文档、图片、录音或者录像文件。',
      };
    case 'incomplete':
      return { happened: `“${name}”没有收完整，没有导入。${kept}`, press: '请重新选择该文件导入。' };
    case 'content':
      return { happened: `“${name}”的内容与它的类型不符，没有导入。${kept}`, press: '请确认文件能正常打开后再导入。' };
    default:
      return unreachable(why);
  }
};

const folderSentence = ({ why, folder }: Of<'folder'>): Sentence => {
  switch (why) {
    case 'missing':
      return { happened: `找不到文件夹“${folder}”。`, press: '请检查移动硬盘或者光盘是否插好，再选择一次。' };
    case 'not-writable':
      return { happened: `文件夹“${folder}”不能写入。`, press: '请换一个文件夹，或者取消移动介质的写保护。' };
    case 'inside-profile':
      return { happened: '所选文件夹在本工作站的案卷库里面，不能存放移送材料。', press: '请选择案卷库以外的文件夹。' };
    case 'not-absolute':
      return { happened: `“${folder}”不是完整的文件夹位置。`, press: '请从盘符或者根目录写起，填写完整位置。' };
    case 'too-long':
      return {
        happened: `文件夹“${folder}”的位置太长，材料写进去以后，Windows会打不开里面的文件（完整位置不能超过259个字符）。`,
        press: '请换一个位置短一些的文件夹，例如直接放在盘符下面。',
      };
    case 'exists':
      return { happened: `“${folder}”里已有同名的材料，没有覆盖。`, press: '请换一个空文件夹。' };
    default:
      return unreachable(why);
  }
};

const findingsSentence = ({ act, findings, overridable }: Of<'findings'>): Sentence => ({
  happened: `还不能${act}：有${findings.length}个核查问题。`,
  missing: list(findings.map((finding: Finding) => finding.sentence)),
  article: firstArticle(findings.map((finding) => finding.article)),
  press: overridable ? '请逐项补正；确有正当理由的，写明理由后可以继续。' : '请点击问题，逐项补正。',
});

const accessSentence = (
  refusal: Of<
    | 'locked'
    | 'wrong-password'
    | 'wrong-recovery-code'
    | 'profile-exists'
    | 'profile-damaged'
    | 'profile-newer'
    | 'not-allowed'
  >,
): Sentence => {
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

const workSentence = (
  refusal: Of<
    | 'stale'
    | 'duplicate'
    | 'duplicate-person'
    | 'last-administrator'
    | 'not-yet'
    | 'wrong-status'
    | 'approval-order'
    | 'same-person'
    | 'certificate'
  >,
): Sentence => {
  switch (refusal.code) {
    case 'stale':
      return {
        happened: `${refusal.what}已由${refusal.by}于${momentWords(refusal.at)}改过，您的改动没有保存。`,
        press: '请载入最新内容，核对后再保存。',
      };
    case 'duplicate':
      return {
        happened: `“${refusal.name}”已有一户式档案（${refusal.key}）。`,
        missing: '同一执法对象只建一份档案。',
        article: 35,
        press: '请打开已有档案，在其中办理。',
      };
    case 'duplicate-person':
      return { happened: `已有名为“${refusal.name}”的人员。`, press: '同名的请在姓名后加注科室，例如“张三（监察）”。' };
    case 'last-administrator':
      return {
        happened: '这是最后一名系统管理员，不能停用或者取消该岗位。',
        press: '请先给另一名人员设系统管理员岗位。',
      };
    case 'not-yet':
      return {
        happened: `还不能${refusal.act}。`,
        missing: list(refusal.obstacles.map((obstacle) => obstacle.sentence)),
        article: firstArticle(refusal.obstacles.map((obstacle) => obstacle.article)),
        press: '按 F2 转到第一个缺项。',
      };
    case 'wrong-status':
      return { happened: `${refusal.what}现为“${refusal.is}”，不能${refusal.act}。` };
    case 'approval-order':
      return {
        happened: `还轮不到“${refusal.label}”。`,
        missing: `须先有“${refusal.waitsFor}”。`,
        article: 23,
        press: '请等前一级签批后再办。',
      };
    case 'same-person':
      return { happened: `“${refusal.label}”与“${refusal.other}”不能是同一人。`, press: '请由另一人办理。' };
    case 'certificate':
      return {
        happened: `${refusal.name}的执法证${refusal.certTo === '' ? '没有登记有效期' : `有效期至${refusal.certTo}`}，${refusal.on}不能以执法人员身份办理。`,
        missing: '执法人员须持有效执法证。',
        article: 18,
        press: '请换一名执法人员，或者请系统管理员更新执法证信息。',
      };
    default:
      return unreachable(refusal);
  }
};

const unreachable = (value: never): never => {
  throw new Error(`No sentence for ${JSON.stringify(value)}`);
};

/** Turns a refusal into the four parts the page shows. Exhaustive: a new code does not compile until it has its sentence. */
export const sentenceOf = (refusal: Refusal): Sentence => {
  switch (refusal.code) {
    case 'locked':
    case 'wrong-password':
    case 'wrong-recovery-code':
    case 'profile-exists':
    case 'profile-damaged':
    case 'profile-newer':
    case 'not-allowed':
      return accessSentence(refusal);
    case 'stale':
    case 'duplicate':
    case 'duplicate-person':
    case 'last-administrator':
    case 'not-yet':
    case 'wrong-status':
    case 'approval-order':
    case 'same-person':
    case 'certificate':
      return workSentence(refusal);
    case 'not-found':
      return {
        happened: `找不到要打开的${things[refusal.what]}，可能已被移走，或者页面不是最新的。`,
        press: '请返回列表，重新打开。',
      };
    case 'invalid':
      return {
        happened: `有${refusal.problems.length}处填写不合要求，没有保存。`,
        missing: list(refusal.problems.map((problem) => problem.sentence)),
        article: firstArticle(refusal.problems.map((problem) => problem.article)),
        press: '请改正标红的栏目。',
      };
    case 'findings':
      return findingsSentence(refusal);
    case 'missing-glyph':
      return {
        happened: `本机字体里没有这些字：${refusal.characters.join('、')}，打印会缺字，没有制发。`,
        press: '请改用规范字，或者请系统管理员安装含有这些字的字体。',
      };
    case 'file':
      return fileSentence(refusal);
    case 'folder':
      return folderSentence(refusal);
    case 'disk-full':
      return {
        happened: `磁盘空间不足：还需要 ${size(refusal.needed)}，剩余 ${size(refusal.free)}。已有材料没有受影响。`,
        press: '请清理磁盘，或者换到空间更大的磁盘。',
      };
    case 'damaged':
      return {
        happened: `“${refusal.name}”没有通过完整性核对：${refusal.what}`,
        missing: '存储的记录不得毁损、改动。',
        article: 48,
        press: '请停止使用这份材料，用备份核对，并报告法规科。',
      };
    case 'camera':
      return {
        happened: `文稿相机“${refusal.device}”没有拍到照片。`,
        press: '请检查相机是否接好、本机是否装有 fswebcam，或者改用普通摄像头拍照。',
      };
    case 'busy':
      return { happened: `${refusal.what}正在进行，请稍候。`, press: '完成后再按一次。' };
    case 'data-file':
      return {
        happened: `数据文件“${refusal.file}”${refusal.line === null ? '' : `第${refusal.line}行`}有误：${refusal.reason}`,
        press: '请系统管理员改正后重新启动。',
      };
    case 'malformed':
      return {
        happened: '页面与程序版本不一致，这次请求没有执行。',
        press: '请按 F5 刷新页面；仍不行的，重新启动工作站。',
      };
    case 'internal':
      return {
        happened: `程序遇到没有预料到的问题（编号 ${refusal.id}），这一步没有完成，已保存的内容没有受影响。`,
        press: '请再试一次；仍不行的，把编号告诉系统管理员。',
      };
    default:
      return unreachable(refusal);
  }
};

const point = (text: string): string => (/[。！？；]$/.test(text) ? text : `${text}。`);

/** The refusal as one run of text. */
export const plain = (refusal: Refusal): string => {
  const { happened, missing, article, press } = sentenceOf(refusal);
  const fact = missing === undefined ? happened : `${point(happened)}${missing}`;
  const basis = article === undefined || fact.includes(articleName(article)) ? '' : `（${articleName(article)}）`;
  return `${point(basis === '' ? fact : `${fact.replace(/。$/, '')}${basis}`)}${press ?? ''}`;
};
