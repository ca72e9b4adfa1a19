import { useMutation } from '@tanstack/react-query';
import { seenText } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { useState } from 'react';
import type { Party } from '../../../shared/identity/party.ts';
import { obstaclesToLeave } from '../../../shared/procedure/leave-case.ts';
import { api } from '../../data/api.ts';
import { DayText } from '../../parts/days/day.tsx';
import { HouseholdPicker } from '../../parts/parties/household-picker.tsx';
import type { PickedHousehold } from '../../parts/parties/picked-household.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './case-screen.module.css';
import { useCaseWork } from './use-case-work.ts';
import { useCaseRight } from './use-paper-rights.ts';
import { ActBar } from '../../ui/act-bar.tsx';

/** The parties of the case. Another respondent joins with their own household file; one who is no longer pursued leaves, with the reason. */
export function CaseParties() {
  const { file } = useCaseWork();
  const [leaving, setLeaving] = useState<string | null>(null);
  const back = (): void => setLeaving(null);
  return (
    <section className={css.parties} aria-label="本案当事人">
      <h2>本案当事人</h2>
      <ol>
        {file.parties.map((party) => (
          <li key={party.householdId}>
            {party.name}
            <span>{party.uscc === '' ? party.idNumber : party.uscc}</span>
            {file.parties.length > 1 && leaving !== party.householdId && (
              <LeaveButton party={party} onClick={() => setLeaving(party.householdId)} />
            )}
            {leaving === party.householdId && <Leaving party={party} onEnd={back} />}
          </li>
        ))}
      </ol>
      {file.formerParties.map((party) => (
        <p key={party.householdId} className={css.former}>
          {party.name}已于
          <DayText value={party.leftAt} />
          退出本案：{party.reason}
        </p>
      ))}
      {leaving === null && <Adding />}
    </section>
  );
}

function LeaveButton({ party, onClick }: { party: Party; onClick: () => void }) {
  const { file, input } = useCaseWork();
  const right = useCaseRight('cases.dropParty');
  const obstacle = obstaclesToLeave(file, party, input.templates)[0]?.sentence ?? null;
  return (
    <ReasonButton kind="quiet" data-testid="drop-party" reason={right ?? obstacle} onClick={onClick}>
      退出本案
    </ReasonButton>
  );
}

function Leaving({ party, onEnd }: { party: Party; onEnd: () => void }) {
  const { file, refresh } = useCaseWork();
  const [reason, setReason] = useState('');
  const drop = useMutation({
    mutationFn: async () => {
      await api.cases.dropParty({
        caseId: file.case.id,
        version: file.case.version,
        householdId: party.householdId,
        reason,
      });
      await refresh();
    },
    onSuccess: onEnd,
  });
  const missing = reason.trim().length < 4 ? '请写明退出的原因，原因会记入办案记录。' : null;
  return (
    <div className={css.leaving}>
      <label htmlFor="leave-reason">{party.name}退出本案的原因</label>
      <textarea
        id="leave-reason"
        rows={2}
        maxLength={512}
        autoFocus
        value={reason}
        {...typedInto(seenText, setReason)}
      />
      <p className={css.former}>已经出具的文书仍保存在案，以后的步骤和期限不再涉及{party.name}。</p>
      <RefusalNote error={drop.error} onClose={drop.reset} />
      <ActBar>
        <ReasonButton onClick={onEnd}>不退出</ReasonButton>
        <ReasonButton data-testid="confirm-drop" reason={missing} busy={drop.isPending} onClick={() => drop.mutate()}>
          退出本案
        </ReasonButton>
      </ActBar>
    </div>
  );
}

function Adding() {
  const { file, refresh } = useCaseWork();
  const [adding, setAdding] = useState(false);
  const [picked, setPicked] = useState<PickedHousehold | null>(null);
  /** The button that ended the adding is gone; the caret goes on at the one that began it. */
  const [back, setBack] = useState(false);
  const right = useCaseRight('cases.addParty');
  const end = (): void => {
    setAdding(false);
    setPicked(null);
    setBack(true);
  };
  const add = useMutation({
    mutationFn: async (householdId: string) => {
      await api.cases.addParty({ caseId: file.case.id, version: file.case.version, householdId });
      await refresh();
    },
    onSuccess: end,
  });
  if (!adding)
    return (
      <ReasonButton data-testid="add-party" autoFocus={back} reason={right} onClick={() => setAdding(true)}>
        追加当事人
      </ReasonButton>
    );
  return (
    <>
      <HouseholdPicker value={picked} onPick={setPicked} />
      <ActBar>
        <ReasonButton onClick={end}>不追加</ReasonButton>
        <ReasonButton
          data-testid="confirm-party"
          reason={whyNotParty(picked, file.parties)}
          busy={add.isPending}
          onClick={() => picked !== null && add.mutate(picked.householdId)}
        >
          追加为当事人
        </ReasonButton>
      </ActBar>
      <RefusalNote error={add.error} onClose={add.reset} />
    </>
  );
}

function whyNotParty(picked: PickedHousehold | null, parties: readonly Party[]): string | null {
  if (picked === null) return '请先找到并选定要追加的当事人。';
  return parties.some((party) => party.householdId === picked.householdId) ? `${picked.name}已经是本案当事人。` : null;
}
