import { useState } from 'react';
import { optionsOf, Select } from '../../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { ownTypes } from './template-draft.ts';
import css from './templates.module.css';
import { typeWords } from './template-words.ts';

type OwnType = (typeof ownTypes)[number];

/** Adds a field of the bureau's own to the end of a section. */
export function NewField({ onAdd }: { onAdd: (type: OwnType, label: string) => void }) {
  const [label, setLabel] = useState('');
  const [type, setType] = useState<OwnType>('text');
  const add = (): void => {
    onAdd(type, label.trim());
    setLabel('');
  };
  return (
    <div className={css.newField}>
      <input
        name="new-field"
        aria-label="新栏目的名称"
        placeholder="加一栏：栏目名称"
        maxLength={40}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Select aria-label="新栏目的种类" options={optionsOf(ownTypes, typeWords)} value={type} onChange={setType} />
      <ReasonButton reason={label.trim() === '' ? '请先写栏目名称。' : null} onClick={add}>
        加上
      </ReasonButton>
    </div>
  );
}
