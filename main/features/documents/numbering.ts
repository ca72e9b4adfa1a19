import type { EntityManager } from 'typeorm';
import type { Template } from '../../../shared/template/template.ts';
import { formatDocumentNumber, normaliseBrackets } from '../../../shared/identity/document-number.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { invalidField } from '../../platform/refusal-error.ts';
import type { PaperAt } from './papers.ts';
import { paperNumberTable, type PaperNumberRow } from '../../platform/store/tables/papers.ts';

type Numbered = Template & { numbering: NonNullable<Template['numbering']> };
const isNumbered = (template: Template): template is Numbered => template.numbering !== undefined;

/** The next free number of the 文种 in this year; reserved and voided ones are not free. */
function nextNumber(
  context: FeatureContext,
  { id, name, numbering: { letters, grammar } }: Numbered,
  code: string,
): Omit<PaperNumberRow, 'paperId' | 'status' | 'holder' | 'takenAt'> {
  const year = Number(todayOf(context).slice(0, 4));
  const last = context.store.get<{ seq: number | null }>(
    'select max(seq) as seq from paper_number where code = ? and letters = ? and year = ?',
    code,
    letters,
    year,
  );
  const seq = (last?.seq ?? 0) + 1;
  return {
    number: formatDocumentNumber({ code, letters, year, seq, grammar }),
    code,
    letters,
    year,
    seq,
    templateId: id,
    paperName: name,
    reason: '',
    at: nowOf(context),
    by: context.operator.name,
  };
}

/**
 * Gives a paper its number inside the unit of work that issues it: taken and issued together, or neither, so a series has no
 * gaps. Null where the paper carries no number. `reserved` is the number a paper filled by hand already carries.
 */
async function takeNumber(
  context: FeatureContext,
  tx: EntityManager,
  template: Template,
  { paperId, code, reserved }: { paperId: string; code: string; reserved: string | undefined },
): Promise<string | null> {
  if (reserved !== undefined) return takeReserved(context, tx, template, { paperId, reserved });
  if (!isNumbered(template)) return null;
  const next = nextNumber(context, template, code);
  await tx.insert(paperNumberTable, { ...next, paperId, status: 'used', holder: '', takenAt: null });
  return next.number;
}

/** The number a paper is printed and issued under: the one it took when it was printed to be signed, else a new one. */
export const numberOf = async (
  context: FeatureContext,
  tx: EntityManager,
  { paper, template, file }: PaperAt,
  reserved?: string,
): Promise<string | null> =>
  paper.number ?? takeNumber(context, tx, template, { paperId: paper.id, code: file.office.code, reserved });

async function takeReserved(
  context: FeatureContext,
  tx: EntityManager,
  template: Template,
  { paperId, reserved }: { paperId: string; reserved: string },
): Promise<string> {
  const number = normaliseBrackets(reserved);
  const taken = await tx.update(
    paperNumberTable,
    { number, templateId: template.id, status: 'reserved' },
    { status: 'used', paperId, at: nowOf(context), by: context.operator.name },
  );
  if (taken.affected !== 1)
    throw invalidField(
      'number',
      '文号',
      `“${reserved}”不是为《${template.name}》预留的文号，或者已经使用、作废。请与手填的文书和文号登记核对。`,
      4,
    );
  return number;
}

/** Reserves the next number for a form that `holder` takes along to fill by hand, inside a unit of work. */
export async function reserveNumber(
  context: FeatureContext,
  tx: EntityManager,
  template: Template,
  { code, holder, takenAt }: { code: string; holder: string; takenAt: string },
): Promise<string> {
  if (!isNumbered(template)) throw new Error(`${template.id} carries no number`);
  const next = nextNumber(context, template, code);
  await tx.insert(paperNumberTable, { ...next, paperId: null, status: 'reserved', holder, takenAt });
  return next.number;
}

export interface NumberEntry {
  number: string;
  paperName: string;
  paperId: string | null;
  caseId: string | null;
  status: PaperNumberRow['status'];
  reason: string;
  at: string;
}

/** The register of one year by 文种: reserved numbers that wait for their paper, and voided ones with their reasons (作废登记). */
export const numbersOf = (context: FeatureContext, year: number): NumberEntry[] =>
  context.store.all<NumberEntry>(
    `select paper_number.number, "paperName", "paperId", "caseId", paper_number.status, reason, at
     from paper_number left join paper on paper.id = "paperId" where year = ? order by letters, seq`,
    year,
  );
