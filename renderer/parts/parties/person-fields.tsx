import { Role } from '../../../shared/template/template.ts';
import { DateInput } from '../days/date-input.tsx';
import { Check, ChoiceRow } from '../../ui/choices.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { certificateProblem, type PersonFieldsValue } from './person-fields-problems.ts';
import css from './person-fields.module.css';

export interface PersonFieldsProps<Value extends PersonFieldsValue> {
  value: Value;
  onChange: (value: Value) => void;
  /** A role that cannot be taken away here, and why. */
  fixed?: { role: Role; why: string };
  nameProblem?: string | undefined;
}

/** Name, roles (岗位) and 执法证 of a person. */
export function PersonFields<Value extends PersonFieldsValue>({
  value,
  onChange,
  fixed,
  nameProblem,
}: PersonFieldsProps<Value>) {
  return (
    <>
      <TextField
        label="姓名"
        required
        problem={nameProblem}
        name="person-name"
        maxLength={32}
        autoComplete="off"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <Roles value={value.roles} fixed={fixed} onChange={(roles) => onChange({ ...value, roles })} />
      <TextField
        label="执法证号"
        help="执法人员办案要出示执法证（第十八条）；不执法的人员不填。"
        name="cert-no"
        maxLength={32}
        autoComplete="off"
        value={value.certNo}
        onChange={(certNo) => onChange({ ...value, certNo })}
      />
      <Labelled label="执法证有效期" problem={certificateProblem(value)}>
        {(control) => (
          <div className={css.span}>
            <DateInput
              {...control}
              name="cert-from"
              value={value.certFrom}
              onChange={(certFrom) => onChange({ ...value, certFrom })}
            />
            <span className={css.to}>至</span>
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

interface RolesProps {
  value: readonly Role[];
  fixed: { role: Role; why: string } | undefined;
  onChange: (roles: Role[]) => void;
}

function Roles({ value, fixed, onChange }: RolesProps) {
  const toggle = (role: Role, isHeld: boolean): void => {
    const held = Role.options.filter((option) => (option === role ? isHeld : value.includes(option)));
    // 主要负责人 is a 分管领导 too: one tick gives both.
    onChange(
      Role.options.filter((option) => held.includes(option) || (option === '分管领导' && held.includes('主要负责人'))),
    );
  };
  return (
    <ChoiceRow legend="岗位">
      {Role.options.map((role) => (
        <Check
          key={role}
          name={`role-${role}`}
          checked={value.includes(role)}
          disabled={role === fixed?.role}
          onChange={(isHeld) => toggle(role, isHeld)}
        >
          {role}
        </Check>
      ))}
      {fixed !== undefined && <p className={css.why}>{fixed.why}</p>}
    </ChoiceRow>
  );
}
