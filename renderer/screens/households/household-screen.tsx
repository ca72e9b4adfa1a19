import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import { warmPdfEngine } from '../../parts/pdf/pdf-engine.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import { HouseholdFigures } from './household-figures.tsx';
import { HouseholdHead } from './household-head.tsx';
import css from './household-screen.module.css';
import { firstView, type RecordsView } from './records-view.ts';
import { Records } from './records.tsx';
import { YearLane } from './year-lane.tsx';

/** One 一户式 file: who it is, figures, the line of years, every record by case, time or kind, and the record itself beside it. */
export function HouseholdScreen() {
  const { id } = useParams({ from: '/households/$id' });
  return <Household key={id} householdId={id} />;
}

function Household({ householdId }: { householdId: string }) {
  const opened = useQuery(queries.households.open.queryOptions({ input: { householdId } }));
  const overview = useQuery(queries.households.overview.queryOptions({ input: { householdId } }));
  const [view, setView] = useChoice<RecordsView>(`household ${householdId}`, () => firstView);
  useEffect(() => void warmPdfEngine(), []);
  if (opened.data === undefined) return <RefusalNote error={opened.error} />;
  const { party, formerNames, cases, merged } = opened.data;
  const show = (part: Partial<RecordsView>): void => setView({ ...view, index: 0, typed: '', ...part });
  return (
    <div className={css.screen}>
      <HouseholdHead party={party} formerNames={formerNames} merged={merged} related={overview.data?.related ?? []} />
      <RefusalNote error={overview.error} />
      {overview.data !== undefined && (
        <>
          <HouseholdFigures
            overview={overview.data}
            onShowCases={() => show({ by: 'case' })}
            onShowRecordings={() => show({ by: 'time', filter: { kinds: ['音像'], year: null } })}
          />
          <YearLane
            cases={overview.data.lane}
            chosen={view.by === 'case' ? view.open?.[0] : undefined}
            onChoose={(caseId) =>
              show({ by: 'case', open: [caseId], index: cases.findIndex(({ id }) => id === caseId) })
            }
          />
        </>
      )}
      <Records householdId={householdId} cases={cases} revision={opened.dataUpdatedAt} view={view} onView={setView} />
    </div>
  );
}
