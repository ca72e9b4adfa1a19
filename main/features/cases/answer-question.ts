import { v7 as newId } from 'uuid';
import type { Answer, CaseFile } from '../../../shared/case-file.ts';
import { type Question, questions } from '../../../shared/regulation/questions.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { caseAnswerTable } from '../../platform/store/tables/regulation.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { changePartsOfCase } from './change-parts.ts';

/** Answers a review question a machine cannot judge; see `cases.answer`. */
export async function answerQuestion(
  context: FeatureContext,
  { caseId, questionId, answer, note }: { caseId: string; questionId: string; answer: Answer['answer']; note: string },
): Promise<CaseFile> {
  const question = questions.find((candidate) => candidate.id === questionId);
  if (!question) throw notFound('template');
  refuseOthers(context, question);
  if (answer !== '是' && note === '') throw invalidField('note', '说明', '回答“否”或者“不适用”的，请写明情况。', 46);
  const row = { id: newId(), caseId, questionId, answer, note, by: context.operator.name, at: nowOf(context) };
  const act = { verb: '回答核查问题', what: question.question, detail: { ...row } };
  return changePartsOfCase(context, caseId, act, (tx) => tx.insert(caseAnswerTable, row));
}

/** Facts and law are judged by who worked them out, whoever else may answer questions. */
function refuseOthers({ operator }: FeatureContext, { by, article }: Question): void {
  if (by === undefined || by.some((role) => operator.roles.includes(role))) return;
  throw new RefusalError({ code: 'not-allowed', act: '回答这个问题', roles: [...by], article });
}
