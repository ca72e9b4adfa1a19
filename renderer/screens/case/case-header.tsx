import { useMutation, useQuery } from '@tanstack/react-query';
import { nameOnDuty } from '../../../shared/procedure/absence.ts';
import { bindingPeriods } from '../../../shared/periods/binding.ts';
import { watchedDate } from '../../../shared/periods/periods.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment, lazy, Suspense, useState } from 'react';
import { activeOfficers } from '../../../shared/procedure/assignment.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import type { Wizard } from '../../parts/cases/case-address.ts';
import { caseStateWords, laidAsideWords, whyNothingChanges } from '../../../shared/procedure/case-words.ts';
import { caseSigning, signedCount } from '../../../shared/procedure/signing-state.ts';
import { monthDayWords } from '../../parts/days/day-span.ts';
import { PeriodTag } from '../../parts/days/day.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKey } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/measures.ts';
import { MoreMenu } from '../../ui/menu.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { CauseInput } from '../../parts/causes/cause-input.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { BeginFromDialog } from './begin-from-dialog.tsx';
import { CaseLinks, linksOf } from './case-links.tsx';
import { CancelDialog, CancelledNote, useWhyNotCancel } from './cancel-dialog.tsx';
import { CauseDialog } from './cause-dialog.tsx';
import { CaseParties } from './case-parties.tsx';
import { PrintSetDialog } from './print-set-dialog.tsx';
import css from './case-screen.module.css';
import { FollowedCase } from '../../parts/cases/followed-case.tsx';
import { JoinDialog, JoinedNote, type Joining } from './join-dialog.tsx';
import { ProcedureDialog } from './procedure-dialog.tsx';
import { useCalmCase, useCaseWork } from './use-case-work.ts';
import { ActBar } from '../../ui/act-bar.tsx';

const BeginCase = lazy(async () => ({ default: (await import('../../parts/cases/begin-case.tsx')).BeginCase }));

/** Whose case it is, what for, who handles it, and the one period that binds now; what is done seldom is under 更多. */
export function CaseHeader() {
  const { file, periods } = useCalmCase();
  const [dialog, setDialog] = useCaseDialog();
  const chaining = useChaining();
  const narrow = useNarrow();
  const unit = useUnitName(file.case.unitId);
  const names = file.case.officerIds.flatMap((id) => {
    const officer = file.officers.find(({ personId }) => personId === id);
    return officer === undefined ? [] : [nameOnDuty(officer, file.officers, file.today)];
  });
  const [period] = bindingPeriods(periods);
  return (
    <>
      <ScreenHead
        title={<Parties />}
        facts={
          !narrow && (
            <>
              {file.parties.length > 1 && <span className={css.fact}>共{file.parties.length}个当事人</span>}
              <span className={css.cause}>{file.case.causeName}</span>
              <span className={css.fact}>{file.case.number === '' ? '未编案号' : file.case.number}</span>
              <span className={css.fact}>{unit}</span>
              <span className={css.fact}>{names.length === 0 ? '承办人未定' : names.join('、')}</span>
            </>
          )
        }
        chip={
          <>
            <Signing />
            {period === undefined ? (
              <Tag>{caseStateWords[file.case.state]}</Tag>
            ) : (
              <PeriodTag period={period} now={file.today}>
                {`　${period.name.replace(/（.*/, '')}　${monthDayWords(watchedDate(period) ?? '', file.today)}`}
              </PeriodTag>
            )}
          </>
        }
      >
        <BackToWizard caseId={file.case.id} />
        <CaseLinks />
        <CaseMenu onOpen={setDialog} onChain={chaining.open} />
      </ScreenHead>
      <CancelledNote onRestore={() => setDialog('cancel')} />
      <JoinedNote />
      {chaining.isOpen && <BeginFromDialog leadId={chaining.leadId} onClose={chaining.close} />}
      <OpenDialog dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

/** How far the papers are signed that are being signed now, and how many of them are out on paper. */
function Signing() {
  const { file, input } = useCalmCase();
  const narrow = useNarrow();
  const signing = caseSigning(file, input.templates);
  if (signing === null) return null;
  return (
    <span data-testid="case-signing">
      <Tag tone={signing.out > 0 ? 'care' : 'info'}>
        {signedCount(signing)}
        {signing.out > 0 && !narrow && `，${signing.out} 份没收回`}
      </Tag>
    </span>
  );
}

/** Each party, with the way to its file. */
function Parties() {
  const { parties } = useCalmCase().file;
  return (
    <span className={css.party} title={parties.map(({ name }) => name).join('、')}>
      {parties.map(({ householdId, name }, index) => (
        <Fragment key={householdId}>
          {index > 0 && '、'}
          <Link to="/households/$id" params={{ id: householdId }}>
            {name}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}

/** 承办单位 of a case, by name. */
function useUnitName(unitId: string | null): string {
  const units = useQuery(queries.staff.list.queryOptions()).data?.units ?? [];
  return unitId === null ? '承办单位未定' : (units.find(({ id }) => id === unitId)?.name ?? '');
}

/** What is done seldom with a case, each in a dialog of its own. */
type CaseDialog = 'edit' | 'cause' | 'print' | 'assign' | 'procedure' | 'cancel' | 'copy' | Joining;

/** One opens from the menu; 分派, 并案 and 分案 at once where 今日 leads to it. */
function useCaseDialog() {
  const { assign, join } = useSearch({ from: '/cases/$id' });
  return useState<CaseDialog | null>(assign === true ? 'assign' : (join ?? null));
}

function OpenDialog({ dialog, onClose }: { dialog: CaseDialog | null; onClose: () => void }) {
  if (dialog === 'edit') return <EditCase onClose={onClose} />;
  if (dialog === 'cause') return <CauseDialog onClose={onClose} />;
  if (dialog === 'print') return <PrintSetDialog onClose={onClose} />;
  if (dialog === 'assign') return <AssignDialog onClose={onClose} />;
  if (dialog === 'copy') return <CopyCase onClose={onClose} />;
  if (dialog === 'join' || dialog === 'part') return <JoinDialog way={dialog} onClose={onClose} />;
  if (dialog === 'procedure') return <ProcedureDialog onClose={onClose} />;
  return dialog === 'cancel' ? <CancelDialog onClose={onClose} /> : null;
}

/** A new case with this one as its model. */
function CopyCase({ onClose }: { onClose: () => void }) {
  const { file } = useCaseWork();
  const { id: caseId, procedure: procedureId, causeName, number } = file.case;
  const officerIds = activeOfficers(file).map(({ personId }) => personId);
  return (
    <Suspense fallback={null}>
      <BeginCase model={{ caseId, procedureId, causeName, number, officerIds }} onClose={onClose} />
    </Suspense>
  );
}

/** 由本案另立案件 opens from the menu or its key, and at once where a step of another case leads to it. */
function useChaining() {
  const { lead } = useSearch({ from: '/cases/$id' });
  const [isOpen, setOpen] = useState(lead !== undefined);
  return { isOpen, leadId: lead, open: () => setOpen(true), close: () => setOpen(false) };
}

/** 更多 of the case: its registration, who handles it, the files of its parties, the cases it hangs together with. */
function CaseMenu({ onOpen, onChain }: { onOpen: (dialog: CaseDialog) => void; onChain: () => void }) {
  const { file, input } = useCalmCase();
  const right = useRight('cases.update');
  const assignRight = useRight('cases.assign');
  const printRight = useRight('documents.printSet');
  const navigate = useNavigate();
  const whyClosed = whyNothingChanges(file.case.state);
  const parties = file.parties.map((party) => ({
    name: file.parties.length === 1 ? '打开一户式档案' : `打开${party.name}的一户式档案`,
    act: () => void navigate({ to: '/households/$id', params: { id: party.householdId } }),
  }));
  const linked = linksOf(file).map(({ id, words, causeName, number }) => ({
    name: `打开${words}：${number === '' ? causeName : number}`,
    act: () => void navigate({ to: '/cases/$id', params: { id } }),
  }));
  const mayNotChain = useRight('cases.beginFrom');
  // A decision of a filed case is annulled, too, and made anew in a case of its own.
  const whyNoChain = laidAsideWords(file.case.state) === null ? mayNotChain : whyClosed;
  useKey('Alt+O', whyNoChain === null && input.procedure.leads.length > 0 ? onChain : null, {
    name: '由本案另立案件',
    reason: whyNoChain,
  });
  const chain = { name: '由本案另立案件', act: onChain, reason: whyNoChain };
  const edit = {
    name: '修改案件登记',
    act: () => onOpen('edit'),
    reason: whyClosed ?? right,
  };
  const assign = {
    name: '分派案件',
    act: () => onOpen('assign'),
    reason: whyClosed ?? assignRight,
  };
  const cause = { name: '案由的规定和提纲', act: () => onOpen('cause') };
  const copy = { name: '照此登记新案', act: () => onOpen('copy'), reason: useRight('cases.begin') };
  const print = { name: '成套打印、印制记录', act: () => onOpen('print'), reason: printRight };
  const joining = useJoining(onOpen, whyClosed);
  const early = useEarlyActs(onOpen);
  const chains = input.procedure.leads.length === 0 ? [] : [chain];
  return (
    <MoreMenu
      data-testid="case-menu"
      items={[edit, assign, cause, print, ...chains, ...parties, ...linked, copy, ...joining, ...early]}
    />
  );
}

/** What puts a registration right before 立案, and takes a cancelled one up again. */
function useEarlyActs(onOpen: (dialog: CaseDialog) => void) {
  const { state } = useCalmCase().file.case;
  const cancelReason = useWhyNotCancel();
  const procedureRight = useRight('cases.changeProcedure');
  const isCancelled = state === 'cancelled';
  const procedure = { name: '变更办案流程', act: () => onOpen('procedure'), reason: procedureRight };
  const cancel = {
    name: isCancelled ? '恢复登记' : '撤销登记（登记错了）',
    act: () => onOpen('cancel'),
    reason: cancelReason,
  };
  if (state === 'source') return [procedure, cancel];
  return isCancelled ? [cancel] : [];
}

/** 并案, and 分案 where something was joined to this case. */
function useJoining(onOpen: (dialog: CaseDialog) => void, whyClosed: string | null) {
  const { file } = useCalmCase();
  const right = useRight('cases.join');
  const reason = whyClosed ?? right;
  const join = { name: '并案（把另一件并入本案）', act: () => onOpen('join'), reason };
  const part = { name: '分案（把并入的案件分出去）', act: () => onOpen('part'), reason };
  return file.joined.some(({ stands }) => stands === 'from') ? [join, part] : [join];
}

const BACK: Readonly<Record<Wizard, { to: '/archive/$caseId' | '/handover/$caseId'; name: string }>> = {
  archive: { to: '/archive/$caseId', name: '回到归档核对' },
  handover: { to: '/handover/$caseId', name: '回到移送准备' },
};

/** Who came from a wizard to put something right here goes back to the step they left. */
function BackToWizard({ caseId }: { caseId: string }) {
  const { back } = useSearch({ from: '/cases/$id' });
  const navigate = useNavigate();
  const leave = (): void => {
    if (back !== undefined) void navigate({ to: BACK[back].to, params: { caseId } });
  };
  useKey('Alt+B', back === undefined ? null : leave, { hint: '回到向导' });
  if (back === undefined) return null;
  return (
    <ReasonButton kind="primary" keyHint="Alt+B" data-back data-testid="back-to-wizard" onClick={leave}>
      {BACK[back].name}
    </ReasonButton>
  );
}

function EditCase({ onClose }: { onClose: () => void }) {
  const { file, input, refresh } = useCaseWork();
  const [causeName, setCauseName] = useState(file.case.causeName);
  const [followsId, setFollowsId] = useState(file.case.followsId);
  const update = useMutation({
    mutationFn: async () => {
      await api.cases.update({ caseId: file.case.id, version: file.case.version, causeName, followsId });
      await refresh();
    },
    onSuccess: onClose,
  });
  const reason = causeName.trim() === '' ? '请填写案由。' : null;
  return (
    <Dialog title="修改案件登记" onClose={onClose} width={560}>
      <CaseParties />
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <Labelled label="案由" required width="full">
          {(control) => (
            <CauseInput {...control} name="causeName" maxLength={128} value={causeName} onChange={setCauseName} />
          )}
        </Labelled>
        <FollowedCase
          householdId={file.parties[0]?.householdId ?? ''}
          procedure={input.procedure}
          caseId={file.case.id}
          value={followsId}
          onChange={setFollowsId}
        />
        <RefusalNote error={update.error} onClose={update.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            reason={reason}
            busy={update.isPending}
            onClick={() => update.mutate()}
          >
            保存
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}
