import { type Paper, papersOf } from '../../../shared/case-file.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { OfficerRow } from '../../../shared/template/values.ts';
import type { Cases } from '../cases/cases.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { refuseBlocking, type Override } from './refuse-blocking.ts';
import { takeNumber } from './numbering.ts';
import { paperJobOf } from './paper-job.ts';
import type { PaperAt, Papers } from './papers.ts';

export interface IssueTools {
  printer: Printer;
  blobs: BlobStore;
  cases: Cases;
}

/** Issuing (出具): number, print, freeze, hash. All of it happens, or none. */
export function createIssue(context: FeatureContext, papers: Papers, { printer, blobs, cases }: IssueTools) {
  function issue({
    paperId,
    version,
    overrides,
    number: reserved,
  }: {
    paperId: string;
    version: number;
    overrides: Override[];
    number?: string;
  }): Promise<Paper> {
    // Asked and done in one unit of work: a second press, or a save meanwhile, finds the paper as the first left it.
    return context.store.unit.run(async (tx) => {
      const paperAt = papers.at(paperId);
      const needs = paperAt.template.approval.length > 0 ? (['approved'] as const) : (['draft'] as const);
      refuseObstacles(paperAt);
      papers.require(paperAt, version, '出具', ...needs);
      const issuedAt = nowOf(context);
      refuseFindings(paperAt, issuedAt, overrides);
      const number = await takeNumber(context, tx, paperAt.template, {
        paperId,
        code: paperAt.file.office.code,
        reserved,
      });
      const frozen = await freeze(paperAt, number);
      const changes = {
        status: 'issued' as const,
        number,
        issuedAt,
        issuedBy: context.operator.name,
        sha256: frozen.sha256,
        pages: frozen.pages,
        waitsForRole: null,
        waitsSince: null,
      };
      const paper = await papers.change(paperAt.paper, '出具文书', changes, {
        number,
        sha256: frozen.sha256,
        pages: frozen.pages,
        overrides,
      });
      await moveCaseOn(paperAt, paper);
      return paper;
    });
  }

  /** Prints the paper and seals the PDF before any row knows it: file first, row second. */
  async function freeze(
    { paper, template, file }: PaperAt,
    number: string | null,
  ): Promise<{ sha256: string; pages: number }> {
    const job = paperJobOf(paper, {
      file,
      template,
      values: paper.values,
      state: 'issued',
      number,
      issuedOn: todayOf(context),
    });
    const printed = await printer.paper(job).catch(printRefusal);
    const sealed = await withVault(paper.name, async () => {
      const intake = await blobs.openIntake({ expectedBytes: printed.pdf.length });
      await intake.write(printed.pdf);
      return intake.finish();
    });
    return { sha256: sealed.sha256, pages: printed.pages };
  }

  /** What an issued paper does to its case: the source and the start number it, the closing paper closes it. */
  async function moveCaseOn({ template, file }: PaperAt, paper: Paper): Promise<void> {
    const procedure = papers.procedureOf(file);
    // Where each party gets its own opening paper, the case goes by the first of them.
    if (procedure.startsWith === template.id && papersOf(file, template.id).length > 0) return;
    const number = paper.number ?? '';
    if (template.id === procedure.opensWith) await cases.change(paper.caseId, '案源登记', () => ({ number }));
    if (template.id === procedure.startsWith) {
      const officers = officerIds(paper);
      const cause = paper.values['causeName'];
      await cases.change(paper.caseId, '立案', (before) => ({
        number,
        state: 'open',
        causeName: typeof cause === 'string' && cause !== '' ? cause : before.causeName,
        officerIds: officers.length > 0 ? officers : before.officerIds,
      }));
    }
    if (template.class === 'closing') {
      const ended = paper.values['terminatedAt'];
      await cases.change(paper.caseId, '结案', () => ({
        state: 'closed',
        closedAt: typeof ended === 'string' ? ended : todayOf(context),
      }));
    }
  }

  function refuseObstacles({ paper, file }: PaperAt): void {
    const obstacles = obstaclesToIssue(
      { file, procedure: papers.procedureOf(file), templates: papers.templatesOf(file) },
      paper,
    );
    if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `出具《${paper.name}》`, obstacles });
  }

  function refuseFindings({ paper, file }: PaperAt, issuedAt: string, overrides: Override[]): void {
    const { periods } = cases.open(paper.caseId);
    refuseBlocking(
      findingsOfIssue(papers.judgementOf(file, periods), paper, momentOf(issuedAt)),
      'issue',
      `出具《${paper.name}》`,
      overrides,
    );
  }

  return { issue };
}

function officerIds(paper: Paper): string[] {
  const rows = paper.values['officers'];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row) => {
    const officer = OfficerRow.safeParse(row);
    return officer.success ? [officer.data.personId] : [];
  });
}
