import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeriodChange } from '../../../shared/case-file.ts';
import { extensionLeft, openSuspension } from '../../../shared/periods/changes.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { api } from '../../data/api.ts';
import { DateInput } from '../../parts/days/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './case-screen.module.css';
import { approvalsFor, unitWords } from './period-approvals.ts';
import { useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

interface ChangeProps {
  rule: PeriodRule;
  onClose: () => void;
}

/** Extends or suspends a period by an approval that was issued in this case (第十三条), within what the law allows. */
export function PeriodChangeDialog({ rule, kind, onClose }: ChangeProps & { kind: PeriodChange['kind'] }) {
  const { file, refresh } = useCaseWork();
  const approvals = approvalsFor(kind, file);
  const left = extensionLeft(rule, file.periodChanges);
  const [paperId, setPaperId] = useState(approvals[0]?.id ?? '');
  const [n, setN] = useState(left === null ? '' : String(left));
  const [from, setFrom] = useState(file.today);
  const [basis, setBasis] = useState(rule.basis);
  const change = useMutation({
    mutationFn: async () => {
      await api.cases.changePeriod({
        caseId: file.case.id,
        ruleId: rule.id,
        kind,
        n: kind === 'extension' ? Number(n) : null,
        from: kind === 'suspension' ? from : null,
        paperId,
        basis,
      });
      await refresh();
    },
    onSuccess: onClose,
  });
  const unit = unitWords[rule.extension?.unit ?? rule.unit];
  const reason =
    paperId === ''
      ? '请先选一份已经批准并出具的审批表（第十三条）。'
      : kind === 'extension'
        ? whyNotNumber(n, left, unit)
        : from === ''
          ? '请填写中止的日期。'
          : null;
  return (
    <Dialog
      title={`${kind === 'extension' ? '延长' : '中止'}　${rule.name}`}
      onClose={onClose}
      width={600}
      data-testid="period-change"
    >
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <p>
          {kind === 'extension'
            ? `${rule.extend}。须有：${rule.extension?.by ?? ''}${left === null ? '' : `。还可延长${left}${unit}`}。`
            : `${rule.suspend}。决定的机关：${rule.suspension?.by ?? ''}。`}
        </p>
        {approvals.length === 0 ? (
          <NoApproval kind={kind} onClose={onClose} />
        ) : (
          <>
            <Labelled label="批准的审批表" required width="full">
              {(control) => (
                <select
                  {...control}
                  className="input"
                  value={paperId}
                  onChange={(event) => setPaperId(event.target.value)}
                >
                  {approvals.map((paper) => (
                    <option key={paper.id} value={paper.id}>
                      {paper.name} {paper.number}（{String(paper.values['matter'])}）
                    </option>
                  ))}
                </select>
              )}
            </Labelled>
            {kind === 'extension' ? (
              <Labelled label={`延长（${unit}）`} required>
                {(control) => (
                  <input
                    {...control}
                    className="input"
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={4}
                    value={n}
                    onChange={(event) => setN(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
                  />
                )}
              </Labelled>
            ) : (
              <Labelled label="中止日期" required>
                {(control) => <DateInput {...control} value={from} onChange={setFrom} />}
              </Labelled>
            )}
            <Labelled label="依据" required width="full">
              {(control) => (
                <input
                  {...control}
                  className="input"
                  maxLength={200}
                  value={basis}
                  onChange={(event) => setBasis(event.target.value)}
                />
              )}
            </Labelled>
          </>
        )}
        <RefusalNote error={change.error} onClose={change.reset} />
        <div className={css.foot}>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-period-change"
            reason={reason ?? lackOfBasis(basis)}
            busy={change.isPending}
            onClick={() => change.mutate()}
          >
            {kind === 'extension' ? '延长' : '中止'}
          </ReasonButton>
        </div>
      </form>
    </Dialog>
  );
}

/** Resumes a suspended period: the day of 恢复 does not count any more as stopped. */
export function ResumeDialog({ rule, onClose }: ChangeProps) {
  const { file, refresh } = useCaseWork();
  const suspendedFrom = openSuspension(rule, file.periodChanges)?.from ?? '';
  const [to, setTo] = useState(file.today);
  const [basis, setBasis] = useState('');
  const resume = useMutation({
    mutationFn: async () => {
      await api.cases.endSuspension({ caseId: file.case.id, ruleId: rule.id, to, basis });
      await refresh();
    },
    onSuccess: onClose,
  });
  const reason =
    to === '' ? '请填写恢复的日期。' : to < suspendedFrom ? '恢复日期不能早于中止日期。' : lackOfBasis(basis);
  return (
    <Dialog title={`恢复　${rule.name}`} onClose={onClose} width={560} data-testid="period-resume">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <Labelled label="恢复日期" required>
          {(control) => <DateInput {...control} value={to} onChange={setTo} />}
        </Labelled>
        <Labelled label="恢复的原因" required width="full" help="中止的原因何时消除，例如：法院判决已于3月20日生效。">
          {(control) => (
            <input
              {...control}
              className="input"
              maxLength={256}
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
          )}
        </Labelled>
        <RefusalNote error={resume.error} onClose={resume.reset} />
        <div className={css.foot}>
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
        </div>
      </form>
    </Dialog>
  );
}

const lackOfBasis = (basis: string): string | null => (basis.trim().length < 2 ? '请写明依据或者原因。' : null);

function whyNotNumber(n: string, left: number | null, unit: string): string | null {
  if (n === '' || Number(n) === 0) return '请填写延长多少。';
  return left !== null && Number(n) > left ? `最多还可延长${left}${unit}，请按批准的数填写。` : null;
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
    <div className="note">
      <p className="note-happened">
        本案还没有可用的{name}：事项为“{kind === 'extension' ? '延长调查' : '中止'}
        ”或者“其他”、已经批准并出具、没有用过。
      </p>
      <p className="note-actions">
        <ReasonButton data-testid="start-approval" onClick={begin}>
          填写{name}
        </ReasonButton>
      </p>
    </div>
  );
}
