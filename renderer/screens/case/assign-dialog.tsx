import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  activeOfficers,
  asksForReason,
  assignmentVerb,
  faultOfAssignment,
  whyNotAssign,
} from '../../../shared/procedure/assignment.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { useOperator } from '../../data/session.ts';
import { OfficerPick } from '../../parts/cases/officer-pick.tsx';
import { UnitPick } from '../../parts/cases/unit-pick.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './case-screen.module.css';
import { useCaseWork } from './use-case-work.ts';

/** 分派: to which unit the case belongs and who handles it; what takes something away asks for the reason. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const { file, people } = useCaseWork();
  const operator = useOperator();
  const staff = useQuery(queries.staff.list.queryOptions());
  const [unitId, setUnitId] = useState(file.case.unitId);
  // Who has left is taken off, and named in the record with the reason.
  const [officerIds, setOfficerIds] = useState(() => activeOfficers(file).map(({ personId }) => personId));
  const [reason, setReason] = useState('');
  const after = { unitId, officerIds };
  const isAsked = asksForReason(file.case, after);
  const assign = useAssignment({ ...after, reason }, onClose);
  const why =
    whyNotAssign(after, operator, file) ??
    faultOfAssignment(after, file) ??
    (isAsked && reason.trim() === '' ? '请写明原因：要写进办理记录。' : null);
  return (
    <Dialog title="分派案件" onClose={onClose} width={560} data-testid="assign-dialog">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <UnitPick units={staff.data?.units ?? []} people={people} value={unitId} onChange={setUnitId} />
        <OfficerPick people={people} value={officerIds} day={file.today} onChange={setOfficerIds} />
        {isAsked && (
          <TextField
            label="原因"
            required
            width="full"
            name="assign-reason"
            help="移交承办单位、减少承办人，要写明原因，例如：王建国请假，由李敏接办。"
            maxLength={512}
            value={reason}
            onChange={setReason}
          />
        )}
        <RefusalNote error={assign.error ?? staff.error} onClose={assign.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-assign"
            reason={why}
            busy={assign.isPending}
            onClick={() => assign.mutate()}
          >
            {assignmentVerb(file.case, after)}
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

/** A case that went to another unit may not be this person's to see any more: they are led back to 今日. */
function useAssignment(after: { unitId: string | null; officerIds: string[]; reason: string }, onClose: () => void) {
  const { file, people, refresh } = useCaseWork();
  const navigate = useNavigate();
  const { id: caseId, version, unitId } = file.case;
  return useMutation({
    mutationFn: () => api.cases.assign({ caseId, version, ...after }),
    onSuccess: async () => {
      const names = people.filter(({ personId }) => after.officerIds.includes(personId)).map(({ name }) => name);
      onClose();
      if (after.unitId === unitId) await refresh();
      else await navigate({ to: '/' });
      sayDone(
        names.length === 0
          ? '已经移交，等承办单位负责人分派。'
          : `已经分派给${names.join('、')}，他们的“今日”里已经看得到。`,
      );
    },
  });
}
