import { articleName } from '../../../shared/chinese/article-name.ts';
import type { SearchHit } from '../../../shared/contract/households.ts';
import { caseStateWords, numberWords, paperStatusWords } from '../../../shared/procedure/case-words.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { chordWords } from '../../ui/keys.ts';
import type { Found } from './found-groups.ts';
import { Sentence } from './found-line.tsx';
import css from './search.module.css';

/** What is known of the row in hand; nothing in it takes the focus. */
export const FoundPreview = ({ found }: { found: Found | undefined }) => (
  <div className={css.preview} data-testid="search-preview">
    {found === undefined ? <Marks /> : <Known {...found} />}
  </div>
);

function Known({ row }: Found) {
  if ('hit' in row) return <KnownOfHit hit={row.hit} />;
  if ('article' in row)
    return (
      <>
        <h2>{articleName(row.article.number)}</h2>
        <p>{row.article.text}</p>
      </>
    );
  const [name, chord] = 'way' in row ? [row.way, row.chord] : [row.command.hint, row.command.chord];
  return (
    <>
      <h2>{name}</h2>
      {chord !== '' && (
        <p>
          不用查找，直接按 <kbd>{chordWords(chord)}</kbd>
        </p>
      )}
      {'command' in row && row.command.reason !== null && <p>{row.command.reason}</p>}
    </>
  );
}

function KnownOfHit({ hit }: { hit: SearchHit }) {
  return (
    <>
      <h2>{hit.title}</h2>
      <Facts>
        {hit.party !== '' && <Fact term="当事人">{hit.party}</Fact>}
        {hit.caseId !== null && <Fact term="案号">{numberWords(hit.caseNumber)}</Fact>}
        {hit.state !== null && <Fact term="状态">{stateWords[hit.state]}</Fact>}
        {hit.facts.map(({ term, text }) => (
          <Fact key={term} term={term}>
            {text}
          </Fact>
        ))}
      </Facts>
      {hit.text !== '' && <Sentence hit={hit} />}
    </>
  );
}

const stateWords = { ...paperStatusWords, ...caseStateWords };

/** How to ask, while no row is in hand. */
const Marks = () => (
  <Facts>
    <Fact term="几个字">名称、姓名、正文里的字，拼音全拼或者首字母，信用代码、电话</Fact>
    <Fact term=">">只看能做的事</Fact>
    <Fact term="#">文号、案号</Fact>
    <Fact term="@">人：当事人、承办人、文书里写到的人</Fact>
    <Fact term="条26">本制度第二十六条</Fact>
  </Facts>
);
