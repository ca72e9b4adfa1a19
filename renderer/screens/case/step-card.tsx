import { useNavigate } from '@tanstack/react-router';
import type { Paper } from '../../../shared/case-file.ts';
import { partyNamed } from '../../../shared/procedure/parties.ts';
import type { GuideStep } from '../../../shared/procedure/procedure.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { CaseSoFar } from './case-so-far.tsx';
import { CaseSummary, CaseWaits } from './case-summary.tsx';
import { nextPlace, placeOf } from './next-place.ts';
import { PaperLines } from './paper-lines.tsx';
import css from './step-card.module.css';
import { beginningsOf, servedBy, whyClosed } from './step-beginnings.ts';
import { gapsOf } from './stages.ts';
import { useCalmCase, useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { useCaseRight } from './use-paper-rights.ts';

/** In the middle while no paper is in hand: the step that was chosen, else what the case needs next; what waits beside it, and the case in short. */
export function CaseHome() {
  const { input } = useCaseWork();
  const { guide } = useCalmCase();
  const { stepId } = useWorkspace();
  const next = nextPlace(input, { paperId: null, field: null })?.stepId;
  const shown = guide.find(({ step }) => step.id === (stepId ?? next));
  return (
    <section className={css.home} aria-label="文书" data-pane tabIndex={-1}>
      {shown === undefined ? (
        <EmptyState title="本案各步都已办完" why="可以在左侧打开任何一份文书查看，或者在“归档”“移送”中继续办理。" />
      ) : (
        <StepCard guideStep={shown} isNext={shown.step.id === next} />
      )}
      <CaseWaits shownStep={shown?.step.id} />
      <CaseSummary />
      <CaseSoFar />
    </section>
  );
}

const shownObstacles = 4;

/** One step: why the law asks for it, what is missing, the papers it has, those it can be begun with. */
function StepCard({ guideStep, isNext }: { guideStep: GuideStep; isNext: boolean }) {
  const { file } = useCalmCase();
  const { go } = useWorkspace();
  const { step, state, stepPaperIds } = guideStep;
  const obstacles = state === 'done' ? [] : gapsOf(guideStep);
  const papers = stepPaperIds.flatMap((id) => file.papers.find((paper) => paper.id === id) ?? []);
  return (
    <article className={css.card} data-step-card={step.id} tabIndex={-1}>
      <p className={css.lead}>{isNext ? '下一步' : step.stage}</p>
      <h2 className={css.title}>{step.name}</h2>
      <p className={css.why}>
        {step.why}（<ArticleLink article={step.article} />）
      </p>
      <PaperLines papers={papers} />
      {obstacles.length > 0 && (
        <ul className={css.obstacles}>
          {obstacles.slice(0, shownObstacles).map((obstacle) => (
            <li key={`${obstacle.paperId} ${obstacle.sentence}`}>
              <button type="button" onClick={() => go(placeOf(obstacle))}>
                {obstacle.sentence}
              </button>
            </li>
          ))}
          {obstacles.length > shownObstacles && <li>还有{obstacles.length - shownObstacles}项，按 F2 逐项办理。</li>}
        </ul>
      )}
      <Beginnings guideStep={guideStep} papers={papers} isNext={isNext} />
    </article>
  );
}

/** What the step can be begun with; of the next step's one paper F2 is the key. */
function Beginnings({
  guideStep,
  papers,
  isNext,
}: {
  guideStep: GuideStep;
  papers: readonly Paper[];
  isNext: boolean;
}) {
  const { file, input } = useCalmCase();
  const { start, go } = useWorkspace();
  const right = useCaseRight('documents.create');
  const { step, state, spared } = guideStep;
  if ('volume' in step.doneBy && state !== 'done')
    return (
      <ReasonButton
        kind="primary"
        data-start={step.id}
        onClick={() => go({ want: 'archive', sentence: '', stepId: step.id })}
      >
        去归档
      </ReasonButton>
    );
  if ('lead' in step.doneBy) return state === 'done' ? null : <BeginAnew leadId={step.doneBy.lead} />;
  const beginnings = beginningsOf(guideStep);
  const reason = right ?? whyClosed(file, step);
  return (
    <div className={css.beginnings}>
      {beginnings.map(({ templateId, partyId }, index) => (
        <ReasonButton
          key={`${templateId} ${partyId}`}
          kind={index === 0 && papers.length === 0 ? 'primary' : 'plain'}
          {...(isNext && beginnings.length === 1 && { keyHint: 'F2' })}
          data-start={step.id}
          data-party={partyId}
          data-testid={`start-${templateId}`}
          reason={reason}
          onClick={() => start(templateId, { serves: servedBy(file, step, partyId), partyId })}
        >
          {begin(papers, partyId, partyNamed(file, partyId))}
          {input.templates.get(templateId)?.name ?? templateId}
        </ReasonButton>
      ))}
      {spared.templateIds.length > 0 && (
        <details className={css.spared}>
          <summary>{spared.why}</summary>
          <ul>
            {spared.templateIds.map((id) => (
              <li key={id}>{input.templates.get(id)?.name ?? id}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The new case is begun from the one whose decision this is about: its facts and evidence are there. */
function BeginAnew({ leadId }: { leadId: string }) {
  const { file } = useCalmCase();
  const navigate = useNavigate();
  const right = useCaseRight('cases.beginFrom');
  const decided = file.linked.find(({ id, stands }) => stands === 'earlier' && id === file.case.followsId);
  const unknown =
    file.case.followsId === null
      ? '本案没有选定作出决定的案件，请在“更多—修改案件登记”里选定。'
      : decided === undefined
        ? '您无权查阅原案件，请由原案件的承办人或者承办单位负责人另立（第四十二条）。'
        : null;
  return (
    <div className={css.beginnings}>
      <ReasonButton
        kind="primary"
        data-testid="begin-anew"
        reason={right ?? unknown}
        onClick={() =>
          void (decided && navigate({ to: '/cases/$id', params: { id: decided.id }, search: { lead: leadId } }))
        }
      >
        由原案件另立案件
      </ReasonButton>
    </div>
  );
}

function begin(papers: readonly Paper[], partyId: string | undefined, name: string): string {
  const again = papers.some((paper) => partyId === undefined || paper.partyId === partyId);
  return `${name === '' ? '' : `给${name}`}${again ? '再做一份' : '填写'}`;
}
