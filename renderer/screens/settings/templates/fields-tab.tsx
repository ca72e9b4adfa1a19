import { useState } from 'react';
import { type Section } from '../../../../shared/template/template.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { FieldLine } from './field-line.tsx';
import { Movers } from './movers.tsx';
import { NewField } from './new-field.tsx';
import type { TabProps } from './tab-props.ts';
import { moved, withNewSection, withOwnField, withSection } from './template-draft.ts';
import css from './templates.module.css';
import { Problem } from '../../../ui/labelled.tsx';

/** Sections and fields in their order; one field is open at a time. */
export function FieldsTab({ edit, readOnly }: TabProps) {
  const { draft, set, faults } = edit;
  const [openKey, setOpenKey] = useState<string | null>(null);
  const sectionsFault = faults.get('sections');
  return (
    <div className={css.sections}>
      {sectionsFault !== undefined && <Problem>{sectionsFault}</Problem>}
      {draft.layout === 'letter' && !readOnly && (
        <p className="second">公文式文书按“正文”排印：新加的栏目要在正文里填入位置，才会印出来。</p>
      )}
      {draft.sections.map((section, sectionIndex) => (
        <section key={sectionIndex} aria-label={section.title}>
          <SectionHead section={section} index={sectionIndex} edit={edit} readOnly={readOnly} />
          <ul className={css.fields}>
            {section.fields.map((field, index) => (
              <FieldLine
                key={field.key}
                edit={edit}
                readOnly={readOnly}
                field={field}
                sectionIndex={sectionIndex}
                index={index}
                isOpen={openKey === field.key}
                onToggle={() => setOpenKey(openKey === field.key ? null : field.key)}
              />
            ))}
          </ul>
          {!readOnly && <NewField onAdd={(type, label) => set(withOwnField(draft, sectionIndex, type, label))} />}
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
  index,
  edit: { draft, set, faults },
  readOnly,
}: TabProps & { section: Section; index: number }) {
  const problem = faults.get(`sections.${index}.title`);
  return (
    <header className={css.sectionHead}>
      <input
        name={`section-${index}`}
        aria-label={`第${index + 1}部分的标题`}
        aria-invalid={problem !== undefined}
        maxLength={40}
        readOnly={readOnly}
        value={section.title}
        onChange={(event) => set(withSection(draft, index, (before) => ({ ...before, title: event.target.value })))}
      />
      {!readOnly && (
        <Movers
          name={section.title}
          isFirst={index === 0}
          isLast={index === draft.sections.length - 1}
          onMove={(by) => set({ ...draft, sections: moved(draft.sections, index, by) })}
        />
      )}
      {problem !== undefined && <Problem>{problem}</Problem>}
    </header>
  );
}
