import type { Procedure } from '../../../../shared/procedure/procedure.ts';
import type { AddedStep } from '../../../../shared/template/template.ts';
import { Check } from '../../../ui/choices.tsx';
import { Select } from '../../../ui/labelled-fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';
import { Problem } from '../../../ui/labelled.tsx';

export interface AddedStepsProps extends TabProps {
  procedures: readonly Procedure[];
}

const NEEDS = [
  { value: 'optional', label: '可选' },
  { value: 'required', label: '必经' },
] as const;

/** 本局加的步骤: where the bureau puts the paper into a procedure, one step in each at the most. */
export function AddedSteps({ edit, readOnly, procedures }: AddedStepsProps) {
  const { draft, set } = edit;
  const { steps } = draft;
  const unused = procedures.find(({ id }) => !steps.some((step) => step.procedure === id));
  const add = (): void => {
    const step: AddedStep = { procedure: unused?.id ?? '', after: '', need: 'optional', repeats: false };
    set({ ...draft, steps: [...steps, step] });
  };
  return (
    <section aria-label="本局加的步骤">
      <h2>本局加的步骤</h2>
      <p className="second">加进去的步骤只用于以后开始的案件；定为必经的，没有办理，归档前核查会指出。</p>
      <ul className={css.rows}>
        {steps.map((step, index) => (
          <AddedStepRow
            key={step.procedure}
            step={step}
            index={index}
            edit={edit}
            readOnly={readOnly}
            procedures={procedures}
          />
        ))}
      </ul>
      {!readOnly && (
        <ReasonButton
          kind="quiet"
          reason={unused === undefined ? '每个流程都已经加了。' : null}
          onClick={add}
          data-testid="add-step"
        >
          加进一个流程
        </ReasonButton>
      )}
    </section>
  );
}

interface AddedStepProps extends AddedStepsProps {
  step: AddedStep;
  index: number;
}

function AddedStepRow(props: AddedStepProps) {
  const {
    step,
    index,
    edit: { draft, set, faults },
    readOnly,
  } = props;
  const change = (part: Partial<AddedStep>): void =>
    set({ ...draft, steps: draft.steps.with(index, { ...step, ...part }) });
  const stepFaults = [`steps.${index}.procedure`, `steps.${index}.after`].filter((path) => faults.has(path));
  return (
    <li>
      <PlaceOfStep {...props} onChange={change} />
      <Select
        name={`step-need-${index}`}
        aria-label={`第${index + 1}处必经还是可选`}
        disabled={readOnly}
        options={NEEDS}
        value={step.need}
        onChange={(need) => change({ need })}
      />
      <Check
        name={`step-repeats-${index}`}
        disabled={readOnly}
        checked={step.repeats}
        onChange={(repeats) => change({ repeats })}
      >
        可以多次
      </Check>
      {!readOnly && (
        <ReasonButton
          kind="quiet"
          aria-label={`删去第${index + 1}处步骤`}
          onClick={() => set({ ...draft, steps: draft.steps.toSpliced(index, 1) })}
        >
          <Icon name="close" />
        </ReasonButton>
      )}
      {stepFaults.map((path) => (
        <Problem key={path}>{faults.get(path)}</Problem>
      ))}
    </li>
  );
}

/** Into which procedure the step goes, and after which of its steps. */
function PlaceOfStep({
  step,
  index,
  edit: { draft, faults },
  readOnly,
  procedures,
  onChange,
}: AddedStepProps & { onChange: (part: Partial<AddedStep>) => void }) {
  const usedElsewhere = (id: string): boolean =>
    id !== step.procedure && draft.steps.some(({ procedure }) => procedure === id);
  const procedureSteps = procedures.find(({ id }) => id === step.procedure)?.steps ?? [];
  return (
    <>
      <Select
        name={`step-procedure-${index}`}
        aria-label={`第${index + 1}处加进哪个流程`}
        disabled={readOnly}
        options={procedures.map(({ id, name }) => ({ value: id, label: name, disabled: usedElsewhere(id) }))}
        value={step.procedure}
        onChange={(procedure) => onChange({ procedure, after: '' })}
      />
      <Select
        name={`step-after-${index}`}
        aria-label={`第${index + 1}处排在哪一步之后`}
        disabled={readOnly}
        aria-invalid={faults.has(`steps.${index}.after`)}
        options={[
          { value: '', label: '排在哪一步之后…' },
          ...procedureSteps.map(({ id, name }) => ({ value: id, label: `${name}之后` })),
        ]}
        value={step.after}
        onChange={(after) => onChange({ after })}
      />
    </>
  );
}
