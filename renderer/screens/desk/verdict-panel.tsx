import { Link } from '@tanstack/react-router';
import type { Desk } from '../../../shared/contract/documents.ts';
import { currentRound } from '../../../shared/procedure/approvals.ts';
import { whyNotMine } from '../../../shared/procedure/signers.ts';
import { rowsOf } from '../../../shared/procedure/paper-values.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { useOperator, useSession, useToday } from '../../data/session.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { PeriodTag } from '../../parts/days/day.tsx';
import { OpinionChain } from '../../parts/verdict/opinion-chain.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { DeskView } from './desk-document.tsx';
import { isGiven, type DeskPaper } from './desk-queue.tsx';
import css from './desk.module.css';
import { OpinionForm } from '../../parts/verdict/opinion-form.tsx';
import { GivenOpinionBar } from './given-opinion-bar.tsx';
import type { DeskMatter } from '../../parts/verdict/use-desk-matter.ts';
import type { OpinionText } from '../../parts/verdict/use-opinion-text.ts';
import type { useOpinions } from '../../parts/verdict/use-opinions.ts';

/** Links to other papers of the case: the newest, in the order of the procedure. */
const MATERIALS = 6;

export interface VerdictPanelProps {
  row: DeskPaper;
  matter: DeskMatter;
  desk: Desk;
  /** Whether the first page of the paper was on the screen. */
  isSeen: boolean;
  /** What is typed into the box of the opinion. */
  text: OpinionText;
  opinions: ReturnType<typeof useOpinions>;
  onView: (view: DeskView) => void;
}

/** The verdict at the right: who it is about, what the checks say, what can be looked at, who said what, and the box at the bottom. */
export function VerdictPanel({ onView, ...turn }: VerdictPanelProps) {
  const { row, matter } = turn;
  return (
    <section className={css.panelOfVerdict} aria-label="审批意见">
      <div className={css.facts} data-pane tabIndex={-1}>
        <Party row={row} matter={matter} />
        <Checks findings={matter.findings} />
        <Materials matter={matter} onView={onView} />
        <Opinions matter={matter} />
      </div>
      <MyTurn {...turn} />
    </section>
  );
}

function MyTurn({ row, matter, opinions, ...form }: Omit<VerdictPanelProps, 'onView'>) {
  const operator = useOperator();
  const { paper, gaps, file } = matter;
  const [gap] = gaps;
  const agree = form.desk.waiting.length > 1 ? '同意，看下一份' : '同意';
  if (gap !== undefined && whyNotMine(gaps, paper, operator, file) === null)
    return <OpinionForm paper={paper} label={gap.label} opinions={opinions} agree={agree} {...form} />;
  return <GivenOpinionBar paper={paper} row={row} opinions={opinions} />;
}

function Party({ row, matter: { file, paper } }: { row: DeskPaper; matter: DeskMatter }) {
  const today = useToday();
  const { causeName, number, officerIds } = file.case;
  const officers = file.officers.filter(({ personId }) => officerIds.includes(personId)).map(({ name }) => name);
  const amount = fineIn(paper);
  return (
    <header>
      <h2 className={css.party}>{row.partyName}</h2>
      <p className="second">
        {causeName}　{officers.join('、')}
      </p>
      <p className="second">{numberWords(number)}</p>
      {amount > 0 && <p>罚款 {amount.toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元</p>}
      {!isGiven(row) && row.period !== null && (
        <p className={css.period}>
          {row.period.name}　<PeriodTag period={row.period} now={today} />
        </p>
      )}
    </header>
  );
}

/** What a paper proposes to be paid, where it says so in rows. */
const fineIn = (paper: DeskMatter['paper']): number =>
  rowsOf(paper, 'penalties').reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0);

const isFault = ({ severity }: Finding): boolean => severity === 'veto' || severity === 'err';

function Checks({ findings }: { findings: readonly Finding[] }) {
  const faults = findings.filter(isFault);
  const hints = findings.filter((finding) => !isFault(finding));
  return (
    <div>
      <h3>程序核查</h3>
      <p className={css.chips}>
        {faults.length === 0 ? <Tag tone="good">没有须补正的</Tag> : <Tag tone="overdue">须补正 {faults.length}</Tag>}
        {hints.length > 0 && <Tag tone="care">提醒 {hints.length}</Tag>}
      </p>
      {findings.length > 0 && (
        <details className={css.findings}>
          <summary>看是哪些</summary>
          <ul>
            {[...faults, ...hints].map((finding) => (
              <li key={finding.checkId + finding.sentence}>{finding.sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Materials({ matter: { file, paper }, onView }: { matter: DeskMatter; onView: (view: DeskView) => void }) {
  const papers = file.papers.filter(({ id, status }) => status === 'issued' && id !== paper.id).slice(-MATERIALS);
  const [party] = file.parties;
  const { lent } = useSession();
  return (
    <div>
      <h3>材料</h3>
      <p className={css.materials}>
        {papers.map(({ id, name }) => (
          <ReasonButton key={id} kind="quiet" onClick={() => onView(`paper ${id}`)}>
            {name}
          </ReasonButton>
        ))}
        {file.exhibits.length > 0 && (
          <ReasonButton kind="quiet" onClick={() => onView('exhibits')}>
            证据 {file.exhibits.length}
          </ReasonButton>
        )}
        {/* At the seat of somebody else nothing leads away from here. */}
        {lent === null && party !== undefined && (
          <Link to="/households/$id" params={{ id: party.householdId }}>
            一户式档案
          </Link>
        )}
        {lent === null && (
          <Link to="/cases/$id" params={{ id: file.case.id }} search={{ paper: paper.id }}>
            打开案件
          </Link>
        )}
      </p>
    </div>
  );
}

function Opinions({ matter: { paper, file } }: { matter: DeskMatter }) {
  return currentRound(paper.approvals).length === 0 ? null : (
    <div>
      <h3>前面的意见</h3>
      <OpinionChain paper={paper} gaps={[]} file={file} />
    </div>
  );
}
