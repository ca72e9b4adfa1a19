import type { Field } from '../../../shared/template/template.ts';
import { MultiCombobox } from '../../ui/multi-combobox.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import { idsOf, textOf } from './field-input-props.ts';
import css from './field-input.module.css';
import { ReasonButton } from '../../ui/reason-button.tsx';

/** Few short choices are all in sight and arrow keys move between them; others open as a list. */
const inSight = ({ choices = [], width }: Field): boolean =>
  choices.length <= 5 && choices.join('').length + choices.length * 3 <= (width === 'half' ? 24 : 60);

/** One of several (单选). */
export function ChoiceField(props: FieldInputProps) {
  const { field, id, value, onChange, locked, describedBy, invalid } = props;
  if (inSight(field))
    return (
      <OptionGroup
        {...props}
        type="radio"
        chosen={[textOf(value)]}
        onToggle={(choice, enabled) => onChange(enabled ? choice : null)}
      />
    );
  return (
    <select
      id={id}
      name={id}
      value={textOf(value)}
      disabled={locked}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">请选择</option>
      {field.choices?.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}

/** Any number of several (多选). */
export function ChoicesField(props: FieldInputProps) {
  const { field, id, value, onChange, locked, describedBy, invalid } = props;
  const choices = field.choices ?? [];
  const chosen = idsOf(value);
  const put = (next: readonly string[]): void => onChange(choices.filter((choice) => next.includes(choice)));
  if (choices.length <= 20) {
    return (
      <OptionGroup
        {...props}
        type="checkbox"
        chosen={chosen}
        onToggle={(choice, enabled) => put(enabled ? [...chosen, choice] : chosen.filter((text) => text !== choice))}
      />
    );
  }
  return (
    <MultiCombobox
      id={id}
      chosenLabel="已选的项"
      value={chosen}
      readOnly={locked}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      placeholder="请选择，可输入文字或拼音首字母查找"
      options={choices.map((choice) => ({ id: choice, label: choice }))}
      onChange={put}
    />
  );
}

interface OptionGroupProps extends FieldInputProps {
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
  onToggle: (choice: string, enabled: boolean) => void;
}

function OptionGroup({ field, id, type, chosen, onToggle, locked, describedBy, invalid }: OptionGroupProps) {
  return (
    <div
      id={id}
      className={css.options}
      role={type === 'radio' ? 'radiogroup' : 'group'}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={type === 'radio' ? invalid : undefined}
    >
      {field.choices?.map((choice) => (
        <label key={choice} className={css.option}>
          <input
            type={type}
            name={id}
            value={choice}
            checked={chosen.includes(choice)}
            disabled={locked}
            onChange={(event) => onToggle(choice, event.target.checked)}
          />
          {choice}
        </label>
      ))}
      {type === 'radio' && !locked && chosen.some((choice) => choice !== '') && field.required === false && (
        <ReasonButton kind="quiet" onClick={() => onToggle(chosen[0] ?? '', false)}>
          不选
        </ReasonButton>
      )}
    </div>
  );
}
