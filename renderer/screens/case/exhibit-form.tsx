import { useId, type ReactNode } from 'react';
import { seenLine, seenText } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { ExhibitKind, isRecording, type Exhibit, type ExhibitDetails } from '../../../shared/case-file.ts';
import { DateInput } from '../../parts/days/date-input.tsx';
import { Check } from '../../ui/choices.tsx';
import { optionsOf, Select } from '../../ui/labelled-fields.tsx';
import css from './exhibits.module.css';
import { useCaseWork } from './use-case-work.ts';

interface ExhibitDetailsProps {
  details: ExhibitDetails;
  locked: boolean;
  onChange: (part: Partial<ExhibitDetails>) => void;
}

/** What is stated about an exhibit; recordings also say device, span and whether the notice was spoken (第十五条). */
export function ExhibitForm({ exhibit, ...props }: ExhibitDetailsProps & { exhibit: Exhibit }) {
  const { details, locked, onChange } = props;
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()}>
      <TextLine {...props} label="证据名称" detail="title" maxLength={128} />
      <TextLine {...props} label="证明什么" detail="proves" maxLength={512} />
      <TextLine {...props} label="来源（从哪里、向谁取得）" detail="source" maxLength={256} />
      <TextLine {...props} label="制作人或提供人" detail="maker" maxLength={64} />
      <Line label="证据种类">
        {(id) => (
          <Select
            id={id}
            disabled={locked}
            options={optionsOf(ExhibitKind.options)}
            value={details.kind}
            onChange={(kind) => onChange({ kind })}
          />
        )}
      </Line>
      <Line label="原件或复制件">
        {(id) => (
          <Select
            id={id}
            disabled={locked}
            options={optionsOf(['原件', '复制件'])}
            value={details.originality}
            onChange={(originality) => onChange({ originality })}
          />
        )}
      </Line>
      <LinkedPaper {...props} />
      {isRecording(exhibit) ? <RecordingDetails {...props} /> : <GatheredDay {...props} />}
      {exhibit.mime === 'text/plain' && (
        <Line label="文字编码">
          {(id) => (
            <Select
              id={id}
              disabled={locked}
              options={optionsOf(['自动识别', 'Big5'], { 自动识别: '自动识别', Big5: '大五码（港台繁体）' })}
              value={details.encoding}
              onChange={(encoding) => onChange({ encoding })}
            />
          )}
        </Line>
      )}
    </form>
  );
}

/** When it was gathered, where that was before it was stored (行诉法35, 复议法46). */
const GatheredDay = ({ details, locked, onChange }: ExhibitDetailsProps) => (
  <Line label="取得时间（早于存入时填写）">
    {(id) => (
      <DateInput
        id={id}
        readOnly={locked}
        value={details.gatheredAt}
        onChange={(gatheredAt) => onChange({ gatheredAt })}
      />
    )}
  </Line>
);

/** The paper the exhibit belongs to, or else the step. */
function LinkedPaper({ details, locked, onChange }: ExhibitDetailsProps) {
  const { file, input } = useCaseWork();
  const papers = file.papers.filter((paper) => paper.status !== 'void');
  return (
    <>
      <Line label="关联的文书" full>
        {(id) => (
          <Select
            id={id}
            disabled={locked}
            options={[
              { value: '', label: '不关联文书' },
              ...papers.map((paper) => ({
                value: paper.id,
                label: paper.number === null ? paper.name : `${paper.name} ${paper.number}`,
              })),
            ]}
            value={details.paperId ?? ''}
            onChange={(paperId) => onChange({ paperId: paperId === '' ? null : paperId })}
          />
        )}
      </Line>
      {details.paperId === null && (
        <Line label="关联的环节" full>
          {(id) => (
            <Select
              id={id}
              disabled={locked}
              options={[
                { value: '', label: '不关联环节' },
                ...input.procedure.steps.map((step) => ({ value: step.id, label: step.name })),
              ]}
              value={details.stepId ?? ''}
              onChange={(stepId) => onChange({ stepId: stepId === '' ? null : stepId })}
            />
          )}
        </Line>
      )}
    </>
  );
}

function RecordingDetails(props: ExhibitDetailsProps) {
  const { details, locked, onChange } = props;
  return (
    <>
      <MomentLine {...props} label="录制开始" detail="startAt" />
      <MomentLine {...props} label="录制结束" detail="endAt" />
      <TextLine {...props} label="设备名称和编号" detail="device" maxLength={64} />
      <TextLine {...props} label="录制地点" detail="place" maxLength={128} />
      <Check checked={details.noticeSpoken} disabled={locked} onChange={(noticeSpoken) => onChange({ noticeSpoken })}>
        录制前已告知对方正在录音录像（第十五条）
      </Check>
      <Line label="文字整理" full>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={10_000}
            value={details.transcript}
            readOnly={locked}
            {...typedInto(seenText, (typed) => onChange({ transcript: typed }))}
          />
        )}
      </Line>
    </>
  );
}

interface TextLineProps extends ExhibitDetailsProps {
  label: string;
  detail: 'title' | 'source' | 'maker' | 'proves' | 'place' | 'device';
  maxLength: number;
}

function TextLine({ label, detail, maxLength, details, locked, onChange }: TextLineProps) {
  return (
    <Line label={label}>
      {(id) => (
        <input
          id={id}
          value={details[detail]}
          maxLength={maxLength}
          readOnly={locked}
          {...typedInto(seenLine, (typed) => onChange({ [detail]: typed }))}
        />
      )}
    </Line>
  );
}

interface MomentLineProps extends ExhibitDetailsProps {
  label: string;
  detail: 'startAt' | 'endAt';
}

function MomentLine({ label, detail, details, locked, onChange }: MomentLineProps) {
  return (
    <Line label={label}>
      {(id) => (
        <DateInput
          id={id}
          withTime
          readOnly={locked}
          value={details[detail]}
          onChange={(moment) => onChange({ [detail]: moment })}
        />
      )}
    </Line>
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
