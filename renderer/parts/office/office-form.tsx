import type { ReactNode } from 'react';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { Office } from '../../../shared/case-file.ts';
import type { OfficeProblems, TypedOffice } from './office-problems.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { FieldLines, FormGrid } from '../../ui/form-grid.tsx';

export interface OfficeFormProps<Value extends TypedOffice> {
  value: Value;
  onChange: (value: Value) => void;
  problems: OfficeProblems;
  readOnly?: boolean;
}

type TextField = Exclude<keyof Office, 'courts' | 'level' | 'screenProtected'>;

interface Entry {
  field: TextField;
  label: string;
  max: number;
  required?: boolean;
  help?: ReactNode;
}

const MUST: readonly Entry[] = [
  {
    field: 'name',
    label: '机关全称',
    max: 64,
    required: true,
    help: '印在文书抬头和落款上，与印章一致，如“某某县人力资源和社会保障局”。',
  },
  {
    field: 'code',
    label: '机关代字',
    max: 10,
    required: true,
    help: '文号开头的几个字，由本机关办公室编定，工作站不代拟。省名简称可能与别的机关重复，请照本机关印发的文件填写。',
  },
  {
    field: 'government',
    label: '本级人民政府',
    max: 64,
    required: true,
    help: '2024年起，不服本机关决定的向它申请行政复议（行政复议法第二十四条）。',
  },
];
const MAY: readonly Entry[] = [
  {
    field: 'formerReconsiderationBody',
    label: '上一级主管部门（2024年以前可选的复议机关）',
    max: 64,
    help: '只用于2024年以前作出的决定：那时可以选择向本级人民政府或者上一级主管部门申请（2017年修正的行政复议法第十二条）。',
  },
  {
    field: 'reconsiderationOnline',
    label: '网上申请行政复议的渠道',
    max: 128,
    help: '网址或者平台名称，印在决定书的救济途径里。电子送达决定书的，应当同时提供（行政复议法第二十二条第二款）。',
  },
  { field: 'phone', label: '电话', max: 32 },
  { field: 'address', label: '地址', max: 128 },
  { field: 'postcode', label: '邮政编码', max: 6, help: '印在信封的寄件人处，六位数字。' },
  {
    field: 'stillDevice',
    label: '文稿相机设备',
    max: 12,
    help: '普通摄像头不用填。浏览器认不出的文稿相机填设备名，如 /dev/video0，本机须装有 fswebcam。',
  },
  { field: 'fondsNo', label: '全宗号', max: 16, help: '由同级档案馆给定，印在案卷封面上。' },
  { field: 'fondsName', label: '全宗名称', max: 64 },
  { field: 'legalRep', label: '机关负责人', max: 32, help: '答辩状、身份证明书、强制执行申请书由此带入。' },
  { field: 'legalRepPost', label: '机关负责人职务', max: 64 },
  { field: 'supervisionPhone', label: '监督举报电话', max: 32, help: '印在行政检查通知书上。' },
  {
    field: 'payAccount',
    label: '罚款缴款账户',
    max: 256,
    help: '收款银行、户名、账号或者缴款码，处罚决定书由此带入。',
  },
];

const Level = Office.shape.level.unwrap();

/** Nobody is of a level before somebody says so: what the law asks of an office depends on it. */
function LevelChoice<Value extends TypedOffice>({
  value,
  onChange,
  problem,
  readOnly,
}: Pick<OfficeFormProps<Value>, 'value' | 'onChange'> & { problem: string | undefined; readOnly: boolean }) {
  return (
    <Labelled
      label="机关级别"
      required
      problem={problem}
      help="案卷满二十年（县级满十年）向国家档案馆移交（档案法实施条例第二十条）。"
    >
      {(control) => (
        <select
          {...control}
          name="office-level"
          disabled={readOnly}
          value={value.level}
          onChange={(event) => onChange({ ...value, level: Level.parse(event.target.value) })}
        >
          {value.level === '' && (
            <option value="" disabled>
              请选择
            </option>
          )}
          {Level.options.map((level) => (
            <option key={level}>{level}</option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** The facts of the office (机关) that papers and rules need. */
export function OfficeForm<Value extends TypedOffice>({
  value,
  onChange,
  problems,
  readOnly = false,
}: OfficeFormProps<Value>) {
  const box = ({ field, label, max, required = false, help }: Entry) => (
    <Labelled
      key={field}
      label={label}
      required={required}
      help={help}
      problem={field in problems ? problems[field as keyof OfficeProblems] : null}
    >
      {(control) => (
        <input
          {...control}
          name={`office-${field}`}
          maxLength={max}
          readOnly={readOnly}
          autoComplete="off"
          value={value[field]}
          {...typedInto(seenLine, (typed) => onChange({ ...value, [field]: typed }))}
        />
      )}
    </Labelled>
  );
  return (
    <FormGrid>
      {MUST.map(box)}
      <Courts
        courts={value.courts}
        onChange={(courts) => onChange({ ...value, courts })}
        problem={problems.courts}
        readOnly={readOnly}
      />
      <LevelChoice value={value} onChange={onChange} problem={problems.level} readOnly={readOnly} />
      {MAY.map(box)}
    </FormGrid>
  );
}

const MOST_COURTS = 10;

function Courts({
  courts,
  onChange,
  problem,
  readOnly,
}: {
  courts: string[];
  onChange: (courts: string[]) => void;
  problem: string | undefined;
  readOnly: boolean;
}) {
  return (
    <FieldLines>
      {courts.map((court, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line has nothing else that stays the same while it is typed
        <Labelled
          key={index}
          label={index === 0 ? '管辖法院' : `管辖法院之${index + 1}`}
          required={index === 0}
          width="full"
          problem={index === 0 ? problem : null}
          help={index === 0 ? '不服决定可以起诉的法院；行政案件集中管辖的，填集中管辖的法院。' : undefined}
        >
          {(control) => (
            <input
              {...control}
              name={`court-${index}`}
              maxLength={64}
              readOnly={readOnly}
              autoComplete="off"
              value={court}
              {...typedInto(seenLine, (typed) => onChange(courts.with(index, typed)))}
            />
          )}
        </Labelled>
      ))}
      {!readOnly && courts.length < MOST_COURTS && (
        <ReasonButton kind="quiet" onClick={() => onChange([...courts, ''])}>
          再加一个法院
        </ReasonButton>
      )}
    </FieldLines>
  );
}
