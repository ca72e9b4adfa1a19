/** The id of the next 案由 the office makes: own-001, own-002 … */
export function nextOwnId(causes: readonly { id: string }[]): string {
  const taken = causes.flatMap(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return `own-${String(Math.max(0, ...taken) + 1).padStart(3, '0')}`;
}
