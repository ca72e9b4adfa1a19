import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { usccFormProblem } from '../../../shared/identity/uscc.ts';
import { codeText } from '../../../shared/typed-text.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { refusalOf } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import type { PickedHousehold } from './picked-household.ts';
import { isComposing } from '../../ui/keys.ts';
import { newParty, PartyForm } from './party-form.tsx';
import { SimilarParties } from './similar-parties.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { ButtonRow } from '../../ui/button-row.tsx';
import css from './household-picker.module.css';

export interface HouseholdMakerProps {
  /** What was searched for: a name or a code. */
  name: string;
  onMade: (household: PickedHousehold) => void;
  onBack: () => void;
}

const known = { lead: '可能已经有了，一个执法对象只建一份：', take: '用这一份', hint: '用已有的档案' };

/** Makes a new household; where the party is known already, offers the one there is. */
export function HouseholdMaker({ name, onMade, onBack }: HouseholdMakerProps) {
  const [details, setDetails] = useState(() =>
    usccFormProblem(codeText(name)) === null ? { ...newParty(), uscc: codeText(name) } : newParty(name),
  );
  const [strict, setStrict] = useState(false);
  const create = useMutation({
    ...queries.households.create.mutationOptions(),
    onSuccess: (party) => onMade({ householdId: party.householdId, name: party.name }),
  });
  const notMine = useRight('households.create');
  const refusal = refusalOf(create.error);
  const make = (): void => {
    setStrict(true);
    if (notMine === null && !create.isPending && partyProblems(details).length === 0) create.mutate(details);
  };
  return (
    <div
      className={css.picker}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement))
          return;
        event.preventDefault();
        make();
      }}
    >
      <PartyForm
        value={details}
        onChange={setDetails}
        strict={strict}
        beside={<SimilarParties details={details} words={known} onTake={onMade} />}
        beginWith={name === '' || details.name === '' ? 'name' : 'uscc'}
      />
      <RefusalNote error={create.error}>
        {refusal?.code === 'duplicate' && (
          <ReasonButton kind="primary" onClick={() => onMade(refusal)}>
            用已有的“{refusal.name}”
          </ReasonButton>
        )}
      </RefusalNote>
      <ButtonRow>
        <ReasonButton
          kind="primary"
          reason={notMine}
          busy={create.isPending}
          onClick={make}
          data-testid="create-household"
        >
          建立一户式档案
        </ReasonButton>
        <ReasonButton onClick={onBack}>返回查找</ReasonButton>
      </ButtonRow>
    </div>
  );
}
