import type { StalePhrase } from '../../../shared/regulation/phrases.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Source } from './source.ts';

/** Checks that stale phrases are told apart and name papers that exist. */
export function checkPhrases(
  source: Source,
  phrases: readonly StalePhrase[],
  templates: ReadonlyMap<string, Template>,
): void {
  phrases.forEach((phrase, index) => {
    if (phrases.findIndex((other) => other.id === phrase.id) < index)
      source.refuse([index, 'id'], `旧法表述“${phrase.id}”写了两次`);
    const unknown = phrase.where?.find((id) => !templates.has(id));
    if (unknown !== undefined) source.refuse([index, 'where'], `文书模板${unknown}不存在`);
  });
}
