import type { CaseFile } from '../../../shared/case-file.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { TextAreaField, TextField } from '../../ui/labelled-fields.tsx';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import { useDefinitions } from '../../data/definitions.ts';
import type { HandoverDraft } from './handover-draft.ts';
import css from './handover.module.css';

export interface AnswerStepProps {
  file: CaseFile;
  answerName: string;
  draft: HandoverDraft;
  onChange: (draft: HandoverDraft) => void;
}

/** 答辩状 or 答复书: its text, beside the decision it defends. */
export function AnswerStep({ file, answerName, draft, onChange }: AnswerStepProps) {
  const definitions = useDefinitions();
  const decisions = new Set(
    definitions.data?.templates.filter((template) => template.class === 'decision').map((template) => template.id),
  );
  const decision = file.papers.find((paper) => decisions.has(paper.templateId) && paper.status === 'issued');
  return (
    <div className={css.split}>
      <div className={css.left} data-pane>
        <div className={css.answer}>
          <TextAreaField
            label={`${answerName}正文`}
            required
            width="full"
            help="抬头、案号、当事人、附件清单和落款由程序排印，这里只写正文：请求、事实和理由、法律依据。"
            name="answer"
            maxLength={20_000}
            value={draft.answer}
            onChange={(answer) => onChange({ ...draft, answer })}
          />
          <TextField
            label="委托代理人"
            width="full"
            help="没有委托的不填；委托手续另附。"
            name="agent"
            autoComplete="off"
            maxLength={64}
            value={draft.agent}
            onChange={(agent) => onChange({ ...draft, agent })}
          />
        </div>
      </div>
      {decision === undefined ? (
        <EmptyState title="本案还没有出具决定。" why="决定出具以后，这里对照显示决定书原文。" />
      ) : (
        <RecordPreview caseId={file.case.id} paperId={decision.id} exhibitId={null} />
      )}
    </div>
  );
}
