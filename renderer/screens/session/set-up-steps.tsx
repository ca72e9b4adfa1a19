import { optionsOf, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { OfficeForm } from '../../parts/office/office-form.tsx';
import { PersonFields } from '../../parts/parties/person-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { NewPassword } from '../../parts/passwords/new-password.tsx';
import { officeProblems } from '../../parts/office/office-problems.ts';
import { namedUnits, personProblems, type SetUpDraft, unitProblems } from './set-up-draft.ts';
import css from './gate.module.css';
import { FieldLines, FormGrid } from '../../ui/form-grid.tsx';

export interface SetUpStepProps {
  draft: SetUpDraft;
  onChange: (draft: SetUpDraft) => void;
  /** Somebody wanted to go on: what is wrong is said at its field. */
  asked: boolean;
}

export const OfficeStep = ({ draft, onChange, asked }: SetUpStepProps) => (
  <OfficeForm
    value={draft.office}
    onChange={(office) => onChange({ ...draft, office })}
    problems={asked ? officeProblems(draft.office) : {}}
  />
);

export function UnitsStep({ draft, onChange, asked }: SetUpStepProps) {
  const { units } = draft;
  const problems = asked ? unitProblems(units) : {};
  const change = (index: number, unit: SetUpDraft['units'][number]): void =>
    onChange({ ...draft, units: units.with(index, unit) });
  return (
    <FieldLines>
      <p>办理和审核案件的科室、大队、窗口。案件归到承办科室名下，负责人在审批时出现；以后可以在“设置”里增改。</p>
      {units.map((unit, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line has nothing else that stays the same while it is typed
        <FormGrid key={index} className={css.unitLine}>
          <TextField
            label={`科室 ${index + 1}`}
            required={index === 0}
            problem={problems[index]}
            name={`unit-${index}`}
            maxLength={64}
            autoComplete="off"
            autoFocus={index === units.length - 1}
            value={unit.name}
            onChange={(name) => change(index, { ...unit, name })}
          />
          <TextField
            label="负责人"
            name={`unit-head-${index}`}
            maxLength={32}
            autoComplete="off"
            value={unit.head}
            onChange={(head) => change(index, { ...unit, head })}
          />
        </FormGrid>
      ))}
      <ReasonButton kind="quiet" onClick={() => onChange({ ...draft, units: [...units, { name: '', head: '' }] })}>
        再加一个科室
      </ReasonButton>
    </FieldLines>
  );
}

export function FirstPersonStep({ draft, onChange, asked }: SetUpStepProps) {
  const { person } = draft;
  const problems = asked ? personProblems(draft) : {};
  return (
    <FormGrid>
      <PersonFields
        value={person}
        onChange={(next) => onChange({ ...draft, person: next })}
        fixed={{ role: '系统管理员', why: '第一个人同时是系统管理员，由您添加其他人员。' }}
        nameProblem={problems.name}
      />
      <SelectField
        label="所在科室"
        required
        problem={problems.unit}
        name="person-unit"
        options={[{ value: '', label: '请选择' }, ...optionsOf(namedUnits(draft.units).map(({ name }) => name))]}
        value={person.unit}
        onChange={(unit) => onChange({ ...draft, person: { ...person, unit } })}
      />
      <div />
      <NewPassword value={draft.password} asked={asked} onChange={(password) => onChange({ ...draft, password })} />
    </FormGrid>
  );
}
