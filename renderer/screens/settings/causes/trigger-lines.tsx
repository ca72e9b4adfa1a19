import type { Trigger } from '../../../../shared/causes/cause.ts';
import { paperIds } from '../../../../shared/template/paper-ids.ts';
import { fieldsOf } from '../../../../shared/template/template.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { FieldLines, FormGrid } from '../../../ui/form-grid.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Labelled, Problem } from '../../../ui/labelled.tsx';
import { NumberField, TextField } from '../../../ui/labelled-fields.tsx';
import { MultiCombobox } from '../../../ui/multi-combobox.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import css from './causes.module.css';

export interface TriggerLinesProps {
  label: string;
  name: string;
  problem: string | undefined;
  readOnly: boolean;
  value: readonly Trigger[];
  onChange: (triggers: Trigger[]) => void;
}

/** When a hearing is to be told of, or 法制审核 is due: by kinds of penalty, by the amount, with the reason. */
export function TriggerLines({ label, name, problem, readOnly, value, onChange }: TriggerLinesProps) {
  const kinds = usePenaltyKinds();
  const set = (index: number, part: Partial<Trigger>): void =>
    onChange(value.map((trigger, at) => (at === index ? { ...trigger, ...part } : trigger)));
  return (
    <FieldLines width="full">
      <strong>{label}</strong>
      {value.map((trigger, index) => (
        <div key={index} className={css.trigger}>
          <FormGrid>
            <Labelled label={`${label}：拟作出的处罚`} width="half">
              {(control) => (
                <MultiCombobox
                  {...control}
                  readOnly={readOnly}
                  chosenLabel="已选的处罚种类"
                  options={kinds.map((kind) => ({ id: kind, label: kind }))}
                  value={trigger.penalties}
                  onChange={(penalties) => set(index, { penalties })}
                />
              )}
            </Labelled>
            <NumberField
              label="或者罚没合计达到（元）"
              name={`${name}-amount-${index}`}
              readOnly={readOnly}
              value={trigger.amount}
              onChange={(amount) => set(index, { amount })}
            />
            <TextField
              label="理由"
              required
              width="full"
              name={`${name}-reason-${index}`}
              maxLength={256}
              readOnly={readOnly}
              value={trigger.reason}
              onChange={(reason) => set(index, { reason })}
            />
          </FormGrid>
          {!readOnly && (
            <ReasonButton
              kind="quiet"
              aria-label={`删去${label}第${index + 1}种`}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              <Icon name="close" />
            </ReasonButton>
          )}
        </div>
      ))}
      {problem !== undefined && <Problem>{problem}</Problem>}
      {!readOnly && (
        <ReasonButton kind="quiet" onClick={() => onChange([...value, { penalties: [], amount: null, reason: '' }])}>
          加一种{label}的情形
        </ReasonButton>
      )}
    </FieldLines>
  );
}

/** The kinds of penalty a 事先告知书 knows. */
function usePenaltyKinds(): readonly string[] {
  const notice = useDefinitions().data?.templates.find(({ id }) => id === paperIds.priorNotice);
  const penalties = notice && fieldsOf(notice).find(({ key }) => key === 'penalties');
  return penalties?.fields?.find(({ key }) => key === 'kind')?.choices ?? [];
}
