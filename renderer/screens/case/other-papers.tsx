import { useEffect, useId, useState } from 'react';
import { obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { PaperLines } from './paper-lines.tsx';
import css from './procedure-path.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { useCaseRight } from './use-paper-rights.ts';

/** Papers outside the steps: those of the case that no step holds, and the way to any other paper of the catalogue. */
export function OtherPapers() {
  const { file, guide } = useCalmCase();
  const inSteps = new Set(guide.flatMap((guideStep) => guideStep.stepPaperIds));
  const others = file.papers.filter((paper) => !inSteps.has(paper.id) && paper.status !== 'void');
  const voided = file.papers.filter((paper) => paper.status === 'void');
  return (
    <>
      {others.length > 0 && <h2 className={css.stage}>流程以外的文书</h2>}
      <PaperLines papers={others} />
      {voided.length > 0 && (
        <details className={css.folded}>
          <summary>
            <span className={css.words}>已作废的文书</span>
            <span className={css.tag}>{voided.length}</span>
          </summary>
          <PaperLines papers={voided} />
        </details>
      )}
      <AddPaper />
    </>
  );
}

/** 另加文书: a list of all papers, which says of each that cannot be begun yet why. */
function AddPaper() {
  const { input, file } = useCalmCase();
  const { start, showPane } = useWorkspace();
  const [choosing, setChoosing] = useState(false);
  const id = useId();
  const right = useCaseRight('documents.create');
  const reason = file.case.state === 'filed' ? '本案已经归档，不能再增加文书。' : right;
  const choose = (): void => {
    showPane('path');
    setChoosing(true);
  };
  useKey('Alt+N', reason === null ? choose : null, { name: '另加文书', reason });
  useEffect(() => {
    // The pane may come into sight only with the next drawing.
    if (choosing) requestAnimationFrame(() => document.getElementById(id)?.focus());
  }, [choosing, id]);
  if (!choosing)
    return (
      <ReasonButton kind="quiet" className={css.add} keyHint="Alt+N" reason={reason} onClick={choose}>
        另加文书…
      </ReasonButton>
    );
  const options = [...input.templates.values()].map((template) => {
    const obstacle = obstaclesToStart(input, template.id)[0];
    return { id: template.id, label: template.name, ...(obstacle !== undefined && { reason: obstacle.sentence }) };
  });
  return (
    <div className={css.adding}>
      <label htmlFor={id}>另加文书</label>
      <Combobox
        id={id}
        value={null}
        placeholder="文书名称或拼音首字母"
        options={options}
        onChange={(templateId) => {
          if (templateId === null) return;
          setChoosing(false);
          start(templateId);
        }}
      />
    </div>
  );
}
