import { useId } from 'react';
import type { ReactNode } from 'react';
import { ExhibitKind, isRecording } from '../../../shared/case-file.ts';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { DateInput } from '../../parts/days/date-input.tsx';
import css from './exhibits.module.css';
import { useCaseWork } from './use-case-work.ts';

interface ExhibitFormProps {
  exhibit: Exhibit;
  details: ExhibitDetails;
  locked: boolean;
  onChange: (part: Partial<ExhibitDetails>) => void;
}

/** What is stated about an exhibit; recordings also say device, span and whether the notice was spoken (第十五条). */
export function ExhibitForm({ exhibit, details, locked, onChange }: ExhibitFormProps) {
  const { file, input } = useCaseWork();
  const papers = file.papers.filter((paper) => paper.status !== 'void');
  const line = (key: 'title' | 'source' | 'maker' | 'proves' | 'place' | 'device', max: number) => (id: string) => (
    <input
      id={id}
      className="input"
      value={details[key]}
      maxLength={max}
      readOnly={locked}
      onChange={(event) => onChange({ [key]: event.target.value })}
    />
  );
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()}>
      <Line label="证据名称">{line('title', 128)}</Line>
      <Line label="证明什么">{line('proves', 512)}</Line>
      <Line label="来源（从哪里、向谁取得）">{line('source', 256)}</Line>
      <Line label="制作人或提供人">{line('maker', 64)}</Line>
      <Line label="证据种类">
        {(id) => (
          <select
            id={id}
            className="input"
            value={details.kind}
            disabled={locked}
            onChange={(event) => onChange({ kind: ExhibitKind.parse(event.target.value) })}
          >
            {ExhibitKind.options.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        )}
      </Line>
      <Line label="原件或复制件">
        {(id) => (
          <select
            id={id}
            className="input"
            value={details.originality}
            disabled={locked}
            onChange={(event) => onChange({ originality: event.target.value === '复制件' ? '复制件' : '原件' })}
          >
            <option>原件</option>
            <option>复制件</option>
          </select>
        )}
      </Line>
      <Line label="关联的文书" full>
        {(id) => (
          <select
            id={id}
            className="input"
            value={details.paperId ?? ''}
            disabled={locked}
            onChange={(event) => onChange({ paperId: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">不关联文书</option>
            {papers.map((paper) => (
              <option key={paper.id} value={paper.id}>
                {paper.name}
                {paper.number === null ? '' : ` ${paper.number}`}
              </option>
            ))}
          </select>
        )}
      </Line>
      {details.paperId === null && (
        <Line label="关联的环节" full>
          {(id) => (
            <select
              id={id}
              className="input"
              value={details.stepId ?? ''}
              disabled={locked}
              onChange={(event) => onChange({ stepId: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">不关联环节</option>
              {input.procedure.steps.map((step) => (
                <option key={step.id} value={step.id}>
                  {step.name}
                </option>
              ))}
            </select>
          )}
        </Line>
      )}
      {isRecording(exhibit) && (
        <>
          <Line label="录制开始">
            {(id) => (
              <DateInput
                id={id}
                withTime
                readOnly={locked}
                value={details.startAt}
                onChange={(startAt) => onChange({ startAt })}
              />
            )}
          </Line>
          <Line label="录制结束">
            {(id) => (
              <DateInput
                id={id}
                withTime
                readOnly={locked}
                value={details.endAt}
                onChange={(endAt) => onChange({ endAt })}
              />
            )}
          </Line>
          <Line label="设备名称和编号">{line('device', 64)}</Line>
          <Line label="录制地点">{line('place', 128)}</Line>
          <label className="check">
            <input
              type="checkbox"
              checked={details.noticeSpoken}
              disabled={locked}
              onChange={(event) => onChange({ noticeSpoken: event.target.checked })}
            />
            录制前已告知对方正在录音录像（第十五条）
          </label>
          <Line label="文字整理" full>
            {(id) => (
              <textarea
                id={id}
                className="input"
                rows={3}
                maxLength={10_000}
                value={details.transcript}
                readOnly={locked}
                onChange={(event) => onChange({ transcript: event.target.value })}
              />
            )}
          </Line>
        </>
      )}
    </form>
  );
}

function Line({
  label,
  full = false,
  children,
}: {
  label: string;
  full?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={full ? css.wide : css.half}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
