import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence, Officer } from '../../../shared/case-file.ts';
import { faultOfAbsence, whyNotEnterAbsence } from '../../../shared/procedure/absence.ts';
import { queries } from '../../data/queries.ts';
import { useOperator, useToday } from '../../data/session.ts';
import { DateField } from '../../parts/days/date-field.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { SelectField } from '../../ui/labelled-fields.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { ReadTable } from '../../ui/read-table.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { SaveLine } from './save-line.tsx';
import css from './settings.module.css';

/** 请假: who is away from when to when, and who stands in; what waits for them is asked of that person. */
export function AbsenceSection({ people }: { people: readonly Officer[] }) {
  return (
    <section className={css.section} aria-label="请假">
      <p>
        请假期间，等请假的人办的事和签的意见，由代理人在“今日”里办，署代理人的姓名并注明代谁。不选代理人的，审批等请假的人回来。
      </p>
      <AbsenceForm people={people} />
      <Absences people={people} />
    </section>
  );
}

function AbsenceForm({ people }: { people: readonly Officer[] }) {
  const operator = useOperator();
  const today = useToday();
  const [personId, setPersonId] = useState(operator.personId);
  const [absence, setAbsence] = useState<Absence>({ from: today, to: today, standInId: null });
  const enter = useMutation(queries.staff.setAbsence.mutationOptions());
  const person = people.find((each) => each.personId === personId);
  const mine = people.filter((each) => each.active && whyNotEnterAbsence(operator, each) === null);
  const standIns = people.filter((each) => each.active && each.personId !== personId);
  const missing = absence.from === '' || absence.to === '' ? '请填写请假的第一天和最后一天。' : null;
  const reason = missing ?? (person === undefined ? '请选请假的人。' : faultOfAbsence(absence, person, people, today));
  return (
    <>
      <FormGrid>
        <SelectField
          label="请假的人"
          required
          name="absent-person"
          options={mine.map(({ personId: value, name: label }) => ({ value, label }))}
          value={personId}
          onChange={setPersonId}
        />
        <SelectField
          label="代理人"
          name="stand-in"
          options={[
            { value: '', label: '不选（等本人回来）' },
            ...standIns.map((each) => ({ value: each.personId, label: `${each.name}（${each.roles.join('、')}）` })),
          ]}
          value={absence.standInId ?? ''}
          onChange={(standInId) => setAbsence({ ...absence, standInId: standInId === '' ? null : standInId })}
        />
        <DateField
          label="第一天"
          required
          name="absent-from"
          value={absence.from}
          onChange={(from) => setAbsence({ ...absence, from })}
        />
        <DateField
          label="最后一天"
          required
          name="absent-to"
          value={absence.to}
          onChange={(to) => setAbsence({ ...absence, to })}
        />
      </FormGrid>
      <SaveLine
        saving={enter}
        reason={reason}
        label="登记请假"
        onSave={() => enter.mutate({ personId, absence })}
        data-testid="enter-absence"
      />
    </>
  );
}

/** Who is away or will be; back at work earlier than planned is one press. */
function Absences({ people }: { people: readonly Officer[] }) {
  const operator = useOperator();
  const today = useToday();
  const end = useMutation(queries.staff.setAbsence.mutationOptions());
  const away = people.filter(({ active, absence }) => active && absence !== undefined && absence.to >= today);
  return (
    <>
      <RefusalNote error={end.error} />
      <ReadTable
        label="请假的人"
        columns={columnsWith(people, (person) => ({
          reason: whyNotEnterAbsence(operator, person),
          onClick: () => end.mutate({ personId: person.personId, absence: null }),
        }))}
        rows={away}
        rowKey={({ personId }) => personId}
        none="现在没有人请假。"
        data-testid="absences"
      />
    </>
  );
}

const columnsWith = (
  people: readonly Officer[],
  endOf: (person: Officer) => { reason: string | null; onClick: () => void },
): Column<Officer>[] => [
  { title: '姓名', width: '7rem', cell: ({ name }) => name },
  {
    title: '请假',
    width: '',
    cell: ({ absence }) =>
      absence !== undefined && (
        <>
          <DayText value={absence.from} /> 至 <DayText value={absence.to} />
        </>
      ),
  },
  {
    title: '代理人',
    width: '9rem',
    cell: ({ absence }) => people.find(({ personId }) => personId === absence?.standInId)?.name ?? '没有',
  },
  {
    title: '办理',
    width: '6rem',
    cell: (person) => (
      <ReasonButton kind="quiet" aria-label={`${person.name}销假`} {...endOf(person)}>
        销假
      </ReasonButton>
    ),
  },
];
