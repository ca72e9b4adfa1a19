import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { causeNamed, type Cause } from '../../../shared/causes/cause.ts';
import { usualUnit } from '../../../shared/procedure/assignment.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { api } from '../../data/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CauseInput } from '../causes/cause-input.tsx';
import { HouseholdPicker } from '../parties/household-picker.tsx';
import type { PickedHousehold } from '../parties/picked-household.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { usualFirst } from './procedure-order.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { useOperator, useToday } from '../../data/session.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import css from './begin-case.module.css';
import { FollowedCase } from './followed-case.tsx';
import { UnitPick } from './unit-pick.tsx';
import { OfficerPick } from './officer-pick.tsx';
import { Radio } from '../../ui/choices.tsx';
import { ActBar } from '../../ui/act-bar.tsx';

/** Whose file a case is kept in (第三十五条). */
const WHO = '被反映、被检查的单位或者个人；依申请的是申请人，工伤认定是用人单位。';

/** A former case that a new one is registered after (照此登记新案). */
export interface ModelCase extends Pick<SourceDraft, 'causeName' | 'officerIds'> {
  caseId: string;
  procedureId: string;
  number: string;
}

interface BeginCaseProps {
  household?: PickedHousehold | null;
  model?: ModelCase;
  onClose: () => void;
}

/** Registers a source (案源): whom, which procedure, what for, who handles it; then the case opens at its first paper. */
export function BeginCase({ household = null, model, onClose }: BeginCaseProps) {
  const operator = useOperator();
  const [party, setParty] = useState<PickedHousehold | null>(household);
  const [draft, setDraft] = useState<SourceDraft>(() => ({
    procedureId: model?.procedureId ?? null,
    causeName: model?.causeName ?? '',
    followsId: undefined,
    officerIds: model?.officerIds ?? (operator.roles.includes('承办人') ? [operator.personId] : []),
    unitId: undefined,
    modelId: model?.caseId ?? null,
  }));
  // A case that is followed belongs to its party; what else is typed stays when another party is picked.
  const pick = (picked: PickedHousehold | null): void => {
    setParty(picked);
    setDraft({ ...draft, followsId: undefined });
  };
  return (
    <Dialog title="登记案源或者申请" onClose={onClose} width={720} data-testid="begin-dialog">
      <div className={css.begin}>
        {model !== undefined && (
          <p>
            照“{model.causeName}”（{numberWords(model.number)}
            ）登记：带入流程、案由、承办人和各案通用的文字（理由、法律依据、检查或者稽核事项）；签名、文号、日期和案情不带。
          </p>
        )}
        <HouseholdPicker value={party} who={WHO} onPick={pick} />
        {party !== null && <SourceForm party={party} draft={draft} onChange={setDraft} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

/** What is typed of a new case; undefined `followsId` means nobody has chosen yet, null that it follows none. */
interface SourceDraft {
  procedureId: string | null;
  causeName: string;
  followsId: string | null | undefined;
  officerIds: string[];
  /** Undefined: that of the first officer, else of who registers it. */
  unitId: string | null | undefined;
  modelId: string | null;
}

interface SourceFormProps {
  party: PickedHousehold;
  draft: SourceDraft;
  onChange: (draft: SourceDraft) => void;
  onClose: () => void;
}

function SourceForm({ party, draft, onChange, onClose }: SourceFormProps) {
  const definitions = useDefinitions();
  const { causeName, followsId } = draft;
  const begin = useBeginCase();
  const procedures = usualFirst(definitions.data?.procedures ?? []);
  const chosenId = draft.procedureId ?? usualProcedure(definitions.data?.causes ?? [], causeName);
  const procedure =
    procedures.find(({ id }) => id === chosenId) ?? (procedures.length === 1 ? procedures[0] : undefined);
  const change = (part: Partial<SourceDraft>): void => onChange({ ...draft, ...part });
  const register = (): void => {
    if (procedure !== undefined) begin.mutate(newCaseOf(draft, procedure, party));
  };
  return (
    <form className={css.begin} onSubmit={(event) => event.preventDefault()}>
      <CauseField
        value={causeName}
        ownMotion={procedure?.follows === undefined && (procedure?.ownMotion ?? true)}
        onChange={(typed) => change({ causeName: typed })}
      />
      <ProcedureChoice
        procedures={procedures}
        value={procedure?.id}
        onChange={(procedureId) => change({ procedureId })}
      />
      {procedure !== undefined && (
        <FollowedCase
          key={party.householdId}
          householdId={party.householdId}
          procedure={procedure}
          value={followsId}
          onChange={(chosen) => change({ followsId: chosen })}
        />
      )}
      <WhoHandles draft={draft} onChange={change} />
      <RefusalNote error={begin.error ?? definitions.error} onClose={begin.reset} />
      <ActBar>
        <ReasonButton onClick={onClose}>取消</ReasonButton>
        <ReasonButton
          kind="primary"
          type="submit"
          data-testid="confirm-begin"
          reason={whyNotBegun(draft, procedure)}
          busy={begin.isPending}
          onClick={register}
        >
          登记并填写第一份文书
        </ReasonButton>
      </ActBar>
    </form>
  );
}

/** 承办人 and 承办单位; whom nobody was picked for is assigned by the head of the unit. */
function WhoHandles({ draft, onChange }: { draft: SourceDraft; onChange: (part: Partial<SourceDraft>) => void }) {
  const today = useToday();
  const operator = useOperator();
  const staff = useQuery(queries.staff.list.queryOptions());
  const people = staff.data?.people ?? [];
  const { officerIds, unitId = usualUnit(officerIds, people, operator) } = draft;
  return (
    <>
      <OfficerPick
        people={people}
        value={officerIds}
        day={today}
        onChange={(chosen) => onChange({ officerIds: chosen })}
      />
      <UnitPick
        units={staff.data?.units ?? []}
        people={people}
        value={unitId}
        onChange={(chosen) => onChange({ unitId: chosen })}
      />
      <RefusalNote error={staff.error} />
    </>
  );
}

/** The way its 案由 usually goes, as long as nobody chooses another one; what is suspected otherwise, the ordinary way of a penalty. */
const usualProcedure = (causes: readonly Cause[], causeName: string): string | null =>
  causeNamed(causes, causeName)?.procedures[0] ?? (causeName.startsWith('涉嫌') ? 'penalty.ordinary' : null);

function useBeginCase() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: beginWithPaper,
    onSuccess: ({ caseId, id }) => void navigate({ to: '/cases/$id', params: { id: caseId }, search: { paper: id } }),
  });
}

function whyNotBegun({ followsId, causeName }: SourceDraft, procedure: Procedure | undefined): string | null {
  if (procedure === undefined) return '请选择办案流程。';
  if (procedure.follows !== undefined && followsId === undefined) return `请选择${procedure.follows}在哪个案件。`;
  return causeName.trim() === '' ? '请填写案由。' : null;
}

const newCaseOf = (
  { causeName, officerIds, followsId, unitId, modelId }: SourceDraft,
  procedure: Procedure,
  { householdId }: PickedHousehold,
): NewCase => ({
  procedure,
  householdId,
  causeName,
  officerIds,
  unitId,
  modelId,
  followsId: procedure.follows === undefined ? null : (followsId ?? null),
});

interface NewCase {
  procedure: Procedure;
  householdId: string;
  causeName: string;
  officerIds: string[];
  followsId: string | null;
  unitId: string | null | undefined;
  modelId: string | null;
}

/** The case and the draft of the paper that registers its source, so that the clerk goes on writing at once. */
async function beginWithPaper({ procedure, ...begun }: NewCase): Promise<Paper> {
  const file = await api.cases.begin({ ...begun, procedure: procedure.id });
  return file.papers[0] ?? api.documents.create({ caseId: file.case.id, templateId: procedure.opensWith });
}

/** Nobody applies to the office for these: it answers for what it decided. */
const isRemedy = ({ caseType }: Procedure): boolean => caseType === '救济';

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
    {
      title: '办案流程（依申请）',
      members: procedures.filter((procedure) => !procedure.ownMotion && !isRemedy(procedure)),
    },
    { title: '复议和诉讼', members: procedures.filter((procedure) => !procedure.ownMotion && isRemedy(procedure)) },
  ].filter((group) => group.members.length > 0);
  return groups.map(({ title, members }) => (
    <fieldset key={title} className={css.procedures}>
      <legend>{title}</legend>
      {members.map((procedure) => (
        <Radio
          key={procedure.id}
          name="procedure"
          value={procedure.id}
          checked={procedure.id === value}
          onChange={() => onChange(procedure.id)}
        >
          {procedure.name}
        </Radio>
      ))}
    </fieldset>
  ));
}

interface CauseFieldProps {
  value: string;
  ownMotion: boolean;
  onChange: (value: string) => void;
}

const CauseField = ({ value, ownMotion, onChange }: CauseFieldProps) => (
  <Labelled
    label="案由"
    required
    width="full"
    help={
      ownMotion
        ? '输入几个字或者拼音首字母，从案由目录中选；目录中没有的照写，以“涉嫌”开头。'
        : '写明申请的事项，例如：申请劳务派遣经营许可。'
    }
  >
    {(control) => <CauseInput {...control} name="cause" autoFocus maxLength={128} value={value} onChange={onChange} />}
  </Labelled>
);
