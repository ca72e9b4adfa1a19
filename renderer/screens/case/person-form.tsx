import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  factOf,
  idTypes,
  listedKinds,
  newPerson,
  numberFacts,
  personProblems,
  PersonDetails,
  settledPerson,
  type CasePerson,
} from '../../../shared/identity/case-person.ts';
import { api } from '../../data/api.ts';
import { DateField } from '../../parts/days/date-field.tsx';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { useKey } from '../../ui/keys.ts';
import { optionsOf, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './people-tab.module.css';
import { useCaseWork } from './use-case-work.ts';

interface PersonFormProps {
  /** Null: somebody new. */
  person: CasePerson | null;
  onClose: () => void;
}

/** Somebody of the case: an ID number says sex, birth day and age by itself. */
export function PersonForm({ person, onClose }: PersonFormProps) {
  const { file } = useCaseWork();
  const key = `person ${file.case.id} ${person?.id ?? 'new'}`;
  const [details, setDetails, forget] = useFormDraft(key, PersonDetails, () => detailsOf(person));
  const [strict, setStrict] = useState(false);
  const close = (): void => {
    forget();
    onClose();
  };
  const { save, remove } = usePersonActs(person, close);
  const submit = (): void => {
    setStrict(true);
    if (personProblems(settledPerson(details)).length === 0) save.mutate(details);
  };
  useKey('Ctrl+Enter', submit, { name: '保存本案人员' });
  useKey('Esc', close);
  return (
    <form className={css.form} aria-label="本案人员" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <div className={css.fields}>
        <PersonLines details={details} onChange={setDetails} strict={strict} />
        <RefusalNote error={save.error ?? remove.error} onClose={save.error === null ? remove.reset : save.reset} />
      </div>
      <ActBar
        note={
          person !== null && (
            <ReasonButton
              kind="quiet"
              data-testid="remove-person"
              busy={remove.isPending}
              onClick={() => remove.mutate()}
            >
              从本案人员里删去
            </ReasonButton>
          )
        }
      >
        <ReasonButton onClick={close}>取消</ReasonButton>
        <ReasonButton
          kind="primary"
          type="submit"
          keyHint="Ctrl+Enter"
          data-testid="save-person"
          busy={save.isPending}
          onClick={submit}
        >
          保存
        </ReasonButton>
      </ActBar>
    </form>
  );
}

function detailsOf(person: CasePerson | null): PersonDetails {
  if (person === null) return newPerson({ kind: '委托代理人' });
  const { id: _, version: _version, ...details } = person;
  return details;
}

function usePersonActs(person: CasePerson | null, onClose: () => void) {
  const { file, refresh } = useCaseWork();
  const caseId = file.case.id;
  const personId = person?.id ?? null;
  const version = person?.version ?? null;
  const save = useMutation({
    mutationFn: async (details: PersonDetails) => {
      await api.cases.savePerson({ caseId, personId, version, person: details });
      await refresh();
    },
    onSuccess: (_, { name }) => {
      sayDone(`${name}已经保存，填文书时按姓名选。`);
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: async () => {
      if (person !== null) await api.cases.removePerson({ caseId, personId: person.id, version: person.version });
      await refresh();
    },
    onSuccess: () => {
      sayDone(`已删去${person?.name ?? ''}；已经填好的文书不变。`);
      onClose();
    },
  });
  return { save, remove };
}

interface LinesProps {
  details: PersonDetails;
  onChange: (details: PersonDetails) => void;
  strict: boolean;
}

type TextDetail = 'name' | 'idNumber' | 'phone' | 'employer' | 'job' | 'address';

function PersonLines({ details, onChange, strict }: LinesProps) {
  const { file } = useCaseWork();
  const set = (change: Partial<PersonDetails>): void => onChange({ ...details, ...change });
  const problems = personProblems(settledPerson(details));
  const told = (field: keyof PersonDetails): string | undefined =>
    strict || (field !== 'name' && details[field] !== '')
      ? problems.find((problem) => problem.field === field)?.sentence
      : undefined;
  const line = (field: TextDetail) => ({
    name: `person-${field}`,
    autoComplete: 'off',
    value: details[field],
    problem: told(field),
    onChange: (text: string) => set({ [field]: text }),
  });
  return (
    <FormGrid>
      <TextField {...line('name')} label="姓名" required autoFocus maxLength={32} />
      <SelectField
        label="身份"
        required
        name="person-kind"
        options={optionsOf(listedKinds)}
        value={details.kind === '当事人' ? '其他' : details.kind}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        label="证件种类"
        required
        name="person-idType"
        options={optionsOf([...new Set([...idTypes, '港澳台居民居住证', details.idType])])}
        value={details.idType}
        onChange={(idType) => set({ idType })}
      />
      <TextField {...line('idNumber')} label="证件号码" maxLength={32} help={numberWords(details, file.today)} />
      <SexAndBirth details={details} set={set} problem={told('birth')} />
      <TextField {...line('phone')} label="电话" maxLength={32} />
      <TextField {...line('job')} label="职务（工种）" maxLength={128} />
      <TextField {...line('employer')} label="工作单位" width="full" maxLength={128} />
      <TextField {...line('address')} label="住址" width="full" maxLength={256} />
      {file.parties.length > 1 && (
        <SelectField
          label="属于哪一方"
          width="full"
          name="person-party"
          options={[
            { value: '', label: '不属于任何一方' },
            ...file.parties.map(({ householdId, name }) => ({ value: householdId, label: name })),
          ]}
          value={details.partyId ?? ''}
          onChange={(partyId) => set({ partyId: partyId === '' ? null : partyId })}
        />
      )}
    </FormGrid>
  );
}

/** What the number says, so that nobody types it; undefined while it says nothing. */
function numberWords(details: PersonDetails, today: string): string | undefined {
  const settled = settledPerson(details);
  if (numberFacts(settled) === null) return undefined;
  return `${settled.sex}，${settled.birth}出生，${String(factOf(settled, 'age', today))}岁`;
}

/** Asked only where no ID number says them. */
function SexAndBirth({
  details,
  set,
  problem,
}: {
  details: PersonDetails;
  set: (change: Partial<PersonDetails>) => void;
  problem: string | undefined;
}) {
  if (numberFacts(settledPerson(details)) !== null) return null;
  return (
    <>
      <SelectField
        label="性别"
        name="person-sex"
        options={[{ value: '', label: '未填' }, ...optionsOf(['男', '女'])]}
        value={details.sex}
        onChange={(sex) => set({ sex })}
      />
      <DateField
        label="出生日期"
        name="person-birth"
        problem={problem}
        value={details.birth}
        onChange={(birth) => set({ birth })}
      />
    </>
  );
}
