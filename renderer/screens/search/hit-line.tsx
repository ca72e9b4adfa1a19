import { useEffect, useRef } from 'react';
import type { SearchHit } from '../../../shared/contract/households.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayText } from '../../parts/days/day.tsx';
import { marked } from '../../ui/marked.ts';

const KIND_WORDS: Record<SearchHit['kind'], string> = {
  household: '当事人',
  case: '案件',
  paper: '文书',
  exhibit: '证据',
};

export interface HitLineProps {
  id: string;
  hit: SearchHit;
  chosen: boolean;
  onChoose: () => void;
}

/** One hit of the search with the found characters marked. */
export function HitLine({ id, hit, chosen, onChoose }: HitLineProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={line} id={id} role="option" aria-selected={chosen} className="search-hit" onClick={onChoose}>
      <span className="search-kind">{KIND_WORDS[hit.kind]}</span>
      <span className="search-title">{hit.title}</span>
      <span className="search-at">{hit.at === '' ? null : <DayText value={dayOf(hit.at)} />}</span>
      <span className="search-text">
        {marked(hit.text, hit.ranges).map(({ text, found, start }) => (found ? <mark key={start}>{text}</mark> : text))}
      </span>
    </li>
  );
}
