import { useQuery } from '@tanstack/react-query';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Handover } from '../../../shared/contract/handover.ts';
import { queries } from '../../data/queries.ts';
import { noticeIn, type NoticeScan } from './notice-scan.ts';

type Kind = Handover['kind'];

const remedyOf: Readonly<Record<Kind, string>> = {
  court: 'remedy.litigation',
  reconsideration: 'remedy.reconsideration',
};
/** The scan of the notice: in the 应诉 or 复议 case about this decision, or in the case itself. */
export function useNoticeScan(file: CaseFile, kind: Kind): NoticeScan | null {
  const remedy = file.linked.find(({ procedure }) => procedure === remedyOf[kind]);
  const opened = useQuery({
    ...queries.cases.open.queryOptions({ input: { caseId: remedy?.id ?? file.case.id } }),
    enabled: remedy !== undefined,
  });
  const there = remedy === undefined || opened.data === undefined ? null : noticeIn(opened.data.file, kind);
  return there ?? noticeIn(file, kind);
}
