import type { ReactNode } from 'react';
import * as z from 'zod';
import { DateField } from '../../parts/days/date-field.tsx';
import { dayWords } from '../../parts/days/day-words.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { TextField } from '../../ui/labelled-fields.tsx';
import { useToday } from '../../data/session.ts';
import type { Change } from '../../parts/editions/change.ts';
import { Changes } from './edition-history.tsx';
import { SaveLine, type SaveLineProps } from './save-line.tsx';
import css from './editions.module.css';

export interface EditionSaveProps extends Pick<SaveLineProps, 'saving' | 'data-testid'> {
  /** What the edition is of; its day and reason are kept under this name until it is saved. */
  of: string;
  /** Why it may not be saved now; null when it may. */
  reason: string | null;
  /** What is changed, to be looked at before it is saved. */
  changes: readonly Change[];
  /** What keeps it from coming into force on a day, without a full stop; null when nothing does. */
  faultOn?: (effectiveFrom: string) => string | null;
  /** What the first edition of something new is called on the button. */
  label?: string;
  /** `saved` is called when main has it; until then the reason stays in its field. */
  onSave: (edition: { effectiveFrom: string; reason: string }, saved: () => void) => void;
  /** More buttons beside it. */
  children?: ReactNode;
}

const Saving = z.strictObject({ from: z.string().nullable(), why: z.string() });
type Saving = z.infer<typeof Saving>;
/** From today on, with no reason yet. */
const NOTHING: Saving = { from: null, why: '' };

/** Under every form of 法规科: from when it holds, why it is changed, and the button that makes it an edition. */
export function EditionSave(props: EditionSaveProps) {
  const { of, saving, reason, changes, faultOn, label, onSave, children, 'data-testid': testId } = props;
  const today = useToday();
  const [{ from, why }, set, forget] = useFormDraft(`edition ${of}`, Saving, () => NOTHING);
  const effectiveFrom = from ?? today;
  const isChanged = changes.length > 0;
  const saved = (): void => {
    set(NOTHING);
    forget();
  };
  if (!isChanged && reason !== null) return <p className={`second ${css.save}`}>{reason}</p>;
  return (
    <div className={css.save}>
      {isChanged ? (
        <>
          <div className={css.saveFields}>
            <DateField
              label="生效日期"
              required
              name="effectiveFrom"
              value={effectiveFrom}
              onChange={(day) => set({ from: day, why })}
            />
            <TextField
              label="修改理由"
              required
              name="editionReason"
              maxLength={256}
              autoComplete="off"
              value={why}
              onChange={(typed) => set({ from, why: typed })}
            />
          </div>
          <Effect effectiveFrom={effectiveFrom} changes={changes} isFirst={label !== undefined} />
        </>
      ) : (
        <p className="second">改了内容以后，在这里写明生效日期和理由，保存为新的一版。</p>
      )}
      <SaveLine
        saving={isChanged ? { ...saving, isSuccess: false } : saving}
        reason={reason ?? missing({ isChanged, effectiveFrom, why, today, fault: faultOn?.(effectiveFrom) ?? null })}
        more={children}
        label={label ?? (isChanged ? `保存为新的一版（改动${changes.length}处）` : '保存为新的一版')}
        onSave={() => onSave({ effectiveFrom, reason: why.trim() }, saved)}
        data-testid={testId}
      />
    </div>
  );
}

/** What is still missing before the edition can be saved; null when nothing is. */
function missing({
  isChanged,
  effectiveFrom,
  why,
  today,
  fault,
}: {
  isChanged: boolean;
  effectiveFrom: string;
  why: string;
  today: string;
  fault: string | null;
}): string | null {
  if (!isChanged) return '还没有改动。';
  if (effectiveFrom === '') return '请填写生效日期。';
  if (effectiveFrom < today) return '生效日期不能早于今天。';
  if (fault !== null) return `${fault}。`;
  return why.trim().length < 4 ? '请写明修改理由（至少四个字）。' : null;
}

/** Which cases the edition will be for, and what it changes; a first edition changes nothing. */
function Effect({
  effectiveFrom,
  changes,
  isFirst,
}: {
  effectiveFrom: string;
  changes: readonly Change[];
  isFirst: boolean;
}) {
  return (
    <>
      <p className="second">
        自{effectiveFrom === '' ? '生效之日' : dayWords(effectiveFrom)}起登记的案件
        {isFirst ? '可以用它；已经开始的案件没有它。' : '按新的一版办；已经开始的案件按原来的一版办完。'}
      </p>
      {!isFirst && (
        <details className={css.changed}>
          <summary>看改动了什么</summary>
          <Changes changes={changes} />
        </details>
      )}
    </>
  );
}
