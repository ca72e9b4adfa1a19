import type { Officer } from '../../../shared/case-file.ts';
import type { Unit } from '../../../shared/contract/staff.ts';
import { assignersOf } from '../../../shared/procedure/assignment.ts';
import { SelectField } from '../../ui/labelled-fields.tsx';

interface UnitPickProps {
  units: readonly Unit[];
  people: readonly Officer[];
  value: string | null;
  onChange: (unitId: string | null) => void;
}

/** 承办单位 of a case: whose head picks the officers and sees it until it is done. */
export function UnitPick({ units, people, value, onChange }: UnitPickProps) {
  const assigners = assignersOf(value, people).map(({ name }) => name);
  return (
    <SelectField
      label="承办单位"
      name="case-unit"
      width="full"
      help={`没有选承办人时，由${assigners.length === 0 ? '分管领导' : assigners.join('、')}分派；案件跟承办单位走。`}
      options={[
        { value: '', label: '未定' },
        ...units.filter(({ id, active }) => active || id === value).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={(unitId) => onChange(unitId === '' ? null : unitId)}
    />
  );
}
