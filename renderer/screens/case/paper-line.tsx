import type { Paper } from '../../../shared/case-file.ts';
import css from './procedure-path.module.css';
import { paperStatusWords } from './status-words.ts';
import { useWorkspace } from './use-workspace.ts';

/** One paper in the path: by its number once it has one, and how it stands. */
export function PaperLine({ paper }: { paper: Paper }) {
  const { paperId, openPaper } = useWorkspace();
  return (
    <button type="button" className={css.paper} aria-current={paper.id === paperId ? 'true' : undefined} data-paper={paper.id} onClick={() => openPaper(paper.id)}>
      <span>{paper.number ?? paper.name}</span>
      <span className={css.status}>{paperStatusWords[paper.status]}</span>
    </button>
  );
}
