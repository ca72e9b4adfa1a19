import { Role } from '../../../shared/template/template.ts';
import { DateInput } from '../days/date-input.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { certificateProblem, type PersonFieldsValue } from './person-fields-problems.ts';

export interface PersonFieldsProps<Value extends PersonFieldsValue> {
  value: Value;
  onChange: (value: Value) => void;
  /** A role that cannot be taken away here, and why. */
  fixed?: { role: Role; why: string };
}

/** Name, roles (岗位) and 执法证 of a person. */
export function PersonFields<Value extends PersonFieldsValue>({ value, onChange, fixed }: PersonFieldsProps<Value>) {
  const toggle = (role: Role, enabled: boolean): void =>
    onChange({
      ...value,
      roles: Role.options.filter((option) => (option === role ? enabled : value.roles.includes(option))),
    });
  const problem = certificateProblem(value);
  return (
    <>
      <Labelled label="姓名" required>
        {(control) => (
          <input
            {...control}
            className="input"
            name="person-name"
            maxLength={32}
            autoComplete="off"
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        )}
      </Labelled>
      <fieldset className="choice-row labelled-full">
        <legend>岗位</legend>
        {Role.options.map((role) => (
          <label key={role} className="check">
            <input
              type="checkbox"
              name={`role-${role}`}
              checked={value.roles.includes(role)}
              disabled={role === fixed?.role}
              onChange={(event) => toggle(role, event.target.checked)}
            />
            {role}
          </label>
        ))}
        {fixed !== undefined && <p className="labelled-help choice-note">{fixed.why}</p>}
      </fieldset>
      <Labelled label="执法证号" help="执法人员办案要出示执法证（第十八条）；不执法的人员不填。">
        {(control) => (
          <input
            {...control}
            className="input"
            name="cert-no"
            maxLength={32}
            autoComplete="off"
            value={value.certNo}
            onChange={(event) => onChange({ ...value, certNo: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label="执法证有效期" problem={problem}>
        {(control) => (
          <div className="span-of-days">
            <DateInput
              {...control}
              name="cert-from"
              value={value.certFrom}
              onChange={(certFrom) => onChange({ ...value, certFrom })}
            />
            <span>至</span>
            <DateInput
              name="cert-to"
              aria-label="执法证有效期止"
              value={value.certTo}
              onChange={(certTo) => onChange({ ...value, certTo })}
            />
          </div>
        )}
      </Labelled>
    </>
  );
}
