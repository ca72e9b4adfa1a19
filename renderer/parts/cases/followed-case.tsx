import { useQuery } from '@tanstack/react-query';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { laidAsideWords, numberWords } from '../../../shared/procedure/case-words.ts';
import { SelectField } from '../../ui/labelled-fields.tsx';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';

/** The choice for a decision made before the office had this workstation. */
const ELSEWHERE = 'elsewhere';

interface FollowedCaseProps {
  /** Whose cases are offered. */
  householdId: string;
  procedure: Procedure;
  /** The case itself, which it cannot follow. */
  caseId?: string;
  /** Null: the decision is in no case of this workstation; undefined: nothing was chosen yet. */
  value: string | null | undefined;
  onChange: (caseId: string | null) => void;
}

/** Asks which case made the decision that this one enforces or defends; nothing for procedures that begin a matter of their own. */
export function FollowedCase({ householdId, procedure, caseId, value, onChange }: FollowedCaseProps) {
  const definitions = useDefinitions();
  const household = useQuery({
    ...queries.households.open.queryOptions({ input: { householdId } }),
    enabled: procedure.follows !== undefined,
  });
  if (procedure.follows === undefined) return null;
  const mayBeFollowed = (summary: CaseSummary): boolean =>
    summary.id !== caseId &&
    laidAsideWords(summary.state) === null &&
    definitions.data?.procedures.find(({ id }) => id === summary.procedure)?.follows === undefined;
  const cases = (household.data?.cases ?? []).filter(mayBeFollowed);
  const isUnlisted = household.isSuccess && Boolean(value) && !cases.some(({ id }) => id === value);
  return (
    <SelectField
      label={`${procedure.follows}在哪个案件`}
      required
      width="full"
      help="选定后，决定书文号、送达日期等自动带入，起诉和申请执行的期限从决定书送达时起算。"
      name="follows"
      options={[
        ...(value === undefined ? [{ value: '', label: '请选择', disabled: true }] : []),
        { value: ELSEWHERE, label: '不在本机办理（只有纸质案卷）' },
        ...(isUnlisted ? [{ value: value ?? '', label: '已选定的案件（保留不变）' }] : []),
        ...cases.map(({ id, number, causeName }) => ({ value: id, label: `${numberWords(number)}　${causeName}` })),
      ]}
      value={value === undefined ? '' : (value ?? ELSEWHERE)}
      onChange={(chosen) => onChange(chosen === ELSEWHERE ? null : chosen)}
    />
  );
}
