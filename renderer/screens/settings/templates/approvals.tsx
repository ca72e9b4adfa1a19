import { Role, type ApprovalStep } from '../../../../shared/template/template.ts';
import { Check } from '../../../ui/choices.tsx';
import { optionsOf, Select } from '../../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { RowTools } from './movers.tsx';
import { PeopleSelect } from './people-select.tsx';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';
import { Problem } from '../../../ui/labelled.tsx';

const NEW_STEP: ApprovalStep = { label: '', by: '承办单位负责人', people: 1, optional: false };

/** 审批: the levels of approval, lowest first. */
export function Approvals({ edit, readOnly }: TabProps) {
  const { draft, set } = edit;
  const steps = draft.approval;
  return (
    <section aria-label="审批">
      <h2>审批（自上而下）</h2>
      {steps.length === 0 && <p className="second">这种文书不需要审批。</p>}
      <ul className={css.rows}>
        {steps.map((step, index) => (
          <ApprovalRow key={index} step={step} index={index} edit={edit} readOnly={readOnly} />
        ))}
      </ul>
      {!readOnly && (
        <ReasonButton kind="quiet" onClick={() => set({ ...draft, approval: [...steps, NEW_STEP] })}>
          加一级审批
        </ReasonButton>
      )}
    </section>
  );
}

function ApprovalRow({
  step,
  index,
  edit: { draft, set, faults },
  readOnly,
}: TabProps & { step: ApprovalStep; index: number }) {
  const steps = draft.approval;
  const fault = faults.get(`approval.${index}.label`);
  const change = (part: Partial<ApprovalStep>): void =>
    set({ ...draft, approval: steps.with(index, { ...step, ...part }) });
  return (
    <li>
      <input
        name={`approval-${index}`}
        aria-label={`第${index + 1}级的名称`}
        placeholder="文书上的名称，如 承办人意见"
        maxLength={30}
        readOnly={readOnly}
        aria-invalid={fault !== undefined}
        value={step.label}
        onChange={(event) => change({ label: event.target.value })}
      />
      <Select
        aria-label={`第${index + 1}级由谁签批`}
        disabled={readOnly}
        options={optionsOf(Role.options)}
        value={step.by}
        onChange={(by) => change({ by })}
      />
      <PeopleSelect
        label={`第${index + 1}级几个人`}
        most={3}
        readOnly={readOnly}
        value={step.people}
        onChange={(people) => change({ people })}
      />
      <Check disabled={readOnly} checked={step.optional} onChange={(optional) => change({ optional })}>
        可以省去
      </Check>
      {!readOnly && (
        <RowTools
          name={step.label}
          removeLabel={`删去第${index + 1}级`}
          rows={steps}
          index={index}
          onChange={(approval) => set({ ...draft, approval })}
        />
      )}
      {fault !== undefined && <Problem>{fault}</Problem>}
    </li>
  );
}
