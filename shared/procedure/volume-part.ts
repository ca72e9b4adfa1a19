import type { RuleSettings } from '../case-file.ts';
import type { Template, VolumePart } from '../template/template.ts';

/**
 * 正卷 or 副卷: what the office has set for the paper, else what its template says. The 副卷 holds what the office weighed for itself and who
 * gave the source; it is not shown to those who read the case from outside.
 */
export const volumePartOf = (
  { id, volume }: Pick<Template, 'id' | 'volume'>,
  { volumeParts }: Pick<RuleSettings, 'volumeParts'>,
): VolumePart => volumeParts[id] ?? volume;

/** The own values of the office when exactly these papers go into the 副卷. */
export const volumePartsFor = (
  inner: readonly string[],
  templates: readonly Pick<Template, 'id' | 'volume'>[],
): RuleSettings['volumeParts'] =>
  Object.fromEntries(
    templates.flatMap(({ id, volume }) => {
      const part = inner.includes(id) ? '副卷' : '正卷';
      return part === volume ? [] : [[id, part]];
    }),
  );
