import { chainFaults } from './chain-faults.ts';
import { fieldsOf, OWN_PAPER, type Field, type Template } from './template.ts';

/** What is wrong with an edited template, at the place of the part: `sections.0.fields.2.label`. */
export interface EditionFault {
  path: string;
  sentence: string;
}

/** What the office may not change, since the procedure, the checks and the periods judge by it. */
const fixed = [
  'id',
  'class',
  'domain',
  'stage',
  'direction',
  'layout',
  'serve',
  'dateField',
  'elements',
  'remedy',
  'titles',
  'checks',
  'seal',
  'evidenceKind',
] as const;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What the office's own edition of a template (文书模板) may not say: what the shipped one needs is gone or changed, or a part
 * is left blank or contradicts itself. A paper the bureau made itself has no shipped one (null). Pure; the page says it while editing, main says it again before saving.
 */
export function editionFaults(draft: Template, shipped: Template | null): EditionFault[] {
  return [
    ...partFaults(draft),
    ...chainFaults(draft.approval, draft, shipped).map(({ step, sentence }) => ({
      path: step === null ? 'approval' : `approval.${step}.label`,
      sentence,
    })),
    ...(shipped === null ? ownFaults(draft) : keptFaults(draft, shipped)),
    ...draft.sections.flatMap((section, s) =>
      section.fields.flatMap((field, f) => fieldFaults(field, `sections.${s}.fields.${f}`)),
    ),
  ];
}

const blank = (path: string, text: string, name: string): EditionFault[] =>
  text.trim() === '' ? [{ path, sentence: `请填写${name}。` }] : [];

function partFaults(draft: Template): EditionFault[] {
  const sections = draft.sections.flatMap((section, s) => [
    ...blank(`sections.${s}.title`, section.title, '这一部分的标题'),
    ...(section.fields.length === 0
      ? [{ path: `sections.${s}.title`, sentence: '这一部分没有栏目，请加一栏，或者删去这一部分。' }]
      : []),
  ]);
  const roles = draft.signatures.flatMap((role, index) => [
    ...blank(`signatures.${index}.role`, role.role, '签名栏的名称'),
    ...(draft.signatures.findIndex((other) => other.role === role.role) < index
      ? [{ path: `signatures.${index}.role`, sentence: `签名栏“${role.role}”写了两次。` }]
      : []),
  ]);
  const letters = draft.numbering === undefined ? [] : blank('numbering.letters', draft.numbering.letters, '文号代字');
  return [
    ...blank('name', draft.name, '文书名称'),
    ...blank('basis', draft.basis, '制作依据'),
    ...letters,
    ...sections,
    ...roles,
  ];
}

function fieldFaults(field: Field, path: string): EditionFault[] {
  const choosing = field.type === 'choice' || field.type === 'choices';
  const choices = field.choices ?? [];
  const twice = choices.find((choice, index) => choices.indexOf(choice) < index);
  return [
    ...blank(`${path}.label`, field.label, '栏目名称'),
    ...([...field.label].length > 40 ? [{ path: `${path}.label`, sentence: '栏目名称不超过40个字。' }] : []),
    ...(choosing && (choices.length === 0 || choices.some((choice) => choice.trim() === ''))
      ? [{ path: `${path}.choices`, sentence: '请写明供选择的各项，不要留空行。' }]
      : []),
    ...(twice === undefined ? [] : [{ path: `${path}.choices`, sentence: `选项“${twice}”写了两次。` }]),
    ...(field.min !== undefined && field.max !== undefined && field.min > field.max
      ? [{ path: `${path}.max`, sentence: '最多小于最少，请改正。' }]
      : []),
    ...(field.type === 'rows' && (field.fields ?? []).length === 0
      ? [{ path: `${path}.fields`, sentence: '表格至少要有一列。' }]
      : []),
    ...(field.fields ?? []).flatMap((column, index) => fieldFaults(column, `${path}.fields.${index}`)),
  ];
}

const ownFaults = ({ id }: Template): EditionFault[] =>
  OWN_PAPER.test(id) ? [] : [{ path: 'id', sentence: '本局自制文书的编号写成 Z 加两位数字，如 Z01。' }];

/** Fields and choices of the shipped template are named by conditions, periods, checks and other papers: they stay. */
function keptFaults(draft: Template, shipped: Template): EditionFault[] {
  const parts = fixed
    .filter((part) => !same(draft[part], shipped[part]))
    .map((part) => ({ path: part, sentence: '文书的类别、环节、版式和核对规则由程序的流程和核查使用，不能改。' }));
  const numbered =
    (draft.numbering === undefined) === (shipped.numbering === undefined)
      ? []
      : [{ path: 'numbering', sentence: '这种文书有没有文号，由程序规定，不能改。' }];
  const chosen = fieldsOf(shipped).find(({ key }) => key === shipped.titles?.field)?.label;
  const renamed =
    chosen === undefined || draft.name === shipped.name
      ? []
      : [{ path: 'name', sentence: `这种文书的名称随“${chosen}”一栏而定，不能另改名称。` }];
  const roles = shipped.signatures
    .filter((role) => !draft.signatures.some((signature) => signature.role === role.role))
    .map(({ role }) => ({
      path: 'signatures',
      sentence: `签名栏“${role}”不能删去或者改名：核查按它判断；不需要签的，改为可不签。`,
    }));
  const places = new Map(
    draft.sections.flatMap((section, s) =>
      section.fields.map((field, f) => [field.key, { field, path: `sections.${s}.fields.${f}` }] as const),
    ),
  );
  const fields = fieldsOf(shipped).flatMap((before) => {
    const now = places.get(before.key);
    return now === undefined
      ? [
          {
            path: 'sections',
            sentence: `“${before.label}”不能删去：流程、核查和期限要用这一栏；不需要填写的，改为选填。`,
          },
        ]
      : shippedFieldFaults(now.field, before, now.path);
  });
  return [...parts, ...numbered, ...renamed, ...roles, ...fields];
}

function shippedFieldFaults(now: Field, before: Field, path: string): EditionFault[] {
  const type =
    now.type === before.type ? [] : [{ path: `${path}.type`, sentence: `“${now.label}”的种类由程序使用，不能改。` }];
  const lost = (before.choices ?? []).filter((choice) => now.choices?.includes(choice) !== true);
  const choices =
    lost.length === 0
      ? []
      : [
          {
            path: `${path}.choices`,
            sentence: `选项“${lost.join('”“')}”不能删去或者改名：核查和期限按它判断；可以另加选项、改变次序。`,
          },
        ];
  const columns = (before.fields ?? []).flatMap((column) => {
    const index = now.fields?.findIndex((field) => field.key === column.key) ?? -1;
    const found = now.fields?.[index];
    return found === undefined
      ? [{ path: `${path}.fields`, sentence: `列“${column.label}”不能删去：流程和核查要用。` }]
      : shippedFieldFaults(found, column, `${path}.fields.${index}`);
  });
  return [...type, ...choices, ...columns];
}
