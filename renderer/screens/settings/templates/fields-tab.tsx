import { useState } from 'react';
import { fieldsOf, type Field, type FieldType, type Section } from '../../../../shared/template/template.ts';
import { usedIn } from '../../../../shared/procedure/own-paper.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { FieldParts } from './field-parts.tsx';
import {
  moved,
  ownTypes,
  withField,
  withFieldMoved,
  withNewSection,
  withOwnField,
  withoutField,
  withSection,
} from './template-draft.ts';
import type { TabProps } from './template-tabs.tsx';
import { requiredWords, typeWords } from './template-words.ts';
import css from './templates.module.css';

/** Sections and fields in their order; one field is open at a time. */
export function FieldsTab({ edit, readOnly }: TabProps) {
  const { draft, set, faults } = edit;
  const [open, setOpen] = useState<string | null>(null);
  const lost = faults.get('sections');
  return (
    <div className={css.sections}>
      {lost !== undefined && (
        <p className="labelled-problem" role="alert">
          {lost}
        </p>
      )}
      {draft.layout === 'letter' && !readOnly && (
        <p className="second">公文式文书按“正文”排印：新加的栏目要在正文里填入位置，才会印出来。</p>
      )}
      {draft.sections.map((section, position) => (
        <section key={position} aria-label={section.title}>
          <SectionHead section={section} at={position} edit={edit} readOnly={readOnly} />
          <ul className={css.fields}>
            {section.fields.map((field, index) => (
              <FieldLine
                key={field.key}
                edit={edit}
                readOnly={readOnly}
                field={field}
                section={position}
                at={index}
                isOpen={open === field.key}
                onOpen={() => setOpen(open === field.key ? null : field.key)}
              />
            ))}
          </ul>
          {!readOnly && <NewField onAdd={(type, label) => set(withOwnField(draft, position, type, label))} />}
        </section>
      ))}
      {!readOnly && (
        <p>
          <ReasonButton kind="quiet" onClick={() => set(withNewSection(draft))} data-testid="add-section">
            加一部分
          </ReasonButton>
        </p>
      )}
    </div>
  );
}

function SectionHead({
  section,
  at: index,
  edit: { draft, set, faults },
  readOnly,
}: TabProps & { section: Section; at: number }) {
  const problem = faults.get(`sections.${index}.title`);
  return (
    <header className={css.sectionHead}>
      <input
        className="input"
        name={`section-${index}`}
        aria-label={`第${index + 1}部分的标题`}
        aria-invalid={problem !== undefined}
        maxLength={40}
        readOnly={readOnly}
        value={section.title}
        onChange={(event) => set(withSection(draft, index, (item) => ({ ...item, title: event.target.value })))}
      />
      {!readOnly && (
        <Movers
          name={section.title}
          first={index === 0}
          last={index === draft.sections.length - 1}
          onMove={(by) => set({ ...draft, sections: moved(draft.sections, index, by) })}
        />
      )}
      {problem !== undefined && <p className="labelled-problem">{problem}</p>}
    </header>
  );
}

interface FieldLineProps extends TabProps {
  field: Field;
  section: number;
  at: number;
  isOpen: boolean;
  onOpen: () => void;
}

function FieldLine({
  edit: { draft, shipped, set, faults },
  readOnly,
  field,
  section,
  at: index,
  isOpen,
  onOpen,
}: FieldLineProps) {
  const path = `sections.${section}.fields.${index}`;
  const wrong = [...faults.keys()].some((key) => key.startsWith(`${path}.`));
  const kept = shipped === null ? undefined : fieldsOf(shipped).find((entry) => entry.key === field.key);
  const use = usedIn(draft, field.key);
  const isLast = section === draft.sections.length - 1 && index === (draft.sections[section]?.fields.length ?? 0) - 1;
  return (
    <li className={css.field} data-wrong={wrong || undefined}>
      <div className={css.fieldLine}>
        <button type="button" className={css.fieldName} aria-expanded={isOpen} onClick={onOpen}>
          {field.label === '' ? '（没有名称）' : field.label}
          {shipped !== null && kept === undefined && <span className={css.ownMark}>本局</span>}
        </button>
        <span className="second">{typeWords[field.type]}</span>
        <span className={css.fieldNeed} title={requiredWords(field, fieldsOf(draft))}>
          {requiredWords(field, fieldsOf(draft))}
        </span>
        {!readOnly && (
          <Movers
            name={field.label}
            first={section === 0 && index === 0}
            last={isLast}
            onMove={(by) => set(withFieldMoved(draft, section, index, by))}
          />
        )}
      </div>
      {isOpen && (
        <div className={css.fieldOpen}>
          <FieldParts
            field={field}
            kept={kept}
            around={fieldsOf(draft)}
            path={path}
            faults={faults}
            readOnly={readOnly}
            onChange={(part) => set(withField(draft, section, index, part))}
          />
          {!readOnly && (
            <p>
              <ReasonButton
                kind="quiet"
                reason={
                  kept !== undefined
                    ? '流程、核查和期限要用这一栏，不能删去；不需要填写的，改为选填。'
                    : use === null
                      ? null
                      : `${use}用到这一栏，先改那里，才能删去。`
                }
                onClick={() => set(withoutField(draft, field.key))}
              >
                删去这一栏
              </ReasonButton>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

/** Up and down by one place. */
export function Movers({
  name,
  first,
  last,
  onMove,
}: {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  return (
    <span className={css.movers}>
      <ReasonButton
        kind="quiet"
        aria-label={`${name}上移`}
        reason={first ? '已经是第一个。' : null}
        onClick={() => onMove(-1)}
      >
        ↑
      </ReasonButton>
      <ReasonButton
        kind="quiet"
        aria-label={`${name}下移`}
        reason={last ? '已经是最后一个。' : null}
        onClick={() => onMove(1)}
      >
        ↓
      </ReasonButton>
    </span>
  );
}

function NewField({ onAdd }: { onAdd: (type: (typeof ownTypes)[number], label: string) => void }) {
  const [label, setLabel] = useState('');
  const [type, setType] = useState<(typeof ownTypes)[number]>('text');
  const add = (): void => {
    onAdd(type, label.trim());
    setLabel('');
  };
  return (
    <div className={css.newField}>
      <input
        className="input"
        name="new-field"
        aria-label="新栏目的名称"
        placeholder="加一栏：栏目名称"
        maxLength={40}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <select
        className="input"
        aria-label="新栏目的种类"
        value={type}
        onChange={(event) => setType(ownTypes.find((ownType: FieldType) => ownType === event.target.value) ?? 'text')}
      >
        {ownTypes.map((ownType) => (
          <option key={ownType} value={ownType}>
            {typeWords[ownType]}
          </option>
        ))}
      </select>
      <ReasonButton reason={label.trim() === '' ? '请先写栏目名称。' : null} onClick={add}>
        加上
      </ReasonButton>
    </div>
  );
}
