import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { approvalGaps, lastReturn } from '../../../shared/procedure/approvals.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { isPosted } from '../../../shared/procedure/mailing.ts';
import type { Step } from '../../../shared/procedure/procedure.ts';
import { isOutToSign, livePrint } from '../../../shared/procedure/prints.ts';
import { paperSigning, signedCount, signingSentence } from '../../../shared/procedure/signing-state.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { Paper, PaperPrint } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { refusalOf } from '../../data/api.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { OpinionChain } from '../../parts/verdict/opinion-chain.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PaperActions } from './paper-actions.tsx';
import { countOf } from './form-groups.ts';
import { IssuedFacts } from './issued-facts.tsx';
import { paperWithEdits, type PaperDraft } from './paper-drafts.ts';
import { PaperForm } from './paper-form.tsx';
import { PaperHelp } from './paper-help.tsx';
import css from './paper-pane.module.css';
import { LetterDialog } from './letter-dialog.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { SavedMark } from './saved-mark.tsx';
import { SignatureDialog } from './signature-dialog.tsx';
import { SignOnScreenDialog } from './sign-on-screen-dialog.tsx';
import { paperStatusWords } from '../../../shared/procedure/case-words.ts';
import { useCaseWork } from './use-case-work.ts';
import { useCaseRight, usePaperRights } from './use-paper-rights.ts';
import { useWorkspace } from './use-workspace.ts';
import { VoidDialog } from './void-dialog.tsx';
import { MoreMenu } from '../../ui/menu.tsx';
import { Note } from '../../ui/note.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';

/** The paper in hand: what it is, its form, what can be done with it. */
export function PaperPane({ paper, template, draft }: { paper: Paper; template: Template; draft: PaperDraft }) {
  const typed = useMemo(() => paperWithEdits(draft), [draft]);
  return (
    <section
      className={css.pane}
      aria-label={paper.name}
      data-pane
      tabIndex={-1}
      data-paper-pane={paper.id}
      data-template={paper.templateId}
      data-status={paper.status}
    >
      <PaperHead paper={typed} template={template} draft={draft} />
      <div className={css.body}>
        <Notices paper={paper} template={template} draft={draft} />
        <Chain paper={paper} template={template} />
        {paper.status === 'issued' ? (
          <IssuedFacts paper={paper} template={template} />
        ) : (
          <PaperForm paper={typed} template={template} draft={draft} />
        )}
      </div>
      <PaperActions paper={paper} template={template} />
      <PaperHelp paper={paper} template={template} />
      <Dialogs paper={paper} template={template} />
    </section>
  );
}

const statusTones: Readonly<Record<Paper['status'], TagTone>> = {
  draft: 'neutral',
  approving: 'info',
  approved: 'info',
  issued: 'good',
  void: 'neutral',
};

/** Name, state, how much is missing; once, why the law asks for it. */
function PaperHead({ paper, template, draft }: { paper: Paper; template: Template; draft: PaperDraft }) {
  const { input } = useCaseWork();
  const { stepId } = useWorkspace();
  const { all, missing } = countOf(template, paper.values);
  const step = input.procedure.steps.find(({ id }) => id === stepId);
  return (
    <header className={css.head}>
      <div className={css.title}>
        <h2 title={paper.name}>{paper.name}</h2>
        <StateTag paper={paper} template={template} />
        {paper.status === 'draft' && missing > 0 && (
          <span className={css.count}>
            还差 {missing} 项，共 {all} 项
          </span>
        )}
        {paper.number !== null && <span className={css.count}>{paper.number}</span>}
        <span className={css.menu}>
          <PaperMenu paper={paper} template={template} step={step} />
        </span>
      </div>
      <div className={css.under}>
        {step !== undefined && (
          <p className={css.why}>
            <span title={step.why}>{step.why}</span>
            <ArticleLink article={step.article} />
          </p>
        )}
        <SavedMark draft={draft} />
      </div>
    </header>
  );
}

/** How a paper stands; while it is being signed, how far, and where its sheets are. */
function StateTag({ paper, template }: { paper: Paper; template: Template }) {
  const signing = paperSigning(template, paper);
  const isBegun = paper.status !== 'issued' && paper.status !== 'void' && paper.signatures.length > 0;
  if (signing === null || !(isBegun || isOutToSign(paper) || signing.out > 0))
    return <Tag tone={statusTones[paper.status]}>{paperStatusWords[paper.status]}</Tag>;
  const back = livePrint(paper)?.back;
  const how = paper.status === 'issued' ? paperStatusWords.issued : signedCount(signing);
  const where = signing.out > 0 ? '，没收回' : back ? (back.onScreen ? '，屏上签齐' : '，已收回') : '';
  return (
    <span title={signingSentence(signing)} data-testid="signed-count">
      <Tag tone={signing.out > 0 ? 'care' : back ? 'good' : 'info'}>{`${how}${where}`}</Tag>
    </span>
  );
}

/** 更多 of a paper: its history, what the regulation says of it, and at the end what cannot be undone. */
function PaperMenu({ paper, template, step }: { paper: Paper; template: Template; step: Step | undefined }) {
  const { file } = useCaseWork();
  const { showDialog, showTab } = useWorkspace();
  const navigate = useNavigate();
  const rights = usePaperRights();
  const letter = {
    name: '打印信封、邮件详情单',
    act: () => showDialog('letter'),
    reason: useCaseRight('documents.printLetter'),
  };
  const articles = {
    name: `看制度${articleName(step?.article ?? 1)}`,
    act: () => void navigate({ to: '/regulation', search: { article: step?.article } }),
  };
  const voiding = {
    name: '作废本文书',
    act: () => showDialog('void'),
    reason: file.case.state === 'filed' ? '本案已经归档，文书不能再作废。' : rights.void,
  };
  const voidingPrint = {
    name: '作废印出的签字稿，改内容',
    act: () => showDialog('void-print'),
    reason: rights.print,
  };
  return (
    <MoreMenu
      data-testid="paper-menu"
      items={[
        { name: '看办案记录', act: () => showTab('history') },
        ...(step === undefined ? [] : [articles]),
        ...(isPosted(paper, template) ? [letter] : []),
        ...(isOutToSign(paper) ? [voidingPrint] : []),
        ...(paper.status === 'void' ? [] : [voiding]),
      ]}
    />
  );
}

/** Where a paper stands in its chain of approval (第十三条、第二十三条); an issued one has it on its page. */
function Chain({ paper, template }: { paper: Paper; template: Template }) {
  const { file } = useCaseWork();
  if (paper.status !== 'approving' && paper.status !== 'approved') return null;
  return (
    <section className={css.chain} aria-label="审批意见">
      <h3>审批意见</h3>
      <OpinionChain paper={paper} gaps={approvalGaps(template, paper, file.settings)} file={file} />
    </section>
  );
}

/** What is to be done while the sheets are with who signs, and who has signed. */
function OutToSign({ paper, template }: { paper: Paper; template: Template }) {
  const signing = paperSigning(template, paper);
  return (
    <Note>
      <p>{outToSignWords(livePrint(paper)?.back ?? null)}</p>
      {signing !== null && <p data-testid="who-signed">{signingSentence(signing)}</p>}
    </Note>
  );
}

function outToSignWords(back: PaperPrint['back']): string {
  if (back === null)
    return '已经印出待签字，内容不能再改。签好后扫描，放进“收件”（Alt+5），再登记签名、出具；有手写屏的，按“屏上签名”。';
  return back.onScreen
    ? '各人已在屏上签名，可以出具；内容与签字的一致，不能再改。'
    : '签字件已经收回。登记签名后即可出具；内容与签字的一致，不能再改。';
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
      {isOutToSign(paper) && <OutToSign paper={paper} template={template} />}
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
    case 'sign-on-screen':
      return <SignOnScreenDialog paper={paper} template={template} onClose={close} />;
    case 'issue':
      return <IssueDialog paper={paper} template={template} onClose={close} />;
    case 'void':
      return <VoidDialog paper={paper} what="paper" onClose={close} />;
    case 'void-print':
      return <VoidDialog paper={paper} what="print" onClose={close} />;
    case 'print':
      return <PrintDialog paper={paper} onClose={close} />;
    case 'letter':
      return <LetterDialog paper={paper} onClose={close} />;
    case null:
      return null;
  }
}
