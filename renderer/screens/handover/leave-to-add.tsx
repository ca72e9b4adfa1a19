import { DateField } from '../../parts/days/date-field.tsx';
import { Check } from '../../ui/choices.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { type HandoverDraft, leaveOf } from './handover-draft.ts';
import css from './handover.module.css';

export interface LeaveToAddProps {
  draft: HandoverDraft;
  onChange: (draft: HandoverDraft) => void;
}

/** 经准许补充: what the other side brought up, and the leave by which evidence gathered after the decision may be added. */
export function LeaveToAdd({ draft, onChange }: LeaveToAddProps) {
  const { leave } = draft;
  const { by, verb, law } = leaveOf[draft.kind];
  const change = (part: Partial<NonNullable<HandoverDraft['leave']>>): void =>
    onChange({ ...draft, leave: { ground: '', grantedOn: '', reference: '', ...leave, ...part } });
  return (
    <div className={css.leave}>
      <Check
        checked={leave !== null}
        onChange={(asked) => (asked ? change({}) : onChange({ ...draft, leave: null }))}
        data-testid="leave-to-add"
      >
        经{by}
        {verb}补充（{law}）
      </Check>
      {leave !== null && (
        <FormGrid>
          <TextField
            label="对方提出了哪些以前没有提出的理由或者证据"
            required
            width="full"
            name="leave-ground"
            maxLength={256}
            value={leave.ground}
            onChange={(ground) => change({ ground })}
          />
          <DateField
            label={`${verb}日期`}
            required
            name="leave-day"
            value={leave.grantedOn}
            onChange={(grantedOn) => change({ grantedOn })}
          />
          <TextField
            label={`${verb}的文书或者方式`}
            required
            name="leave-reference"
            maxLength={64}
            value={leave.reference}
            onChange={(reference) => change({ reference })}
          />
        </FormGrid>
      )}
    </div>
  );
}
