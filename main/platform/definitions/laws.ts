import * as z from 'zod';
import { Law } from '../../../shared/causes/law.ts';
import { conform, type Source } from './source.ts';

/** The laws of all files of resources/laws, each named once. */
export function readLaws(sources: readonly Source[]): Law[] {
  const read: Law[] = [];
  const names = new Set<string>();
  for (const source of sources) {
    const laws = conform(source, z.array(Law));
    laws.forEach((law, index) => {
      const own = new Set([law.name, law.title, ...law.also]);
      for (const name of own) {
        if (names.has(name)) source.refuse([index, 'name'], `“${name}”写了两次`);
        names.add(name);
      }
      checkVersions(source, law, index);
      read.push(law);
    });
  }
  return read;
}

/** Versions of a law follow each other, and its table of paragraphs has as many articles as it says. */
function checkVersions(source: Source, { name, versions }: Law, index: number): void {
  versions.forEach(({ from, articles, paragraphs, text }, v) => {
    const path = [index, 'versions', v];
    const before = versions[v - 1];
    if (before !== undefined && before.until !== from)
      source.refuse([...path, 'from'], `“${name}”的上一版到${before.until ?? '现在'}为止，与这一版的施行日期不相接`);
    if (paragraphs.length > 0 && paragraphs.length !== articles)
      source.refuse(
        [...path, 'paragraphs'],
        `“${name}”有${articles ?? '不知多少'}条，款数只写了${paragraphs.length}条`,
      );
    if ((text === '') !== (paragraphs.length === 0))
      source.refuse([...path, 'text'], `“${name}”写了款数的要写明对照的文本，没有对照的不写款数`);
  });
}
