import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { TrayPaper, TrayProposal, TrayUnknown } from '../../../shared/contract/tray.ts';
import { spokenCode } from '../../../shared/identity/page-code.ts';
import { DayText } from '../../parts/days/day.tsx';
import { RadioRow } from '../../ui/choices.tsx';
import { AsExhibit } from './as-exhibit.tsx';
import { TrayFoot } from './tray-foot.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKey } from '../../ui/keys.ts';
import { Note } from '../../ui/note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { SignCuts, type SignCutsProps } from './sign-cuts.tsx';
import { fileWords, type TrayItem, whyNotPlaced } from './tray-items.ts';
import css from './tray.module.css';
import type { TrayActs } from './use-tray-acts.ts';

interface WhereToProps<Item extends TrayItem['kind']> {
  item: Extract<TrayItem, { kind: Item }>;
  acts: TrayActs;
  onAside: () => void;
}

type PlaceProposalProps = WhereToProps<'proposal'> & Pick<SignCutsProps, 'onSheet'>;

/** Where the sheets of a print go, and what is to be looked at before that. */
export function PlaceProposal({ item: { proposal }, acts, onAside, onSheet }: PlaceProposalProps) {
  const reason = whyNotPlaced(proposal);
  const place = (): void => acts.place(proposal);
  useKey('Enter', reason === null ? place : null, { hint: '归入' });
  return (
    <>
      <div className={css.facts}>
        <h2>归到哪里</h2>
        <p className="second">
          {proposal.sheets.every(({ byHand }) => byHand)
            ? '人工指定'
            : `凭页脚识别码 ${spokenCode(proposal.printId, 1, proposal.pages)} 等认出`}
        </p>
        <PaperCard paper={proposal} />
        <h3>核对</h3>
        <Checks proposal={proposal} />
        <SignCuts proposal={proposal} onSheet={onSheet} />
      </div>
      <TrayFoot
        name="归入，看下一份"
        keyHint="Enter"
        reason={reason}
        busy={acts.busy}
        onAct={place}
        onAside={onAside}
        data-testid="place"
      />
    </>
  );
}

const PaperCard = ({ paper }: { paper: TrayPaper }) => (
  <div className={css.card}>
    <strong>
      {paper.paperName}　{paper.kind === '签字稿' ? '签字件' : '盖章件'}
    </strong>
    <Facts>
      <Fact term="当事人">{paper.partyName}</Fact>
      {paper.number !== '' && <Fact term="文号">{paper.number}</Fact>}
      <Fact term="印出">
        <DayText value={paper.printedAt} />，{paper.pages} 页
      </Fact>
    </Facts>
    <Link to="/cases/$id" params={{ id: paper.caseId }} search={{ paper: paper.paperId }}>
      打开案件
    </Link>
  </div>
);

const Check = ({ good, children }: { good: boolean; children: React.ReactNode }) => (
  <li className={good ? css.good : css.care}>
    <Icon name={good ? 'done' : 'later'} /> {children}
  </li>
);

/** What the program saw, and what only a person can see. */
function Checks({ proposal }: { proposal: TrayProposal }) {
  const { sheets, pages, missing, doubles, signers, isBack, voidReason, places } = proposal;
  const crooked = sheets.filter(({ straightened }) => !straightened);
  return (
    <ul className={css.checks}>
      <Check good={missing.length === 0}>
        页数 {sheets.length} / {pages}
        {missing.length > 0 && `，缺第${missing.join('、')}页`}
      </Check>
      {doubles.length > 0 && (
        <Check good={false}>第{doubles.map(({ page }) => page).join('、')}页有重复，用后收到的；重复的请移出</Check>
      )}
      {isBack && <Check good={false}>这份已经收回过一次，归入后以这次的为准</Check>}
      {voidReason !== null && <Check good={false}>旧版已作废：{voidReason}</Check>}
      {crooked.length > 0 && <Check good={false}>有 {crooked.length} 张没有识别码，没有扶正，请看是不是这份文书</Check>}
      {places.length === 0 &&
        signers.map(({ role, count, everyPage }) => (
          <Check key={role} good={false}>
            签名处：{role}
            {count > 1 ? ` ${count} 人` : ''}
            {everyPage ? '，每页都要签' : ''}，请看一眼
          </Check>
        ))}
    </ul>
  );
}

interface AssignProps extends WhereToProps<'unknown'> {
  papers: readonly TrayPaper[];
}

/** Sheets that nothing leads to a paper: a person says which one it is, or that it is an exhibit. */
export function WhatUnknown(props: AssignProps) {
  const [as, setAs] = useState<'paper' | 'exhibit'>('paper');
  const { unknown } = props.item;
  return (
    <>
      <div className={css.choice}>
        <h2>这是什么</h2>
        <p className="second">
          {unknown.isForeign
            ? '页脚的识别码不是本机印出的，或者您无权查阅那件案子。'
            : '没有读到页脚识别码：可能被裁掉、盖住，或者不是本机印出的。'}
        </p>
        <RadioRow
          legend="这是什么"
          name="unknown-as"
          options={[
            { value: 'paper', label: '印出去的文书' },
            { value: 'exhibit', label: '新证据' },
          ]}
          value={as}
          onChange={setAs}
        />
      </div>
      {as === 'paper' ? <AssignUnknown {...props} /> : <AsExhibit unknown={unknown} {...props} />}
    </>
  );
}

function AssignUnknown({ item: { unknown }, papers, acts, onAside }: AssignProps) {
  const [printId, setPrintId] = useState<string | null>(null);
  const chosen = papers.find((paper) => paper.printId === printId);
  const reason = whyNotAssigned(unknown, chosen);
  return (
    <>
      <div className={css.facts}>
        <label htmlFor="tray-paper">印出还没收回的文书</label>
        <Combobox
          id="tray-paper"
          value={printId}
          onChange={setPrintId}
          none="没有印出待收回的文书"
          options={papers.map((paper) => ({
            id: paper.printId,
            label: `${paper.paperName}　${paper.partyName}　${paper.pages} 页`,
          }))}
        />
        {chosen !== undefined && <PaperCard paper={chosen} />}
      </div>
      <TrayFoot
        name="就是这份"
        reason={reason}
        busy={acts.busy}
        onAct={() =>
          chosen !== undefined &&
          acts.assign({ printId: chosen.printId, sheetIds: unknown.sheets.map(({ id }) => id), firstPage: 1 })
        }
        onAside={onAside}
        data-testid="assign"
      />
    </>
  );
}

function whyNotAssigned({ sheets }: TrayUnknown, paper: TrayPaper | undefined): string | null {
  if (paper === undefined) return '请选是哪份印出的文书。';
  return sheets.length === paper.pages
    ? null
    : `这份文书有 ${paper.pages} 页，这里有 ${sheets.length} 张；请按一份文书一个文件重新扫描。`;
}

/** A file that is being read, or that cannot be. */
export const FileTrouble = ({ item: { file }, onAside }: WhereToProps<'file'>) => (
  <>
    <div className={css.facts}>
      <h2>{file.fileName}</h2>
      <Note happened={fileWords(file)} />
    </div>
    <ActBar note="密封的原文件留着，移出只是不再放在这里。">
      <ReasonButton
        data-testid="aside"
        reason={file.fault === null && file.unreadPages.length === 0 ? '正在读，请等一会儿。' : null}
        onClick={onAside}
      >
        移出
      </ReasonButton>
    </ActBar>
  </>
);

/** A paper that is still out. */
export const StillOut = ({ paper }: { paper: TrayPaper }) => (
  <div className={css.facts}>
    <h2>还没收回</h2>
    <p className="second">签好以后扫描或者拍照，放到这里；凭页脚的识别码会自己排好。</p>
    <PaperCard paper={paper} />
  </div>
);
