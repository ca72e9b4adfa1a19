import { Fragment } from 'react';
import { CauseGroup, Cause } from '../../../../shared/causes/cause.ts';
import type { Law } from '../../../../shared/causes/law.ts';
import type { Procedure } from '../../../../shared/procedure/procedure.ts';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { optionsOf, SelectField, TextAreaField, TextField } from '../../../ui/labelled-fields.tsx';
import { MultiCombobox } from '../../../ui/multi-combobox.tsx';
import { PARTS, type CauseForm, type Part } from '../../../parts/editions/cause-words.ts';
import { ProvisionTable } from './provision-table.tsx';
import { TriggerLines } from './trigger-lines.tsx';

export interface CauseFieldsProps {
  form: CauseForm;
  faults: ReadonlyMap<Part, string>;
  procedures: readonly Procedure[];
  laws: readonly Law[];
  readOnly: boolean;
  onChange: (part: Partial<CauseForm>) => void;
}

/** What is asked of each text of the form; one provision, question, piece of evidence or step in a line. */
const TEXTS: readonly {
  part: 'violated' | 'penal' | 'correction' | 'questions' | 'evidence' | 'range' | 'steps';
  rows: number;
  help: string;
  required?: true;
}[] = [
  {
    part: 'violated',
    rows: 3,
    required: true,
    help: '一行一条：《劳动合同法》第九条。某一版法律才有的，在后面写（自2013-07-01起）或者（2011-07-01以前）；没有对照原文的写（未经核实）。',
  },
  { part: 'penal', rows: 3, help: '一行一条，写法同上；法律没有设定的不填。' },
  { part: 'correction', rows: 2, help: '带入限期改正指令书的改正要求，末尾不写句号。' },
  { part: 'questions', rows: 10, help: '一行一问，按询问的顺序；带入询问笔录，逐问填写回答。' },
  { part: 'evidence', rows: 6, help: '一行一项，写成“考勤记录：实际工作时间”。' },
  { part: 'range', rows: 2, help: '法律规定的种类和幅度。' },
  { part: 'steps', rows: 4, help: '一行一个阶次，写成“情形：后果”；本省（本局）的裁量基准登记在这里。' },
];

/** The parts of a 案由, in the order they are used. */
export function CauseFields(props: CauseFieldsProps) {
  const { form, faults, laws, readOnly, onChange } = props;
  return (
    <FormGrid>
      <Basics {...props} />
      <ProceduresField {...props} />
      {TEXTS.map(({ part, rows, help, required = false }) => (
        <Fragment key={part}>
          <TextAreaField
            label={PARTS[part]}
            required={required}
            width="full"
            name={part}
            rows={rows}
            help={help}
            problem={faults.get(part)}
            readOnly={readOnly}
            value={form[part]}
            onChange={(text) => onChange({ [part]: text })}
          />
          {(part === 'violated' || part === 'penal') && (
            <ProvisionTable label={PARTS[part]} lines={form[part]} laws={laws} />
          )}
        </Fragment>
      ))}
      {(['hearing', 'review'] as const).map((part) => (
        <TriggerLines
          key={part}
          label={PARTS[part]}
          name={part}
          problem={faults.get(part)}
          readOnly={readOnly}
          value={form[part]}
          onChange={(triggers) => onChange({ [part]: triggers })}
        />
      ))}
    </FormGrid>
  );
}

function Basics({ form, faults, readOnly, onChange }: CauseFieldsProps) {
  return (
    <>
      <TextField
        label={PARTS.name}
        required
        name="causeName"
        maxLength={60}
        help="不写“涉嫌”，登记时自动加上。"
        problem={faults.get('name')}
        readOnly={readOnly}
        value={form.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={PARTS.also}
        name="also"
        maxLength={256}
        help="用顿号隔开，登记时也能找到。"
        problem={faults.get('also')}
        readOnly={readOnly}
        value={form.also}
        onChange={(also) => onChange({ also })}
      />
      <SelectField
        label={PARTS.group}
        required
        name="group"
        disabled={readOnly}
        options={optionsOf(CauseGroup.options)}
        value={form.group}
        onChange={(group) => onChange({ group })}
      />
      <SelectField
        label={PARTS.kind}
        required
        name="kind"
        disabled={readOnly}
        options={optionsOf(Cause.shape.kind.unwrap().options)}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
      />
    </>
  );
}

function ProceduresField({ form, faults, procedures, readOnly, onChange }: CauseFieldsProps) {
  return (
    <Labelled
      label={PARTS.procedures}
      required
      width="full"
      problem={faults.get('procedures') ?? null}
      help="第一个是通常适用的。"
    >
      {(control) => (
        <MultiCombobox
          {...control}
          readOnly={readOnly}
          chosenLabel="已选的流程"
          options={procedures.map(({ id, name }) => ({ id, label: name }))}
          value={form.procedures}
          onChange={(chosen) => onChange({ procedures: chosen })}
        />
      )}
    </Labelled>
  );
}
