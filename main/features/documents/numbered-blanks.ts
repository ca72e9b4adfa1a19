import type { Officer } from '../../../shared/case-file.ts';
import type { Blank } from '../../../shared/contract/documents.ts';
import { certificateFault } from '../../../shared/procedure/certificate.ts';
import type { Template } from '../../../shared/template/template.ts';
import { type FeatureContext, nowOf, emitChanged, todayOf } from '../context.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { listPeople } from '../staff/people-list.ts';
import { readOffice } from '../staff/settings.ts';
import { paperNumberTable } from '../../platform/store/tables/papers.ts';
import { reserveNumber } from './numbering.ts';

/** A run of reserved numbers of one year. */
export interface NumberRun {
  year: number;
  first: number;
  last: number;
}

/*
 * Blank decisions with numbers of their own, for when a penalty is imposed on the spot and no machine is at hand
 * (预定格式、编有号码的行政处罚决定书, 行政处罚法52). The filled one is issued later under its number; an unused one is voided with a reason.
 */

/** The template of the day. Refuses papers that are not numbered beforehand. */
export function preNumberedTemplate(context: FeatureContext, templateId: string): Template {
  const template = context.editions.templates(todayOf(context)).get(templateId);
  if (!template) throw notFound('template');
  if (!template.numbering?.preNumbered)
    throw new RefusalError({
      code: 'wrong-status',
      what: template.name,
      is: '出具时编号的文书',
      act: '领取带号的空白文书',
    });
  return template;
}

/** Forms go only into the hands of who may decide on the spot: an officer with a valid certificate (第十八条). */
function holderOf(context: FeatureContext, personId: string): Officer {
  const person = listPeople(context.office.store).find((candidate) => candidate.personId === personId);
  if (!person?.active) throw notFound('person');
  const day = todayOf(context);
  if (certificateFault(person, day) !== null)
    throw new RefusalError({ code: 'certificate', name: person.name, certTo: person.certTo, day });
  return person;
}

/** Reserves numbers for forms an officer takes along; see `documents.allocateBlank`. */
export async function allocateBlanks(
  context: FeatureContext,
  { templateId, count, holderId }: { templateId: string; count: number; holderId: string },
): Promise<string[]> {
  const template = preNumberedTemplate(context, templateId);
  const holder = holderOf(context, holderId).name;
  const { code } = readOffice(context.office.store);
  // One moment for all of them: it is what keeps forms taken together together.
  const takenAt = nowOf(context);
  const numbers = await context.store.unit.run(async (tx) => {
    const taken: string[] = [];
    for (let left = count; left > 0; left -= 1)
      taken.push(await reserveNumber(context, tx, template, { code, holder, takenAt }));
    context.audit.append({
      verb: '预留文号',
      what: template.name,
      subjectId: template.id,
      detail: { numbers: taken, holder },
    });
    return taken;
  });
  emitChanged(context, ['documents']);
  return numbers;
}

/** Voids reserved numbers whose forms were spoilt or came back unused (作废登记). All of them, or none. */
export async function voidUnusedBlanks(
  context: FeatureContext,
  { numbers, reason }: { numbers: string[]; reason: string },
): Promise<void> {
  await context.store.unit.run(async (tx) => {
    for (const number of numbers) {
      const voided = await tx.update(
        paperNumberTable,
        { number, status: 'reserved' },
        { status: 'void', reason, at: nowOf(context), by: context.operator.name },
      );
      if (voided.affected !== 1)
        throw invalidField(
          'numbers',
          '文号',
          `“${number}”不是预留未用的文号，不能这样作废。已出具的文书请作废文书本身。`,
          4,
        );
      context.audit.append({ verb: '作废预留文号', what: number, subjectId: number, detail: { reason } });
    }
  });
  emitChanged(context, ['documents']);
}

/** The numbers of a run that are still reserved for this template, in order. Refuses when there are none. */
export function reservedNumbers(
  context: FeatureContext,
  template: Template,
  { year, first, last }: NumberRun,
): string[] {
  const rows = context.store.all<{ number: string }>(
    `select number from paper_number where "templateId" = ? and status = 'reserved' and year = ? and seq between ? and ? order by seq`,
    template.id,
    year,
    first,
    last,
  );
  if (rows.length === 0) throw notFound('print');
  return rows.map((row) => row.number);
}

/** The ledger (空白文书领用登记): every form ever handed out, the newest first. */
export const blankLedger = (context: FeatureContext): Blank[] =>
  context.store.all<Blank>(
    `select paper_number.number, paper_number."templateId", "paperName", year, seq, holder, "takenAt", paper_number.status, reason, at, "by", "paperId", "caseId"
       from paper_number left join paper on paper.id = "paperId" where "takenAt" is not null order by "takenAt" desc, letters, seq`,
  );
