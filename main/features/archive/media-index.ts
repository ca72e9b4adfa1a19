import { isRecording, type CaseFile } from '../../../shared/case-file.ts';
import { rowsOf, textOf } from '../../../shared/procedure/paper-values.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

/** 音像载体索引 of a 备考表: where the recordings of the case are kept, and the discs they were copied to (第三十八条). */
export function mediaIndexOf(file: Pick<CaseFile, 'exhibits' | 'papers'>): RowValue[] {
  const sealed = file.exhibits
    .filter((exhibit) => isRecording(exhibit) && exhibit.withdrawnReason === null)
    .map(({ title, sha256 }) => ({
      medium: '电子文件（原件）',
      no: sha256.slice(0, 12),
      content: title,
      location: '案卷工作站密封保存',
    }));
  const copied = file.papers
    .filter((paper) => paper.templateId === paperIds.recordingRegister && paper.status === 'issued')
    .flatMap((paper) =>
      rowsOf(paper, 'media').map(({ medium, no }) => ({
        medium: String(medium ?? ''),
        no: String(no ?? ''),
        content: '音像资料长期保存的复制件',
        location: `保管人：${textOf(paper, 'keeper')}`,
      })),
    );
  return [...sealed, ...copied];
}
