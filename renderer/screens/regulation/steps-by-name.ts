import type { ArticleLinks } from '../../../shared/regulation/links.ts';

export interface NamedStep {
  name: string;
  places: { procedure: string; stepId: string }[];
}

/** Steps of several procedures that have one name, as one line; a procedure that has it twice is named once, at its first. */
export function stepsByName(steps: ArticleLinks['steps']): NamedStep[] {
  const byName = new Map<string, NamedStep>();
  for (const { name, procedure, stepId } of steps) {
    const known = byName.get(name) ?? { name, places: [] };
    byName.set(name, known);
    if (!known.places.some((place) => place.procedure === procedure)) known.places.push({ procedure, stepId });
  }
  return [...byName.values()];
}
