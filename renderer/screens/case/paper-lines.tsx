import { useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { PaperLine } from './paper-line.tsx';
import css from './procedure-path.module.css';
import { useWorkspace } from './use-workspace.ts';

/** So many of a step are looked for by eye; a case may have hundreds. */
const shownNewest = 6;

/** The papers of a step, oldest first; of many only the newest, and the one in hand. */
export function PaperLines({ papers }: { papers: readonly Paper[] }) {
  const { paperId } = useWorkspace();
  const [all, setAll] = useState(false);
  const shown = all ? papers : papers.filter(({ id }, index) => index >= papers.length - shownNewest || id === paperId);
  return (
    <>
      {shown.length < papers.length && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          更早的 {papers.length - shown.length} 份
        </button>
      )}
      {shown.map((paper) => (
        <PaperLine key={paper.id} paper={paper} />
      ))}
    </>
  );
}
