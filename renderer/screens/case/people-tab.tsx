import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetails } from '../../../shared/identity/case-person.ts';
import { unlistedPeople } from '../../../shared/procedure/case-people.ts';
import { api } from '../../data/api.ts';
import { useRight } from '../../data/rights.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './people-tab.module.css';
import { PersonForm } from './person-form.tsx';
import { WorkersDialog } from './workers-dialog.tsx';
import { useCalmCase, useCaseWork } from './use-case-work.ts';

/** In hand: somebody who is not entered yet. */
const NEW = 'new';

/** 本案人员: who has to do with the case, entered once and picked by name in its papers. */
export function PeopleTab() {
  const { file } = useCalmCase();
  const [inHand, setInHand] = useChoice<string | null>(`person in hand ${file.case.id}`, () => null);
  const right = useRight('cases.savePerson');
  const reason = file.case.state === 'filed' ? '本案已经归档，不能再改本案人员。' : right;
  const begin = (): void => setInHand(NEW);
  useKey('Alt+K', reason === null && inHand === null ? begin : null, { hint: '登记人员' });
  const [listing, setListing] = useState(false);
  useKey('Alt+L', reason === null && inHand === null ? () => setListing(true) : null, { hint: '劳动者名单' });
  const person = file.people.find(({ id }) => id === inHand) ?? null;
  if (inHand === NEW || person !== null)
    return <PersonForm key={inHand} person={person} onClose={() => setInHand(null)} />;
  return (
    <div className={css.people}>
      <div className={css.head}>
        <ReasonButton data-testid="add-person" keyHint="Alt+K" reason={reason} onClick={begin}>
          登记人员
        </ReasonButton>
        <ReasonButton data-testid="open-workers" keyHint="Alt+L" reason={reason} onClick={() => setListing(true)}>
          劳动者名单{file.workers.length > 0 && `（${file.workers.length}人）`}
        </ReasonButton>
      </div>
      {listing && <WorkersDialog onClose={() => setListing(false)} />}
      {file.people.length === 0 && (
        <EmptyState
          title="还没有登记本案人员"
          why="代理人、投诉人、证人、受伤职工等在这里登记一次，填文书时按姓名选，各栏一起带出。"
          article={4}
        />
      )}
      <ul className={css.list} aria-label="本案人员">
        {file.people.map((listed) => (
          <li key={listed.id}>
            {reason === null ? (
              <button type="button" className={css.person} data-testid="person" onClick={() => setInHand(listed.id)}>
                <PersonFacts person={listed} />
              </button>
            ) : (
              <div className={css.person}>
                <PersonFacts person={listed} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Unlisted reason={reason} />
    </div>
  );
}

function PersonFacts({ person }: { person: PersonDetails }) {
  const { file } = useCalmCase();
  const party = file.parties.length > 1 && file.parties.find(({ householdId }) => householdId === person.partyId);
  const facts = [person.sex, person.idNumber, person.phone, person.employer, person.job, person.address];
  return (
    <>
      <strong>{person.name}</strong>
      <span>{person.kind}</span>
      {party && <span>{party.name}一方</span>}
      <span className={css.facts}>{facts.filter((fact) => fact !== '').join('　')}</span>
    </>
  );
}

/** Whom the papers describe and nobody has entered yet: they are taken over at once. */
function Unlisted({ reason }: { reason: string | null }) {
  const { file, input } = useCalmCase();
  const { refresh } = useCaseWork();
  const people = unlistedPeople(file, input.templates);
  const add = useMutation({
    mutationFn: async (chosen: readonly PersonDetails[]) => {
      for (const person of chosen)
        await api.cases.savePerson({ caseId: file.case.id, personId: null, version: null, person });
      await refresh();
    },
    onSuccess: (_, chosen) => sayDone(`已列入本案人员：${chosen.map(({ name }) => name).join('、')}。`),
  });
  if (people.length === 0) return null;
  return (
    <section className={css.unlisted} aria-label="文书里写到的人">
      <p>文书里写到、还没有列入的：{people.map(({ name, kind }) => `${name}（${kind}）`).join('、')}</p>
      <ReasonButton data-testid="take-people" reason={reason} busy={add.isPending} onClick={() => add.mutate(people)}>
        都列入
      </ReasonButton>
      <RefusalNote error={add.error} onClose={add.reset} />
    </section>
  );
}
