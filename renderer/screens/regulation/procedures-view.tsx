import { Link } from '@tanstack/react-router';
import type { Procedure, Step } from '../../../shared/procedure/procedure.ts';
import type { Template } from '../../../shared/template/template.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { ReadTable } from '../../ui/read-table.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { usualFirst } from '../../parts/cases/procedure-order.ts';
import { useDefinitionsIndex } from '../../data/definitions.ts';
import css from './regulation.module.css';
import { type TableViewProps } from './table-view.ts';
import { rowsWith } from '../../ui/rows-with.ts';

interface StepRow {
  procedure: Procedure;
  step: Step;
}

const needWords: Readonly<Record<Step['need'], string>> = {
  required: '必经',
  conditional: '符合情形时',
  optional: '可选',
};

const papersOf = ({ doneBy }: Step): string[] =>
  'papers' in doneBy ? doneBy.papers : 'serviceOf' in doneBy ? [doneBy.serviceOf] : [];

const columnsWith = (templates: ReadonlyMap<string, Template>): Column<StepRow>[] => [
  { title: '流程', width: '11rem', cell: ({ procedure }) => procedure.name },
  { title: '环节', width: '4.2rem', cell: ({ step }) => step.stage },
  {
    title: '步骤',
    width: '',
    cell: ({ step }) => (
      <>
        <strong>{step.name}</strong>
        <p className="second">{step.why}</p>
      </>
    ),
  },
  { title: '文书', width: '24%', cell: ({ step }) => <Papers step={step} templates={templates} /> },
  {
    title: '之前须完成',
    width: '15%',
    cell: ({ procedure, step }) =>
      step.after.length > 0 && (
        <span className="second">
          {step.after.map((id) => procedure.steps.find((other) => other.id === id)?.name ?? id).join('、')}
        </span>
      ),
  },
  { title: '要求', width: '6.5rem', cell: ({ step }) => needWords[step.need] },
  { title: '条文', width: '7rem', cell: ({ step }) => <ArticleLink article={step.article} /> },
];

function Papers({ step, templates }: { step: Step; templates: ReadonlyMap<string, Template> }) {
  if ('volume' in step.doneBy) return '立卷';
  if ('lead' in step.doneBy) return '由原案件另立案件';
  return (
    <>
      {'serviceOf' in step.doneBy && '送达回证：'}
      {papersOf(step).map((id) => (
        <p key={id}>
          <Link to="/settings/templates/$id" params={{ id }}>
            {templates.get(id)?.name ?? id}
          </Link>
        </p>
      ))}
    </>
  );
}

/** Every step of every procedure: the paper it needs, what comes before it, and the article that asks for it. */
export function ProceduresView({ definitions, find, row }: TableViewProps) {
  const { templates, procedures } = useDefinitionsIndex(definitions);
  const all = usualFirst(procedures.values()).flatMap((procedure) =>
    procedure.steps.map((step) => ({ procedure, step })),
  );
  const rows = rowsWith(all, find, ({ procedure, step }) => [
    procedure.name,
    step.stage,
    step.name,
    step.why,
    ...papersOf(step).map((id) => templates.get(id)?.name ?? id),
  ]);
  return (
    <div className={css.table}>
      <p className={css.tableNote}>
        {definitions.procedures.length}个流程，{rows.length}个步骤。输入流程名可以只看一个流程。
      </p>
      <ReadTable
        label="办案流程"
        columns={columnsWith(templates)}
        rows={rows}
        rowKey={({ procedure, step }) => `${procedure.id} ${step.id}`}
        current={row}
        none="没有这样的步骤。"
        data-testid="steps"
      />
    </div>
  );
}
