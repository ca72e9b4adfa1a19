import type { CaseLine } from '../../../shared/contract/cases.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { caseStateWords, numberWords } from '../../../shared/procedure/case-words.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { LastActs } from '../../parts/records/last-acts.tsx';
import { PaperOfCase } from '../../parts/records/paper-of-case.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import css from './cases-screen.module.css';

/** Holding an arrow key prints one paper, not fifty. */
const PREVIEW_MS = 200;

/** What is known of the case in hand, with the paper its next step is about. */
export function CasePreview({ line }: { line: CaseLine }) {
  const { id, paperId } = useSettled(line, PREVIEW_MS);
  const due = line.period?.statutory ?? line.period?.due ?? null;
  return (
    <section className={css.preview} aria-label="这一件" data-pane data-testid="case-preview">
      <h2>{partiesTitle(line.partyNames)}</h2>
      <Facts>
        <Fact term="案由">{line.causeName}</Fact>
        <Fact term="案号">{numberWords(line.number)}</Fact>
        <Fact term="状态">
          {caseStateWords[line.state]}
          {line.stage !== '' && `　${line.stage}`}
        </Fact>
        {line.next !== '' && <Fact term="下一步">{line.next.replace(/^下一步：/, '')}</Fact>}
        {line.lacks.length > 0 && <Fact term="还缺">{line.lacks.slice(0, 5).join('、')}</Fact>}
        {due !== null && (
          <Fact term="最迟">
            {dayWords(due)}　{line.period?.name}
          </Fact>
        )}
        <LastActs key={id} caseId={id} />
      </Facts>
      {paperId !== null && <PaperOfCase key={paperId} caseId={id} paperId={paperId} />}
    </section>
  );
}
