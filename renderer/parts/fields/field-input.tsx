import { picksPerson } from '../../../shared/template/person-ties.ts';
import { CauseInput } from '../causes/cause-input.tsx';
import { ChoiceField, ChoicesField } from './choice-input.tsx';
import { DateInput } from '../days/date-input.tsx';
import { Amount } from './amount.tsx';
import { OfficersField } from './officers-input.tsx';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { textOf } from './field-input-props.ts';
import { PersonName } from './person-name.tsx';
import { isQuestions, QuestionsField } from './questions-input.tsx';
import { ExhibitsField, PapersField } from './refs-input.tsx';
import { RowsField } from './rows-input.tsx';
import type { DrawInput } from './rows-input.tsx';
import css from './field-input.module.css';
import { useTextNotes } from './text-notes.tsx';
import { keptAs } from './typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';

/** The editor of one field, chosen by its type; a closed paper shows the same editor without changing anything. */
export function FieldInput(props: FieldInputProps) {
  const { field, id, value, onChange, locked, describedBy, invalid } = props;
  const tied = { id, name: id, 'aria-describedby': describedBy, 'aria-invalid': invalid };
  switch (field.type) {
    case 'text':
      if (isCause(field) && !locked)
        return <CauseInput {...tied} maxLength={field.max ?? 128} value={textOf(value)} onChange={onChange} />;
      return picksPerson(field) && !locked && props.refs.people.length > 0 ? (
        <PersonName {...props} />
      ) : (
        <ShortText {...props} />
      );
    case 'longText':
      return <LongText {...props} />;
    case 'date':
    case 'dateTime':
      return (
        <DateInput
          {...tied}
          value={textOf(value)}
          withTime={field.type === 'dateTime'}
          readOnly={locked}
          onChange={(day) => onChange(day === '' ? null : day)}
          onUnread={onChange}
        />
      );
    case 'number':
    case 'money':
      return <Amount {...props} />;
    case 'flag':
      return (
        <label className={css.option}>
          <input
            {...tied}
            type="checkbox"
            checked={value === true}
            disabled={locked}
            onChange={(event) => onChange(event.target.checked)}
          />
          是
        </label>
      );
    case 'choice':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'officers':
      return <OfficersField {...props} />;
    case 'papers':
      return <PapersField {...props} />;
    case 'exhibits':
      return <ExhibitsField {...props} />;
    case 'rows':
      return isQuestions(field) ? <QuestionsField {...props} /> : <RowsField {...props} drawInput={drawInput} />;
  }
}

/** The field that says what the case is about, which may be one of the catalogue. */
const isCause = ({ key, from }: Field): boolean => key === 'causeName' && from === 'case.causeName';

const drawInput: DrawInput = (props) => <FieldInput {...props} />;

function ShortText(props: FieldInputProps) {
  const { field, id, value, onChange, locked, invalid } = props;
  const { onKeyDown, describedBy, notes } = useTextNotes(props);
  return (
    <>
      <input
        id={id}
        name={id}
        autoComplete="off"
        value={textOf(value)}
        readOnly={locked}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        {...typedInto(keptAs(field), onChange)}
        onKeyDown={onKeyDown}
      />
      {notes}
    </>
  );
}

/** Grows with its text; near its limit it counts. */
function LongText(props: FieldInputProps) {
  const { field, id, value, onChange, locked, invalid } = props;
  const { onKeyDown, describedBy, notes } = useTextNotes(props);
  const text = textOf(value);
  const length = [...text].length;
  const near = field.max !== undefined && length > field.max * 0.8;
  return (
    <>
      <div className={css.longText}>
        <textarea
          id={id}
          name={id}
          rows={2}
          value={text}
          readOnly={locked}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          {...typedInto(keptAs(field), onChange)}
          onKeyDown={onKeyDown}
        />
        {near && (
          <span className={length > (field.max ?? 0) ? css.over : css.count}>
            {length} / {field.max} 字
          </span>
        )}
      </div>
      {notes}
    </>
  );
}
