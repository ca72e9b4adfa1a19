import { useState } from 'react';
import type { Officer } from '../../../shared/case-file.ts';
import { isAway } from '../../../shared/procedure/absence.ts';
import { type KeyChangeDue, keyChangeSentence } from '../../../shared/contract/key-change.ts';
import type { Unit } from '../../../shared/contract/staff.ts';
import { DayText } from '../../parts/days/day.tsx';
import { certificateState } from '../../parts/parties/person-fields-problems.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useToday } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { PersonEditor } from './person-editor.tsx';
import css from './settings.module.css';
import { ButtonRow } from '../../ui/button-row.tsx';
import { Note } from '../../ui/note.tsx';
import { Surface } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';

const columnsWith = (units: readonly Unit[]): Column<Officer>[] => [
  {
    title: '姓名',
    width: '7rem',
    cell: (person) => <strong className={person.active ? '' : css.gone}>{person.name}</strong>,
  },
  { title: '岗位', width: 'minmax(0, 1.4fr)', cell: (person) => person.roles.join('、') },
  {
    title: '科室',
    width: 'minmax(0, 1fr)',
    cell: (person) => units.find((unit) => unit.id === person.unitId)?.name ?? '',
  },
  { title: '执法证', width: 'minmax(0, 1.6fr)', cell: (person) => <Certificate person={person} /> },
  { title: '状态', width: '4.5rem', cell: (person) => <Present person={person} /> },
];

interface PeopleSectionProps {
  people: readonly Officer[];
  units: readonly Unit[];
  /** That the vault key is to be changed, because somebody left. */
  keyChange: KeyChangeDue | null;
}

/** 人员: who works here, in which roles, with which 执法证. */
export function PeopleSection({ people, units, keyChange }: PeopleSectionProps) {
  const [editing, setEditing] = useState<Officer | 'new' | null>(null);
  const notMine = useRight('staff.update');
  return (
    <section className={css.section} aria-label="人员">
      <ButtonRow>
        <ReasonButton reason={notMine} onClick={() => setEditing('new')} data-testid="add-person">
          添加人员
        </ReasonButton>
        <span className="second">离岗的人不能再打开工作站，他办过的记录照旧。</span>
      </ButtonRow>
      {keyChange !== null && <Note happened={keyChangeSentence(keyChange)} data-testid="key-change-due" />}
      <Surface>
        <List
          label="人员"
          columns={columnsWith(units)}
          rows={people}
          rowKey={(person) => person.personId}
          onOpen={setEditing}
          data-testid="people"
        />
      </Surface>
      {editing !== null && (
        <PersonEditor
          person={editing === 'new' ? null : editing}
          people={people}
          units={units}
          notMine={notMine}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function Present({ person }: { person: Officer }) {
  const today = useToday();
  if (!person.active) return '已离岗';
  return isAway(person, today) ? '请假' : '在岗';
}

function Certificate({ person }: { person: Officer }) {
  const state = certificateState(person, useToday());
  if (state === 'none') return <span className="second">没有登记</span>;
  if (state === 'expired') return <strong className="harm">{person.certNo}　已过期，不得执法（第十八条）</strong>;
  return (
    <span>
      {person.certNo}　至 <DayText value={person.certTo} />
      {state === 'soon' && <Tag tone="soon">将到期</Tag>}
    </span>
  );
}
