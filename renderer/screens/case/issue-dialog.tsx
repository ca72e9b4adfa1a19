import { now as clockNow } from '../../data/clock.ts';
import { useMemo, useState } from 'react';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import type { Obstacle } from '../../../shared/procedure/procedure.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking } from '../../../shared/regulation/judge.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './dialogs.module.css';
import { IssueNumber } from './issue-number.tsx';
import { placeOf, placeOfFinding } from './next-place.ts';
import type { Place } from './next-place.ts';
import { useCaseWork } from './use-case-work.ts';
import { usePaperAct } from './use-paper-act.ts';
import { useWorkspace } from './use-workspace.ts';
import { ActBar } from '../../ui/act-bar.tsx';

const LEAST_REASON = 4;

interface IssueDialogProps {
  paper: Paper;
  template: Template;
  onClose: () => void;
}

/** What stands between the paper and its issue, each with the way there; when nothing does, the last look before it is frozen. */
export function IssueDialog({ paper, template, onClose }: IssueDialogProps) {
  const { go } = useWorkspace();
  const [reasons, setReasons] = useState<Reasons>(new Map());
  const [number, setNumber] = useState('');
  const act = usePaperAct(paper.id);
  const gaps = useIssueGaps(paper);
  const { errs } = gaps;
  const places = [...gaps.obstacles.map(placeOf), ...gaps.vetoes.map(placeOfFinding)];
  const open = places.length;
  const goTo = (place: Place): void => {
    onClose();
    go(place);
  };
  const issue = (): void =>
    act.run(
      (current) => api.documents.issue({ ...current, ...overridesOf(errs, reasons), ...(number !== '' && { number }) }),
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
        {open > 0 && <OpenGaps gaps={gaps} count={open} onGo={goTo} />}
        {errs.length > 0 && <ErrsToExplain errs={errs} reasons={reasons} onReasons={setReasons} onGo={goTo} />}
        {open === 0 && template.numbering?.preNumbered === true && (
          <IssueNumber template={template} number={number} onChange={setNumber} />
        )}
        <RefusalNote error={act.error} onClose={act.forget} />
        <ActBar>
          <ReasonButton onClick={onClose}>{open > 0 ? '知道了' : '再看看'}</ReasonButton>
          {places[0] === undefined ? (
            <ReasonButton
              kind="primary"
              autoFocus
              data-testid="confirm-issue"
              reason={whyNotIssued(errs, reasons)}
              busy={act.busy}
              onClick={issue}
            >
              出具
            </ReasonButton>
          ) : (
            <GoToFirst place={places[0]} onGo={goTo} />
          )}
        </ActBar>
      </div>
    </Dialog>
  );
}

/** Why an err is not put right, by check. */
type Reasons = ReadonlyMap<string, string>;

interface IssueGaps {
  obstacles: readonly Obstacle[];
  /** Findings that forbid the issue, and those that may stand with a reason. */
  vetoes: readonly Finding[];
  errs: readonly Finding[];
}

function useIssueGaps(paper: Paper): IssueGaps {
  const { input, periods } = useCaseWork();
  const [now] = useState(() => momentOf(clockNow().toISOString()));
  const findings = useMemo(
    () => blocking(findingsOfIssue({ ...input, periods }, paper, now), 'issue'),
    [input, periods, paper, now],
  );
  const obstacles = obstaclesToIssue(input, paper);
  // A field that is named as missing is not named again by each check that reads it.
  const others = findings.filter((finding) => !obstacles.some((obstacle) => isOfSameField(obstacle, finding)));
  return {
    obstacles,
    vetoes: others.filter(({ severity }) => severity === 'veto'),
    errs: others.filter(({ severity }) => severity === 'err'),
  };
}

const isOfSameField = (obstacle: Obstacle, finding: Finding): boolean =>
  obstacle.field !== undefined &&
  obstacle.paperId === finding.paperId &&
  obstacle.field.split('.')[0] === finding.field?.split('.')[0];

/** The way to the first thing that is missing: what a person who asked for the issue wants next. */
function GoToFirst({ place, onGo }: GapsProps & { place: Place }) {
  const goOn = (): void => onGo(place);
  useKey('F2', goOn, { everywhere: true });
  return (
    <ReasonButton kind="primary" autoFocus keyHint="F2" data-testid="go-to-first" onClick={goOn}>
      {place.want === 'field' ? '去填第一项' : '去办第一项'}
    </ReasonButton>
  );
}

const overridesOf = (errs: readonly Finding[], reasons: Reasons) => ({
  overrides: [...reasons]
    .filter(([checkId]) => errs.some((err) => err.checkId === checkId))
    .map(([checkId, reason]) => ({ checkId, reason })),
});

function whyNotIssued(errs: readonly Finding[], reasons: Reasons): string | null {
  const unexplained = errs.filter(({ checkId }) => (reasons.get(checkId) ?? '').trim().length < LEAST_REASON).length;
  return unexplained > 0 ? `有${unexplained}个问题没有补正，也没有写明理由（不少于${LEAST_REASON}个字）。` : null;
}

const keyOf = (finding: Finding): string => `${finding.checkId} ${finding.sentence}`;

interface GapsProps {
  onGo: (place: Place) => void;
}

function OpenGaps({ gaps: { obstacles, vetoes }, count, onGo }: GapsProps & { gaps: IssueGaps; count: number }) {
  return (
    <section>
      <h3>没有办好的（{count}项）</h3>
      <div className={css.obstacles}>
        {obstacles.map((obstacle) => (
          <Gap key={obstacle.sentence} sentence={obstacle.sentence} onGo={() => onGo(placeOf(obstacle))} />
        ))}
        {vetoes.map((veto) => (
          <Gap
            key={keyOf(veto)}
            sentence={veto.sentence}
            article={veto.article}
            onGo={() => onGo(placeOfFinding(veto))}
          />
        ))}
      </div>
    </section>
  );
}

function ErrsToExplain({
  errs,
  reasons,
  onReasons,
  onGo,
}: GapsProps & { errs: readonly Finding[]; reasons: Reasons; onReasons: (reasons: Reasons) => void }) {
  return (
    <section>
      <h3>须补正，或者写明理由的（{errs.length}项）</h3>
      {errs.map((err) => (
        <div key={keyOf(err)} className={css.override}>
          <Gap sentence={err.sentence} article={err.article} onGo={() => onGo(placeOfFinding(err))} />
          <label htmlFor={`override-${err.checkId}`}>不补正的理由（记入审计，法规科可查）</label>
          <input
            id={`override-${err.checkId}`}
            maxLength={512}
            value={reasons.get(err.checkId) ?? ''}
            {...typedInto(seenLine, (typed) => onReasons(new Map(reasons).set(err.checkId, typed)))}
          />
        </div>
      ))}
    </section>
  );
}

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
