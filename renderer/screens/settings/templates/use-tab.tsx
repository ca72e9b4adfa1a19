import { Link } from '@tanstack/react-router';
import { usualFirst } from '../../../parts/cases/procedure-order.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { AddedSteps } from './added-steps.tsx';
import type { TabProps } from './tab-props.ts';
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
              <Link to="/regulation" search={{ view: 'steps', row: `${procedure.id} ${step.id}` }}>
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
