import { sentenceOf } from '../../shared/contract/sentences.ts';
import type { Sentence } from '../../shared/contract/sentences/sentence.ts';
import { refusalOf } from './api.ts';

const UNANSWERED: Sentence = {
  happened: '工作站没有应答。',
  press: '请稍等几秒再试一次；仍没有应答时，关闭窗口重新打开案卷工作站。已显示“已保存”的内容不会丢失。',
};
const UNEXPECTED: Sentence = {
  happened: '工作站遇到没有料到的情况，这一步没有完成。',
  press: '请再试一次；仍不行时，重新打开案卷工作站，并把做了哪一步告诉系统管理员。',
};

/** Explains whatever a call, a `fetch` or the page itself threw. */
export function explain(error: unknown): Sentence {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return sentenceOf(refusal);
  // `fetch` throws a TypeError when nobody answers.
  return error instanceof TypeError ? UNANSWERED : UNEXPECTED;
}
