import { readFileSync } from 'node:fs';
import { countsOf, gapsOf, readLawText } from '../shared/causes/law-text.ts';

/** Prints what a version of a law needs in resources/laws, counted in its official text: `node scripts/count-law.ts TEXT.txt 文本来源`. */
const [file, source] = process.argv.slice(2);
if (file === undefined || source === undefined) throw new Error('node scripts/count-law.ts TEXT.txt 文本来源');
const law = readLawText(readFileSync(file, 'utf8'));
const gaps = gapsOf(law);
if (gaps.length > 0) throw new Error(`${law.title}：${gaps.join('；')}`);

const { articles, paragraphs, items, inserted } = countsOf(law);
const listed = (name: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [`      ${name}: { ${entries.join(', ')} }`];
console.log(
  [
    `# ${law.title}`,
    `      articles: ${articles}`,
    `      text: ${source}`,
    `      paragraphs: [${paragraphs.join(', ')}]`,
    ...listed(
      'items',
      Object.entries(items).map(([article, count]) => `'${article}': ${count}`),
    ),
    ...listed(
      'inserted',
      Object.entries(inserted).map(([place, counts]) => `${place}: [${counts.join(', ')}]`),
    ),
  ].join('\n'),
);
