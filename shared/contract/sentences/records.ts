import { firstArticle, joined, momentWords, type RefusalOf, type Sentence, unreachable } from './sentence.ts';

export type RecordRefusal = RefusalOf<
  'stale' | 'duplicate' | 'duplicate-person' | 'last-administrator' | 'second-person' | 'not-found' | 'invalid'
>;

const things: Record<RefusalOf<'not-found'>['what'], string> = {
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
  sheet: '扫描件',
};

/** Refusals about what is on record: changed by another, there already, not there, filled in wrongly. */
export const recordSentence = (refusal: RecordRefusal): Sentence => {
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
    case 'second-person':
      return {
        happened: `${refusal.act}要有第二个人同意，还没有写入。`,
        missing: `须由法规科或者分管领导（${refusal.people.join('、')}）同意，不能由办理的人自己同意。`,
        press: '请在“同意人”里选姓名，由本人输入自己的密码；忘记密码的，用恢复信找回。',
      };
    case 'last-administrator':
      return {
        happened: '这是最后一名系统管理员，不能停用或者取消该岗位。',
        press: '请先给另一名人员设系统管理员岗位。',
      };
    case 'not-found':
      return {
        happened: `找不到要打开的${things[refusal.what]}，可能已被移走，或者页面不是最新的。`,
        press: '请返回列表，重新打开。',
      };
    case 'invalid':
      return {
        happened: `有${refusal.problems.length}处填写不合要求，没有保存。`,
        missing: joined(refusal.problems.map((problem) => problem.sentence)),
        article: firstArticle(refusal.problems.map((problem) => problem.article)),
        press: '请改正标红的栏目。',
      };
    default:
      return unreachable(refusal);
  }
};
