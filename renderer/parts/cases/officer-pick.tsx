import type { Officer } from '../../../shared/case-file.ts';
import { officerOption } from '../fields/officers-input.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { MultiCombobox } from '../../ui/multi-combobox.tsx';

interface OfficerPickProps {
  people: readonly Officer[];
  value: readonly string[];
  /** Certificates must be valid on this day (第十八条). */
  day: string;
  onChange: (personIds: string[]) => void;
}

/** 承办人 of a case: at least two once it is started, each with a valid certificate (第十八条). */
export function OfficerPick({ people, value, day, onChange }: OfficerPickProps) {
  const options = people
    .filter(({ active, personId }) => active || value.includes(personId))
    .map((officer) => ({
      ...officerOption(officer, day),
      // Who could not sign as 承办人 is no officer of a case.
      ...(officer.roles.includes('承办人') ? {} : { reason: '岗位没有“承办人”' }),
    }));
  return (
    <Labelled label="承办人" width="full" help="立案后不少于两人，执法证在有效期内（第十八条）。">
      {(control) => (
        <MultiCombobox
          {...control}
          chosenLabel="已选的承办人"
          value={value}
          options={options}
          placeholder="选择承办人，可输入姓名或拼音首字母"
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}
