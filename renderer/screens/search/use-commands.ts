import { useMemo } from 'react';
import { articleAsked } from './article-asked.ts';
import { useKeyHints, useKeys } from '../../ui/keys.ts';
import { useOptionFilter } from '../../ui/option-search.ts';

/** A place of the rail. */
export interface Destination {
  name: string;
  chord: string;
  go: () => void;
}

export interface Command {
  id: string;
  kind: '操作' | '去往';
  name: string;
  /** Empty where no key leads there. */
  chord: string;
  /** What was typed is its name: it comes before everything found. */
  isExact: boolean;
  run: () => void;
}

/** What what was typed could mean to be done: the keys that work on this screen, and the places of the rail; by name or pinyin initials. */
export function useCommands(
  destinations: readonly Destination[],
  goToArticle: (article: number) => void,
  query: string,
): readonly Command[] {
  const keys = useKeys();
  const hints = useKeyHints();
  const matches = useOptionFilter(query !== '');
  return useMemo(() => {
    if (query === '') return [];
    const acts = hints.map(({ chord, hint }) => ({
      kind: '操作' as const,
      name: hint,
      chord,
      run: () => keys.press(chord),
    }));
    const ways = destinations.map(({ name, chord, go }) => ({ kind: '去往' as const, name, chord, run: go }));
    const named = [...acts, ...ways]
      .filter(({ name }) => matches(name, query))
      .map((command) => ({ ...command, id: `${command.kind} ${command.chord}`, isExact: command.name === query }));
    const article = articleAsked(query);
    return article === null ? named : [wayTo(article, goToArticle), ...named];
  }, [keys, hints, destinations, goToArticle, query, matches]);
}

const wayTo = (article: number, go: (article: number) => void): Command => ({
  id: `去往 第${article}条`,
  kind: '去往',
  name: `本制度第${article}条`,
  chord: '',
  isExact: true,
  run: () => go(article),
});
