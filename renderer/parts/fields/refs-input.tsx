import { isRecording } from '../../../shared/case-file.ts';
import { MultiCombobox } from '../../ui/multi-combobox.tsx';
import type { Option } from '../../ui/option-list.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import { idsOf } from './field-input-props.ts';

/** Issued papers of the case. */
export function PapersField(props: FieldInputProps) {
  const issued = props.refs.papers.filter((paper) => paper.status === 'issued');
  const options = issued.map((paper) => ({
    id: paper.id,
    label: paper.number === null ? paper.name : `${paper.name} ${paper.number}`,
  }));
  return <RefsSelect {...props} options={options} none="本案还没有已出具的文书" />;
}

/** Exhibits of the case, recordings marked. */
export function ExhibitsField(props: FieldInputProps) {
  const held = props.refs.exhibits.filter((exhibit) => exhibit.withdrawnReason === null);
  const options = held.map((exhibit) => ({
    id: exhibit.id,
    label: `${isRecording(exhibit) ? '【音像】' : ''}${exhibit.title}`,
  }));
  return <RefsSelect {...props} options={options} none="本案还没有证据，请添加文件或者拍照" />;
}

function RefsSelect({
  id,
  value,
  onChange,
  locked,
  describedBy,
  invalid,
  options,
  none,
}: FieldInputProps & { options: Option[]; none: string }) {
  const known = new Set(options.map((option) => option.id));
  const chosen = idsOf(value);
  // A chosen record that was taken out of the case stays visible until a person removes it.
  const all = [
    ...options,
    ...chosen.filter((text) => !known.has(text)).map((text) => ({ id: text, label: '已作废或撤出的材料' })),
  ];
  return (
    <MultiCombobox
      id={id}
      chosenLabel="已选的材料"
      value={chosen}
      options={all}
      readOnly={locked}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      placeholder={options.length === 0 ? none : '请选择，可输入文字或拼音首字母查找'}
      none={options.length === 0 ? none : '没有找到'}
      onChange={onChange}
    />
  );
}
