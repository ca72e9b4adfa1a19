import type { RuleSettings } from '../../../../shared/case-file.ts';
import { Procedure } from '../../../../shared/procedure/procedure.ts';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { optionsOf, Select } from '../../../ui/labelled-fields.tsx';
import { ReadTable } from '../../../ui/read-table.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { usualFirst } from '../../../parts/cases/procedure-order.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import css from '../editions.module.css';
import { withOwn } from './own-values.ts';
import { RuleForm } from './rule-form.tsx';

type Retentions = RuleSettings['retentions'];
const SPANS = Procedure.shape.retention;

const columnsWith = (
  retentions: Retentions,
  set: ((procedure: Procedure, chosen: Procedure['retention']) => void) | null,
): Column<Procedure>[] => [
  { title: '办案流程', width: '', cell: ({ name }) => name },
  { title: '执法类别', width: '9rem', cell: ({ caseType }) => caseType },
  { title: '程序建议', width: '7rem', cell: ({ retention }) => retention },
  {
    title: '本局规定',
    width: '9rem',
    cell: (procedure) => (
      <Select
        className={retentions[procedure.id] === undefined ? '' : css.own}
        name={`retention-${procedure.id}`}
        aria-label={`${procedure.name}的保管期限`}
        disabled={set === null}
        options={optionsOf(SPANS.options)}
        value={retentions[procedure.id] ?? procedure.retention}
        onChange={(retention) => set?.(procedure, retention)}
      />
    ),
  },
];

/** 保管期限表: how long volumes of each procedure are kept (第三十七条); proposed when a volume is made. */
export function RetentionSection() {
  const definitions = useDefinitions().data;
  if (definitions === undefined) return null;
  return (
    <RuleForm label="保管期限表" keys={['retentions']}>
      {({ draft: { retentions }, change, readOnly }) => (
        <>
          <p>
            案卷按规定的保存期限保存，作为证据的音像资料与案卷保存期限相同（
            <ArticleLink article={37} />
            ）。立卷时按本表提出，归档人可以按具体案情改定。
          </p>
          <div className={css.frame}>
            <ReadTable
              label="保管期限表"
              columns={columnsWith(
                retentions,
                readOnly
                  ? null
                  : (procedure, chosen) =>
                      change({ retentions: withOwn(retentions, procedure.id, chosen, procedure.retention) }),
              )}
              rows={usualFirst(definitions.procedures)}
              rowKey={({ id }) => id}
              none=""
              data-testid="retentions"
            />
          </div>
        </>
      )}
    </RuleForm>
  );
}
