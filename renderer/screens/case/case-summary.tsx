import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayText } from '../../parts/days/day.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { waitsOf } from './case-waits.ts';
import { stageNow } from './stages.ts';
import css from './step-card.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** What waits in the case beside the step above: each leads there. */
export function CaseWaits({ shownStep }: { shownStep: string | undefined }) {
  const { file, guide, input } = useCalmCase();
  const { openPaper, openStep } = useWorkspace();
  const { shown, more } = waitsOf(file, guide, { templates: input.templates, shownStep });
  if (shown.length === 0) return null;
  return (
    <section className={css.block} data-testid="case-waits">
      <h3>还等着的</h3>
      <ul className={css.lines}>
        {shown.map(({ name, why, goTo }) => (
          <li key={'paperId' in goTo ? goTo.paperId : goTo.stepId}>
            <button
              type="button"
              className={css.all}
              onClick={() => ('paperId' in goTo ? openPaper(goTo.paperId) : openStep(goTo.stepId))}
            >
              {name}
            </button>
            <span className={css.wait}>{why}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={css.why}>另有{more}项，在左边的步骤里。</p>}
    </section>
  );
}

/** The case in a few lines: how it began, how far it is, what it holds. */
export function CaseSummary() {
  const { file, guide, input } = useCalmCase();
  const required = guide.filter((step) => step.required);
  const done = required.filter(({ state }) => state === 'done').length;
  const issued = file.papers.filter(({ status }) => status === 'issued');
  const started = issued.find(({ templateId }) => templateId === input.procedure.startsWith);
  return (
    <section className={css.block} data-testid="case-summary">
      <h3>本案概况</h3>
      <Facts>
        <Fact term="流程">{input.procedure.name}</Fact>
        <Fact term="登记">
          <DayText value={dayOf(file.case.createdAt)} />
        </Fact>
        {started !== undefined && (
          <Fact term={started.name}>
            <DayText value={started.issuedAt} />
          </Fact>
        )}
        <Fact term="办到">
          {stageNow(guide)}　{caseStateWords[file.case.state]}，要办的 {required.length} 步办了 {done} 步
        </Fact>
        <Fact term="材料">
          已出具文书 {issued.length} 份，证据 {file.exhibits.length} 件
        </Fact>
      </Facts>
    </section>
  );
}
