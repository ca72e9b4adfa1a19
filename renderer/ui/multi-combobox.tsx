import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { OpenButton, type ComboboxFieldProps } from './combobox.tsx';
import css from './combobox.module.css';
import { Icon } from './icon.tsx';
import { OptionKeys, OptionList, type Option } from './option-list.tsx';
import { useOptionFilter } from './option-search.ts';

export interface MultiComboboxProps extends ComboboxFieldProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** What is chosen, for screen readers. */
  chosenLabel: string;
}

/** Some of many: those chosen stand before the field and can be taken away; Backspace in the empty field takes the last. */
export function MultiCombobox({
  options,
  value,
  onChange,
  chosenLabel,
  placeholder,
  readOnly = false,
  none = '没有找到',
  ...field
}: MultiComboboxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [used, setUsed] = useState(false);
  const filter = useOptionFilter(used);
  const [text, setText] = useState('');
  const chosen = value.map((id) => options.find((option) => option.id === id) ?? { id, label: id });
  return (
    <div ref={box} className={css.box}>
      <Chosen
        label={chosenLabel}
        options={chosen}
        onRemove={readOnly ? undefined : (id) => onChange(value.filter((other) => other !== id))}
      />
      <ComboBox<Option, 'multiple'>
        id={field.id}
        aria-describedby={field['aria-describedby']}
        className={css.within ?? ''}
        selectionMode="multiple"
        defaultItems={options}
        defaultFilter={filter}
        value={value}
        inputValue={text}
        onInputChange={setText}
        onChange={(keys) => {
          const ids = keys.map(String);
          // Told also when the list is only closed, by scrolling, say: then what is typed stays.
          if (isSame(ids, value)) return;
          setText('');
          onChange(ids);
        }}
        onOpenChange={() => setUsed(true)}
        isReadOnly={readOnly}
        isInvalid={field['aria-invalid'] ?? false}
        isRequired={field['aria-required'] ?? false}
        validationBehavior="aria"
        allowsEmptyCollection
      >
        <OptionKeys onErase={readOnly ? undefined : () => onChange(value.slice(0, -1))}>
          <Input
            className={css.input ?? ''}
            onBlur={() => setText('')}
            placeholder={value.length === 0 ? placeholder : undefined}
          />
          {!readOnly && <OpenButton />}
        </OptionKeys>
        <OptionList options={options} anchor={box} none={none} />
      </ComboBox>
    </div>
  );
}

/**
 * What is typed is kept here: the library would clear it whenever a choice comes back from the workstation, also while the next one is
 * being typed.
 */
const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

interface ChosenProps {
  label: string;
  options: readonly Option[];
  onRemove: ((id: string) => void) | undefined;
}

/** One stop of Tab; arrows go between them, Delete takes one away. */
function Chosen({ label, options, onRemove }: ChosenProps) {
  if (options.length === 0) return null;
  return (
    <TagGroup
      aria-label={label}
      className={css.tags ?? ''}
      {...(onRemove !== undefined && { onRemove: (keys) => keys.forEach((key) => onRemove(String(key))) })}
    >
      <TagList items={options} className={css.tagList ?? ''}>
        {({ label: name }) => (
          <Tag textValue={name} className={css.tag ?? ''}>
            {name}
            {onRemove !== undefined && (
              <Button slot="remove" className={css.remove ?? ''}>
                <Icon name="close" />
              </Button>
            )}
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
