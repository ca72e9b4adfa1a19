import type { HandoverPlan } from './use-handover-plan.ts';
import { PeriodTag } from '../../parts/days/day.tsx';
import { dayWords } from '../../parts/days/day-words.ts';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import { useToday } from '../../data/session.ts';
import { answerPeriod, lateWords, periodWords, type HandoverDraft } from './handover-draft.ts';
import css from './handover.module.css';
import type { NoticeScan } from './notice-scan.ts';

interface NoticeSideProps {
  draft: HandoverDraft;
  plan: HandoverPlan | undefined;
  scan: NoticeScan | null;
}

/** Beside the form: the last day for the answer, and the notice it is read from. */
export function NoticeSide({ draft, plan, scan }: NoticeSideProps) {
  return (
    <div className={css.side}>
      {plan === undefined || draft.receivedAt === '' ? (
        <p className={css.period}>填写收到的日期，这里推算最迟哪天提交。</p>
      ) : (
        <Deadline draft={draft} plan={plan} />
      )}
      {scan === null ? (
        <p className={css.noScan}>
          通知书没有扫描进来。把它收进“{draft.kind === 'court' ? '诉讼应诉' : '复议答复'}
          ”案件的证据材料，这里就对照显示。
        </p>
      ) : (
        <RecordPreview caseId={scan.caseId} paperId={null} exhibitId={scan.exhibit.id} />
      )}
    </div>
  );
}

function Deadline({ draft, plan }: { draft: HandoverDraft; plan: HandoverPlan }) {
  const today = useToday();
  const { due, basis } = plan;
  if (due === null)
    return (
      <p className={css.period}>
        期限推算不出：本程序没有这一段时间的放假安排，不能数工作日。请照通知书上的日期提交（{periodWords(draft)}，
        {basis}）。
      </p>
    );
  const late = today > due;
  return (
    <div className={`${css.period} ${late ? css.late : ''}`} role={late ? 'alert' : undefined} data-testid="answer-due">
      <p>
        <strong>{dayWords(due)}前提交</strong>
        {'　'}
        <PeriodTag period={answerPeriod({ kind: draft.kind, due, receipt: null })} now={today} />　{periodWords(draft)}
        （{basis}）
      </p>
      {late && <p>{lateWords[draft.kind]}</p>}
    </div>
  );
}
