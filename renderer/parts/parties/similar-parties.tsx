import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { SimilarHousehold } from '../../../shared/contract/households.ts';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { queries } from '../../data/queries.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { PickedHousehold } from './picked-household.ts';
import css from './similar-parties.module.css';

interface SimilarPartiesProps {
  details: PartyDetails;
  /** The household whose own details these are; null for a new one. */
  except?: string | null;
  /** What those found are, and what is done with one of them. */
  words: { lead: string; take: string; hint: string };
  /** Why that may not be done. */
  reason?: string | null;
  onTake: (household: PickedHousehold) => void;
}

/** Whom the party that is being typed may be already (第三十五条, one target one file); the first one is taken by one key. */
export function SimilarParties({ details, except = null, words, reason = null, onTake }: SimilarPartiesProps) {
  const { kind, name, uscc, idType, idNumber, phone } = details;
  const input = useDeferredValue({ kind, name: name.trim(), uscc, idType, idNumber, phone: phone.trim(), except });
  const found = useQuery({
    ...queries.households.similar.queryOptions({ input }),
    enabled: [input.name, uscc, idNumber, input.phone].some((text) => text.length >= 2),
    placeholderData: keepPreviousData,
  });
  const hits = found.data ?? [];
  const [first] = hits;
  useKey('Alt+U', first === undefined || reason !== null ? null : () => onTake(first), {
    hint: words.hint,
    everywhere: true,
  });
  if (first === undefined) return null;
  return (
    <section className={css.similar} aria-label="可能已有的一户式档案" data-testid="similar-parties">
      <p className={css.lead} role="status">
        {words.lead}
      </p>
      <ul className={css.list}>
        {hits.map((hit, index) => (
          <li key={hit.householdId}>
            <Known hit={hit} />
            <ReasonButton
              kind="quiet"
              {...(index === 0 && { keyHint: 'Alt+U' })}
              reason={reason}
              onClick={() => onTake(hit)}
            >
              {words.take}
            </ReasonButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Known = ({ hit }: { hit: SimilarHousehold }) => (
  <span className={css.known}>
    <strong>{hit.name}</strong>
    {hit.by.map((by) => (
      <Tag key={by} tone={by === '名称相近' ? 'neutral' : 'care'}>
        {by}
      </Tag>
    ))}
    <span className={css.second}>{[hit.key, hit.address, `${hit.cases} 件`].filter(Boolean).join('　')}</span>
  </span>
);
