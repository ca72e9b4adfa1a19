import { textsIn, type Values } from '../../../shared/template/values.ts';
import { blankJobOf } from '../documents/blank-job.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { type BagFile, once } from './bag.ts';
import type { PackageRequest } from './package-request.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

/** A law named in the papers, with the provisions cited from it. */
export interface LegalBasis {
  name: string;
  provisions: string;
}

const numeral = '[零〇一二三四五六七八九十百千]+';
const cited = new RegExp(
  `《([^《》]{2,80})》((?:第${numeral}条(?:第${numeral}款)?(?:第?[（(]?${numeral}[）)]?项)?[、和]?)*)`,
  'g',
);

/** Every law the texts cite, in the order they come, with its provisions once each. */
export function legalBasisOf(texts: string[]): LegalBasis[] {
  const found = new Map<string, Set<string>>();
  for (const [, name = '', provisions = ''] of texts.join('\n').matchAll(cited)) {
    const known = found.get(name) ?? new Set<string>();
    for (const provision of provisions.split(/[、和]/).filter(Boolean)) known.add(provision);
    found.set(name, known);
  }
  return [...found].map(([name, provisions]) => ({ name, provisions: [...provisions].join('、') }));
}

/**
 * The list of legal bases (F04) and the papers of identity and agency (F05), with what is known printed on them and room for
 * what only the head of the office can add: who they are, and what the agent may do.
 */
export async function answerForms(request: PackageRequest, printer: Printer): Promise<BagFile[]> {
  const { file, chosen, recipient, caseNo, agent, templates, today } = request;
  const decisions = chosen.flatMap(({ source }) =>
    source.kind === 'paper' && source.template.class === 'decision' ? [source.paper] : [],
  );
  const bases = legalBasisOf(decisions.flatMap((paper) => Object.values(paper.values).flatMap(textsIn)));
  const rows = bases.map((basis, index) => ({ seq: index + 1, name: basis.name, provisions: basis.provisions }));
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
