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
  /** The case whose decision is defended. */
  decidedId: string;
  answerName: string;
  draft: HandoverDraft;
  /** The notice as it came; null where it was not scanned. */
  scan: NoticeScan | null;
  onChange: (draft: HandoverDraft) => void;
}

/** 答辩状 or 答复书: its text, beside the decision it defends and the notice it answers. */
export function AnswerStep({ file, decidedId, answerName, draft, scan, onChange }: AnswerStepProps) {
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
      <AnswerSide file={file} decidedId={decidedId} scan={scan} />
    </div>
  );
}

type Beside = 'decision' | 'notice';

function AnswerSide({ file, decidedId, scan }: Pick<AnswerStepProps, 'file' | 'decidedId' | 'scan'>) {
  const [beside, setBeside] = useState<Beside>('decision');
  const decision = <Decision file={file} decidedId={decidedId} />;
  if (scan === null) return decision;
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
          decision
        ) : (
          <RecordPreview caseId={scan.caseId} paperId={null} exhibitId={scan.exhibit.id} />
        )}
      </TabPanel>
    </Tabs>
  );
}

/** The decision as it was issued: in this case, or in the one this case is about. */
function Decision({ file, decidedId }: Pick<AnswerStepProps, 'file' | 'decidedId'>) {
  const definitions = useDefinitions();
  const decisions = new Set(
    definitions.data?.templates.filter((template) => template.class === 'decision').map((template) => template.id),
  );
  const papers = file.case.id === decidedId ? file.papers : file.linked.find(({ id }) => id === decidedId)?.papers;
  const decision = papers?.find((paper) => decisions.has(paper.templateId) && paper.status === 'issued');
  return decision === undefined ? (
    <EmptyState title="本案还没有出具决定。" why="决定出具以后，这里对照显示决定书原文。" />
  ) : (
    <RecordPreview caseId={decidedId} paperId={decision.id} exhibitId={null} />
  );
}
