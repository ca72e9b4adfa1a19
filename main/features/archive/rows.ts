import { shortOrganName } from '../../../shared/chinese/organ-name.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import { isRecording } from '../../../shared/case-file.ts';
import { dayFrom } from '../../../shared/procedure/paper-values.ts';
import { paperTitle } from '../../../shared/procedure/parties.ts';
import type { CatalogueRow } from '../../../shared/contract/archive.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import { dateOf } from '../documents/paper-job.ts';
import type { VolumeItem } from './order.ts';

/**
 * Rows of the 卷内目录 (GB/T 9705-2008): 文号 for outward papers, 责任者 the organ by its short name or the maker, the paper's own date. Pages are
 * 0 until the dossier is set.
 */
export function catalogueRows(file: CaseFile, items: VolumeItem[]): CatalogueRow[] {
  return items.map((item, index) => ({ ...rowOf(file, item), seq: index + 1, pageFrom: 0, pageTo: 0 }));
}

function rowOf(file: CaseFile, item: VolumeItem): Omit<CatalogueRow, 'seq' | 'pageFrom' | 'pageTo'> {
  if (item.kind === 'paper') {
    const { paper, template } = item;
    return {
      docNo: paper.number ?? '',
      responsible: shortOrganName(file.office.name),
      title: paperTitle(file, paper),
      date: dateOf(template, paper.values, paper.issuedAt === null ? null : dayOf(paper.issuedAt)) ?? '',
      remark: '',
      paperId: paper.id,
      exhibitId: null,
    };
  }
  const { exhibit } = item;
  return {
    docNo: '',
    responsible: shortOrganName(exhibit.maker || exhibit.source || file.office.name),
    title: exhibit.title,
    date: dayFrom(exhibit.startAt) ?? dayOf(exhibit.importedAt),
    remark: isRecording(exhibit) ? '音像，原件存密封库' : exhibit.originality,
    paperId: null,
    exhibitId: exhibit.id,
  };
}
