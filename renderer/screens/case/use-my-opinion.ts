import { useNavigate } from '@tanstack/react-router';
import type { Paper } from '../../../shared/case-file.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import { whyNotMine } from '../../../shared/procedure/signers.ts';
import { useOperator } from '../../data/session.ts';
import { useCaseWork } from './use-case-work.ts';

interface MyOpinion {
  /** Why the next opinion on this paper is not this person's to give; null when it is. */
  whyNot: (paper: Paper) => string | null;
  /** Goes to the paper at 审批, from where one key leads back to the case. */
  give: (paper: Paper) => void;
}

/** The opinions of the person logged in on the papers of this case. */
export function useMyOpinion(): MyOpinion {
  const { file, input } = useCaseWork();
  const operator = useOperator();
  const navigate = useNavigate();
  return {
    whyNot: (paper) => {
      const template = input.templates.get(paper.templateId);
      const gaps =
        template === undefined || paper.status !== 'approving' ? [] : approvalGaps(template, paper, file.settings);
      return whyNotMine(gaps, paper, operator, file);
    },
    give: (paper) => void navigate({ to: '/desk', search: { paper: paper.id, back: file.case.id } }),
  };
}
