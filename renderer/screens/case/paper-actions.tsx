import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import type { Operator } from '../../../shared/contract/session.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import type { ApprovalGap } from '../../../shared/procedure/approvals.ts';
import { obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOperator } from '../../data/session.ts';
import { missingIn } from './next-place.ts';
import css from './paper-pane.module.css';
import { useCaseWork } from './use-case-work.ts';
import { usePaperAct } from './use-paper-act.ts';
import { usePaperRights } from './use-paper-rights.ts';
import { useWorkspace } from './use-workspace.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

/** What can be done with the paper in hand; what cannot be done now says why. */
export function PaperActions({ paper, template }: { paper: Paper; template: Template }) {
  const { input, file } = useCaseWork();
  const { go, dialog, showDialog, start } = useWorkspace();
  const bar = useRef<HTMLDivElement>(null);
  useNextActInHand(bar, `${paper.status} ${dialog}`);
  const operator = useOperator();
  const act = usePaperAct(paper.id);
  const rights = usePaperRights();
  const approved = template.approval.length > 0;
  const gap = approvalGaps(template, paper, file.settings)[0];
  const canIssue = paper.status === 'approved' || (paper.status === 'draft' && !approved);
  const issue = (): void => showDialog('issue');
  useKey('F4', paper.status === 'issued' || paper.status === 'void' || rights.issue !== null ? null : issue, {
    hint: '出具',
  });

  /** The first missing field comes to the eye instead of a refusal. */
  const submit = (): void => {
    const missing = missingIn(input, paper).find((place) => place.want === 'field');
    if (missing === undefined) act.run((paperAt) => api.documents.submit(paperAt));
    else go(missing);
  };
  return (
    <>
      <div ref={bar} className={css.actions} role="toolbar" aria-label="本文书可以办理">
        {paper.status === 'draft' && approved && (
          <ReasonButton
            kind="primary"
            data-primary
            data-testid="submit"
            reason={rights.submit}
            busy={act.busy}
            onClick={submit}
          >
            送审
          </ReasonButton>
        )}
        {paper.status === 'approving' && (
          <ReasonButton
            kind="primary"
            data-primary
            data-testid="approve"
            reason={reasonAgainstApproval(gap, paper, operator)}
            onClick={() => showDialog('approval')}
          >
            审批
          </ReasonButton>
        )}
        {canIssue && (
          <ReasonButton
            kind="primary"
            data-primary
            data-testid="issue"
            keyHint="F4"
            reason={rights.issue}
            onClick={issue}
          >
            出具
          </ReasonButton>
        )}
        {paper.status === 'issued' && (
          <ReasonButton kind="primary" data-primary data-testid="print" onClick={() => showDialog('print')}>
            打印
          </ReasonButton>
        )}
        {paper.status === 'issued' && template.serve && (
          <ReasonButton
            data-testid="serve"
            reason={rights.create}
            onClick={() => start(paperIds.serviceReceipt, { serves: paper.id })}
          >
            送达
          </ReasonButton>
        )}
        {(paper.status === 'draft' || paper.status === 'approved') && template.signatures.length > 0 && (
          <ReasonButton data-testid="sign" reason={rights.sign} onClick={() => showDialog('signatures')}>
            签名登记
          </ReasonButton>
        )}
        {paper.approvals.length > 0 && paper.status !== 'approving' && (
          <ReasonButton onClick={() => showDialog('approval')}>审批意见</ReasonButton>
        )}
        {(paper.status === 'approving' || paper.status === 'approved') && (
          <ReasonButton
            data-testid="recall"
            reason={rights.recall}
            busy={act.busy}
            onClick={() => act.run((paperAt) => api.documents.recall(paperAt))}
          >
            撤回修改
          </ReasonButton>
        )}
        {paper.status === 'void' && (
          <ReasonButton
            kind="primary"
            data-primary
            data-testid="redo"
            reason={
              rights.create ?? obstaclesToStart(input, template.id, paper.partyId ?? undefined)[0]?.sentence ?? null
            }
            onClick={() => start(template.id, { redoes: paper.id })}
          >
            照此重做
          </ReasonButton>
        )}
        {paper.status !== 'void' && (
          <ReasonButton
            kind="quiet"
            data-testid="void"
            reason={file.case.state === 'filed' ? '本案已经归档，文书不能再作废。' : rights.void}
            onClick={() => showDialog('void')}
          >
            作废
          </ReasonButton>
        )}
      </div>
      <RefusalNote error={act.error} onClose={act.forget} />
    </>
  );
}

/** The button that was pressed is often gone when its work is done; the one that comes next takes the focus it left. */
function useNextActInHand(bar: RefObject<HTMLElement | null>, state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>('[data-primary]')?.focus();
    before.current = state;
  }, [bar, state]);
}

/** Why the operator cannot give the next opinion; null when they can. */
function reasonAgainstApproval(gap: ApprovalGap | undefined, paper: Paper, operator: Operator): string | null {
  if (gap === undefined) return '本文书的审批已经齐全。';
  if (!operator.roles.includes(gap.by))
    return `现在等“${gap.label}”，由${gap.by}签署；您的岗位是${operator.roles.join('、')}。`;
  const before = paper.approvals.findLast((approval) => approval.verdict !== '同意');
  const round = paper.approvals.slice(before === undefined ? 0 : paper.approvals.indexOf(before) + 1);
  const own = round.find((approval) => approval.personId === operator.personId);
  return own === undefined ? null : `您已经签署了“${own.label}”，“${gap.label}”须由另一人签署。`;
}
