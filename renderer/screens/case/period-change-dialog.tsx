import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Paper, PeriodChange } from '../../../shared/case-file.ts';
import { extensionLeft, openSuspension } from '../../../shared/periods/changes.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { api } from '../../data/api.ts';
import { DateField } from '../../parts/days/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './case-screen.module.css';
import { approvalsFor, unitWords } from './period-approvals.ts';
import { useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Note } from '../../ui/note.tsx';

interface ChangeProps {
  rule: PeriodRule;
  onClose: () => void;
}

/** The change as it is filled in. */
interface ChangeDraft {
  /** The approval it rests on. */
  paperId: string;
  /** How much longer, in the unit of the period, as typed. */
  extraTime: number | null;
  suspendedFrom: string;
  basis: string;
}

/** Extends or suspends a period by an approval that was issued in this case (第十三条), within what the law allows. */
export function PeriodChangeDialog({ rule, kind, onClose }: ChangeProps & { kind: PeriodChange['kind'] }) {
  const { file } = useCaseWork();
  const approvals = approvalsFor(kind, file);
  const left = extensionLeft(rule, file.periodChanges);
  const [draft, setDraft] = useState<ChangeDraft>({
    paperId: approvals[0]?.id ?? '',
    extraTime: left,
    suspendedFrom: file.today,
    basis: rule.basis,
  });
  const change = useChangePeriod(rule, kind, onClose);
  const unit = unitWords[rule.extension?.unit ?? rule.unit];
  const verb = kind === 'extension' ? '延长' : '中止';
  return (
    <Dialog title={`${verb}　${rule.name}`} onClose={onClose} width={600} data-testid="period-change">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <p>
          {kind === 'extension'
            ? `${rule.extend}。须有：${rule.extension?.by ?? ''}${left === null ? '' : `。还可延长${left}${unit}`}。`
            : `${rule.suspend}。决定的机关：${rule.suspension?.by ?? ''}。`}
        </p>
        {approvals.length === 0 ? (
          <NoApproval kind={kind} onClose={onClose} />
        ) : (
          <ChangeFields kind={kind} unit={unit} approvals={approvals} draft={draft} onChange={setDraft} />
        )}
        <RefusalNote error={change.error} onClose={change.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-period-change"
            reason={whyNotChanged(draft, { kind, left, unit })}
            busy={change.isPending}
            onClick={() => change.mutate(draft)}
          >
            {verb}
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

function useChangePeriod(rule: PeriodRule, kind: PeriodChange['kind'], onChanged: () => void) {
  const { file, refresh } = useCaseWork();
  return useMutation({
    mutationFn: async ({ paperId, extraTime, suspendedFrom, basis }: ChangeDraft) => {
      await api.cases.changePeriod({
        caseId: file.case.id,
        ruleId: rule.id,
        kind,
        n: kind === 'extension' ? extraTime : null,
        from: kind === 'suspension' ? suspendedFrom : null,
        paperId,
        basis,
      });
      await refresh();
    },
    onSuccess: onChanged,
  });
}

function whyNotChanged(
  { paperId, extraTime, suspendedFrom, basis }: ChangeDraft,
  { kind, left, unit }: { kind: PeriodChange['kind']; left: number | null; unit: string },
): string | null {
  if (paperId === '') return '请先选一份已经批准并出具的审批表（第十三条）。';
  const amount = kind === 'extension' ? whyNotExtendedBy(extraTime, left, unit) : null;
  if (amount !== null) return amount;
  if (kind === 'suspension' && suspendedFrom === '') return '请填写中止的日期。';
  return missingBasis(basis);
}

function ChangeFields({
  kind,
  unit,
  approvals,
  draft,
  onChange,
}: {
  kind: PeriodChange['kind'];
  unit: string;
  approvals: readonly Paper[];
  draft: ChangeDraft;
  onChange: (draft: ChangeDraft) => void;
}) {
  return (
    <>
      <SelectField
        label="批准的审批表"
        required
        width="full"
        options={approvals.map(({ id, name, number, values }) => ({
          value: id,
          label: `${name} ${number}（${String(values['matter'])}）`,
        }))}
        value={draft.paperId}
        onChange={(paperId) => onChange({ ...draft, paperId })}
      />
      {kind === 'extension' ? (
        <NumberField
          label={`延长（${unit}）`}
          required
          decimals={0}
          maxLength={4}
          value={draft.extraTime}
          onChange={(extraTime) => onChange({ ...draft, extraTime })}
        />
      ) : (
        <DateField
          label="中止日期"
          required
          value={draft.suspendedFrom}
          onChange={(suspendedFrom) => onChange({ ...draft, suspendedFrom })}
        />
      )}
      <TextField
        label="依据"
        required
        width="full"
        maxLength={200}
        value={draft.basis}
        onChange={(basis) => onChange({ ...draft, basis })}
      />
    </>
  );
}

/** Resumes a suspended period: the day of 恢复 does not count any more as stopped. */
export function ResumeDialog({ rule, onClose }: ChangeProps) {
  const { file, refresh } = useCaseWork();
  const suspendedFrom = openSuspension(rule, file.periodChanges)?.from ?? '';
  const [resumedOn, setResumedOn] = useState(file.today);
  const [basis, setBasis] = useState('');
  const resume = useMutation({
    mutationFn: async () => {
      await api.cases.endSuspension({ caseId: file.case.id, ruleId: rule.id, to: resumedOn, basis });
      await refresh();
    },
    onSuccess: onClose,
  });
  const reason =
    resumedOn === ''
      ? '请填写恢复的日期。'
      : resumedOn < suspendedFrom
        ? '恢复日期不能早于中止日期。'
        : missingBasis(basis);
  return (
    <Dialog title={`恢复　${rule.name}`} onClose={onClose} width={560} data-testid="period-resume">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <DateField label="恢复日期" required value={resumedOn} onChange={setResumedOn} />
        <TextField
          label="恢复的原因"
          required
          width="full"
          help="中止的原因何时消除，例如：法院判决已于3月20日生效。"
          maxLength={256}
          value={basis}
          onChange={setBasis}
        />
        <RefusalNote error={resume.error} onClose={resume.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-resume"
            reason={reason}
            busy={resume.isPending}
            onClick={() => resume.mutate()}
          >
            恢复计算
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

const missingBasis = (basis: string): string | null => (basis.trim().length < 2 ? '请写明依据或者原因。' : null);

function whyNotExtendedBy(extraTime: number | null, left: number | null, unit: string): string | null {
  if (extraTime === null || extraTime === 0) return '请填写延长多少。';
  return left !== null && extraTime > left ? `最多还可延长${left}${unit}，请按批准的数填写。` : null;
}

function NoApproval({ kind, onClose }: { kind: PeriodChange['kind']; onClose: () => void }) {
  const { input } = useCaseWork();
  const { start } = useWorkspace();
  const name = input.templates.get(paperIds.caseMatterApproval)?.name ?? paperIds.caseMatterApproval;
  const begin = (): void => {
    onClose();
    start(paperIds.caseMatterApproval);
  };
  return (
    <Note
      happened={`本案还没有可用的${name}：事项为“${kind === 'extension' ? '延长调查' : '中止'}”或者“其他”、已经批准并出具、没有用过。`}
      actions={
        <ReasonButton data-testid="start-approval" onClick={begin}>
          填写{name}
        </ReasonButton>
      }
    />
  );
}
