import type { Paper } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import type { FeatureContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { approvePaper, recallPaper, submitPaper, withdrawOpinion } from './approval.ts';
import { changesSinceReturn } from './changes-since-return.ts';
import { createPaper } from './create-paper.ts';
import { awaitedPeople, readDesk } from './desk.ts';
import { issuePaper } from './issue.ts';
import type { IssueTools } from './print-copy.ts';
import { type MailingTools, printLetter, saveLetter } from './mailing.ts';
import { printedOut, type PrintOutTools, printSet, savePdfs } from './print-out.ts';
import { printToSign, voidPrint } from './print-to-sign.ts';
import { allocateBlanks, blankLedger, voidUnusedBlanks } from './numbered-blanks.ts';
import { numbersOf } from './numbering.ts';
import { setPartyOfPaper } from './paper-party.ts';
import { savePaper } from './save-paper.ts';
import { signOnScreen } from './sign-on-screen.ts';
import { signPaper } from './sign-paper.ts';
import { voidPaper } from './voiding.ts';

const paperOf = async (saved: Promise<SavedPaper>): Promise<Paper> => (await saved).paper;

/** Papers (文书): draft, sign, approve, issue, void. */
export function documentsRouter(
  os: Implementer['documents'],
  context: FeatureContext,
  tools: IssueTools & PrintOutTools & MailingTools,
) {
  return {
    create: os.create.handler(({ input }) => createPaper(context, input)),
    setParty: os.setParty.handler(({ input }) => paperOf(setPartyOfPaper(context, input))),
    save: os.save.handler(({ input }) => savePaper(context, input)),
    sign: os.sign.handler(({ input }) => paperOf(signPaper(context, input))),
    printToSign: os.printToSign.handler(({ input }) => paperOf(printToSign(context, tools, input))),
    signOnScreen: os.signOnScreen.handler(({ input }) => paperOf(signOnScreen(context, tools, input))),
    voidPrint: os.voidPrint.handler(({ input }) => paperOf(voidPrint(context, input))),
    submit: os.submit.handler(({ input }) => paperOf(submitPaper(context, input))),
    approve: os.approve.handler(({ input }) => paperOf(approvePaper(context, input))),
    withdrawOpinion: os.withdrawOpinion.handler(({ input }) => paperOf(withdrawOpinion(context, input))),
    awaited: os.awaited.handler(({ input }) => awaitedPeople(context, input.paperId)),
    desk: os.desk.handler(() => readDesk(context)),
    changesSinceReturn: os.changesSinceReturn.handler(({ input }) => changesSinceReturn(context, input.paperId)),
    recall: os.recall.handler(({ input }) => paperOf(recallPaper(context, input))),
    issue: os.issue.handler(({ input }) => paperOf(issuePaper(context, tools, input))),
    printSet: os.printSet.handler(({ input }) => printSet(context, tools, input)),
    printedOut: os.printedOut.handler(({ input }) => printedOut(context, input.caseId)),
    savePdfs: os.savePdfs.handler(({ input }) => savePdfs(context, tools, input)),
    printLetter: os.printLetter.handler(({ input }) => printLetter(context, tools, input)),
    saveLetter: os.saveLetter.handler(({ input }) => saveLetter(context, tools, input)),
    void: os.void.handler(({ input }) => paperOf(voidPaper(context, input))),
    allocateBlank: os.allocateBlank.handler(({ input }) => allocateBlanks(context, input)),
    blanks: os.blanks.handler(() => blankLedger(context)),
    voidBlanks: os.voidBlanks.handler(({ input }) => voidUnusedBlanks(context, input)),
    numbers: os.numbers.handler(({ input }) => numbersOf(context, input.year)),
  } satisfies AreaRouter<'documents'>;
}
