import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Lead, Procedure } from '../../../shared/procedure/procedure.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import { OfficerPick } from '../../parts/cases/officer-pick.tsx';
import { UnitPick } from '../../parts/cases/unit-pick.tsx';
import { HouseholdPicker } from '../../parts/parties/household-picker.tsx';
import type { PickedHousehold } from '../../parts/parties/picked-household.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Check, Radio } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import {
  beginChained,
  fillChained,
  type NewChainedCase,
  offeredEvidence,
  type Offered,
  readyLead,
} from './begin-from.ts';
import css from './begin-from-dialog.module.css';
import { useCaseWork } from './use-case-work.ts';

/** What is chosen for the new case; a party or piece of evidence is in unless it was taken out. */
interface Draft {
  leadId: string | undefined;
  causeName: string;
  without: ReadonlySet<string>;
  others: readonly PickedHousehold[];
  officerIds: string[];
  unitId: string | null;
}

/** 由本案另立案件: which case follows, against whom, with what evidence; then it opens at its first paper. `leadId` is of who was led here. */
export function BeginFromDialog({ leadId, onClose }: { leadId?: string | undefined; onClose: () => void }) {
  const { file, input } = useCaseWork();
  const { leads } = input.procedure;
  const [draft, change] = useDraft(leadId);
  const { lead, procedure, offered, householdIds } = useChosen(draft);
  const begin = useBeginFrom();
  const submit = (): void => {
    if (lead === undefined || procedure === undefined) return;
    const taken = offered.filter(({ id }) => !draft.without.has(id));
    begin.mutate({ ...draft, caseId: file.case.id, lead, procedure, householdIds, taken });
  };
  return (
    <Dialog title="由本案另立案件" onClose={onClose} width={720} data-testid="begin-from-dialog">
      <form className={css.form} onSubmit={(event) => event.preventDefault()}>
        <LeadChoice leads={leads} value={draft.leadId} onChange={(chosen) => change({ leadId: chosen })} />
        <TextField
          label="案由"
          required
          width="full"
          name="cause"
          help={procedure?.follows === undefined ? '新案的案由；立案审批表上以“涉嫌”开头。' : undefined}
          maxLength={128}
          value={draft.causeName}
          onChange={(causeName) => change({ causeName })}
        />
        <PartyChoice draft={draft} onChange={change} />
        <WhoHandles draft={draft} onChange={change} />
        {procedure?.follows === undefined ? (
          <EvidenceChoice offered={offered} draft={draft} onChange={change} />
        ) : (
          <p className="second">新案与本案相连：决定、送达、证据、依据直接取自本案，不必重填。</p>
        )}
        <RefusalNote error={begin.error} onClose={begin.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-begin-from"
            reason={whyNot(draft, procedure, householdIds.length)}
            busy={begin.isPending}
            onClick={submit}
          >
            另立案件并填写第一份文书
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

/** It begins with the cause, the officers who are still there and the unit of this case. */
function useDraft(leadId: string | undefined) {
  const { file, input, people } = useCaseWork();
  const [draft, setDraft] = useState<Draft>(() => ({
    leadId: leadId ?? readyLead(input.procedure.leads, file)?.id,
    causeName: file.case.causeName,
    without: new Set(),
    others: [],
    officerIds: file.case.officerIds.filter((id) => people.some(({ personId, active }) => personId === id && active)),
    unitId: file.case.unitId,
  }));
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  return [draft, change] as const;
}

/** What the choice comes to: the procedure of the new case, its parties, and what may be taken over. */
function useChosen(draft: Draft) {
  const { file, input } = useCaseWork();
  const definitions = useDefinitions();
  const lead = input.procedure.leads.find(({ id }) => id === draft.leadId);
  const procedure = definitions.data?.procedures.find(({ id }) => id === lead?.procedure);
  const offered = procedure?.follows === undefined ? offeredEvidence(file, input.templates, lead) : [];
  const householdIds = [...file.parties, ...draft.others]
    .map(({ householdId }) => householdId)
    .filter((id) => !draft.without.has(id));
  return { lead, procedure, offered, householdIds };
}

function whyNot({ causeName }: Draft, procedure: Procedure | undefined, parties: number): string | null {
  if (procedure === undefined) return '请选择为什么另立、按哪个流程办。';
  if (causeName.trim() === '') return '请填写案由。';
  return parties === 0 ? '请至少选一个当事人。' : null;
}

/** The case is begun once: where what comes after fails, pressing again goes on with it. */
function useBeginFrom() {
  const navigate = useNavigate();
  const begun = useRef<string | null>(null);
  return useMutation({
    mutationFn: async (wanted: NewChainedCase) => {
      begun.current ??= (await beginChained(wanted)).case.id;
      return { id: begun.current, paper: await fillChained(begun.current, wanted), wanted };
    },
    onSuccess: async ({ id, paper, wanted }) => {
      await navigate({ to: '/cases/$id', params: { id }, search: { paper } });
      const count = wanted.taken.length;
      sayDone(`已另立“${wanted.causeName}”${count === 0 ? '' : `，带入证据${count}件`}。按 Alt+G 回到来源案件。`);
    },
  });
}

interface LeadChoiceProps {
  leads: readonly Lead[];
  value: string | undefined;
  onChange: (leadId: string) => void;
}

const LeadChoice = ({ leads, value, onChange }: LeadChoiceProps) => (
  <fieldset className={css.leads}>
    <legend>为什么另立</legend>
    {leads.map(({ id, name }) => (
      <Radio
        key={id}
        name="lead"
        value={id}
        autoFocus={id === (value ?? leads[0]?.id)}
        checked={id === value}
        onChange={() => onChange(id)}
      >
        {name}
      </Radio>
    ))}
  </fieldset>
);

interface PartProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

function WhoHandles({ draft: { officerIds, unitId }, onChange }: PartProps) {
  const { file, people } = useCaseWork();
  const staff = useQuery(queries.staff.list.queryOptions());
  return (
    <>
      <OfficerPick
        people={people}
        value={officerIds}
        day={file.today}
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

const toggled = (without: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> =>
  new Set(isIn ? [...without].filter((other) => other !== id) : [...without, id]);

/** The parties of this case, and others: a complaint may be about several employers. */
function PartyChoice({ draft, onChange }: PartProps) {
  const { file } = useCaseWork();
  const [adding, setAdding] = useState(false);
  const { without, others } = draft;
  const pick = (picked: PickedHousehold | null): void => {
    if (picked === null) return;
    setAdding(false);
    const known = [...file.parties, ...others].some(({ householdId }) => householdId === picked.householdId);
    onChange({ others: known ? others : [...others, picked], without: toggled(without, picked.householdId, true) });
  };
  return (
    <fieldset className={css.parties}>
      <legend>新案的当事人</legend>
      {[...file.parties, ...others].map(({ householdId, name }) => (
        <Check
          key={householdId}
          checked={!without.has(householdId)}
          onChange={(isIn) => onChange({ without: toggled(without, householdId, isIn) })}
        >
          {name}
        </Check>
      ))}
      {adding ? (
        <HouseholdPicker value={null} onPick={pick} />
      ) : (
        <ReasonButton kind="quiet" data-testid="add-other-party" onClick={() => setAdding(true)}>
          另一个单位（个人）
        </ReasonButton>
      )}
    </fieldset>
  );
}

/** All of it at one press, or each by itself; the files stay where they are, the new case refers to them. */
function EvidenceChoice({ offered, draft: { without }, onChange }: PartProps & { offered: readonly Offered[] }) {
  const taken = offered.filter(({ id }) => !without.has(id)).length;
  if (offered.length === 0) return null;
  const all = (isIn: boolean): void =>
    onChange({ without: offered.reduce((now, { id }) => toggled(now, id, isIn), without) });
  return (
    <fieldset className={css.evidence}>
      <legend>带入的证据和笔录</legend>
      <Check data-testid="take-all" checked={taken === offered.length} onChange={all}>
        全部带入（已选 {taken} 件，共 {offered.length} 件；引用同一份密封原件，并注明来源案件）
      </Check>
      <details>
        <summary>逐件挑选</summary>
        <div className={css.items}>
          {offered.map(({ id, title }) => (
            <Check
              key={id}
              checked={!without.has(id)}
              onChange={(isIn) => onChange({ without: toggled(without, id, isIn) })}
            >
              {title}
            </Check>
          ))}
        </div>
      </details>
    </fieldset>
  );
}
