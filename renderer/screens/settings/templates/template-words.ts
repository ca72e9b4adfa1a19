import {
  fieldsOf,
  type AddedStep,
  type Field,
  type FieldType,
  type SignatureRole,
  type Template,
} from '../../../../shared/template/template.ts';
import type { Procedure } from '../../../../shared/procedure/procedure.ts';
import { stepOfChain } from '../../../parts/editions/chain-words.ts';
import { conditionWords } from '../../../parts/fields/condition-words.ts';
import type { Change } from '../../../parts/editions/change.ts';
import { liquidWords } from './liquid-words.ts';
import { recordingWords } from '../../../parts/editions/rule-words.ts';

export const typeWords: Readonly<Record<FieldType, string>> = {
  text: '短文字',
  longText: '长文字',
  date: '日期',
  dateTime: '日期和时间',
  number: '数字',
  money: '金额',
  flag: '是或否',
  choice: '单选',
  choices: '多选',
  rows: '表格',
  officers: '执法人员',
  papers: '引用文书',
  exhibits: '引用证据',
};

export const directionWords: Readonly<Record<Template['direction'], string>> = {
  internal: '内部文书',
  outward: '对外文书',
  both: '内部和对外',
};
export const layoutWords: Readonly<Record<Template['layout'], string>> = {
  letter: '公文式',
  form: '表格式',
  record: '笔录式',
  list: '清单式',
};

/** What `max` limits, by type; null where there is nothing to limit. */
export const limitWords = (type: FieldType): string | null => {
  if (type === 'text' || type === 'longText') return '最多字数';
  if (type === 'number' || type === 'money') return '最大';
  return type === 'rows' ? '最多行数' : null;
};

/** When a field must be filled: 必填, 选填, or the condition in words. */
export const requiredWords = ({ required }: Pick<Field, 'required'>, fields: readonly Field[]): string =>
  typeof required === 'boolean' ? (required ? '必填' : '选填') : `${conditionWords(required, fields)}时必填`;

const articlesWords = (articles: readonly number[]): string => articles.map((article) => `第${article}条`).join('、');
const roleWords = ({ role, count, required, refusable, everyPage }: SignatureRole): string =>
  `${role}（${[required ? '必签' : '可不签', ...(count > 1 ? [`${count}人`] : []), ...(refusable ? ['可以记明拒签'] : []), ...(everyPage ? ['逐页签'] : [])].join('，')}）`;

function stepWords({ procedure: id, after, need, repeats }: AddedStep, procedures: Procedures): string {
  const procedure = procedures.find((other) => other.id === id);
  const step = procedure?.steps.find((other) => other.id === after);
  return `${procedure?.name ?? id}，${step?.name ?? after}之后，${need === 'required' ? '必经' : '可选'}${repeats ? '，可以多次' : ''}`;
}

type Procedures = readonly Pick<Procedure, 'id' | 'name' | 'steps'>[];

/** A line of a template in words. `key` finds the same line in another edition, `where` is what a clerk calls it, `identity` differs where the line has changed. */
interface Line {
  key: string;
  where: string;
  text: string;
  identity: string;
}

const line = (where: string, text: string, key = where, identity = text): Line => ({ key, where, text, identity });

/** The order of some fields; another name is no other order. */
const order = (where: string, fields: readonly Field[], key: string): Line =>
  line(where, fields.map((field) => field.label).join('、'), key, fields.map((field) => field.key).join());

function linesOfField(field: Field, path: string, name: string, around: readonly Field[]): Line[] {
  const { label, help = '', max, choices, article, fields } = field;
  const limit = limitWords(field.type);
  const parts: readonly (readonly [string, string])[] = [
    ['名称', label],
    ['说明', help],
    ['要求', requiredWords(field, around)],
    ...(limit === null ? [] : [[limit, max === undefined ? '' : String(max)] as const]),
    ['选项', choices?.join('、') ?? ''],
    ['条文', articlesWords(article ?? [])],
  ];
  const columns = fields ?? [];
  return [
    ...parts.map(([what, text]) => line(`“${name}”的${what}`, text, `${path}.${what}`)),
    ...(columns.length === 0 ? [] : [order(`“${name}”各列的次序`, columns, `${path}.次序`)]),
    ...columns.flatMap((column) =>
      linesOfField(column, `${path}.${column.key}`, `${name}—${column.label}`, [...columns, ...around]),
    ),
  ];
}

function linesOf(template: Template, procedures: Procedures): Line[] {
  const {
    name,
    basis,
    articles,
    numbering,
    recording,
    approval,
    signatures,
    addressee = '',
    body = '',
    sections,
    steps,
    domain,
    stage,
    direction,
    layout,
    serve,
    seal,
  } = template;
  const fields = fieldsOf(template);
  const { toWords } = liquidWords(template);
  return [
    line('文书名称', name),
    line('制作依据', basis),
    line('制度条文', articlesWords(articles)),
    line('文号代字', numbering?.letters ?? ''),
    line('录音录像要求', recordingWords[recording.level]),
    line('录音录像场景', recording.scene ?? ''),
    line('录音录像说明', recording.note ?? ''),
    line('类别和环节', `${domain}　${stage}`),
    line(
      '文书种类',
      `${directionWords[direction]}　${layoutWords[layout]}${serve ? '　须送达' : ''}${seal === undefined ? '' : `　加盖${seal.kind}`}`,
    ),
    line('本局加的步骤', steps.map((step) => stepWords(step, procedures)).join('；')),
    line('各部分', sections.map((section) => section.title).join('、')),
    ...sections.map((section, index) => order(`“${section.title}”的栏目和次序`, section.fields, `次序 ${index}`)),
    ...fields.flatMap((field) => linesOfField(field, `栏目 ${field.key}`, field.label, fields)),
    line('审批', approval.map(stepOfChain).join(' → ')),
    line('签名栏', signatures.map(roleWords).join('、')),
    line('称谓', toWords(addressee)),
    line('正文', toWords(body)),
  ];
}

/** What is different between two editions, place by place, old and new in words. */
export function templateChanges(before: Template, after: Template, procedures: Procedures): Change[] {
  const old = new Map(linesOf(before, procedures).map((text) => [text.key, text]));
  const next = new Map(linesOf(after, procedures).map((text) => [text.key, text]));
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)];
    const [from, to] = [was?.text ?? '', is?.text ?? ''];
    return (was?.identity ?? '') === (is?.identity ?? '')
      ? []
      : [{ where: was?.where ?? is?.where ?? key, before: from, after: to }];
  });
}
