import type { QueryRunner } from 'typeorm';
import { schemaStep } from './schema-step.ts';

interface Found {
  rowid: number;
  kind: string;
  refId: string;
  title: string;
  body: string;
}

/** So many texts at a time are held; those of an office are a million. */
const AT_ONCE = 500;

/** Names with a dot were indexed as two words by earlier programs: who typed them without the dot found nobody. They are indexed anew. */
export const namesInAnyDot = schemaStep(36, 'NamesInAnyDot', [indexDotted]);

async function indexDotted(runner: QueryRunner): Promise<void> {
  // The dictionary of readings is large: it comes only where there is something to read.
  const [{ grams }, { initialsOf, spelledOf }, { everyNameDot, withoutDots }] = await Promise.all([
    import('../grams.ts'),
    import('../../../../shared/chinese/pinyin.ts'),
    import('../../../../shared/chinese/name-form.ts'),
  ]);
  const aDot = `*[${everyNameDot}]*`;
  const textsAfter = async (last: number): Promise<Found[]> =>
    (await runner.query(
      `select rowid, kind, refId, title, body from search_text
       where rowid > ? and (title glob ? or body glob ?) order by rowid limit ${AT_ONCE}`,
      [last, aDot, aDot],
    )) as Found[];
  const namesOf = async ({ refId, title }: Found): Promise<string[]> => {
    const former = (await runner.query('select name from former_name where householdId = ?', [refId])) as {
      name: string;
    }[];
    return [title, ...former.map(({ name }) => name)];
  };
  for (let texts = await textsAfter(-1); texts.length > 0; texts = await textsAfter(texts.at(-1)?.rowid ?? 0))
    for (const text of texts) {
      const { rowid, kind, title, body } = text;
      const words = `${title}\n${body}`;
      if (withoutDots(words) === words) continue;
      const names = kind === 'household' ? await namesOf(text) : [];
      const tokens = [grams([words, ...names.map(initialsOf)].join('\n')), ...names.flatMap(spelledOf)].join(' ');
      await runner.query(`delete from ${kind}_index where rowid = ?`, [rowid]);
      await runner.query(`insert into ${kind}_index (rowid, grams) values (?, ?)`, [rowid, tokens]);
    }
}
