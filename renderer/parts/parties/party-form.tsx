import { useState } from 'react';
import { PartyKind, type PartyDetails } from '../../../shared/identity/party.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { Labelled, type ControlProps } from '../../ui/labelled.tsx';

export interface PartyFormProps {
  value: PartyDetails;
  onChange: (value: PartyDetails) => void;
  /** Says every problem, also of fields that were not touched yet. */
  strict?: boolean;
  /** The field to begin in. */
  beginWith?: 'name' | 'uscc';
}

type TextField = Exclude<keyof PartyDetails, 'kind'>;

const MOST: Record<TextField, number> = {
  name: 128,
  uscc: 18,
  legalRep: 32,
  position: 128,
  idType: 32,
  idNumber: 32,
  address: 256,
  phone: 32,
};
const ID_LABELS: Record<PartyKind, string> = {
  单位: '法定代表人证件号码',
  个体工商户: '经营者证件号码',
  无照单位: '经营者证件号码',
  个人: '证件号码',
};
const ID_TYPES = ['居民身份证', '护照', '港澳居民来往内地通行证', '台湾居民来往大陆通行证', '外国人永久居留身份证'];

/** The details of a party (当事人), judged while they are typed. */
export function PartyForm({ value, onChange, strict = false, beginWith }: PartyFormProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const problems = new Map(partyProblems(value).map((problem) => [problem.field, problem.sentence]));
  const person = value.kind === '个人';
  const box = (field: TextField, control: ControlProps) => (
    <input
      {...control}
      className="input"
      name={`party-${field}`}
      autoComplete="off"
      spellCheck={false}
      autoFocus={field === beginWith}
      maxLength={MOST[field]}
      value={value[field]}
      onChange={(event) =>
        onChange({
          ...value,
          [field]:
            field === 'uscc' || field === 'idNumber' ? event.target.value.trim().toUpperCase() : event.target.value,
        })
      }
      onBlur={() => setLeft((before) => new Set([...before, field]))}
    />
  );
  const labelled = (field: TextField, label: string, required: boolean, width: 'half' | 'full' = 'half') => (
    <Labelled
      label={label}
      required={required}
      width={width}
      problem={strict || left.has(field) ? problems.get(field) : null}
    >
      {(control) => box(field, control)}
    </Labelled>
  );
  return (
    <div className="form">
      <fieldset className="choice-row labelled-full">
        <legend>当事人是</legend>
        {PartyKind.options.map((kind) => (
          <label key={kind} className="check">
            <input
              type="radio"
              name="party-kind"
              checked={value.kind === kind}
              onChange={() => onChange({ ...value, kind })}
            />
            {kind}
          </label>
        ))}
      </fieldset>
      {labelled('name', person ? '姓名' : '名称', true, 'full')}
      {!person && labelled('uscc', '统一社会信用代码', value.kind !== '无照单位')}
      {!person && labelled('legalRep', value.kind === '单位' ? '法定代表人（负责人）' : '经营者', false)}
      {value.kind === '单位' && labelled('position', '职务', false)}
      {person && (
        <Labelled label="证件种类" required>
          {(control) => (
            <select
              {...control}
              name="party-idType"
              className="input"
              value={value.idType === '' ? ID_TYPES[0] : value.idType}
              onChange={(event) => onChange({ ...value, idType: event.target.value })}
            >
              {ID_TYPES.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      {labelled('idNumber', ID_LABELS[value.kind], person)}
      {labelled('phone', '电话', false)}
      {labelled('address', '地址', value.kind === '无照单位', 'full')}
    </div>
  );
}

/** A party nobody has described yet. */
export function newParty(name = ''): PartyDetails {
  return { kind: '单位', name, uscc: '', legalRep: '', position: '', idType: '', idNumber: '', address: '', phone: '' };
}
