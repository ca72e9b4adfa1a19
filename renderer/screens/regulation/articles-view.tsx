import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Definitions } from '../../../shared/contract/regulation.ts';
import type { Article } from '../../../shared/regulation/article.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { marked } from '../../ui/marked.ts';
import { chaptersOf } from './chapters.ts';
import { findInArticles } from './find-in-text.ts';
import { LinksPanel } from './links-panel.tsx';
import css from './regulation.module.css';

/** Chapters at the left, the text in the middle, and at the right what serves the article in hand. */
export function ArticlesView({ definitions, find }: { definitions: Definitions; find: string }) {
  const { article = 1 } = useSearch({ from: '/regulation' });
  const navigate = useNavigate();
  const { articles } = definitions;
  const hits = useMemo(() => findInArticles(articles, find), [articles, find]);
  const choose = (number: number): void =>
    void navigate({ to: '/regulation', search: { article: number }, replace: true });
  return (
    <div className={css.articles}>
      <Contents
        articles={articles}
        current={article}
        hits={new Set(hits.map((hit) => hit.article))}
        onChoose={choose}
      />
      <Text articles={articles} current={article} hits={hits} onChoose={choose} />
      <LinksPanel definitions={definitions} article={article} />
    </div>
  );
}

interface ContentsProps {
  articles: readonly Article[];
  current: number;
  hits: ReadonlySet<number>;
  onChoose: (article: number) => void;
}

/** The numbers of all articles under their chapters; arrows go on and back. */
function Contents({ articles, current, hits, onChoose }: ContentsProps) {
  const chapters = useMemo(() => chaptersOf(articles), [articles]);
  const list = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const there = {
      ArrowDown: current + 1,
      ArrowRight: current + 1,
      ArrowUp: current - 1,
      ArrowLeft: current - 1,
      Home: 1,
      End: articles.length,
    }[event.key];
    if (there === undefined || there < 1 || there > articles.length) return;
    event.preventDefault();
    onChoose(there);
    list.current?.querySelector<HTMLElement>(`[data-article="${there}"]`)?.focus();
  };
  return (
    <nav ref={list} className={css.contents} aria-label="条文目录" onKeyDown={onKeyDown} data-pane>
      {chapters.map(({ title, parts }) => (
        <section key={title}>
          <h2>{title}</h2>
          {parts.map((part) => (
            <div key={part.section ?? title}>
              {part.section !== null && <h3>{part.section}</h3>}
              <div className={css.numbers}>
                {part.articles.map(({ number, text }) => (
                  <button
                    key={number}
                    type="button"
                    data-article={number}
                    tabIndex={number === current ? 0 : -1}
                    aria-current={number === current || undefined}
                    aria-label={`第${number}条`}
                    title={`${articleName(number)}　${text.slice(0, 40)}…`}
                    className={hits.has(number) ? css.hitNumber : css.number}
                    onClick={() => onChoose(number)}
                  >
                    {number}
                  </button>
                ))}
              </div>
            </div>
          ))}
        </section>
      ))}
    </nav>
  );
}

interface TextProps {
  articles: readonly Article[];
  current: number;
  hits: ReturnType<typeof findInArticles>;
  onChoose: (article: number) => void;
}

/** The whole text to read on; a click takes an article in hand. */
function Text({ articles, current, hits, onChoose }: TextProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const article = place.current?.querySelector(`#article-${current}`);
    // The first article is read under the title.
    if (current === 1) place.current?.scrollTo({ top: 0 });
    else article?.scrollIntoView({ block: article.clientHeight > 400 ? 'start' : 'center' });
  }, [current]);
  return (
    <div ref={place} className={css.text} role="document" aria-label="行政执法全过程记录制度" tabIndex={0} data-pane>
      <h2 className={css.title}>行政执法全过程记录制度</h2>
      {articles.map((article, index) => {
        const { number, chapter, section } = article;
        const before = articles[index - 1];
        return (
          <div key={number}>
            {chapter !== before?.chapter && <h3 className={css.chapter}>{chapter}</h3>}
            {section !== undefined && section !== before?.section && <h4 className={css.section}>{section}</h4>}
            <article
              id={`article-${number}`}
              className={css.article}
              aria-current={number === current || undefined}
              onClick={() => onChoose(number)}
            >
              <Paragraphs
                article={article}
                ranges={hits
                  .filter((hit) => hit.article === number)
                  .map(({ start, length }) => [start, length] as const)}
              />
            </article>
          </div>
        );
      })}
    </div>
  );
}

/** The paragraphs of an article, found words marked; ranges count from the beginning of its text. */
function Paragraphs({
  article: { number, text },
  ranges,
}: {
  article: Article;
  ranges: readonly (readonly [number, number])[];
}) {
  let start = 0;
  return text.split('\n').map((paragraph, index) => {
    const from = start;
    start += paragraph.length + 1;
    const rangesHere = ranges
      .filter(([position]) => position >= from && position < start)
      .map(([position, length]) => [position - from, length] as const);
    return (
      <p key={from}>
        {index === 0 && <strong className={css.name}>{articleName(number)}　</strong>}
        {marked(paragraph, rangesHere).map((piece) =>
          piece.found ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
        )}
      </p>
    );
  });
}
