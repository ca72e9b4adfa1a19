import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Blank } from '../../../shared/contract/documents.ts';

export type BlankState = Blank['status'];

/** What has become of a form that was handed out, as the archive room calls it. */
export const blankStateWords: Readonly<Record<BlankState, string>> = { reserved: '未用', used: '已用', void: '作废' };

/** Forms that were taken together: by one person at one moment, of one paper. */
export const takenWith = (blank: Blank, all: readonly Blank[]): Blank[] =>
  all
    .filter(
      ({ takenAt, holder, templateId }) =>
        takenAt === blank.takenAt && holder === blank.holder && templateId === blank.templateId,
    )
    .toSorted((a, b) => a.seq - b.seq);

const isOpen = ({ status }: Blank): boolean => status === 'reserved';

/** Of the forms taken with this one, those that are neither used nor voided yet. */
export const openWith = (blank: Blank, all: readonly Blank[]): Blank[] => takenWith(blank, all).filter(isOpen);

/** Open forms of one paper, for the paper that was filled by hand and is now typed in. */
export const openOf = (templateId: string, all: readonly Blank[]): Blank[] =>
  all
    .filter((blank) => blank.templateId === templateId && isOpen(blank))
    .toSorted((a, b) => a.year - b.year || a.seq - b.seq);

/** Where the PDF of these forms is; those of the run that are used or voided are not in it. */
export function formsUrl(forms: readonly Blank[]): string {
  const [paper] = forms;
  if (paper === undefined) throw new Error('there is no form to print');
  const seqs = forms.map(({ seq }) => seq);
  return byteRoutes.numberedBlanks.url({
    templateId: paper.templateId,
    year: paper.year,
    first: Math.min(...seqs),
    last: Math.max(...seqs),
  });
}
