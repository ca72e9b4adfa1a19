import type { SearchHit } from '../../../shared/contract/households.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayText } from '../../parts/days/day.tsx';
import { marked } from '../../ui/marked.ts';
import css from './search.module.css';

const KIND_WORDS: Record<SearchHit['kind'], string> = {
  household: '当事人',
  case: '案件',
  paper: '文书',
  exhibit: '证据',
};

/** One hit of the search: what it is, whose, and the found characters marked. */
export function HitLine({ hit }: { hit: SearchHit }) {
  return (
    <span className={css.hit}>
      <span className={css.kind}>{KIND_WORDS[hit.kind]}</span>
      <span className={css.title}>{hit.title}</span>
      <span className={css.day}>{hit.at === '' ? null : <DayText value={dayOf(hit.at)} />}</span>
      {hit.caseId !== null && (
        <span className={css.text}>{[hit.party, hit.caseNumber].filter(Boolean).join(' · ')}</span>
      )}
      <span className={css.text}>
        {marked(hit.text, hit.ranges).map(({ text, found, start }) => (found ? <mark key={start}>{text}</mark> : text))}
      </span>
    </span>
  );
}

/** Something to do or a place to go to, with its key: this is also how keys are learnt. */
export const CommandLine = ({ kind, name, chord }: { kind: string; name: string; chord: string }) => (
  <span className={css.hit}>
    <span className={css.kind}>{kind}</span>
    <span className={css.title}>{name}</span>
    {chord !== '' && <kbd className={css.day}>{chord}</kbd>}
  </span>
);
