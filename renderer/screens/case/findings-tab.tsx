import type { Finding } from '../../../shared/regulation/finding.ts';
import { scoreOf } from '../../../shared/regulation/review.ts';
import { Basis } from '../../parts/articles/basis.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { findingKey } from '../../parts/findings/finding-line.tsx';
import { SeverityTag } from '../../parts/findings/severity-tag.tsx';
import { placeOfFinding } from './next-place.ts';
import { ReviewQuestions } from './review-questions.tsx';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** What the checks find in the case as it stands, unsaved words included, worst first; each goes where it can be put right. */
export function FindingsTab() {
  const { findings, file } = useCalmCase();
  const isOver = file.case.state === 'closed' || file.case.state === 'filed';
  return (
    <div className={css.findings}>
      {findings.length === 0 ? (
        <EmptyState
          title="没有发现问题"
          why="核查项随填随判，文书、证据、期限和程序有不合规定的地方，会列在这里。"
          article={46}
        />
      ) : (
        <>
          {isOver ? <ReviewScore findings={findings} /> : <SoFar findings={findings} />}
          <ul aria-label="核查发现的问题">
            {findings.map((finding) => (
              <FindingRow key={findingKey(finding)} finding={finding} />
            ))}
          </ul>
        </>
      )}
      <ReviewQuestions />
    </div>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { go } = useWorkspace();
  return (
    <li className={css.finding}>
      <SeverityTag severity={finding.severity} className={css.severity} />
      <div>
        <button type="button" className={css.sentence} onClick={() => go(placeOfFinding(finding))}>
          {finding.sentence}
        </button>
        <p className={css.basis}>
          <Basis article={finding.article}>
            {finding.basis}　{finding.checkId}
          </Basis>
        </p>
      </div>
    </li>
  );
}

/** How a case stands that is still being worked on: what the end will say of it is not known yet, so there is no grade. */
function SoFar({ findings }: { findings: readonly Finding[] }) {
  const toMend = findingsToMend(findings);
  const others = findings.length - toMend;
  return (
    <p className={css.score} data-testid="so-far">
      {toMend === 0 ? '已办部分没有须补正的' : `已办部分须补正 ${toMend} 项`}
      {others > 0 && ` · 提醒 ${others} 项`}
    </p>
  );
}

/** What the file would score in the review (案卷评查) as it stands; what only a person can judge is not in it. */
function ReviewScore({ findings }: { findings: readonly Finding[] }) {
  const { points, grade, vetoes, deductions } = scoreOf(findings);
  return (
    <p className={css.score}>
      <span>按现有材料评查</span>
      <span className={css.points}>{points}分</span>
      <strong>{grade}</strong>
      {vetoes.length > 0 && <span className={css.basis}>一票否决：{vetoes.map(({ title }) => title).join('；')}</span>}
      {deductions.length > 0 && (
        <span className={css.basis}>
          扣分：{deductions.map(({ item, points: lost }) => `${item.title} −${lost}`).join('；')}
        </span>
      )}
    </p>
  );
}

/** Findings that stand in the way, for the tab: vetoes and errs. */
export const findingsToMend = (findings: readonly Finding[]): number =>
  findings.filter((finding) => finding.severity === 'veto' || finding.severity === 'err').length;
