import type { Paper } from '../../../shared/case-file.ts';
import { dayOfAct } from '../../../shared/procedure/cause-of-case.ts';
import { textsIn, type Values } from '../../../shared/template/values.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import { blankJobOf } from '../documents/blank-job.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { type BagFile, once } from './bag.ts';
import { type LegalBasis, legalBasesOf } from './legal-bases.ts';
import type { PackageRequest } from './package-request.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

/**
 * The list of legal bases (F04) and the papers of identity and agency (F05), with what is known printed on them and room for
 * what only the head of the office can add: who they are, and what the agent may do.
 */
export async function answerForms(request: PackageRequest, printer: Printer): Promise<BagFile[]> {
  const { file, chosen, recipient, caseNo, agent, templates, today } = request;
  const decisions = chosen.flatMap(({ source }) =>
    source.kind === 'paper' && source.template.class === 'decision' ? [source.paper] : [],
  );
  const rows = basesOf(request, decisions).map((basis, index) => ({ seq: index + 1, ...known(basis) }));
  const forms: { path: string; id: string; values: Values }[] = [
    { path: '04_依据目录.pdf', id: paperIds.legalBasesList, values: { recipient, caseNo, rows } },
    {
      path: '05_身份与委托/法定代表人身份证明书.pdf',
      id: paperIds.legalRepresentativeCertificate,
      values: { to: recipient },
    },
    {
      path: '05_身份与委托/授权委托书.pdf',
      id: paperIds.powerOfAttorney,
      values: { to: recipient, caseName: file.case.causeName, ...(agent === '' ? {} : { agents: [{ name: agent }] }) },
    },
  ];
  const made: BagFile[] = [];
  for (const { path, id, values } of forms) {
    const template = templates.get(id);
    if (!template) continue;
    const blank = blankJobOf(template, file.office, today);
    const { pdf } = await printer.paper({ ...blank, values: { ...blank.values, ...values } }).catch(printRefusal);
    made.push({ path, content: () => once(pdf) });
  }
  return made;
}

/** What is not known stays blank on the form. */
const known = (basis: LegalBasis): Partial<LegalBasis> =>
  Object.fromEntries(Object.entries(basis).filter(([, value]) => value !== ''));

/** The legal bases of what was decided, by the law of the day of the act and of the first decision. */
function basesOf({ file, laws, today }: PackageRequest, decisions: readonly Paper[]): LegalBasis[] {
  const issued = decisions.flatMap(({ issuedAt }) => (issuedAt === null ? [] : [dayOf(issuedAt)])).toSorted();
  const days = { act: dayOfAct(file), decision: issued[0] ?? today };
  return legalBasesOf(
    decisions.flatMap(({ values }) => Object.values(values).flatMap(textsIn)),
    laws,
    days,
  );
}
