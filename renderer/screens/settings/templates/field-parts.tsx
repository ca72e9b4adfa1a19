import type { Field } from '../../../../shared/template/template.ts';
import { conditionWords } from '../../../parts/fields/condition-words.ts';
import { NumberField, SelectField, TextAreaField, TextField, type SelectOption } from '../../../ui/labelled-fields.tsx';
import { ArticlesField } from './articles-field.tsx';
import { changed } from './template-draft.ts';
import { limitWords, requiredWords } from './template-words.ts';
import css from './templates.module.css';
import type { Faults } from './use-template-edit.ts';
import { FormGrid } from '../../../ui/form-grid.tsx';

export interface FieldPartsProps {
  field: Field;
  /** The field as it came with the program; undefined for the bureau's own. */
  shipped: Field | undefined;
  /** The fields its conditions may ask about. */
  conditionFields: readonly Field[];
  path: string;
  faults: Faults;
  readOnly: boolean;
  onChange: (part: Partial<Field>) => void;
}

/** What 法规科 may decide of a field: name, help, whether it must be filled, length, choices, articles; and the same of its columns. */
export function FieldParts(props: FieldPartsProps) {
  const { field, conditionFields, path, faults, readOnly, onChange } = props;
  return (
    <FormGrid>
      <TextField
        label="栏目名称"
        required
        problem={faults.get(`${path}.label`)}
        name={`${path}.label`}
        maxLength={40}
        readOnly={readOnly}
        value={field.label}
        onChange={(label) => onChange({ label })}
      />
      <Required {...props} />
      <TextAreaField
        label="填写说明"
        width="full"
        name={`${path}.help`}
        rows={2}
        maxLength={200}
        readOnly={readOnly}
        value={field.help ?? ''}
        onChange={(help) => onChange({ help: help === '' ? undefined : help })}
      />
      <Limit {...props} />
      <ArticlesField
        name={`${path}.article`}
        readOnly={readOnly}
        value={field.article ?? []}
        onChange={(article) => onChange({ article: article.length === 0 ? undefined : article })}
      />
      {field.choices !== undefined && <Choices {...props} choices={field.choices} />}
      {field.when !== undefined && (
        <p className={css.fact}>只在{conditionWords(field.when, conditionFields)}时填写和打印。</p>
      )}
      {field.from !== undefined && <p className={css.fact}>自动带入，可以改。</p>}
      {field.fields !== undefined && <Columns {...props} columns={field.fields} />}
    </FormGrid>
  );
}

function Required({ field, shipped, conditionFields, readOnly, onChange }: FieldPartsProps) {
  const condition = [field.required, shipped?.required].find((required) => typeof required === 'object');
  const options: SelectOption<'yes' | 'no' | 'when'>[] = [
    { value: 'yes', label: '必填' },
    { value: 'no', label: '选填' },
  ];
  if (condition !== undefined)
    options.push({ value: 'when', label: requiredWords({ required: condition }, conditionFields) });
  return (
    <SelectField
      label="要求"
      required
      disabled={readOnly}
      options={options}
      value={typeof field.required === 'object' ? 'when' : field.required ? 'yes' : 'no'}
      onChange={(chosen) =>
        onChange({ required: chosen === 'when' && condition !== undefined ? condition : chosen === 'yes' })
      }
    />
  );
}

/** How long, how large or how many at the most. */
function Limit({ field, path, faults, readOnly, onChange }: FieldPartsProps) {
  const label = limitWords(field.type);
  if (label === null) return null;
  return (
    <NumberField
      label={label}
      problem={faults.get(`${path}.max`)}
      name={`${path}.max`}
      readOnly={readOnly}
      value={field.max ?? null}
      onChange={(most) => onChange({ max: most !== null && most > 0 ? most : undefined })}
    />
  );
}

function Choices({
  choices,
  path,
  faults,
  readOnly,
  onChange,
}: FieldPartsProps & { choices: NonNullable<Field['choices']> }) {
  return (
    <TextAreaField
      label="选项（一行一个）"
      required
      width="full"
      problem={faults.get(`${path}.choices`)}
      help="可以加选项、改变次序；程序原有的选项核查要用，不能删去或者改名。"
      name={`${path}.choices`}
      rows={Math.min(10, choices.length + 1)}
      readOnly={readOnly}
      value={choices.join('\n')}
      onChange={(lines) => onChange({ choices: lines.split('\n') })}
    />
  );
}

/** The columns of a table, each with the same parts. */
function Columns({
  columns,
  shipped,
  conditionFields,
  path,
  faults,
  readOnly,
  onChange,
}: FieldPartsProps & { columns: Field[] }) {
  return (
    <div className={css.columns}>
      <h2>各列</h2>
      {columns.map((column, index) => (
        <details
          key={column.key}
          open={[...faults.keys()].some((faultPath) => faultPath.startsWith(`${path}.fields.${index}.`)) || undefined}
        >
          <summary>
            {column.label}
            <span className="second">　{requiredWords(column, [...columns, ...conditionFields])}</span>
          </summary>
          <FieldParts
            field={column}
            shipped={shipped?.fields?.find(({ key }) => key === column.key)}
            conditionFields={[...columns, ...conditionFields]}
            path={`${path}.fields.${index}`}
            faults={faults}
            readOnly={readOnly}
            onChange={(part) => onChange({ fields: columns.with(index, changed(column, part)) })}
          />
        </details>
      ))}
    </div>
  );
}
