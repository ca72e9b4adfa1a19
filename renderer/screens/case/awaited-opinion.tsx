import { useQuery } from '@tanstack/react-query';
import type { Paper } from '../../../shared/case-file.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import type { Template } from '../../../shared/template/template.ts';
import { queries } from '../../data/queries.ts';
import { useSeat } from '../../data/seat.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useCaseWork } from './use-case-work.ts';

/** Whose opinion a paper waits for, by name where somebody has the post. */
export function AwaitedOpinion({ paper, template }: { paper: Paper; template: Template }) {
  const { file } = useCaseWork();
  const { data } = useQuery(queries.documents.awaited.queryOptions({ input: { paperId: paper.id } }));
  const [gap] = approvalGaps(template, paper, file.settings);
  if (gap === undefined || data === undefined) return null;
  const names = data.filter(({ isNext }) => isNext).map(({ name }) => name);
  return (
    <span data-testid="awaited">
      等{names.length === 0 ? gap.by : names.join('或者')}签署“{gap.label}”
    </span>
  );
}

/** Who is waited for signs here, without the officer leaving the seat. */
export function SignHere({ paper }: { paper: Paper }) {
  const { lend } = useSeat();
  const ask = (): void => lend(paper.id);
  useKey('Alt+J', ask, { hint: '就地签批' });
  return (
    <ReasonButton keyHint="Alt+J" onClick={ask} data-testid="sign-here">
      就地签批
    </ReasonButton>
  );
}
