import { type Paper, papersOf } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import { livePrint } from '../../../shared/procedure/prints.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { OfficerRow } from '../../../shared/template/values.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { takePeopleOf } from '../cases/case-people.ts';
import { countPeriods } from '../cases/case-periods.ts';
import { changeCase } from '../cases/change-case.ts';
import { refuseForged } from '../cases/refuse-forged.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { waitsForNobody } from './approval.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { followIssue } from './follow-drafts.ts';
import { learnOfParty } from './learn-of-party.ts';
import { numberOf } from './numbering.ts';
import { type IssueTools, printCopy } from './print-copy.ts';
import { procedureOf, templatesOf } from '../cases/case-definitions.ts';
import { judgementOf, requirePaper, type PaperAt } from './papers.ts';
import { refuseBlocking, type Override } from './refuse-blocking.ts';

export interface IssueRequest {
  paperId: string;
  version: number;
  overrides: Override[];
  number?: string;
}

/** Issuing (出具): number, print, freeze, hash. All of it happens, or none. */
export const issuePaper = (
  context: FeatureContext,
  tools: IssueTools,
  { paperId, version, overrides, number: reserved }: IssueRequest,
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, async (paperAt, tx) => {
    const { template, file } = paperAt;
    refuseForged(context, file.case.id, `出具《${paperAt.paper.name}》`);
    refuseObstacles(context, paperAt);
    requirePaper(context, paperAt, version, '出具', template.approval.length > 0 ? 'approved' : 'draft');
    const issuedAt = nowOf(context);
    refuseFindings(context, paperAt, issuedAt, overrides);
    const number = await numberOf(context, tx, paperAt, reserved);
    const frozen = await asSigned(context, tools, paperAt, number);
    const people = await takePeopleOf(context, tx, paperAt);
    const saved = writePaper(context, paperAt, {
      verb: '出具文书',
      changes: {
        status: 'issued',
        number,
        issuedAt,
        issuedBy: context.operator.name,
        ...frozen,
        ...waitsForNobody,
      },
      detail: { number, sha256: frozen.sha256, pages: frozen.pages, overrides, ...(people.length > 0 && { people }) },
    });
    await moveCaseOn(context, paperAt, saved.paper);
    followIssue(context, paperAt.whole, paperId);
    return saved;
  });

/** A paper that was printed to be signed is issued as it was signed; every other one is printed now. */
async function asSigned(
  context: FeatureContext,
  tools: IssueTools,
  paperAt: PaperAt,
  number: string | null,
): Promise<Pick<Paper, 'sha256' | 'pages' | 'prints'>> {
  const { paper } = paperAt;
  const signed = livePrint(paper);
  if (signed !== null) return { sha256: signed.sha256, pages: signed.pages, prints: paper.prints };
  const issued = await printCopy(context, tools, paperAt, { kind: '正本', number });
  return { sha256: issued.sha256, pages: issued.pages, prints: issued.prints };
}

/** What an issued paper does to its case: the source and the start number it, the closing paper closes it. */
async function moveCaseOn(context: FeatureContext, { template, file }: PaperAt, paper: Paper): Promise<void> {
  const procedure = procedureOf(context, file);
  // Where each party gets its own opening paper, the case goes by the first of them.
  if (procedure.startsWith === template.id && papersOf(file, template.id).length > 0) return;
  const number = paper.number ?? '';
  if (template.id === procedure.opensWith) await changeCase(context, paper.caseId, '案源登记', () => ({ number }));
  if (template.id === procedure.startsWith) {
    const officers = officerIds(paper);
    const cause = paper.values['causeName'];
    await changeCase(context, paper.caseId, '立案', (before) => ({
      number,
      state: 'open',
      causeName: typeof cause === 'string' && cause !== '' ? cause : before.causeName,
      officerIds: officers.length > 0 ? officers : before.officerIds,
    }));
    await learnOfParty(context, { template, file }, paper);
  }
  if (template.class === 'closing') {
    const ended = paper.values['terminatedAt'];
    const closedAt = typeof ended === 'string' ? ended : todayOf(context);
    await changeCase(context, paper.caseId, '结案', () => ({ state: 'closed', closedAt }));
  }
}

function refuseObstacles(context: FeatureContext, { paper, file }: PaperAt): void {
  const obstacles = obstaclesToIssue(
    { file, procedure: procedureOf(context, file), templates: templatesOf(context, file) },
    paper,
  );
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `出具《${paper.name}》`, obstacles });
}

function refuseFindings(
  context: FeatureContext,
  { paper, file, whole }: PaperAt,
  issuedAt: string,
  overrides: Override[],
): void {
  const judgement = judgementOf(context, file, countPeriods(context, whole));
  refuseBlocking(findingsOfIssue(judgement, paper, momentOf(issuedAt)), 'issue', `出具《${paper.name}》`, overrides);
}

function officerIds(paper: Paper): string[] {
  const rows = paper.values['officers'];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row) => {
    const officer = OfficerRow.safeParse(row);
    return officer.success ? [officer.data.personId] : [];
  });
}
