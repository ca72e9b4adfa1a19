import { sentenceOf } from '../../shared/contract/sentences.ts';
import type { Sentence } from '../../shared/contract/sentences/sentence.ts';
import { refusalOf } from './api.ts';

const UNANSWERED: Sentence = {
  happened: '工作站没有应答。',
  press: '请稍等几秒再试一次；仍没有应答时，关闭窗口重新打开案卷工作站。已显示“已保存”的内容不会丢失。',
};
const unexpected = (faultId: string | null): Sentence => ({
  happened: '页面遇到没有料到的情况，这一步没有完成。',
  press: `请再试一次；仍不行时，重新打开案卷工作站，${
    faultId === null ? '并把做了哪一步告诉系统管理员。' : `并记下错误编号 ${faultId}，请告诉系统管理员。`
  }`,
});

/** Whether `fetch` failed because nobody answered: the one TypeError that is no fault of ours. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof TypeError && /^(Failed to fetch|network error)/.test(error.message);

/** Explains whatever a call, a `fetch` or the page itself threw; `faultId` is where a fault of the page is on record. */
export function explain(error: unknown, faultId: string | null = null): Sentence {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return sentenceOf(refusal);
  return isUnanswered(error) ? UNANSWERED : unexpected(faultId);
}
