import { useId } from 'react';
import { obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { useRight } from '../../data/rights.ts';
import { PaperLine } from './paper-line.tsx';
import css from './procedure-path.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** Papers outside the steps: those of the case that no step holds, and the way to any other paper of the catalogue. */
export function OtherPapers() {
  const { input, file, guide } = useCalmCase();
  const { start } = useWorkspace();
  const id = useId();
  const right = useRight('documents.create');
  const reason = file.case.state === 'filed' ? '本案已经归档，不能再增加文书。' : right;
  const inSteps = new Set(guide.flatMap((guideStep) => guideStep.stepPaperIds));
  const others = file.papers.filter((paper) => !inSteps.has(paper.id) && paper.status !== 'void');
  const voided = file.papers.filter((paper) => paper.status === 'void');
  const options = [...input.templates.values()].map((template) => {
    const obstacle = obstaclesToStart(input, template.id)[0];
    return { id: template.id, label: template.name, ...(obstacle !== undefined && { reason: obstacle.sentence }) };
  });
  return (
    <section className={css.others}>
      {others.length > 0 && <h2 className={css.stage}>流程以外的文书</h2>}
      {others.map((paper) => (
        <PaperLine key={paper.id} paper={paper} />
      ))}
      {voided.length > 0 && (
        <details>
          <summary className={css.stage}>已作废的文书（{voided.length}）</summary>
          {voided.map((paper) => (
            <PaperLine key={paper.id} paper={paper} />
          ))}
        </details>
      )}
      <label htmlFor={id} className={css.stage}>
        另加文书
      </label>
      <Combobox
        id={id}
        value={null}
        readOnly={reason !== null}
        aria-describedby={reason === null ? undefined : `${id}-reason`}
        placeholder="文书名称或拼音首字母"
        options={options}
        onChange={(templateId) => templateId !== null && start(templateId)}
      />
      {reason !== null && (
        <p id={`${id}-reason`} className={css.why}>
          {reason}
        </p>
      )}
    </section>
  );
}
