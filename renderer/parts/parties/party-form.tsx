import { useState, type ReactNode } from 'react';
import { idKinds } from '../../../shared/identity/id-kinds.ts';
import { hasOddCheck, usccProblem } from '../../../shared/identity/uscc.ts';
import { codeText, seenLine } from '../../../shared/typed-text.ts';
import { PartyKind, type PartyDetails } from '../../../shared/identity/party.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import { optionsOf, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { Radio, ChoiceRow } from '../../ui/choices.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { FromCredential } from './from-credential.tsx';
import { CodeCheck } from './code-check.tsx';

export interface PartyFormProps {
  value: PartyDetails;
  onChange: (value: PartyDetails) => void;
  /** Says every problem, also of fields that were not touched yet. */
  strict?: boolean;
  /** Stands below the name. */
  beside?: ReactNode;
  /** The field to begin in. */
  beginWith?: 'name' | 'uscc';
}

type TextDetail = Exclude<keyof PartyDetails, 'kind' | 'usccChecked'>;

/** In characters; codes are pasted with spaces between their parts. */
const LONGEST: Record<TextDetail, number> = {
  name: 128,
  uscc: 40,
  legalRep: 32,
  position: 128,
  idType: 32,
  idNumber: 40,
  address: 256,
  phone: 32,
};
const ID_LABELS: Record<PartyKind, string> = {
  单位: '法定代表人证件号码',
  个体工商户: '经营者证件号码',
  无照单位: '经营者证件号码',
  个人: '证件号码',
};

/** The details of a party (当事人), judged while they are typed. */
export function PartyForm({ value, onChange, strict = false, beside, beginWith }: PartyFormProps) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const problems = new Map(partyProblems(value).map(({ field, sentence }) => [field, sentence]));
  const isPerson = value.kind === '个人';
  const touch = (detail: string) => () => setTouched((before) => new Set([...before, detail]));
  const isSaid = (detail: string): boolean => strict || touched.has(detail);
  const oddCode = hasOddCheck(value.uscc) && value.usccChecked.trim() === '' ? usccProblem(value.uscc) : null;
  const line = (detail: TextDetail) => ({
    detail,
    value,
    problem: isSaid(detail) ? (problems.get(detail) ?? (detail === 'uscc' ? oddCode : null)) : null,
    autoFocus: detail === beginWith,
    onChange,
    onBlur: touch(detail),
  });
  return (
    <FormGrid>
      <FromCredential party={value} onFill={onChange} />
      <PartyKindRow value={value} onChange={onChange} />
      <PartyLine {...line('name')} label={isPerson ? '姓名' : '名称'} required width="full" />
      {beside}
      {!isPerson && (
        <>
          <PartyLine {...line('uscc')} label="统一社会信用代码" help="现在不知道的先不填，立案时再补。" />
          <CodeCheck
            value={value}
            onChange={onChange}
            onBlur={touch('usccChecked')}
            problem={isSaid('usccChecked') ? problems.get('usccChecked') : null}
          />
          <PartyLine {...line('legalRep')} label={value.kind === '单位' ? '法定代表人（负责人）' : '经营者'} />
        </>
      )}
      {value.kind === '单位' && <PartyLine {...line('position')} label="职务" />}
      {isPerson && (
        <SelectField
          label="证件种类"
          required
          name="party-idType"
          options={optionsOf(idKinds)}
          value={idKinds.find((kind) => kind === value.idType) ?? idKinds[0]}
          onChange={(idType) => onChange({ ...value, idType })}
        />
      )}
      <PartyLine {...line('idNumber')} label={ID_LABELS[value.kind]} />
      <PartyLine {...line('phone')} label="电话" />
      <PartyLine {...line('address')} label="地址" width="full" />
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
  help?: string;
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
      keptAs={isCode ? codeText : seenLine}
      onChange={(typed) => onChange({ ...value, [detail]: typed })}
    />
  );
}

/** A party nobody has described yet. */
export function newParty(name = ''): PartyDetails {
  const nothing = { uscc: '', legalRep: '', position: '', idType: '', idNumber: '', address: '', phone: '' };
  return { kind: '单位', name, ...nothing, usccChecked: '' };
}
