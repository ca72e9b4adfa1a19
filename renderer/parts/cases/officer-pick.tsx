import { Select } from 'antd';
import type { Officer } from '../../../shared/case-file.ts';
import { certificateWords } from '../fields/officers-input.tsx';
import { Labelled } from '../../ui/labelled.tsx';

interface OfficerPickProps {
  people: readonly Officer[];
  value: readonly string[];
  /** Certificates must be valid on this day (第十八条). */
  day: string;
  onChange: (personIds: string[]) => void;
}

/** 承办人 of a case: at least two once it is started, each with a valid certificate (第十八条). */
export function OfficerPick({ people, value, day, onChange }: OfficerPickProps) {
  const options = people.map((officer) => {
    const fault = certificateWords(officer, day);
    return {
      value: officer.personId,
      label: `${officer.name}　${fault ?? officer.certNo}`,
      disabled: fault !== undefined,
    };
  });
  return (
    <Labelled label="承办人" width="full" help="立案后不少于两人，执法证在有效期内（第十八条）。">
      {(control) => (
        <Select
          id={control.id}
          aria-describedby={control['aria-describedby']}
          style={{ width: '100%' }}
          mode="multiple"
          value={[...value]}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择承办人"
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}
