import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import type { Article } from '../../../shared/regulation/article.ts';
import { isComposing, useKey } from '../../ui/keys.ts';
import { articleAsked, findInArticles } from './find-in-text.ts';
import css from './regulation.module.css';

export interface FindFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The text that is searched; null while a table is looked at, whose rows are filtered. */
  articles: readonly Article[] | null;
}

const FIELD = 'find-in-regulation';

/** Finds words in the regulation: Enter goes to the next article that has them, Shift+Enter back; a number goes to its article. */
export function FindField({ value, onChange, articles }: FindFieldProps) {
  const { article = 1 } = useSearch({ from: '/regulation' });
  const navigate = useNavigate();
  const [composing, setComposing] = useState(false);
  const hits = articles === null || composing ? [] : findInArticles(articles, value);
  const holding = [...new Set(hits.map((hit) => hit.article))];
  useKey('Ctrl+F', () => document.getElementById(FIELD)?.focus(), { hint: '在制度中查找' });
  const go = (number: number | undefined): void => {
    if (number !== undefined) void navigate({ to: '/regulation', search: { article: number }, replace: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || articles === null) return;
    event.preventDefault();
    const typedArticle = articleAsked(value, articles);
    if (typedArticle !== null && holding.length === 0) go(typedArticle);
    else if (event.shiftKey) go(holding.findLast((number) => number < article) ?? holding.at(-1));
    else go(holding.find((number) => number > article) ?? holding[0]);
  };
  return (
    <div className={css.find}>
      <label htmlFor={FIELD} className="unseen">
        {articles === null ? '筛选' : '在条文中查找'}
      </label>
      <input
        id={FIELD}
        name={FIELD}
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        placeholder={articles === null ? '输入几个字筛选' : '查找字句，或者第几条'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      <span role="status" className={css.findNote}>
        {articles !== null && value.trim() !== '' && !composing
          ? countWords(hits.length, holding.length, articleAsked(value, articles))
          : ''}
      </span>
    </div>
  );
}

const countWords = (hits: number, articles: number, typedArticle: number | null): string => {
  if (hits > 0) return `${articles}条中有${hits}处，Enter 到下一处`;
  return typedArticle === null ? '没有找到' : 'Enter 转到这一条';
};
