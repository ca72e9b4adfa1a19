import { Fragment, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import { obstaclesToPrint, obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { obstaclesToClose } from '../../../shared/procedure/closing.ts';
import { lacksOfficers } from '../../../shared/procedure/signers.ts';
import { awaitsSheets, isOutToSign, livePrint, openPlaces } from '../../../shared/procedure/prints.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { AwaitedOpinion, SignHere } from './awaited-opinion.tsx';
import { fieldNamed } from './form-groups.ts';
import { missingIn } from './next-place.ts';
import css from './paper-pane.module.css';
import { useCalmCase, useCaseWork } from './use-case-work.ts';
import { useGoToNext } from './use-go-to-next.ts';
import { useMyOpinion } from './use-my-opinion.ts';
import { usePaperAct, type PaperAct } from './use-paper-act.ts';
import { usePaperRights } from './use-paper-rights.ts';
import { useWorkspace } from './use-workspace.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

interface PaperActionsProps {
  paper: Paper;
  template: Template;
}

/** The foot of the paper in hand: what it still lacks, and what can be done with it; what cannot be done now says why. */
export function PaperActions({ paper, template }: PaperActionsProps) {
  const { dialog, showDialog } = useWorkspace();
  const bar = useRef<HTMLDivElement>(null);
  useFocusNextAct(bar, `${paper.status} ${dialog}`);
  const act = usePaperAct(paper.id);
  const rights = usePaperRights();
  const isOver = paper.status === 'issued' || paper.status === 'void';
  const isWritten = paper.status === 'draft' && rights.save === null;
  const issue = (): void => showDialog('issue');
  useKey('F4', isOver || rights.issue !== null ? null : issue, { hint: '出具', reason: rights.issue });
  useKey('F4', paper.status === 'issued' ? () => sayDone(`《${paper.name}》已经出具；按 F2 办下一步。`) : null);
  const mayBeSigned = paper.status === 'draft' || paper.status === 'approved';
  return (
    <div ref={bar} role="toolbar" aria-label="本文书可以办理">
      <RefusalNote error={act.error} onClose={act.forget} />
      <ActBar note={<FootNote paper={paper} template={template} />}>
        {(paper.status === 'approving' || paper.status === 'approved') && (
          <ReasonButton
            data-testid="recall"
            reason={rights.recall}
            busy={act.busy}
            onClick={() => act.run((current) => api.documents.recall(current))}
          >
            撤回修改
          </ReasonButton>
        )}
        {mayBeSigned && template.signatures.length > 0 && <PrintToSign paper={paper} act={act} />}
        {mayBeSigned && template.signatures.length > 0 && <SignOnScreen paper={paper} />}
        {mayBeSigned && template.signatures.length > 0 && (
          <ReasonButton data-testid="sign" reason={rights.sign} onClick={() => showDialog('signatures')}>
            签名登记
          </ReasonButton>
        )}
        {isWritten && !isOutToSign(paper) && <NextGap />}
        {paper.status === 'draft' && template.approval.length > 0 && (
          <Submit paper={paper} template={template} act={act} />
        )}
        {paper.status === 'approving' && <Approve paper={paper} />}
        {(paper.status === 'approved' || (paper.status === 'draft' && template.approval.length === 0)) && (
          <ReasonButton
            kind="primary"
            data-primary
            data-testid="issue"
            keyHint="F4"
            reason={rights.issue}
            onClick={issue}
          >
            出具
          </ReasonButton>
        )}
        {paper.status === 'issued' && <PrintAndServe paper={paper} template={template} />}
        {paper.status === 'void' && <Redo paper={paper} template={template} />}
      </ActBar>
    </div>
  );
}

/** 印签字稿: on paper, complete, with empty places to sign; once it is printed, the same print again. */
function PrintToSign({ paper, act }: { paper: Paper; act: PaperAct }) {
  const { input } = useCaseWork();
  const { showDialog } = useWorkspace();
  const rights = usePaperRights();
  const isOut = isOutToSign(paper);
  const [obstacle] = isOut ? [] : obstaclesToPrint(input, paper);
  const reason = isOut ? null : (rights.print ?? obstacle?.sentence ?? null);
  const show = (): void => showDialog('print');
  const print = (): void => (isOut ? show() : act.run((current) => api.documents.printToSign(current), show));
  useKey('Ctrl+P', reason === null ? print : null, { hint: '印签字稿' });
  // While something is missing the foot names that; there is room for one thing to do.
  if (reason !== null) return null;
  return (
    <ReasonButton keyHint="Ctrl+P" data-testid="print-to-sign" busy={act.busy} onClick={print}>
      {isOut ? '再看签字稿' : '印签字稿'}
    </ReasonButton>
  );
}

/** 屏上签名, while the sheets are out and somebody can still sign them. */
function SignOnScreen({ paper }: { paper: Paper }) {
  const { showDialog } = useWorkspace();
  const rights = usePaperRights();
  const print = isOutToSign(paper) ? livePrint(paper) : null;
  if (print === null || (!awaitsSheets(paper) && !print.back?.onScreen)) return null;
  // A print of before places were kept does not know where anybody signs.
  if (openPlaces(print).length === 0) return null;
  return (
    <ReasonButton
      data-testid="sign-on-screen-act"
      reason={rights.signOnScreen}
      onClick={() => showDialog('sign-on-screen')}
    >
      屏上签名
    </ReasonButton>
  );
}

const NextGap = () => (
  <ReasonButton keyHint="F2" data-testid="next-gap" onClick={useGoToNext()}>
    下一处
  </ReasonButton>
);

const namedGaps = 3;
const longestName = 7;

/** A name that leaves room for the others. */
const shortened = (name: string): string =>
  [...name].length <= longestName ? name : `${[...name].slice(0, longestName - 1).join('')}…`;

/** What has to be done with the paper before its buttons help: its gaps, or the opinion that is due. */
function FootNote({ paper, template }: PaperActionsProps) {
  const { save } = usePaperRights();
  const { file } = useCaseWork();
  const { whyNot } = useMyOpinion();
  if (paper.status === 'draft' && save === null) return <StillMissing paper={paper} template={template} />;
  if (paper.status !== 'approving') return null;
  if (whyNot(paper) !== null) return <AwaitedOpinion paper={paper} template={template} />;
  return <>现在等您签署“{approvalGaps(template, paper, file.settings)[0]?.label}”</>;
}

/** What the paper itself still lacks, each the way to it; nothing: it is read once more. */
function StillMissing({ paper, template }: PaperActionsProps) {
  const { input } = useCalmCase();
  const { go } = useWorkspace();
  const gaps = missingIn(input, paper).filter(({ want }) => want === 'field' || want === 'signatures');
  const byField = [...new Map(gaps.map((gap) => [gap.field ?? gap.want, gap])).values()];
  if (byField.length === 0) return <>各项已填，看一遍成文</>;
  return (
    <span data-testid="still-missing">
      还差{' '}
      {byField.slice(0, namedGaps).map((gap, index) => (
        <Fragment key={gap.field ?? gap.want}>
          {index > 0 && '、'}
          <button type="button" className={css.gap} onClick={() => go(gap)}>
            {shortened(fieldNamed(template, gap.field)?.label ?? '签名')}
          </button>
        </Fragment>
      ))}
      {byField.length > namedGaps && ` 等 ${byField.length} 项`}
    </span>
  );
}

/** 送审; the first missing field comes to the eye instead of a refusal. */
function Submit({ paper, template, act }: PaperActionsProps & { act: PaperAct }) {
  const { input } = useCaseWork();
  const { go } = useWorkspace();
  const rights = usePaperRights();
  const [lack] = [
    ...lacksOfficers(template, paper, input.file),
    ...obstaclesToClose(input.file, input.templates, paper),
  ];
  const submit = (): void => {
    const missingField = missingIn(input, paper).find((place) => place.want === 'field');
    if (missingField === undefined) act.run((current) => api.documents.submit(current));
    else go(missingField);
  };
  return (
    <ReasonButton
      kind="primary"
      data-primary
      data-testid="submit"
      reason={rights.submit ?? lack?.sentence ?? null}
      busy={act.busy}
      onClick={submit}
    >
      送审
    </ReasonButton>
  );
}

/** The opinion is given at 审批, where all it is formed on stands beside the paper. */
function Approve({ paper }: { paper: Paper }) {
  const { whyNot, give } = useMyOpinion();
  if (whyNot(paper) !== null) return <SignHere paper={paper} />;
  return (
    <ReasonButton kind="primary" data-primary data-testid="approve" keyHint="F2" onClick={() => give(paper)}>
      去审批
    </ReasonButton>
  );
}

function PrintAndServe({ paper, template }: PaperActionsProps) {
  const { showDialog, start } = useWorkspace();
  const rights = usePaperRights();
  return (
    <>
      {template.serve && (
        <ReasonButton
          data-testid="serve"
          reason={rights.create}
          onClick={() => start(paperIds.serviceReceipt, { serves: paper.id })}
        >
          送达
        </ReasonButton>
      )}
      <ReasonButton kind="primary" data-primary data-testid="print" onClick={() => showDialog('print')}>
        打印
      </ReasonButton>
    </>
  );
}

function Redo({ paper, template }: PaperActionsProps) {
  const { input } = useCaseWork();
  const { start } = useWorkspace();
  const rights = usePaperRights();
  const [obstacle] = obstaclesToStart(input, template.id, paper.partyId ?? undefined);
  return (
    <ReasonButton
      kind="primary"
      data-primary
      data-testid="redo"
      reason={rights.create ?? obstacle?.sentence ?? null}
      onClick={() => start(template.id, { redoes: paper.id })}
    >
      照此重做
    </ReasonButton>
  );
}

/**
 * The button that was pressed is often gone, or greyed, when its work is done: the act that comes next takes the focus it left, or where
 * this person has none, the paper. Nobody is left on a button that only says why it cannot be pressed.
 */
function useFocusNextAct(bar: RefObject<HTMLElement | null>, state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return undefined;
    before.current = state;
    // A dialog gives the focus back to where it came from in the next frame.
    const timer = setTimeout(() => {
      const held = document.activeElement;
      const isLost =
        held === document.body || (held?.getAttribute('aria-disabled') === 'true' && bar.current?.contains(held));
      if (!isLost) return;
      const next = bar.current?.querySelector<HTMLElement>('[data-primary]:not([aria-disabled="true"])');
      (next ?? bar.current?.closest<HTMLElement>('[data-paper-pane]'))?.focus();
    }, FOCUS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [bar, state]);
}

const FOCUS_AFTER_MS = 50;
