import type { Officer } from '../../../shared/case-file.ts';
import { type Confirmation, isConfirmer } from '../../../shared/contract/staff.ts';
import { useSession } from '../../data/session.ts';
import { PasswordInput } from '../../parts/passwords/password-input.tsx';
import { SelectField } from '../../ui/labelled-fields.tsx';
import { Labelled } from '../../ui/labelled.tsx';

/** Who may confirm what the person logged in does; nobody while the office has no second one. */
export function useConfirmers(people: readonly Officer[]): readonly Officer[] {
  const actingId = useSession().operator?.personId ?? '';
  return people.filter((person) => isConfirmer(person, actingId));
}

export const nobodyYet: Confirmation = { personId: '', password: '' };

/** Why it cannot be written now; null when somebody has entered a password. */
export function confirmationProblem({ personId, password }: Confirmation): string | null {
  if (personId === '') return '请选同意人：须由法规科或者分管领导的另一个人同意。';
  return password === '' ? '请同意人本人输入自己的密码。' : null;
}

/** 同意人: 法规科 or 分管领导 agrees by the own password, so that nobody gives access alone. */
export function SecondPersonFields({
  confirmers,
  value,
  onChange,
}: {
  confirmers: readonly Officer[];
  value: Confirmation;
  onChange: (value: Confirmation) => void;
}) {
  return (
    <>
      <SelectField
        label="同意人"
        name="second-person"
        required
        help="登记人员、增加岗位、重设密码要有法规科或者分管领导的另一个人同意，两个人的姓名都会记录。"
        options={[
          { value: '', label: '请选择' },
          ...confirmers.map(({ personId, name, roles }) => ({
            value: personId,
            label: `${name}（${roles.join('、')}）`,
          })),
        ]}
        value={value.personId}
        onChange={(personId) => onChange({ personId, password: '' })}
      />
      <Labelled label="同意人的密码" required help="由同意人本人在这里输入。">
        {(control) => (
          <PasswordInput
            control={control}
            name="second-person-password"
            value={value.password}
            onChange={(password) => onChange({ ...value, password })}
            autoComplete="current-password"
          />
        )}
      </Labelled>
    </>
  );
}
