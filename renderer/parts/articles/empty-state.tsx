import type { ReactNode } from 'react';
import { ArticleLink } from './article-link.tsx';
import css from './empty-state.module.css';

export interface EmptyStateProps {
  /** What is not there yet. */
  title: string;
  /** One sentence: why the law asks for it, or what comes here. */
  why: string;
  article?: number;
  /** One button. */
  action?: ReactNode;
}

/** An empty list that teaches instead of gaping. */
export function EmptyState({ title, why, article, action }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      <p>
        {why}
        {article !== undefined && (
          <>
            （<ArticleLink article={article} />）
          </>
        )}
      </p>
      {action}
    </div>
  );
}
