import type { Answer, CaseFile, Exhibit, Paper } from '../../shared/case-file.ts';
import type { Values } from '../../shared/template/values.ts';
import { answered } from './a-case-file.ts';
import { issuedPaper } from './case-papers.ts';

/** The n-th paper of a template (the only one, where there is one). */
export const paperIn = (file: CaseFile, templateId: string, n = 0): Paper => {
  const paper = file.papers.filter((candidate) => candidate.templateId === templateId)[n];
  if (paper === undefined) throw new Error(`The sample case has no ${templateId} ${n}`);
  return paper;
};

/** The case without the papers of these templates. */
export const without = (file: CaseFile, ...templateIds: string[]): CaseFile => ({
  ...file,
  papers: file.papers.filter((paper) => !templateIds.includes(paper.templateId)),
});

/** The case with one paper changed; `values` are laid over its own. */
export const withPaper = (file: CaseFile, templateId: string, { values, ...over }: Partial<Paper>, n = 0): CaseFile => {
  const target = paperIn(file, templateId, n);
  return {
    ...file,
    papers: file.papers.map((paper) =>
      paper.id === target.id ? { ...paper, ...over, values: { ...paper.values, ...values } } : paper,
    ),
  };
};

export const withValues = (file: CaseFile, templateId: string, values: Values, n = 0): CaseFile =>
  withPaper(file, templateId, { values }, n);

/** The case with one more issued paper. */
export const plusPaper = (
  file: CaseFile,
  templateId: string,
  name: string,
  day: string,
  values: Values,
  over: Partial<Paper> = {},
): CaseFile => ({
  ...file,
  papers: [
    ...file.papers,
    { ...issuedPaper({ id: 400 + file.papers.length, templateId, name, day, values }), ...over },
  ],
});

/** The case with one exhibit changed, by its title. */
export const withExhibit = (file: CaseFile, title: string, over: Partial<Exhibit>): CaseFile => ({
  ...file,
  exhibits: file.exhibits.map((exhibit) => (exhibit.title === title ? { ...exhibit, ...over } : exhibit)),
});

/** The case with one question answered anew. */
export const withAnswer = (file: CaseFile, questionId: string, said: Answer['answer'], note = ''): CaseFile => ({
  ...file,
  answers: [...file.answers, answered(questionId, said, note)],
});

/** The case as it stood when only the papers up to (and with) this template were issued: no volume, still open. */
export const upTo = (file: CaseFile, templateId: string): CaseFile => {
  const last = file.papers.findLastIndex((paper) => paper.templateId === templateId);
  const papers = file.papers.slice(0, last + 1);
  return {
    ...file,
    papers,
    volume: null,
    case: { ...file.case, state: 'open' },
    today: papers.at(-1)?.issuedAt?.slice(0, 10) ?? file.today,
  };
};
