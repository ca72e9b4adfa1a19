import { useState } from 'react';
import type { CaseFile } from '../../../shared/case-file.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { TextAreaField, TextField } from '../../ui/labelled-fields.tsx';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import { useDefinitions } from '../../data/definitions.ts';
import type { HandoverDraft } from './handover-draft.ts';
import type { NoticeScan } from './notice-scan.ts';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import css from './handover.module.css';

export interface AnswerStepProps {
  file: CaseFile;
  answerName: string;
  draft: HandoverDraft;
  /** The notice as it came; null where it was not scanned. */
  scan: NoticeScan | null;
  onChange: (draft: HandoverDraft) => void;
}

/** 答辩状 or 答复书: its text, beside the decision it defends and the notice it answers. */
export function AnswerStep({ file, answerName, draft, scan, onChange }: AnswerStepProps) {
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
      <AnswerSide file={file} scan={scan} />
    </div>
  );
}

type Beside = 'decision' | 'notice';

function AnswerSide({ file, scan }: Pick<AnswerStepProps, 'file' | 'scan'>) {
  const [beside, setBeside] = useState<Beside>('decision');
  if (scan === null) return <Decision file={file} />;
  return (
    <Tabs selected={beside} onSelect={setBeside} className={css.side}>
      <TabRow
        label="对照什么"
        tabs={[
          { key: 'decision', label: '决定书' },
          { key: 'notice', label: '通知书' },
        ]}
      />
      <TabPanel tab={beside}>
        {beside === 'decision' ? (
          <Decision file={file} />
        ) : (
          <RecordPreview caseId={scan.caseId} paperId={null} exhibitId={scan.exhibit.id} />
        )}
      </TabPanel>
    </Tabs>
  );
}

function Decision({ file }: Pick<AnswerStepProps, 'file'>) {
  const definitions = useDefinitions();
  const decisions = new Set(
    definitions.data?.templates.filter((template) => template.class === 'decision').map((template) => template.id),
  );
  const decision = file.papers.find((paper) => decisions.has(paper.templateId) && paper.status === 'issued');
  return decision === undefined ? (
    <EmptyState title="本案还没有出具决定。" why="决定出具以后，这里对照显示决定书原文。" />
  ) : (
    <RecordPreview caseId={file.case.id} paperId={decision.id} exhibitId={null} />
  );
}
