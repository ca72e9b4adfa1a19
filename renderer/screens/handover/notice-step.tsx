import { useId } from 'react';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import type { HandoverPlan } from './use-handover-plan.ts';
import { DateField } from '../../parts/days/date-field.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Check, RadioRow } from '../../ui/choices.tsx';
import { optionsOf, TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { kindWords, type HandoverDraft } from './handover-draft.ts';
import type { NoticeScan } from './notice-scan.ts';
import { NoticeSide } from './notice-side.tsx';
import css from './handover.module.css';
import { FieldAndButton, FieldLines, FormGrid } from '../../ui/form-grid.tsx';

export interface NoticeStepProps {
  draft: HandoverDraft;
  plan: HandoverPlan | undefined;
  recipient: string;
  error: unknown;
  /** The notice as it came; null where it was not scanned. */
  scan: NoticeScan | null;
  onChange: (draft: HandoverDraft) => void;
}

/** 收到通知: which body asks, since when the period runs, who is on the other side. */
export function NoticeStep(props: NoticeStepProps) {
  const { draft, plan, scan } = props;
  return (
    <div className={css.split}>
      <div className={css.left} data-pane>
        <NoticeForm {...props} />
      </div>
      <NoticeSide draft={draft} plan={plan} scan={scan} />
    </div>
  );
}

function NoticeForm({ draft, plan, recipient, error, onChange }: NoticeStepProps) {
  const isCourt = draft.kind === 'court';
  return (
    <div className={css.notice}>
      <RadioRow
        legend="什么程序"
        name="handover-kind"
        options={optionsOf(['court', 'reconsideration'], kindWords)}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind, recipient: null, caseNo: '', simplified: false })}
      >
        {!isCourt && (
          <Check
            name="simplified"
            checked={draft.simplified}
            onChange={(simplified) => onChange({ ...draft, simplified })}
          >
            适用简易程序（行政复议法第五十三条）
          </Check>
        )}
      </RadioRow>
      <FormGrid>
        <DateField
          label={isCourt ? '收到起诉状副本和应诉通知书的日期' : '收到申请书副本和答复通知书的日期'}
          required
          help="以送达回证上的日期为准，期限从次日起算。"
          name="received-at"
          value={draft.receivedAt}
          onChange={(receivedAt) => onChange({ ...draft, receivedAt })}
        />
        <TextField
          label={isCourt ? '法院案号' : '复议案号'}
          help="照通知书填写。"
          name="case-no"
          autoComplete="off"
          maxLength={64}
          value={draft.caseNo}
          onChange={(caseNo) => onChange({ ...draft, caseNo })}
        />
      </FormGrid>
      <RefusalNote error={error} />
      <FormGrid>
        <Recipient
          isCourt={isCourt}
          known={plan?.recipients ?? []}
          value={recipient}
          onChange={(typed) => onChange({ ...draft, recipient: typed })}
        />
        <Opponents
          isCourt={isCourt}
          names={draft.opponents}
          onChange={(opponents) => onChange({ ...draft, opponents })}
        />
      </FormGrid>
    </div>
  );
}

/** 受诉法院 or 复议机关, with those the office has entered to choose from. */
function Recipient({
  isCourt,
  known,
  value,
  onChange,
}: {
  isCourt: boolean;
  known: readonly string[];
  value: string;
  onChange: (recipient: string) => void;
}) {
  const listId = useId();
  return (
    <>
      <TextField
        label={isCourt ? '受诉法院' : '复议机关'}
        required
        width="full"
        help="在“设置—机关信息”里登记的可以直接选；不是这些的，照通知书填写。"
        name="recipient"
        list={listId}
        autoComplete="off"
        maxLength={64}
        value={value}
        onChange={onChange}
      />
      <datalist id={listId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

const MOST_OPPONENTS = 50;

function Opponents({
  isCourt,
  names,
  onChange,
}: {
  isCourt: boolean;
  names: readonly string[];
  onChange: (names: string[]) => void;
}) {
  const label = isCourt ? '原告、第三人' : '申请人、第三人';
  return (
    <FieldLines width="full">
      {names.map((name, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line has nothing else that stays the same while it is typed
        <Labelled
          key={index}
          label={index === 0 ? label : `${label}之${index + 1}`}
          required={index === 0}
          width="full"
          help={index === 0 ? '每一方提供一份副本：答辩材料、证据目录按“一份正本加人数”印制。' : undefined}
        >
          {(control) => (
            <FieldAndButton>
              <input
                {...control}
                name={`opponent-${index}`}
                autoComplete="off"
                maxLength={128}
                value={name}
                {...typedInto(seenLine, (typed) => onChange(names.with(index, typed)))}
              />
              {names.length > 1 && (
                <ReasonButton kind="quiet" onClick={() => onChange(names.toSpliced(index, 1))}>
                  去掉
                </ReasonButton>
              )}
            </FieldAndButton>
          )}
        </Labelled>
      ))}
      {names.length < MOST_OPPONENTS && (
        <ReasonButton kind="quiet" onClick={() => onChange([...names, ''])}>
          再加一方
        </ReasonButton>
      )}
    </FieldLines>
  );
}
