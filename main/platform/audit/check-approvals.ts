import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Approval } from '../../../shared/case-file.ts';
import type { Finding } from './finding.ts';

interface ApprovalEntry {
  subjectId: string;
  personId: string;
  verb: string;
  detail: string;
}

/** What the entry of an approval says about it; taking a paper back is an opinion of its own. */
const said = (verdict: unknown, label: unknown, opinion: unknown): string => JSON.stringify([verdict, label, opinion]);

/**
 * A sentence for each opinion of the approval chain that no entry of the person named in it stands for. The rows themselves may agree with the
 * chain: somebody else can have entered the opinion in an entry of his own.
 */
export function* approvalsOfOthers(db: Sqlite.Database, caseId: string): Generator<Finding> {
  const entries = db
    .prepare(
      `select "subjectId", "personId", verb, detail from audit where "caseId" = ? and (verb like '审批%' or verb = '撤回审批')`,
    )
    .all(caseId) as ApprovalEntry[];
  const own = new Set(entries.map((entry) => `${entry.subjectId} ${entry.personId} ${saidBy(entry)}`));
  const papers = db
    .prepare(`select id, name, approvals from paper where "caseId" = ? and approvals <> '[]'`)
    .all(caseId) as { id: string; name: string; approvals: string }[];
  for (const { id, name, approvals } of papers)
    for (const approval of JSON.parse(approvals) as Approval[])
      if (!own.has(`${id} ${approval.personId} ${saidIn(approval)}`))
        yield { sentence: sentenceOf(name, approval), concern: caseId };
}

const sentenceOf = (paper: string, { label, verdict, name }: Approval): string =>
  `《${paper}》的“${label}”写着${name}${verdict}，但${name}本人没有办过这次审批，可能是别人冒名写进去的。`;

function saidBy({ verb, detail }: ApprovalEntry): string {
  if (verb === '撤回审批') return verb;
  const { verdict, label, opinion } = JSON.parse(detail) as Record<string, unknown>;
  return said(verdict, label, opinion);
}

const saidIn = ({ verdict, label, opinion }: Approval): string =>
  label === '撤回' ? '撤回审批' : said(verdict, label, opinion);
