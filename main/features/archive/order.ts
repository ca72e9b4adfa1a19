import { isRecording, type CaseFile, type Exhibit, type Paper, type RuleSettings } from '../../../shared/case-file.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { volumePartOf } from '../../../shared/procedure/volume-part.ts';
import type { PaperClass, Template, VolumePart } from '../../../shared/template/template.ts';

/** One thing in a volume: an issued paper or an exhibit, with the part of the volume it belongs into. */
export type VolumeItem = { part: VolumePart } & (
  | { kind: 'paper'; paper: Paper; template: Template }
  | { kind: 'exhibit'; exhibit: Exhibit }
);

/** Conclusion first (正卷 practice): decision with its receipt, papers to the party, records, evidence, money, the rest. */
const conclusionOrder: PaperClass[] = [
  'approval',
  'decision',
  'service',
  'notice',
  'correction',
  'hearing',
  'defence',
  'investigation',
  'inquiry',
  'evidence',
  'recording',
  'performance',
  'report',
  'review',
  'closing',
  'source',
];

interface Ask {
  file: CaseFile;
  procedure: Procedure;
  templates: ReadonlyMap<string, Template>;
  order: RuleSettings['volumeOrder'];
  /** What came after filing too (补卷): it stands at the end. */
  supplements?: boolean;
}

/**
 * Everything that goes into the volume, in the preset order: the papers by the way of the procedure (or conclusion first),
 * each with its service receipts and its exhibits behind it, copies of licences behind the paper it begins with, the rest at the end.
 * Cover, catalogue and closing sheet are not items.
 */
export function volumeItems({ file, procedure, templates, order, supplements = false }: Ask): VolumeItem[] {
  const filed = file.papers.flatMap((paper) => {
    const template = templates.get(paper.templateId);
    return paper.status === 'issued' && template && template.class !== 'archive' ? [{ paper, template }] : [];
  });
  const receipts = receiptsByPaper(filed.map(({ paper }) => paper));
  const attached = new Set([...receipts.values()].flat().map((paper) => paper.id));
  const rank = order === 'process' ? processRank(procedure) : conclusionRank;
  const leading = filed
    .filter(({ paper }) => !attached.has(paper.id))
    .toSorted(
      (a, b) =>
        rank(a.paper, a.template) - rank(b.paper, b.template) ||
        (a.paper.issuedAt ?? '').localeCompare(b.paper.issuedAt ?? ''),
    );
  const first = leading.find(({ paper }) => paper.templateId === procedure.startsWith) ?? leading[0];
  const inner = new Set(
    leading
      .filter(({ template }) => volumePartOf(template, file.settings) === '副卷')
      .flatMap(({ paper }) => [paper, ...(receipts.get(paper.id) ?? [])])
      .map(({ id }) => id),
  );
  const partOf = (paperId: string | null): VolumePart => (paperId !== null && inner.has(paperId) ? '副卷' : '正卷');
  const exhibits = file.exhibits
    .filter((exhibit) => exhibit.withdrawnReason === null && (supplements || exhibit.supplementId === null))
    .toSorted((a, b) => Number(isRecording(a)) - Number(isRecording(b)));
  const taken = new Set<string>();
  const take = (wanted: (exhibit: Exhibit) => boolean): VolumeItem[] =>
    exhibits
      .filter((exhibit) => !taken.has(exhibit.id) && wanted(exhibit))
      .map((exhibit) => {
        taken.add(exhibit.id);
        return { kind: 'exhibit', exhibit, part: isOfSubject(exhibit) ? '正卷' : partOf(exhibit.paperId) };
      });
  const isOfSubject = (exhibit: Exhibit): boolean =>
    provesSubject(exhibit) && (exhibit.paperId === null || inner.has(exhibit.paperId));
  const takeOf = ({ id }: Paper): VolumeItem[] => take((exhibit) => exhibit.paperId === id && !isOfSubject(exhibit));
  const items = leading.flatMap(({ paper, template }): VolumeItem[] => {
    const behind = (receipts.get(paper.id) ?? []).flatMap((receipt) => {
      const own = templates.get(receipt.templateId);
      return own
        ? [{ kind: 'paper' as const, paper: receipt, template: own, part: partOf(receipt.id) }, ...takeOf(receipt)]
        : [];
    });
    const subject = paper.id === first?.paper.id ? take(isOfSubject) : [];
    return [{ kind: 'paper', paper, template, part: partOf(paper.id) }, ...behind, ...subject, ...takeOf(paper)];
  });
  return [...items, ...take(() => true)];
}

/** Who the party is (主体资格): copies of licences and identity papers that belong to no one paper of the 正卷 stand behind the paper the case begins with. */
const provesSubject = ({ title }: Exhibit): boolean =>
  /营业执照|信用代码证|登记证书|许可证|身份证|身份证明|授权委托书/.test(title);

/** A receipt stands behind the first paper it proves the service of. */
function receiptsByPaper(papers: Paper[]): Map<string, Paper[]> {
  const ids = new Set(papers.map((paper) => paper.id));
  const found = new Map<string, Paper[]>();
  for (const paper of papers) {
    const served = paper.values['documents'];
    const first = Array.isArray(served)
      ? served.find((id): id is string => typeof id === 'string' && ids.has(id))
      : undefined;
    if (first !== undefined && first !== paper.id) found.set(first, [...(found.get(first) ?? []), paper]);
  }
  return found;
}

const processRank = (procedure: Procedure) => {
  const order = procedure.steps.flatMap((step) => ('papers' in step.doneBy ? step.doneBy.papers : []));
  return (paper: Paper): number => {
    const index = order.indexOf(paper.templateId);
    return index < 0 ? order.length : index;
  };
};

const conclusionRank = (_paper: Paper, template: Template): number => {
  const index = conclusionOrder.indexOf(template.class);
  return index < 0 ? conclusionOrder.length : index;
};
