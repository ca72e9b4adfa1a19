import { useMutation } from '@tanstack/react-query';
import { choosablePeople, isKnownPerson, isSamePerson } from '../../../shared/procedure/case-people.ts';
import type { PersonDetails } from '../../../shared/identity/case-person.ts';
import { peopleSaid } from '../../../shared/template/person-ties.ts';
import { fieldsOf, type Field } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { useRight } from '../../data/rights.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { useCaseWork } from './use-case-work.ts';

/** Below a name that the case does not know: one key enters the person into its list, with all the paper says of them. */
export function UnlistedPerson({ paperId, field }: { paperId: string; field: Field }) {
  const person = useUnlisted(paperId, field);
  return person === undefined ? null : <AddPerson person={person} />;
}

function useUnlisted(paperId: string, field: Field): PersonDetails | undefined {
  const { file, input } = useCaseWork();
  const paper = file.papers.find(({ id }) => id === paperId);
  const template = input.templates.get(paper?.templateId ?? '');
  if (paper === undefined || template === undefined) return undefined;
  const person = peopleSaid(fieldsOf(template), paper.values).find(({ key }) => key === field.key)?.person;
  if (person === undefined || isKnownPerson(file, person)) return undefined;
  // Whoever stands behind a party can be picked already, unless more is known of them now.
  const behind = choosablePeople(file).some((known) => isSamePerson(known, person));
  return behind && person.idNumber === '' && person.phone === '' && person.address === '' ? undefined : person;
}

function AddPerson({ person }: { person: PersonDetails }) {
  const { file, refresh } = useCaseWork();
  const right = useRight('cases.savePerson');
  const add = useMutation({
    mutationFn: async () => {
      await api.cases.savePerson({ caseId: file.case.id, personId: null, version: null, person });
      await refresh();
    },
    onSuccess: () => sayDone(`已把${person.name}列入本案人员，以后按姓名选。`),
  });
  useKey('Alt+I', right === null ? () => add.mutate() : null, { hint: '列入本案人员' });
  return (
    <>
      <ReasonButton kind="quiet" keyHint="Alt+I" reason={right} busy={add.isPending} onClick={() => add.mutate()}>
        把{person.name}列入本案人员
      </ReasonButton>
      <RefusalNote error={add.error} onClose={add.reset} />
    </>
  );
}
