import type { ReactNode } from 'react';
import { ArticleLink } from './article-link.tsx';

/** The article of the regulation something rests on, then its basis in other words. */
export const Basis = ({ article, children }: { article: number | null; children: ReactNode }) => (
  <>
    {article !== null && <ArticleLink article={article} />}
    {article !== null && '　'}
    {children}
  </>
);
