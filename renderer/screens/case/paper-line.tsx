import type { Paper } from '../../../shared/case-file.ts';
import { partyNamed } from '../../../shared/procedure/parties.ts';
import { isOutToSign } from '../../../shared/procedure/prints.ts';
import { paperSigning, signedCount } from '../../../shared/procedure/signing-state.ts';
import type { Template } from '../../../shared/template/template.ts';
import css from './procedure-path.module.css';
import { paperStatusWords } from '../../../shared/procedure/case-words.ts';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** One paper in the path: by its number once it has one, whose it is where there are several parties, and how it stands. */
export function PaperLine({ paper }: { paper: Paper }) {
  const { paperId, openPaper } = useWorkspace();
  const { file, input } = useCalmCase();
  const party = partyNamed(file, paper.partyId);
  return (
    <button
      type="button"
      className={css.paper}
      aria-current={paper.id === paperId ? 'true' : undefined}
      data-paper={paper.id}
      onClick={() => openPaper(paper.id)}
    >
      <span>
        {paper.number ?? paper.name}
        {party !== '' && <span className={css.whose}>{party}</span>}
      </span>
      <span className={css.status}>{statusWords(paper, input.templates.get(paper.templateId))}</span>
    </button>
  );
}

/** While its sheets are out, how far it is signed says more than that it is a draft. */
function statusWords(paper: Paper, template: Template | undefined): string {
  const signing = template === undefined ? null : paperSigning(template, paper);
  return signing !== null && isOutToSign(paper) ? signedCount(signing) : paperStatusWords[paper.status];
}
