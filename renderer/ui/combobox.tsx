import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import css from './combobox.module.css';
import { Icon } from './icon.tsx';
import { OptionKeys, OptionList, type Option } from './option-list.tsx';
import { useOptionFilter } from './option-search.ts';

/** What both kinds of combobox take; a `<label htmlFor={id}>` outside names the field. */
export interface ComboboxFieldProps {
  id: string;
  options: readonly Option[];
  placeholder?: string;
  readOnly?: boolean;
  /** What the list says when nothing matches. */
  none?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
}

export interface ComboboxProps extends ComboboxFieldProps {
  value: string | null;
  /** Null when the text was emptied. */
  onChange: (id: string | null) => void;
}

/** One of many, found by typing a part of the name or the first letters of its pinyin; up to some 3,000 options. */
export function Combobox({
  options,
  value,
  onChange,
  placeholder,
  readOnly = false,
  none = '没有找到',
  ...field
}: ComboboxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [used, setUsed] = useState(false);
  const filter = useOptionFilter(used);
  return (
    <ComboBox
      id={field.id}
      aria-describedby={field['aria-describedby']}
      className={css.whole ?? ''}
      defaultItems={options}
      defaultFilter={filter}
      value={value}
      onChange={(key) => key !== value && onChange(key === null ? null : String(key))}
      onOpenChange={() => setUsed(true)}
      isReadOnly={readOnly}
      isInvalid={field['aria-invalid'] ?? false}
      isRequired={field['aria-required'] ?? false}
      validationBehavior="aria"
      allowsEmptyCollection
    >
      <OptionKeys>
        <div ref={box} className={css.box}>
          <Input className={css.input ?? ''} placeholder={placeholder} />
          {!readOnly && <OpenButton />}
        </div>
      </OptionKeys>
      <OptionList options={options} anchor={box} none={none} />
    </ComboBox>
  );
}

/** For the mouse; the keyboard opens the list with ↓ or by typing. */
export function OpenButton() {
  return (
    <Button className={css.open ?? ''} excludeFromTabOrder>
      <Icon name="chevron" />
    </Button>
  );
}
