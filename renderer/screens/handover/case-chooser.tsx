import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormDraftStores } from '../../parts/drafts/form-draft-state.ts';
import { isComposing } from '../../ui/keys.ts';
import { TextField } from '../../ui/labelled-fields.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { queries } from '../../data/queries.ts';
import css from './handover.module.css';

interface Choice {
  caseId: string;
  name: string;
  note: string;
}

const columnsWith = (isBegun: (caseId: string) => boolean): readonly Column<Choice>[] => [
  {
    title: '案件',
    width: 'minmax(0, 1.4fr)',
    cell: (row) => (
      <>
        <strong>{row.name}</strong>
        {isBegun(row.caseId) && <span className="second">　材料准备了一半</span>}
      </>
    ),
  },
  { title: '案号', width: 'minmax(0, 1fr)', cell: (row) => row.note },
];

/** Which case is to be handed over: the latest ones, or found by party, number or any word of its papers. */
export function CaseChooser({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const { choices, error } = useChoices(query);
  const { drafts } = useFormDraftStores();
  const navigate = useNavigate();
  const choose = ({ caseId }: Choice): void => void navigate({ to: '/handover/$caseId', params: { caseId } });
  const onKeyDown = (event: KeyboardEvent): void => {
    const first = choices[0];
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || first === undefined) return;
    event.preventDefault();
    choose(first);
  };
  return (
    <Dialog title="移送哪一件案子" onClose={onClose} width="54rem" data-testid="case-chooser">
      <div className={css.chooser}>
        <TextField
          label="当事人、案号或者文书中的字"
          required
          width="full"
          name="handover-case"
          autoFocus
          autoComplete="off"
          maxLength={20}
          value={text}
          onChange={setText}
          onKeyDown={onKeyDown}
        />
        <RefusalNote error={error} />
        {choices.length === 0 ? (
          <p className="second">没有找到您可以移送的案件。</p>
        ) : (
          <div className={css.hits}>
            <List
              label="案件"
              columns={columnsWith((caseId) => drafts.has(`handover ${caseId}`))}
              rows={choices}
              rowKey={(row) => row.caseId}
              onOpen={choose}
              data-testid="handover-cases"
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** A case has a decision to defend only once it was started; a mere source is left out. */
function useChoices(query: string): { choices: Choice[]; error: unknown } {
  const latest = useQuery(queries.cases.list.queryOptions({ input: { order: 'begun', descending: true, limit: 200 } }));
  const found = useQuery({
    ...queries.households.search.queryOptions({ input: { query, limit: 50 } }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const cases = latest.data ?? [];
  if (query === '')
    return { choices: cases.filter(({ state }) => state !== 'source').map(choiceOf), error: latest.error };
  const knownCases = new Map(cases.map((summary) => [summary.id, summary]));
  const choices = new Map<string, Choice>();
  for (const hit of found.data?.hits ?? []) {
    const caseId = hit.kind === 'case' ? hit.id : hit.caseId;
    if (caseId === null || choices.has(caseId)) continue;
    const summary = knownCases.get(caseId);
    choices.set(caseId, summary === undefined ? { caseId, name: hit.title, note: '' } : choiceOf(summary));
  }
  return { choices: [...choices.values()], error: found.error };
}

const choiceOf = ({ id, partyNames, causeName, number, state }: CaseSummary): Choice => ({
  caseId: id,
  name: `${partiesTitle(partyNames)}　${causeName}`,
  note: `${number}　${caseStateWords[state]}`,
});
