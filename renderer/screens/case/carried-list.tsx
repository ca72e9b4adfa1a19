import { useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import { isFilled } from '../../../shared/template/conditions.ts';
import css from './carried-list.module.css';
import { carriedMark, useCarriedFrom } from './use-paper-fields.ts';
import { useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { valueWords } from '../../parts/records/value-words.ts';

interface CarriedListProps {
  title: string;
  fields: readonly Field[];
  paper: Paper;
  template: Template;
  /** Turns the list into inputs; left out where nothing can be changed. */
  onUnfold?: () => void;
}

const shownFirst = 4;

/** Values that are there already, to be read and not to be worked through; of those that can be changed only the first, what was changed since it was carried over has a dot. */
export function CarriedList({ title, fields, paper, template, onUnfold }: CarriedListProps) {
  const { file } = useCaseWork();
  const { go } = useWorkspace();
  const source = useCarriedFrom(paper, template);
  const [all, setAll] = useState(onUnfold === undefined);
  if (fields.length === 0) return null;
  const rows = fields.map((field) => ({ field, ...carriedMark(field, paper, source) }));
  const sources = [...new Set(rows.flatMap(({ origin }) => origin?.replace(/^来自\s*/, '') ?? []))];
  const shown = all ? rows : rows.slice(0, shownFirst);
  return (
    <section className={css.carried} aria-label={title}>
      <p className={css.head}>
        <strong>
          {title} {fields.length} 项
        </strong>
        {sources.length > 0 && <span className={css.sources}>来自{sources.join('、')}</span>}
        {onUnfold !== undefined && (
          <button type="button" className={css.link} onClick={onUnfold}>
            展开修改 <kbd>Alt+E</kbd>
          </button>
        )}
      </p>
      <div className={css.list}>
        <dl>
          {shown.map(({ field, carriedAs }) => (
            <div key={field.key} className={css.row} data-carried={field.key}>
              <dt>{field.label}</dt>
              <dd>
                <button
                  type="button"
                  tabIndex={-1}
                  className={css.value}
                  disabled={onUnfold === undefined}
                  data-changed={carriedAs !== undefined || undefined}
                  title={carriedAs === undefined ? undefined : `带入时为：${carriedAs}`}
                  onClick={() => go({ want: 'field', sentence: '', paperId: paper.id, field: field.key })}
                >
                  {isFilled(paper.values[field.key]) ? valueWords(field, paper.values[field.key], file) : '—'}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        {rows.length > shown.length && (
          <button type="button" className={css.more} aria-expanded={false} onClick={() => setAll(true)}>
            还有 {rows.length - shown.length} 项
          </button>
        )}
      </div>
    </section>
  );
}
