import { useMemo, useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking } from '../../../shared/regulation/judge.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './dialogs.module.css';
import { IssueNumber } from './issue-number.tsx';
import { placeOf, placeOfFinding } from './next-place.ts';
import type { Place } from './next-place.ts';
import { useCaseWork } from './use-case-work.ts';
import { usePaperAct } from './use-paper-act.ts';
import { useWorkspace } from './use-workspace.ts';

const reasonLength = 4;

/** What stands between the paper and its issue, each with the way there; when nothing does, the last look before it is frozen. */
export function IssueDialog({ paper, template, onClose }: { paper: Paper; template: Template; onClose: () => void }) {
  const { input, periods } = useCaseWork();
  const workspace = useWorkspace();
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [number, setNumber] = useState('');
  const act = usePaperAct(paper.id);
  const obstacles = obstaclesToIssue(input, paper);
  const [now] = useState(() => momentOf(new Date().toISOString()));
  const findings = useMemo(
    () => blocking(findingsOfIssue({ ...input, periods }, paper, now), 'issue'),
    [input, periods, paper, now],
  );
  const vetoes = findings.filter((finding) => finding.severity === 'veto');
  const errs = findings.filter((finding) => finding.severity === 'err');
  const open = obstacles.length + vetoes.length;
  const unexplained = errs.filter(
    (finding) => (reasons.get(finding.checkId) ?? '').trim().length < reasonLength,
  ).length;
  const reason =
    open > 0
      ? `还有${open}项没有办好，不能出具。`
      : unexplained > 0
        ? `有${unexplained}个问题没有补正，也没有写明理由（不少于${reasonLength}个字）。`
        : null;
  const leave = (place: Place): void => {
    onClose();
    workspace.go(place);
  };
  const issue = (): void =>
    act.run(
      (paperAt) =>
        api.documents.issue({
          ...paperAt,
          overrides: [...reasons]
            .filter(([checkId]) => errs.some((finding) => finding.checkId === checkId))
            .map(([checkId, why]) => ({ checkId, reason: why })),
          ...(number !== '' && { number }),
        }),
      onClose,
    );
  return (
    <Dialog title={`出具　${paper.name}`} onClose={onClose} width={680} data-testid="issue-dialog">
      <div className={css.issue}>
        {open === 0 && errs.length === 0 && (
          <p className={css.ready}>
            各项已齐备。出具后{template.numbering === undefined || number !== '' ? '' : '由程序编文号，'}
            文书内容固定，不能再改；确有错误的，只能作废重做。
          </p>
        )}
        {open > 0 && (
          <section>
            <h3>没有办好的（{open}项）</h3>
            <div className={css.obstacles}>
              {obstacles.map((obstacle) => (
                <Gap key={obstacle.sentence} sentence={obstacle.sentence} onGo={() => leave(placeOf(obstacle))} />
              ))}
              {vetoes.map((finding) => (
                <Gap
                  key={keyOf(finding)}
                  sentence={finding.sentence}
                  article={finding.article}
                  onGo={() => leave(placeOfFinding(finding))}
                />
              ))}
            </div>
          </section>
        )}
        {errs.length > 0 && (
          <section>
            <h3>须补正，或者写明理由的（{errs.length}项）</h3>
            {errs.map((finding) => (
              <div key={keyOf(finding)} className={css.override}>
                <Gap
                  sentence={finding.sentence}
                  article={finding.article}
                  onGo={() => leave(placeOfFinding(finding))}
                />
                <label htmlFor={`override-${finding.checkId}`}>不补正的理由（记入审计，法规科可查）</label>
                <input
                  id={`override-${finding.checkId}`}
                  className="input"
                  maxLength={512}
                  value={reasons.get(finding.checkId) ?? ''}
                  onChange={(event) => setReasons(new Map(reasons).set(finding.checkId, event.target.value))}
                />
              </div>
            ))}
          </section>
        )}
        {open === 0 && template.numbering?.preNumbered === true && (
          <IssueNumber template={template} number={number} onChange={setNumber} />
        )}
        <RefusalNote error={act.error} onClose={act.forget} />
        <div className={css.foot}>
          <ReasonButton onClick={onClose}>{open > 0 ? '知道了' : '再看看'}</ReasonButton>
          <ReasonButton
            kind="primary"
            autoFocus={open === 0}
            data-testid="confirm-issue"
            reason={reason}
            busy={act.busy}
            onClick={issue}
          >
            出具
          </ReasonButton>
        </div>
      </div>
    </Dialog>
  );
}

const keyOf = (finding: Finding): string => `${finding.checkId} ${finding.sentence}`;

function Gap({ sentence, article = null, onGo }: { sentence: string; article?: number | null; onGo: () => void }) {
  return (
    <div className={css.gap}>
      <button type="button" className={css.go} onClick={onGo}>
        {sentence}
      </button>
      {article !== null && <ArticleLink article={article} />}
    </div>
  );
}
