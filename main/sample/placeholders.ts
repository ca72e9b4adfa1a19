import { personIdOf, type Run } from './run.ts';

/**
 * Puts what the run has made in the place of the sample's `$…` words: `$paper.J21` and `$exhibit.photo` are ids, `$sha256.photo` a hash,
 * `$officers` and `$shown` the rows of the case's officers, the second with their certificates shown.
 */
export function fillPlaceholders<T>(run: Run, value: T): T {
  if (typeof value === 'string') return lookUp(run, value) as T;
  if (Array.isArray(value)) return value.map((element) => fillPlaceholders(run, element)) as T;
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, property]) => [key, fillPlaceholders(run, property)]),
    ) as T;
  return value;
}

function lookUp(run: Run, word: string): unknown {
  const [kind, key = ''] = word.split('.');
  if (kind === '$officers' || kind === '$shown')
    return run.sample.case.officers.map((name) => officerRow(run, name, kind === '$shown'));
  if (kind === '$paper') return run.papers.get(key)?.id;
  if (kind === '$exhibit') return run.exhibits.get(key)?.id;
  return kind === '$sha256' ? run.exhibits.get(key)?.sha256 : word;
}

function officerRow(run: Run, name: string, shown: boolean) {
  const { certNo } = run.people.find((person) => person.name === name) ?? { certNo: '' };
  return { personId: personIdOf(run, name), name, certNo, ...(shown ? { certShown: true } : {}) };
}
