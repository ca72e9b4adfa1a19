import { usedIn } from '../../../../shared/procedure/own-paper.ts';
import { fieldsOf, type Field } from '../../../../shared/template/template.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { FieldParts } from './field-parts.tsx';
import { Movers } from './movers.tsx';
import type { TabProps } from './tab-props.ts';
import { withField, withFieldMoved, withoutField } from './template-draft.ts';
import css from './templates.module.css';
import { requiredWords, typeWords } from './template-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tag } from '../../../ui/tag.tsx';

export interface FieldLineProps extends TabProps {
  field: Field;
  sectionIndex: number;
  /** Of the field within its section. */
  index: number;
  isOpen: boolean;
  onToggle: () => void;
}

/** A field of a template: its line, and opened what may be decided of it. */
export function FieldLine(props: FieldLineProps) {
  const { edit, readOnly, field, sectionIndex, index, isOpen, onToggle } = props;
  const { draft, shipped, set, faults } = edit;
  const { sections } = draft;
  const hasFault = [...faults.keys()].some((path) => path.startsWith(`${pathOf(props)}.`));
  const isOwn = shipped !== null && shippedField(props) === undefined;
  const required = requiredWords(field, fieldsOf(draft));
  const isLast = sectionIndex === sections.length - 1 && index === (sections[sectionIndex]?.fields.length ?? 0) - 1;
  return (
    <li className={css.field} data-wrong={hasFault || undefined}>
      <div className={css.fieldLine}>
        <button type="button" className={css.fieldName} aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'chevron' : 'after'} />
          {field.label === '' ? '（没有名称）' : field.label}
          {isOwn && (
            <Tag isMark tone="info">
              本局
            </Tag>
          )}
        </button>
        <span className="second">{typeWords[field.type]}</span>
        <span className={css.fieldNeed} title={required}>
          {required}
        </span>
        {!readOnly && (
          <Movers
            name={field.label}
            isFirst={sectionIndex === 0 && index === 0}
            isLast={isLast}
            onMove={(by) => set(withFieldMoved(draft, sectionIndex, index, by))}
          />
        )}
      </div>
      {isOpen && <OpenField {...props} />}
    </li>
  );
}

const pathOf = ({ sectionIndex, index }: FieldLineProps): string => `sections.${sectionIndex}.fields.${index}`;

/** The field as it came with the program; undefined for the bureau's own. */
const shippedField = ({ edit: { shipped }, field }: FieldLineProps): Field | undefined =>
  shipped === null ? undefined : fieldsOf(shipped).find(({ key }) => key === field.key);

function OpenField(props: FieldLineProps) {
  const { edit, readOnly, field, sectionIndex, index } = props;
  const { draft, set, faults } = edit;
  return (
    <div className={css.fieldOpen}>
      <FieldParts
        field={field}
        shipped={shippedField(props)}
        conditionFields={fieldsOf(draft)}
        path={pathOf(props)}
        faults={faults}
        readOnly={readOnly}
        onChange={(part) => set(withField(draft, sectionIndex, index, part))}
      />
      {!readOnly && (
        <p>
          <ReasonButton kind="quiet" reason={whyNotRemoved(props)} onClick={() => set(withoutField(draft, field.key))}>
            删去这一栏
          </ReasonButton>
        </p>
      )}
    </div>
  );
}

function whyNotRemoved(props: FieldLineProps): string | null {
  if (shippedField(props) !== undefined) return '流程、核查和期限要用这一栏，不能删去；不需要填写的，改为选填。';
  const user = usedIn(props.edit.draft, props.field.key);
  return user === null ? null : `${user}用到这一栏，先改那里，才能删去。`;
}
