import type { Paper, Signature } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import { livePrint } from '../../../shared/procedure/prints.ts';
import type { Template } from '../../../shared/template/template.ts';
import { invalid } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { requirePaper } from './papers.ts';

/** Records who signed a paper and how. */
export const signPaper = (
  context: FeatureContext,
  { paperId, version, signatures }: { paperId: string; version: number; signatures: Signature[] },
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    requirePaper(context, paperAt, version, '登记签名', 'draft', 'approved');
    const problems = [
      ...signatures.flatMap((signature, index) => signatureProblems(paperAt.template, signature, index)),
      ...screenProblems(paperAt.paper, signatures),
    ];
    if (problems.length > 0) throw invalid(problems);
    return writePaper(context, paperAt, {
      verb: '登记签名',
      changes: { signatures },
      detail: { before: paperAt.paper.signatures, after: signatures },
    });
  });

/** Who signed on a screen has signed: that is not registered otherwise while the print counts. */
function screenProblems(paper: Paper, signatures: readonly Signature[]): FieldProblem[] {
  const ofRole = (role: string): Signature[] => signatures.filter((signature) => signature.role === role);
  return (livePrint(paper)?.onScreen ?? [])
    .filter(({ role, index, name }) => {
      const kept = ofRole(role)[index];
      return kept?.name !== name || kept.mode !== '签名';
    })
    .map(({ role, name }) => ({
      field: 'signatures',
      label: role,
      sentence: `“${role}”${name}已在屏上签名，不能改成别的；要改的，先作废这一版签字稿。`,
      article: 17,
    }));
}

/** 拒签 is lawful only where the template says so, and needs its reason in the paper (第十七条). */
function signatureProblems(template: Template, signature: Signature, index: number): FieldProblem[] {
  const field = `signatures.${index}`;
  const role = template.signatures.find(({ role: name }) => name === signature.role);
  const problem = (sentence: string): FieldProblem => ({ field, label: signature.role, sentence, article: 17 });
  if (!role) return [problem(`《${template.name}》没有“${signature.role}”这一签名栏，请重新打开文书。`)];
  const refused = signature.mode === '拒签' || signature.mode === '不能签';
  if (refused && !role.refusable) return [problem(`“${signature.role}”必须签名，不能记为${signature.mode}。`)];
  if (refused && signature.reason.trim() === '')
    return [problem(`“${signature.role}”${signature.mode}的，请写明原因。`)];
  if (!refused && signature.name.trim() === '') return [problem(`请填写“${signature.role}”的姓名或名称。`)];
  return [];
}
