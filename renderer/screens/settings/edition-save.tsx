import { useState, type ReactNode } from 'react';
import { DateInput } from '../../parts/date-input.tsx';
import { dayWords } from '../../parts/day-words.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { useToday } from '../../parts/session.ts';
import { SaveLine, type SaveLineProps } from './save-line.tsx';
import css from './editions.module.css';

export interface EditionSaveProps extends Pick<SaveLineProps, 'saving' | 'data-testid'> {
  /** Why it may not be saved now; null when it may. */
  reason: string | null;
  /** How many things are changed. */
  changes: number;
  /** `saved` is called when main has it; until then the reason stays in its field. */
  onSave: (edition: { effectiveFrom: string; reason: string }, saved: () => void) => void;
  /** More buttons beside it. */
  children?: ReactNode;
}

/** Under every form of 法规科: from when it holds, why it is changed, and the button that makes it an edition. */
export function EditionSave({ saving, reason, changes, onSave, children, 'data-testid': testId }: EditionSaveProps) {
  const today = useToday();
  const [effectiveFrom, setFrom] = useState(today);
  const [why, setWhy] = useState('');
  const lack = changes === 0 ? '还没有改动。' : effectiveFrom === '' ? '请填写生效日期。' : effectiveFrom < today ? '生效日期不能早于今天。' : why.trim().length < 4 ? '请写明修改理由（至少四个字）。' : null;
  if (changes === 0 && reason !== null) return <p className={`second ${css.save}`}>{reason}</p>;
  return (
    <div className={css.save}>
      {changes === 0 ? <p className="second">改了内容以后，在这里写明生效日期和理由，保存为新的一版。</p> : (
        <>
          <div className={css.saveFields}>
            <Labelled label="生效日期" required>
              {(control) => <DateInput {...control} name="effectiveFrom" value={effectiveFrom} onChange={setFrom} />}
            </Labelled>
            <Labelled label="修改理由" required>
              {(control) => <input {...control} className="input" name="editionReason" maxLength={256} autoComplete="off" value={why} onChange={(event) => setWhy(event.target.value)} />}
            </Labelled>
          </div>
          <p className="second">自{effectiveFrom === '' ? '生效之日' : dayWords(effectiveFrom)}起登记的案件按新的一版办；已经开始的案件按原来的一版办完。</p>
        </>
      )}
      <SaveLine saving={saving} reason={reason ?? lack} more={children} label={changes === 0 ? '保存为新的一版' : `保存为新的一版（改动${changes}处）`} onSave={() => onSave({ effectiveFrom, reason: why.trim() }, () => setWhy(''))} data-testid={testId} />
    </div>
  );
}
