import type { SearchHit } from '../../../shared/contract/households.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayText } from '../../parts/days/day.tsx';
import { chordWords } from '../../ui/keys.ts';
import { marked } from '../../ui/marked.ts';
import type { Found } from './found-groups.ts';
import css from './search.module.css';

/** One line of what was found, with the key of what has one: this is also how keys are learnt. */
export function FoundLine({ row }: Pick<Found, 'row'>) {
  if ('hit' in row) return <HitLine hit={row.hit} />;
  if ('article' in row) return <Line title={articleName(row.article.number)} text={row.article.text} />;
  if ('way' in row) return <Line title={row.way} chord={row.chord} />;
  return <Line title={row.command.hint} chord={row.command.chord} text={row.command.reason ?? ''} />;
}

const Line = ({ title, chord = '', text = '' }: { title: string; chord?: string; text?: string }) => (
  <span className={css.hit}>
    <span className={css.title}>{title}</span>
    {chord !== '' && <kbd className={css.day}>{chordWords(chord)}</kbd>}
    {text !== '' && <span className={css.text}>{text}</span>}
  </span>
);

/** What it is, whose, and the sentence it was found by. */
const HitLine = ({ hit }: { hit: SearchHit }) => (
  <span className={css.hit}>
    <span className={css.title}>{hit.title}</span>
    <span className={css.day}>{hit.at === '' ? null : <DayText value={dayOf(hit.at)} />}</span>
    {hit.caseId !== null && (
      <span className={css.text}>{[hit.party, hit.caseNumber, markOf(hit)].filter(Boolean).join(' · ')}</span>
    )}
    {hit.text !== '' && <Sentence hit={hit} />}
  </span>
);

/** What a clerk has to know of a case before it is opened. */
const markOf = ({ state }: SearchHit): string =>
  state === 'cancelled' || state === 'joined' ? caseStateWords[state] : '';

/** The sentence with the found characters marked, and the field it stands in. */
export const Sentence = ({ hit: { field, text, ranges } }: { hit: SearchHit }) => (
  <span className={css.text}>
    {field !== '' && `${field}：`}
    {marked(text, ranges).map((piece) => (piece.found ? <mark key={piece.start}>{piece.text}</mark> : piece.text))}
  </span>
);

/** What a reader says of it. */
export function foundWords({ group, row }: Found): string {
  if ('hit' in row) return `${group} ${row.hit.title} ${row.hit.text}`;
  if ('article' in row) return `${group} ${articleName(row.article.number)}`;
  if ('way' in row) return `${group} ${row.way} ${row.chord}`;
  return `${group} ${row.command.hint} ${row.command.chord} ${row.command.reason ?? ''}`;
}
