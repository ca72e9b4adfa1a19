import { useState } from 'react';
import { PartyKind, type PartyDetails } from '../../../shared/identity/party.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { optionsOf, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { Radio, ChoiceRow } from '../../ui/choices.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';

export interface PartyFormProps {
  value: PartyDetails;
  onChange: (value: PartyDetails) => void;
  /** Says every problem, also of fields that were not touched yet. */
  strict?: boolean;
  /** The field to begin in. */
  beginWith?: 'name' | 'uscc';
}

type TextDetail = Exclude<keyof PartyDetails, 'kind'>;

/** In characters. */
const LONGEST: Record<TextDetail, number> = {
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
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const problems = new Map(partyProblems(value).map(({ field, sentence }) => [field, sentence]));
  const isPerson = value.kind === '个人';
  const line = (detail: TextDetail) => ({
    detail,
    value,
    problem: strict || touched.has(detail) ? problems.get(detail) : null,
    autoFocus: detail === beginWith,
    onChange,
    onBlur: () => setTouched((before) => new Set([...before, detail])),
  });
  return (
    <FormGrid>
      <PartyKindRow value={value} onChange={onChange} />
      <PartyLine {...line('name')} label={isPerson ? '姓名' : '名称'} required width="full" />
      {!isPerson && (
        <>
          <PartyLine {...line('uscc')} label="统一社会信用代码" required={value.kind !== '无照单位'} />
          <PartyLine {...line('legalRep')} label={value.kind === '单位' ? '法定代表人（负责人）' : '经营者'} />
        </>
      )}
      {value.kind === '单位' && <PartyLine {...line('position')} label="职务" />}
      {isPerson && (
        <SelectField
          label="证件种类"
          required
          name="party-idType"
          options={optionsOf(ID_TYPES)}
          value={value.idType === '' ? (ID_TYPES[0] ?? '') : value.idType}
          onChange={(idType) => onChange({ ...value, idType })}
        />
      )}
      <PartyLine {...line('idNumber')} label={ID_LABELS[value.kind]} required={isPerson} />
      <PartyLine {...line('phone')} label="电话" />
      <PartyLine {...line('address')} label="地址" required={value.kind === '无照单位'} width="full" />
    </FormGrid>
  );
}

function PartyKindRow({ value, onChange }: Pick<PartyFormProps, 'value' | 'onChange'>) {
  return (
    <ChoiceRow legend="当事人是">
      {PartyKind.options.map((kind) => (
        <Radio key={kind} name="party-kind" checked={value.kind === kind} onChange={() => onChange({ ...value, kind })}>
          {kind}
        </Radio>
      ))}
    </ChoiceRow>
  );
}

interface PartyLineProps extends Pick<PartyFormProps, 'value' | 'onChange'> {
  detail: TextDetail;
  label: string;
  required?: boolean;
  width?: 'half' | 'full';
  problem: string | null | undefined;
  autoFocus: boolean;
  onBlur: () => void;
}

function PartyLine({ detail, value, onChange, ...line }: PartyLineProps) {
  const isCode = detail === 'uscc' || detail === 'idNumber';
  return (
    <TextField
      {...line}
      name={`party-${detail}`}
      autoComplete="off"
      spellCheck={false}
      maxLength={LONGEST[detail]}
      value={value[detail]}
      onChange={(typed) => onChange({ ...value, [detail]: isCode ? typed.trim().toUpperCase() : typed })}
    />
  );
}

/** A party nobody has described yet. */
export function newParty(name = ''): PartyDetails {
  return { kind: '单位', name, uscc: '', legalRep: '', position: '', idType: '', idNumber: '', address: '', phone: '' };
}
