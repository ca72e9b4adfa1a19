import { Link } from '@tanstack/react-router';
import { SidePane } from '../../ui/side-pane.tsx';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { explain } from '../../data/explain.ts';
import css from './article-drawer.module.css';

/** The text of one article of the 行政执法全过程记录制度 beside the screen; Esc closes it. */
export function ArticleDrawer({ article, onClose }: { article: number; onClose: () => void }) {
  const definitions = useDefinitions();
  const found = definitions.data?.articles.find((item) => item.number === article);
  return (
    <SidePane title={`行政执法全过程记录制度 ${articleName(article)}`} onClose={onClose} closeHint="收起条文">
      {/* Not a RefusalNote: that one links articles itself. */}
      {definitions.error !== null && <p role="alert">{explain(definitions.error).happened}</p>}
      {found !== undefined && (
        <article className={css.text}>
          <p className={css.chapter}>{found.chapter}</p>
          {found.text.split('\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className={css.more}>
            <Link to="/regulation" search={{ article }} onClick={onClose}>
              看哪些文书、步骤、期限、核查项落实这一条
            </Link>
          </p>
        </article>
      )}
    </SidePane>
  );
}
