import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { obstaclesToChangeProcedure, papersBeyond } from '../../../shared/procedure/change-procedure.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { api } from '../../data/api.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { FollowedCase } from '../../parts/cases/followed-case.tsx';
import { usualFirst } from '../../parts/cases/procedure-order.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './case-screen.module.css';
import { useCaseWork } from './use-case-work.ts';

interface Draft {
  procedureId: string;
  causeName: string;
  /** Undefined while nobody has chosen. */
  followsId: string | null | undefined;
  reason: string;
}

/** Another way for a case before 立案 (登记时选错了流程): what was written stays, and what the new way does not know is named. */
export function ProcedureDialog({ onClose }: { onClose: () => void }) {
  const { file } = useCaseWork();
  const procedures = usualFirst(useDefinitions().data?.procedures ?? []);
  const [draft, setDraft] = useState<Draft>({
    procedureId: file.case.procedure,
    causeName: file.case.causeName,
    followsId: file.case.followsId ?? undefined,
    reason: '',
  });
  const put = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const to = procedures.find(({ id }) => id === draft.procedureId);
  const change = useChange(draft, to, onClose);
  return (
    <Dialog title="变更办案流程" onClose={onClose} width={560} data-testid="procedure-dialog">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <DraftFields draft={draft} to={to} procedures={procedures} onChange={put} />
        {to !== undefined && <Kept to={to} />}
        <RefusalNote error={change.error} onClose={change.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-procedure"
            reason={useWhyNot(draft, to)}
            busy={change.isPending}
            onClick={() => change.mutate()}
          >
            变更流程
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

interface DraftFieldsProps {
  draft: Draft;
  to: Procedure | undefined;
  procedures: readonly Procedure[];
  onChange: (part: Partial<Draft>) => void;
}

function DraftFields({ draft, to, procedures, onChange }: DraftFieldsProps) {
  const { file } = useCaseWork();
  return (
    <>
      <SelectField
        label="办案流程"
        required
        width="full"
        name="new-procedure"
        autoFocus
        options={procedures.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.procedureId}
        onChange={(procedureId) => onChange({ procedureId })}
      />
      {to !== undefined && (
        <FollowedCase
          householdId={file.parties[0]?.householdId ?? ''}
          procedure={to}
          caseId={file.case.id}
          value={draft.followsId}
          onChange={(followsId) => onChange({ followsId })}
        />
      )}
      <TextField
        label="案由"
        required
        width="full"
        name="new-cause"
        maxLength={128}
        value={draft.causeName}
        onChange={(causeName) => onChange({ causeName })}
      />
      <TextField
        label="变更的原因"
        required
        width="full"
        name="procedure-reason"
        help="例如：登记时选错了流程。原因记入办案记录。"
        maxLength={512}
        value={draft.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}

/** What was written and the new way has no step for. */
function Kept({ to }: { to: Procedure }) {
  const { file } = useCaseWork();
  const names = papersBeyond(file, to).map(({ name }) => `《${name}》`);
  if (to.id === file.case.procedure) return null;
  return (
    <p className={css.former} data-testid="kept-papers">
      {names.length === 0
        ? '已经写的文书在新流程里都用得上，照样接着写。'
        : `新流程里没有${names.join('')}这一步：内容保留在本案，列在“另加文书”。其余的照样接着写。`}
    </p>
  );
}

function useWhyNot({ causeName, followsId, reason }: Draft, to: Procedure | undefined): string | null {
  const { file } = useCaseWork();
  if (to === undefined || to.id === file.case.procedure) return '请选择要改成的办案流程。';
  const [obstacle] = obstaclesToChangeProcedure(file, to);
  if (obstacle !== undefined) return obstacle.sentence;
  if (to.follows !== undefined && followsId === undefined) return `请选择${to.follows}在哪个案件。`;
  if (causeName.trim() === '') return '请填写案由。';
  return reason.trim().length < 4 ? '请写明变更的原因，至少四个字。' : null;
}

function useChange({ causeName, followsId, reason }: Draft, to: Procedure | undefined, onClose: () => void) {
  const { file, refresh } = useCaseWork();
  const { id: caseId, version } = file.case;
  return useMutation({
    mutationFn: async () => {
      const procedure = to?.id ?? file.case.procedure;
      await api.cases.changeProcedure({ caseId, version, procedure, causeName, followsId: followsId ?? null, reason });
      await refresh();
    },
    onSuccess: () => {
      onClose();
      sayDone(`本案改按“${to?.name ?? ''}”办理。`);
    },
  });
}
