import { useState } from 'react';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { articlesTyped } from './template-draft.ts';

export interface ArticlesFieldProps {
  required?: boolean;
  problem?: string | undefined;
  name: string;
  readOnly: boolean;
  value: readonly number[];
  onChange: (articles: number[]) => void;
}

/**
 * 落实制度第几条: numbers of articles as a line of text (13、22), with links to them below. What is no article is left out when the
 * field is left.
 */
export function ArticlesField({ required = false, problem, name, readOnly, value, onChange }: ArticlesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed !== null) onChange(articlesTyped(typed));
    setTyped(null);
  };
  const links = value.length === 0 ? undefined : <ArticleLinks articles={value} />;
  return (
    <Labelled label="落实制度第几条" required={required} problem={problem} help={links}>
      {(control) => (
        <input
          {...control}
          name={name}
          autoComplete="off"
          placeholder="如 13、22"
          readOnly={readOnly}
          value={typed ?? value.join('、')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
        />
      )}
    </Labelled>
  );
}

function ArticleLinks({ articles }: { articles: readonly number[] }) {
  return articles.map((article) => (
    <span key={article}>
      <ArticleLink article={article} />
      {'　'}
    </span>
  ));
}
