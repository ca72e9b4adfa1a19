import { Link } from '@tanstack/react-router';
import type { Procedure } from '../../../../shared/procedure/procedure.ts';
import type { AddedStep } from '../../../../shared/template/template.ts';
import { usualFirst } from '../../../parts/cases/procedure-order.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { useDefinitions } from '../../../data/definitions.ts';
import type { TabProps } from './template-tabs.tsx';
import css from './templates.module.css';

/** 用在哪里: the steps of the program that ask for the paper, and those the bureau adds for it. */
export function UseTab({ edit, readOnly }: TabProps) {
  const procedures = usualFirst(useDefinitions().data?.procedures ?? []);
  const { id } = edit.draft;
  const asking = procedures.flatMap((procedure) =>
    procedure.steps
      .filter(({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes(id))
      .map((step) => ({ procedure, step })),
  );
  return (
    <div className={css.sections}>
      <section aria-label="流程自带的步骤">
        <h2>流程自带的步骤</h2>
        {asking.length === 0 && (
          <p className="second">
            程序自带的步骤不要求这种文书{edit.draft.steps.length === 0 && '；办案时在“另加文书”里选用'}。
          </p>
        )}
        <ul className={css.uses}>
          {asking.map(({ procedure, step }) => (
            <li key={`${procedure.id} ${step.id}`}>
              {procedure.name}：
              <Link to="/regulation" search={{ view: 'steps', at: `${procedure.id} ${step.id}` }}>
                {step.name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <AddedSteps edit={edit} readOnly={readOnly} procedures={procedures} />
    </div>
  );
}

function AddedSteps({
  edit: { draft, set, faults },
  readOnly,
  procedures,
}: TabProps & { procedures: readonly Procedure[] }) {
  const { steps } = draft;
  const change = (position: number, part: Partial<AddedStep>): void =>
    set({ ...draft, steps: steps.map((step, index) => (index === position ? { ...step, ...part } : step)) });
  const free = procedures.find((procedure) => !steps.some((step) => step.procedure === procedure.id));
  return (
    <section aria-label="本局加的步骤">
      <h2>本局加的步骤</h2>
      <p className="second">加进去的步骤只用于以后开始的案件；定为必经的，没有办理，归档前核查会指出。</p>
      <ul className={css.rows}>
        {steps.map((step, index) => (
          <li key={step.procedure}>
            <select
              className="input"
              name={`step-procedure-${index}`}
              aria-label={`第${index + 1}处加进哪个流程`}
              disabled={readOnly}
              value={step.procedure}
              onChange={(event) => change(index, { procedure: event.target.value, after: '' })}
            >
              {procedures.map((procedure) => (
                <option
                  key={procedure.id}
                  value={procedure.id}
                  disabled={procedure.id !== step.procedure && steps.some((other) => other.procedure === procedure.id)}
                >
                  {procedure.name}
                </option>
              ))}
            </select>
            <select
              className="input"
              name={`step-after-${index}`}
              aria-label={`第${index + 1}处排在哪一步之后`}
              disabled={readOnly}
              value={step.after}
              aria-invalid={faults.has(`steps.${index}.after`)}
              onChange={(event) => change(index, { after: event.target.value })}
            >
              <option value="">排在哪一步之后…</option>
              {procedures
                .find((procedure) => procedure.id === step.procedure)
                ?.steps.map((entry) => (
                  <option key={entry.id} value={entry.id}>
                    {entry.name}之后
                  </option>
                ))}
            </select>
            <select
              className="input"
              name={`step-need-${index}`}
              aria-label={`第${index + 1}处必经还是可选`}
              disabled={readOnly}
              value={step.need}
              onChange={(event) => change(index, { need: event.target.value === 'required' ? 'required' : 'optional' })}
            >
              <option value="optional">可选</option>
              <option value="required">必经</option>
            </select>
            <label className="check">
              <input
                type="checkbox"
                name={`step-repeats-${index}`}
                disabled={readOnly}
                checked={step.repeats}
                onChange={(event) => change(index, { repeats: event.target.checked })}
              />
              可以多次
            </label>
            {!readOnly && (
              <ReasonButton
                kind="quiet"
                aria-label={`删去第${index + 1}处步骤`}
                onClick={() => set({ ...draft, steps: steps.toSpliced(index, 1) })}
              >
                ×
              </ReasonButton>
            )}
            {[`steps.${index}.procedure`, `steps.${index}.after`]
              .filter((path) => faults.has(path))
              .map((path) => (
                <p key={path} className="labelled-problem">
                  {faults.get(path)}
                </p>
              ))}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <ReasonButton
          kind="quiet"
          reason={free === undefined ? '每个流程都已经加了。' : null}
          onClick={() =>
            set({
              ...draft,
              steps: [...steps, { procedure: free?.id ?? '', after: '', need: 'optional', repeats: false }],
            })
          }
          data-testid="add-step"
        >
          加进一个流程
        </ReasonButton>
      )}
    </section>
  );
}
