import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import { useKeyCommands, useKeys } from '../../ui/keys.ts';
import { useOptionFilter } from '../../ui/option-search.ts';
import { articleAsked } from './article-asked.ts';
import type { AskedFor } from './asked-for.ts';
import type { Found } from './found-groups.ts';

/** A place of the rail. */
export interface Destination {
  name: string;
  chord: string;
  go: () => void;
}

/** What what was typed could mean to be done or gone to: the keys of this screen, refused ones too, the places of the rail, the cases of a person. */
export function useCommands(destinations: readonly Destination[], { scope, words }: AskedFor, used: boolean): Found[] {
  const keys = useKeys();
  const commands = useKeyCommands();
  const matches = useOptionFilter(used);
  const ofPeople = useCasesOfPeople(used);
  return useMemo(() => {
    if (scope === 'numbers' || (words === '' && scope !== 'commands')) return [];
    const isMeant = (name: string): boolean => words === '' || matches(name, words);
    const acts = commands.map((command): Found => {
      const run = command.reason === null ? () => keys.press(command.chord) : null;
      return { id: `操作 ${command.chord}`, group: '操作', isExact: command.hint === words, run, row: { command } };
    });
    const ways = destinations.map(({ name, chord, go }) => wayTo(name, chord, name === words, go));
    const named = [...acts, ...ways].filter(({ row }) => isMeant('command' in row ? row.command.hint : nameOf(row)));
    const people = ofPeople.filter(({ name }) => matches(name, words)).map(({ way }) => way);
    if (scope === 'commands') return named;
    return scope === 'people' ? people : [...named, ...people];
  }, [keys, commands, destinations, ofPeople, scope, words, matches]);
}

const nameOf = (row: Found['row']): string => ('way' in row ? row.way : '');

const wayTo = (way: string, chord: string, isExact: boolean, run: () => void | Promise<void>): Found => ({
  id: `去往 ${way}`,
  group: '去往',
  isExact,
  run,
  row: { way, chord },
});

/** The cases of each officer of the office. */
function useCasesOfPeople(used: boolean): readonly { name: string; way: Found }[] {
  const navigate = useNavigate();
  const people = useQuery({ ...queries.staff.list.queryOptions(), enabled: used }).data?.people;
  return useMemo(
    () =>
      (people ?? [])
        .filter(({ certNo }) => certNo !== '')
        .map(({ personId, name }) => ({
          name,
          way: wayTo(`${name}承办的案件`, '', false, () => navigate({ to: '/cases', search: { officer: personId } })),
        })),
    [people, navigate],
  );
}

/** Articles by their number (条26), else by words of their text. */
export function useArticles({ scope, words }: AskedFor, used: boolean): Found[] {
  const navigate = useNavigate();
  const articles = useDefinitions().data?.articles;
  return useMemo(() => {
    if (!used || scope !== null || words.length < 2) return [];
    const asked = articleAsked(words);
    return (articles ?? [])
      .filter(({ number, text }) => (asked === null ? text.includes(words) : number === asked))
      .map((article) => ({
        id: `条文 ${article.number}`,
        group: '条文',
        isExact: article.number === asked,
        run: () => void navigate({ to: '/regulation', search: { article: article.number } }),
        row: { article },
      }));
  }, [articles, scope, words, used, navigate]);
}
