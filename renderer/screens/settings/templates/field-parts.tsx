import type { Field } from '../../../../shared/template/template.ts';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { conditionWords } from '../../../parts/fields/condition-words.ts';
import { Labelled } from '../../../ui/labelled.tsx';
import { ArticlesInput } from './articles-input.tsx';
import { changed } from './template-draft.ts';
import { limitWords, requiredWords } from './template-words.ts';
import css from './templates.module.css';
import type { Faults } from './use-template-edit.ts';

export interface FieldPartsProps {
  field: Field;
  /** The field as it came with the program; undefined for the bureau's own. */
  kept: Field | undefined;
  /** The fields its conditions may ask about. */
  around: readonly Field[];
  path: string;
  faults: Faults;
  readOnly: boolean;
  onChange: (part: Partial<Field>) => void;
}

/** What 法规科 may decide of a field: name, help, whether it must be filled, length, choices, articles; and the same of its columns. */
export function FieldParts(props: FieldPartsProps) {
  const { field, around, path, faults, readOnly, onChange } = props;
  const limit = limitWords(field.type);
  const numberOrNone = (typed: string): number | undefined =>
    typed === '' || !(Number(typed) > 0) ? undefined : Number(typed);
  return (
    <div className="form">
      <Labelled label="栏目名称" required problem={faults.get(`${path}.label`)}>
        {(control) => (
          <input
            {...control}
            className="input"
            name={`${path}.label`}
            maxLength={40}
            readOnly={readOnly}
            value={field.label}
            onChange={(event) => onChange({ label: event.target.value })}
          />
        )}
      </Labelled>
      <Required {...props} />
      <Labelled label="填写说明" width="full">
        {(control) => (
          <textarea
            {...control}
            className="input"
            name={`${path}.help`}
            rows={2}
            maxLength={200}
            readOnly={readOnly}
            value={field.help ?? ''}
            onChange={(event) => onChange({ help: event.target.value === '' ? undefined : event.target.value })}
          />
        )}
      </Labelled>
      {limit !== null && (
        <Labelled label={limit} problem={faults.get(`${path}.max`)}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="number"
              min={1}
              name={`${path}.max`}
              readOnly={readOnly}
              value={field.max ?? ''}
              onChange={(event) => onChange({ max: numberOrNone(event.target.value) })}
            />
          )}
        </Labelled>
      )}
      <Labelled
        label="落实制度第几条"
        help={field.article?.map((article) => (
          <span key={article}>
            <ArticleLink article={article} />　
          </span>
        ))}
      >
        {(control) => (
          <ArticlesInput
            control={control}
            name={`${path}.article`}
            readOnly={readOnly}
            value={field.article ?? []}
            onChange={(article) => onChange({ article: article.length === 0 ? undefined : article })}
          />
        )}
      </Labelled>
      {field.choices !== undefined && (
        <Labelled
          label="选项（一行一个）"
          required
          width="full"
          problem={faults.get(`${path}.choices`)}
          help="可以加选项、改变次序；程序原有的选项核查要用，不能删去或者改名。"
        >
          {(control) => (
            <textarea
              {...control}
              className="input"
              name={`${path}.choices`}
              rows={Math.min(10, (field.choices?.length ?? 0) + 1)}
              readOnly={readOnly}
              value={field.choices?.join('\n') ?? ''}
              onChange={(event) => onChange({ choices: event.target.value.split('\n') })}
            />
          )}
        </Labelled>
      )}
      {field.when !== undefined && <p className={css.fact}>只在{conditionWords(field.when, around)}时填写和打印。</p>}
      {field.from !== undefined && <p className={css.fact}>自动带入，可以改。</p>}
      {field.fields !== undefined && <Columns {...props} />}
    </div>
  );
}

function Required({ field, kept, around, readOnly, onChange }: FieldPartsProps) {
  const condition = [field.required, kept?.required].find((item) => typeof item === 'object');
  const value = typeof field.required === 'object' ? 'when' : field.required ? 'yes' : 'no';
  const choose = (chosen: string): void =>
    onChange({ required: chosen === 'when' && condition !== undefined ? condition : chosen === 'yes' });
  return (
    <Labelled label="要求" required>
      {(control) => (
        <select
          {...control}
          className="input"
          disabled={readOnly}
          value={value}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="yes">必填</option>
          <option value="no">选填</option>
          {condition !== undefined && <option value="when">{requiredWords({ required: condition }, around)}</option>}
        </select>
      )}
    </Labelled>
  );
}

/** The columns of a table, each with the same parts. */
function Columns({ field, kept, around, path, faults, readOnly, onChange }: FieldPartsProps) {
  const columns = field.fields ?? [];
  return (
    <div className={css.columns}>
      <h2>各列</h2>
      {columns.map((column, index) => (
        <details
          key={column.key}
          open={[...faults.keys()].some((key) => key.startsWith(`${path}.fields.${index}.`)) || undefined}
        >
          <summary>
            {column.label}
            <span className="second">　{requiredWords(column, [...columns, ...around])}</span>
          </summary>
          <FieldParts
            field={column}
            kept={kept?.fields?.find((candidate) => candidate.key === column.key)}
            around={[...columns, ...around]}
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
