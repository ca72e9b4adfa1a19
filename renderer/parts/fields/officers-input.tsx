import type { Officer } from '../../../shared/case-file.ts';
import { certificateFault } from '../../../shared/procedure/certificate.ts';
import type { FieldValue, OfficerRow, RowValue } from '../../../shared/template/values.ts';
import { dayWords } from '../days/day-words.ts';
import { MultiCombobox } from '../../ui/multi-combobox.tsx';
import type { Option } from '../../ui/option-list.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import css from './field-input.module.css';

/** Why this person may not act as an officer on `day`; undefined when they may (第十八条). */
export function certificateWords(officer: Officer, day: string): string | undefined {
  switch (certificateFault(officer, day)) {
    case 'left':
      return '已离岗';
    case 'none':
      return '没有登记执法证';
    case 'expired':
      return `执法证已于${dayWords(officer.certTo)}到期`;
    case 'early':
      return `执法证自${dayWords(officer.certFrom)}起有效`;
    case null:
      return undefined;
  }
}

/** An officer in a list; who may not act on `day` is greyed with the reason (第十八条). */
export function officerOption(officer: Officer, day: string): Option {
  const reason = certificateWords(officer, day);
  return {
    id: officer.personId,
    label: reason === undefined ? `${officer.name}　${officer.certNo}` : officer.name,
    ...(reason !== undefined && { reason }),
  };
}

const isRow = (item: unknown): item is RowValue => typeof item === 'object' && item !== null;
const rowsOf = (value: FieldValue | undefined): OfficerRow[] =>
  Array.isArray(value)
    ? value.filter(isRow).map((row) => ({
        personId: String(row['personId']),
        name: String(row['name']),
        certNo: String(row['certNo'] ?? ''),
        ...(typeof row['certShown'] === 'boolean' && { certShown: row['certShown'] }),
      }))
    : [];

/** 执法人员: chosen from the people of the office; who has no valid certificate is greyed with the reason. */
export function OfficersField({ id, value, onChange, locked, refs, describedBy, invalid }: FieldInputProps) {
  const rows = rowsOf(value);
  const options = refs.officers.map((officer) => officerOption(officer, refs.day));
  const choose = (personIds: string[]): void =>
    onChange(
      personIds.flatMap((personId) => {
        const kept = rows.find((row) => row.personId === personId);
        const officer = refs.officers.find((candidate) => candidate.personId === personId);
        return kept ?? (officer === undefined ? [] : { personId, name: officer.name, certNo: officer.certNo });
      }),
    );
  const show = (personId: string, certShown: boolean): void =>
    onChange(rows.map((row) => (row.personId === personId ? { ...row, certShown } : row)));
  return (
    <div className={css.officers}>
      <MultiCombobox
        id={id}
        chosenLabel="已选的执法人员"
        value={rows.map((row) => row.personId)}
        options={options}
        readOnly={locked}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        placeholder="请选择至少两名执法人员"
        onChange={choose}
      />
      {refs.certShown &&
        rows.map((row) => (
          <label key={row.personId} className={css.option}>
            <input
              type="checkbox"
              checked={row.certShown === true}
              disabled={locked}
              onChange={(event) => show(row.personId, event.target.checked)}
            />
            {row.name}已出示执法证（{row.certNo}）
          </label>
        ))}
    </div>
  );
}
