import { useMemo } from 'react';
import { lastReturn } from '../../../shared/procedure/approvals.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { Paper } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { refusalOf } from '../../data/api.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ApprovalDialog } from './approval-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PaperActions } from './paper-actions.tsx';
import { paperWithEdits, type PaperDraft } from './paper-drafts.ts';
import { PaperForm } from './paper-form.tsx';
import css from './paper-pane.module.css';
import { PrintDialog } from './print-dialog.tsx';
import { SavedMark } from './saved-mark.tsx';
import { SignatureDialog } from './signature-dialog.tsx';
import { paperStatusWords } from './status-words.ts';
import { useCaseWork } from './use-case-work.ts';
import { usePaperRights } from './use-paper-rights.ts';
import { useWorkspace } from './use-workspace.ts';
import { VoidDialog } from './void-dialog.tsx';
import { Note } from '../../ui/note.tsx';

/** The paper in hand: what it is, what can be done with it, its form. */
export function PaperPane({ paper, template, draft }: { paper: Paper; template: Template; draft: PaperDraft }) {
  const typed = useMemo(() => paperWithEdits(draft), [draft]);
  return (
    <section
      className={css.pane}
      aria-label={paper.name}
      data-pane
      data-paper-pane={paper.id}
      data-template={paper.templateId}
      data-status={paper.status}
    >
      <header className={css.head}>
        <div className={css.title}>
          <h2>{paper.name}</h2>
          <span className={css.status} data-status={paper.status}>
            {paperStatusWords[paper.status]}
          </span>
          {paper.number !== null && <span className={css.number}>{paper.number}</span>}
          <SavedMark draft={draft} />
        </div>
        <PaperActions paper={paper} template={template} />
      </header>
      <div className={css.body}>
        <WhyAsked />
        <Notices paper={paper} template={template} draft={draft} />
        <PaperForm paper={typed} template={template} draft={draft} />
      </div>
      <Dialogs paper={paper} template={template} />
    </section>
  );
}

/** Why the law asks for the step of this paper: said once, here. */
function WhyAsked() {
  const { input } = useCaseWork();
  const { stepId } = useWorkspace();
  const step = input.procedure.steps.find(({ id }) => id === stepId);
  if (step === undefined) return null;
  return (
    <p className={css.why}>
      {step.why}（<ArticleLink article={step.article} />）
    </p>
  );
}

function Notices({ paper, template, draft }: { paper: Paper; template: Template; draft: PaperDraft }) {
  const { refresh, drafts } = useCaseWork();
  const { save } = usePaperRights();
  const stale = refusalOf(draft.refusal)?.code === 'stale';
  const back = paper.status === 'draft' ? lastReturn(paper.approvals) : undefined;
  return (
    <>
      <RefusalNote error={draft.refusal}>
        {stale ? (
          <ReasonButton data-testid="reload" onClick={() => void refresh()}>
            载入最新内容，保留我填的
          </ReasonButton>
        ) : (
          draft.phase === 'refused' && (
            <ReasonButton onClick={() => void drafts.flush(paper.id)}>再保存一次</ReasonButton>
          )
        )}
      </RefusalNote>
      {draft.conflicts.length > 0 && (
        <Note isAlert>
          有{draft.conflicts.length}处与别处的改动不同，已在栏目下标出。核对后离开该栏，即以您填的为准。
        </Note>
      )}
      {paper.status === 'draft' && save !== null && <Note>{save}</Note>}
      {back !== undefined && (
        <Note>
          <p>
            {back.label}（{back.name}，<DayText value={back.at} />）{back.verdict}：{back.opinion}
          </p>
        </Note>
      )}
      {paper.voidReason !== null && <Note>已作废：{paper.voidReason}</Note>}
      {template.unverified.length > 0 && paper.status === 'draft' && (
        <details className={css.unverified}>
          <summary>本文书有{template.unverified.length}处须由法规科确认</summary>
          <ul>
            {template.unverified.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {template.recording.level === 'must' && paper.status === 'draft' && (
        <p className={css.recording}>
          须全程录音录像（
          <ArticleLink article={15} />
          ）：{template.recording.note}
          {fieldsOf(template).some((field) => field.key === 'recordingLimits') &&
            '　不能全程录的，在“未能全程录音录像的客观原因”中写明。'}
        </p>
      )}
    </>
  );
}

function Dialogs({ paper, template }: { paper: Paper; template: Template }) {
  const { dialog, showDialog } = useWorkspace();
  const close = (): void => showDialog(null);
  switch (dialog) {
    case 'signatures':
      return <SignatureDialog paper={paper} template={template} onClose={close} />;
    case 'approval':
      return <ApprovalDialog paper={paper} template={template} onClose={close} />;
    case 'issue':
      return <IssueDialog paper={paper} template={template} onClose={close} />;
    case 'void':
      return <VoidDialog paper={paper} onClose={close} />;
    case 'print':
      return <PrintDialog paper={paper} onClose={close} />;
    case null:
      return null;
  }
}
