import { useState } from 'react';
import type { Approval, Paper } from '../../../shared/case-file.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { DayText } from '../../parts/days/day.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { useOperator } from '../../data/session.ts';
import css from './dialogs.module.css';
import { useCaseWork } from './use-case-work.ts';
import { usePaperAct } from './use-paper-act.ts';
import { ActBar } from '../../ui/act-bar.tsx';

const phrases: Record<Approval['verdict'], readonly string[]> = {
  同意: ['同意。', '拟同意，请领导审定。', '事实清楚、证据确凿、程序合法，同意。'],
  退回修改: ['请补充证据材料后再报。', '适用依据不准确，请核对后再报。', '当事人信息有误，请核对后再报。'],
  不同意: ['不同意，理由如下：'],
};

/** What the status line says of an opinion that was given. */
const saidWords: Readonly<Record<Approval['verdict'], string>> = {
  同意: '已同意',
  退回修改: '已退回修改',
  不同意: '已不同意',
};

/** The approval chain with every opinion given (第十三条、第二十三条), and the box for the next one. */
export function ApprovalDialog({
  paper,
  template,
  onClose,
}: {
  paper: Paper;
  template: Template;
  onClose: () => void;
}) {
  const { file } = useCaseWork();
  const operator = useOperator();
  const gaps = approvalGaps(template, paper, file.settings);
  const [gap] = gaps;
  const mine = paper.status === 'approving' && gap !== undefined && operator.roles.includes(gap.by);
  return (
    <Dialog title={`审批　${paper.name}`} onClose={onClose} width={640} data-testid="approval-dialog">
      <ol className={css.chain} aria-label="审批意见">
        {paper.approvals.map((approval) => (
          <li key={approval.at + approval.label}>
            <p>
              <strong>{approval.label}</strong>
              {'　'}
              <span className={approval.verdict === '同意' ? css.agreed : css.refused}>{approval.verdict}</span>
              {'　'}
              {approval.name}　<DayText value={approval.at} />
            </p>
            <p className={css.opinion}>{approval.opinion}</p>
          </li>
        ))}
        {gaps.map(({ step, label, by }) => (
          <li key={step} className={css.waiting}>
            <strong>{label}</strong>　等{by}签署
          </li>
        ))}
      </ol>
      {mine && <OpinionForm paper={paper} label={gap.label} onDone={onClose} />}
    </Dialog>
  );
}

function OpinionForm({ paper, label, onDone }: { paper: Paper; label: string; onDone: () => void }) {
  const [opinion, setOpinion] = useState('');
  const act = usePaperAct(paper.id);
  const give = (verdict: Approval['verdict']): void =>
    act.run(
      (current) => api.documents.approve({ ...current, verdict, opinion }),
      () => {
        onDone();
        sayDone(`${saidWords[verdict]}《${paper.name}》`);
      },
    );
  const reason = opinion.trim() === '' ? '请先写明意见：有姓名没有意见的审批，评查时按缺陷计。' : null;
  useKey('Ctrl+Enter', reason === null && !act.busy ? () => give('同意') : null, { everywhere: true });
  return (
    <form className={css.opinionForm} onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="opinion">{label}</label>
      <textarea
        id="opinion"
        name="opinion"
        rows={3}
        maxLength={512}
        autoFocus
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <div className={css.phrases} role="group" aria-label="常用意见">
        {Object.values(phrases)
          .flat()
          .map((phrase) => (
            <ReasonButton key={phrase} kind="quiet" onClick={() => setOpinion(phrase)}>
              {phrase}
            </ReasonButton>
          ))}
      </div>
      <RefusalNote error={act.error} onClose={act.forget} />
      <ActBar>
        <ReasonButton data-testid="disagree" reason={reason} busy={act.busy} onClick={() => give('不同意')}>
          不同意
        </ReasonButton>
        <ReasonButton data-testid="send-back" reason={reason} busy={act.busy} onClick={() => give('退回修改')}>
          退回修改
        </ReasonButton>
        <ReasonButton
          kind="primary"
          data-testid="agree"
          keyHint="Ctrl+Enter"
          reason={reason}
          busy={act.busy}
          onClick={() => give('同意')}
        >
          同意
        </ReasonButton>
      </ActBar>
    </form>
  );
}
