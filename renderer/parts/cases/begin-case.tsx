import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { api } from '../../data/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { HouseholdPicker } from '../parties/household-picker.tsx';
import type { PickedHousehold } from '../parties/household-picker.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { usualFirst } from './procedure-order.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { useOperator, useToday } from '../../data/session.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import css from './begin-case.module.css';
import { FollowedCase } from './followed-case.tsx';
import { OfficerPick } from './officer-pick.tsx';

/** Proposals only: the cause is what the officer writes (案由 begins with 涉嫌 until it is decided). */
const commonCauses = [
  '涉嫌拖欠劳动者工资',
  '涉嫌未与劳动者订立书面劳动合同',
  '涉嫌未依法参加社会保险',
  '涉嫌未按时足额缴纳社会保险费',
  '涉嫌违法延长工作时间',
  '涉嫌支付工资低于最低工资标准',
  '涉嫌未经许可经营劳务派遣业务',
  '涉嫌使用童工',
  '涉嫌骗取社会保险待遇',
  '涉嫌不配合劳动保障监察',
  '涉嫌未建立职工名册',
  '涉嫌扣押劳动者证件',
];

/** Registers a source (案源): whom, which procedure, what for, who handles it; then the case opens at its first paper. */
export function BeginCase({ household = null, onClose }: { household?: PickedHousehold | null; onClose: () => void }) {
  const navigate = useNavigate();
  const today = useToday();
  const operator = useOperator();
  const definitions = useDefinitions();
  const staff = useQuery(queries.staff.list.queryOptions());
  const [party, setParty] = useState<PickedHousehold | null>(household);
  const [chosen, setChosen] = useState<string | null>(null);
  const [causeName, setCauseName] = useState('');
  const [followsId, setFollowsId] = useState<string | null>();
  const [officerIds, setOfficerIds] = useState<string[]>(() =>
    operator.roles.includes('承办人') ? [operator.personId] : [],
  );
  const begin = useMutation({
    mutationFn: beginWithPaper,
    onSuccess: (paper) =>
      void navigate({ to: '/cases/$id', params: { id: paper.caseId }, search: { paper: paper.id } }),
  });
  const procedures = usualFirst(definitions.data?.procedures ?? []);
  const procedure =
    procedures.find((candidate) => candidate.id === chosen) ?? (procedures.length === 1 ? procedures[0] : undefined);
  const reason =
    party === null
      ? '请先选定当事人。'
      : procedure === undefined
        ? '请选择办案流程。'
        : procedure.follows !== undefined && followsId === undefined
          ? `请选择${procedure.follows}在哪个案件。`
          : causeName.trim() === ''
            ? '请填写案由。'
            : null;
  const pick = (picked: PickedHousehold | null): void => {
    setParty(picked);
    setFollowsId(undefined);
  };
  const register = (): void => {
    if (party !== null && procedure !== undefined)
      begin.mutate({
        procedure,
        householdId: party.householdId,
        causeName,
        officerIds,
        followsId: procedure.follows === undefined ? null : (followsId ?? null),
      });
  };
  return (
    <Dialog title="登记案源" onClose={onClose} width={720} data-testid="begin-dialog">
      <div className={css.begin}>
        <HouseholdPicker value={party} onPick={pick} />
        {party !== null && (
          <form className={css.begin} onSubmit={(event) => event.preventDefault()}>
            <ProcedureChoice procedures={procedures} value={procedure?.id} onChange={setChosen} />
            {procedure !== undefined && (
              <FollowedCase
                key={party.householdId}
                householdId={party.householdId}
                procedure={procedure}
                value={followsId}
                onChange={setFollowsId}
              />
            )}
            <CauseField
              value={causeName}
              ownMotion={procedure?.follows === undefined && (procedure?.ownMotion ?? true)}
              onChange={setCauseName}
            />
            <OfficerPick people={staff.data?.people ?? []} value={officerIds} day={today} onChange={setOfficerIds} />
            <RefusalNote error={begin.error ?? definitions.error ?? staff.error} onClose={begin.reset} />
            <div className={css.foot}>
              <ReasonButton onClick={onClose}>取消</ReasonButton>
              <ReasonButton
                kind="primary"
                type="submit"
                data-testid="confirm-begin"
                reason={reason}
                busy={begin.isPending}
                onClick={register}
              >
                登记并填写第一份文书
              </ReasonButton>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  );
}

interface NewCase {
  procedure: Procedure;
  householdId: string;
  causeName: string;
  officerIds: string[];
  followsId: string | null;
}

/** The case and the draft of the paper that registers its source, so that the clerk goes on writing at once. */
async function beginWithPaper({ procedure, ...begun }: NewCase): Promise<Paper> {
  const file = await api.cases.begin({ ...begun, procedure: procedure.id });
  return file.papers[0] ?? api.documents.create({ caseId: file.case.id, templateId: procedure.opensWith });
}

function ProcedureChoice({
  procedures,
  value,
  onChange,
}: {
  procedures: readonly Procedure[];
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const groups = [
    { title: '办案流程（依职权）', members: procedures.filter((procedure) => procedure.ownMotion) },
    { title: '办案流程（依申请）', members: procedures.filter((procedure) => !procedure.ownMotion) },
  ].filter((group) => group.members.length > 0);
  return groups.map(({ title, members }, group) => (
    <fieldset key={title} className={css.procedures}>
      <legend>{title}</legend>
      {members.map((procedure, index) => (
        <label key={procedure.id} className="check">
          <input
            type="radio"
            autoFocus={group + index === 0}
            name="procedure"
            value={procedure.id}
            checked={procedure.id === value}
            onChange={() => onChange(procedure.id)}
          />
          {procedure.name}
        </label>
      ))}
    </fieldset>
  ));
}

function CauseField({
  value,
  ownMotion,
  onChange,
}: {
  value: string;
  ownMotion: boolean;
  onChange: (value: string) => void;
}) {
  const list = useId();
  const help = ownMotion
    ? '以“涉嫌”开头，写明违法行为；可从常见案由中选，也可以自己写。'
    : '写明申请的事项，例如：申请劳务派遣经营许可。';
  return (
    <Labelled label="案由" required width="full" help={help}>
      {(control) => (
        <>
          <input
            {...control}
            className="input"
            name="cause"
            list={ownMotion ? list : undefined}
            autoComplete="off"
            maxLength={128}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {commonCauses.map((cause) => (
              <option key={cause} value={cause} />
            ))}
          </datalist>
        </>
      )}
    </Labelled>
  );
}
