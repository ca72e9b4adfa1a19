import { lazy, Suspense, useState } from 'react';
import { articleName } from '../../../shared/chinese/article-name.ts';
import css from './article-link.module.css';

// The text of the articles comes when it is first asked for; the log-in screen does without.
const ArticleDrawer = lazy(async () => ({ default: (await import('./article-drawer.tsx')).ArticleDrawer }));

/** The number of an article of the regulation; opens its text at the side. */
export function ArticleLink({ article }: { article: number }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={css.link} onClick={() => setOpen(true)}>
        {articleName(article)}
      </button>
      {open && (
        <Suspense fallback={null}>
          <ArticleDrawer article={article} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
