import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Officer } from '../../../shared/case-file.ts';
import { needsSecondPerson, type PersonDraft, type Unit } from '../../../shared/contract/staff.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/labelled-fields.tsx';
import { PersonFields } from '../../parts/parties/person-fields.tsx';
import { certificateProblem } from '../../parts/parties/person-fields-problems.ts';
import { queries } from '../../data/queries.ts';
import { NewPassword } from '../../parts/passwords/new-password.tsx';
import { newPasswordProblem } from '../../parts/passwords/password-problem.ts';
import { useSession } from '../../data/session.ts';
import { confirmationProblem, nobodyYet, SecondPersonFields, useConfirmers } from './second-person.tsx';
import { SaveLine } from './save-line.tsx';
import css from './settings.module.css';
import { FormGrid } from '../../ui/form-grid.tsx';
import { assignersOf } from '../../../shared/procedure/assignment.ts';
import { Note } from '../../ui/note.tsx';

export interface PersonEditorProps {
  /** null adds a new person. */
  person: Officer | null;
  /** Everybody of the office. */
  people: readonly Officer[];
  units: readonly Unit[];
  notMine: string | null;
  onClose: () => void;
}

const draftOf = (person: Officer | null): PersonDraft & { active: boolean } =>
  person === null
    ? { name: '', roles: ['承办人'], unitId: null, certNo: '', certFrom: '', certTo: '', active: true }
    : {
        name: person.name,
        roles: person.roles,
        unitId: person.unitId,
        certNo: person.certNo,
        certFrom: person.certFrom,
        certTo: person.certTo,
        active: person.active,
      };

function personReason({ name, roles, ...certificate }: PersonDraft): string | null {
  if (name.trim().length < 2) return '请填写姓名。';
  return roles.length === 0 ? '请至少选一个岗位。' : certificateProblem(certificate);
}

/** One person: name, roles, unit, 执法证, in office or not, and a new password when theirs is forgotten. */
export function PersonEditor({ person, people, units, notMine, onClose }: PersonEditorProps) {
  const [draft, setDraft] = useState(() => draftOf(person));
  const [password, setPassword] = useState({ text: '', again: '' });
  const [second, setSecond] = useState(nobodyYet);
  const confirmers = useConfirmers(people);
  const isConfirmed = confirmers.length > 0 && (person === null || needsSecondPerson(person, draft));
  const confirmedBy = isConfirmed ? second : null;
  const add = useMutation({ ...queries.staff.add.mutationOptions(), onSuccess: onClose });
  const update = useMutation({ ...queries.staff.update.mutationOptions(), onSuccess: onClose });
  const { active, ...details } = draft;
  const trimmed = { ...details, name: details.name.trim(), certNo: details.certNo.trim() };
  const reason =
    notMine ??
    personReason(draft) ??
    (person === null ? newPasswordProblem(password.text, password.again) : null) ??
    (confirmedBy === null ? null : confirmationProblem(confirmedBy));
  const save = (): void =>
    person === null
      ? add.mutate({ ...trimmed, password: password.text, confirmedBy })
      : update.mutate({ ...trimmed, personId: person.personId, active, confirmedBy });
  return (
    <Dialog title={person === null ? '添加人员' : person.name} onClose={onClose} width={720}>
      <div className={css.section}>
        <FormGrid>
          <PersonFields value={draft} onChange={setDraft} />
          <SelectField
            label="科室"
            name="person-unit"
            options={unitOptions(units, draft.unitId)}
            value={draft.unitId ?? ''}
            onChange={(unitId) => setDraft({ ...draft, unitId: unitId === '' ? null : unitId })}
          />
          {person === null ? (
            <>
              <div />
              <NewPassword value={password} onChange={setPassword} />
            </>
          ) : (
            <Check
              name="person-active"
              checked={active}
              onChange={(checked) => setDraft({ ...draft, active: checked })}
            >
              在岗（取消后不能再打开工作站）
            </Check>
          )}
          {person?.active === true && !active && <Departure person={person} people={people} />}
          {isConfirmed && <SecondPersonFields confirmers={confirmers} value={second} onChange={setSecond} />}
        </FormGrid>
        <SaveLine saving={person === null ? add : update} reason={reason} onSave={save} data-testid="save-person" />
        {person !== null && <PasswordReset person={person} confirmers={confirmers} notMine={notMine} />}
      </div>
    </Dialog>
  );
}

/** Who gives on the open cases of somebody who leaves; which ones is said to them alone (第四十二条). */
function Departure({ person, people }: { person: Officer; people: readonly Officer[] }) {
  const others = people.filter(({ personId }) => personId !== person.personId);
  const names = assignersOf(person.unitId, others).map(({ name }) => name);
  return (
    <Note data-testid="departure">
      <p>
        {names.length === 0
          ? `${person.name}离岗后，他的在办案件没有人能分派：请先登记科室负责人或者分管领导。`
          : `${person.name}的在办案件会逐件列在${names.join('、')}的“今日”里，由他们选定接手的人；在那以前案件不会丢。`}
      </p>
    </Note>
  );
}

/** Units in use, and the one the person belongs to. */
const unitOptions = (units: readonly Unit[], unitId: string | null) => [
  { value: '', label: '不属于科室' },
  ...units.filter((unit) => unit.active || unit.id === unitId).map(({ id, name }) => ({ value: id, label: name })),
];

function PasswordReset({
  person,
  confirmers,
  notMine,
}: {
  person: Officer;
  confirmers: readonly Officer[];
  notMine: string | null;
}) {
  const [second, setSecond] = useState(nobodyYet);
  const isMine = useSession().operator?.personId === person.personId;
  const confirmedBy = confirmers.length === 0 || isMine ? null : second;
  const [password, setPassword] = useState({ text: '', again: '' });
  const reset = useMutation({
    ...queries.staff.setPassword.mutationOptions(),
    onSuccess: () => {
      setPassword({ text: '', again: '' });
      setSecond(nobodyYet);
    },
  });
  return (
    <details>
      <summary>{person.name}忘记了密码</summary>
      <div className={css.section}>
        <FormGrid>
          <NewPassword value={password} onChange={setPassword} />
          {confirmedBy !== null && <SecondPersonFields confirmers={confirmers} value={second} onChange={setSecond} />}
        </FormGrid>
        <SaveLine
          saving={reset}
          reason={
            notMine ??
            newPasswordProblem(password.text, password.again) ??
            (confirmedBy === null ? null : confirmationProblem(confirmedBy))
          }
          label="设为新密码"
          onSave={() => reset.mutate({ personId: person.personId, password: password.text, confirmedBy })}
          data-testid="reset-password"
        />
      </div>
    </details>
  );
}
