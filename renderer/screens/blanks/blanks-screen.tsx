import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Blank } from '../../../shared/contract/documents.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { dayOf } from '../../parts/days/day-words.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useKey } from '../../ui/keys.ts';
import { List } from '../../ui/list.tsx';
import type { PdfSource } from '../../parts/pdf/pdf-engine.ts';
import { PdfDialog } from '../../parts/pdf/pdf-dialog.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { BlankDetail } from './blank-detail.tsx';
import { blankStateWords, formsUrl, type BlankState } from '../../parts/blanks/blank-rows.ts';
import css from './blanks.module.css';
import { PlainForms } from './plain-forms.tsx';
import { TakeForms } from './take-forms.tsx';
import { Radio } from '../../ui/choices.tsx';

const COLUMNS: readonly Column<Blank>[] = [
  { title: '文号', width: 'minmax(16rem, 1.5fr)', cell: (row) => <strong title={row.number}>{row.number}</strong> },
  { title: '文书', width: 'minmax(0, 1.1fr)', cell: (row) => <span title={row.paperName}>{row.paperName}</span> },
  { title: '领取人', width: '5.5rem', cell: (row) => row.holder },
  { title: '领取日期', width: '6.5rem', cell: (row) => <DayCell value={dayOf(row.takenAt)} /> },
  {
    title: '状态',
    width: '4rem',
    cell: (row) => <span className={css[row.status]}>{blankStateWords[row.status]}</span>,
  },
];

/** Forms on their way to the printer. */
interface FormSheets {
  title: string;
  source: PdfSource;
}

/** 空白文书: forms to fill by hand when no machine is at hand; who took which number, and what became of it (行政处罚法52). */
export function BlanksScreen() {
  const mayNotSee = useRight('documents.blanks');
  const mayNotTake = useRight('documents.allocateBlank');
  const ledger = useQuery({ ...queries.documents.blanks.queryOptions(), enabled: mayNotSee === null, staleTime: 0 });
  const [dialog, setDialog] = useState<'take' | 'plain' | null>(null);
  const [sheets, setSheets] = useState<FormSheets | null>(null);
  const close = (): void => setDialog(null);
  const show = (title: string, url: string): void => {
    close();
    setSheets({ title, source: { url } });
  };
  const take = (): void => setDialog('take');
  useKey('Alt+N', mayNotTake === null ? take : null, { hint: '领取空白文书', reason: mayNotTake });
  const button = (
    <ReasonButton kind="primary" keyHint="Alt+N" reason={mayNotTake} onClick={take} data-testid="take-forms">
      领取带号的空白文书
    </ReasonButton>
  );
  return (
    <div className={css.screen} data-ready={ledger.isFetched || mayNotSee !== null || undefined}>
      <ScreenHead title="空白文书">
        <ReasonButton onClick={() => setDialog('plain')} data-testid="plain-forms">
          打印不带号的
        </ReasonButton>
        {button}
      </ScreenHead>
      <p className={css.why}>
        现场没有电脑、不能等的，用空白文书手工填写；带号的要登记领取，用后录入案件，没有用的作废。
      </p>
      <RefusalNote error={ledger.error} />
      {mayNotSee !== null && <EmptyState title="空白文书不在您的岗位之内。" why={mayNotSee} />}
      {ledger.data?.length === 0 && (
        <EmptyState
          title="还没有人领取过带号的空白文书。"
          why="当场作出处罚决定的，应当填写预定格式、编有号码的决定书（行政处罚法第五十二条）。下现场以前在这里登记领取，每一份都有自己的文号。"
          article={26}
          action={button}
        />
      )}
      {ledger.data !== undefined && ledger.data.length > 0 && (
        <Ledger all={ledger.data} onPrint={(forms) => show(`空白文书　${forms[0]?.paperName}`, formsUrl(forms))} />
      )}
      {dialog === 'take' && <TakeForms onClose={close} onTaken={show} />}
      {dialog === 'plain' && <PlainForms onClose={close} onChosen={show} />}
      {sheets !== null && (
        <PdfDialog
          title={sheets.title}
          source={sheets.source}
          label={sheets.title}
          onClose={() => setSheets(null)}
          data-testid="blank-sheets"
        />
      )}
    </div>
  );
}

const STATES: readonly { state: BlankState | null; name: string }[] = [
  { state: null, name: '全部' },
  ...(['reserved', 'used', 'void'] as const).map((state) => ({ state, name: blankStateWords[state] })),
];

function Ledger({ all, onPrint }: { all: readonly Blank[]; onPrint: (forms: readonly Blank[]) => void }) {
  const { number } = useSearch({ from: '/cases/blanks' });
  const [state, setState] = useState<BlankState | null>(null);
  const [reached, setReached] = useState(() =>
    Math.max(
      0,
      all.findIndex((blank) => blank.number === number),
    ),
  );
  const navigate = useNavigate();
  const rows = state === null ? all : all.filter(({ status }) => status === state);
  const index = Math.min(reached, Math.max(0, rows.length - 1));
  const blank = rows[index];
  const open = ({ caseId, paperId }: Blank): void => {
    if (caseId !== null && paperId !== null)
      void navigate({ to: '/cases/$id', params: { id: caseId }, search: { paper: paperId } });
  };
  return (
    <>
      <div className={css.tools} data-pane role="radiogroup" aria-label="看哪些">
        {STATES.map(({ state: choice, name }) => (
          <Radio key={name} name="blank-state" checked={state === choice} onChange={() => setState(choice)}>
            {name}（{choice === null ? all.length : all.filter(({ status }) => status === choice).length}）
          </Radio>
        ))}
      </div>
      <div className={css.list}>
        <List
          label="空白文书领用登记"
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.number}
          inHand={index}
          onMove={setReached}
          onOpen={open}
          focusFirst
          data-testid="blank-ledger"
        />
        <aside className={css.detail} aria-label="这份空白文书" data-pane>
          {blank === undefined ? (
            <p className="second">没有这样的空白文书。</p>
          ) : (
            <BlankDetail key={blank.number} blank={blank} all={all} onOpen={() => open(blank)} onPrint={onPrint} />
          )}
        </aside>
      </div>
    </>
  );
}
