import type { FeatureContext } from '../context.ts';
import type { Implementer } from '../implementer.ts';
import { createApproval } from './approval.ts';
import { createDrafts } from './drafts.ts';
import { createIssue, type IssueTools } from './issue.ts';
import { createNumberedBlanks } from './numbered-blanks.ts';
import { numbersOf } from './numbering.ts';
import type { Papers } from './papers.ts';
import { createVoiding } from './voiding.ts';

/** Papers (文书): draft, sign, approve, issue, void. */
export function documentsRouter(
  os: Implementer['documents'],
  context: FeatureContext,
  papers: Papers,
  tools: IssueTools,
) {
  const drafts = createDrafts(context, papers);
  const approval = createApproval(context, papers);
  const issuing = createIssue(context, papers, tools);
  const blanks = createNumberedBlanks(context);
  const voidPaper = createVoiding(context, papers, tools.cases);
  return {
    create: os.create.handler(({ input }) => drafts.create(input)),
    setParty: os.setParty.handler(({ input }) => drafts.setParty(input)),
    save: os.save.handler(({ input }) => drafts.save(input)),
    sign: os.sign.handler(({ input }) => drafts.sign(input)),
    submit: os.submit.handler(({ input }) => approval.submit(input)),
    approve: os.approve.handler(({ input }) => approval.approve(input)),
    recall: os.recall.handler(({ input }) => drafts.recall(input)),
    issue: os.issue.handler(({ input }) => issuing.issue(input)),
    void: os.void.handler(({ input }) => voidPaper(input)),
    allocateBlank: os.allocateBlank.handler(({ input }) => blanks.allocate(input)),
    blanks: os.blanks.handler(() => blanks.ledger()),
    voidBlanks: os.voidBlanks.handler(({ input }) => blanks.voidUnused(input)),
    numbers: os.numbers.handler(({ input }) => numbersOf(context, input.year)),
  };
}
