import type { FieldChange } from '../../../shared/contract/documents.ts';
import { lastReturn } from '../../../shared/procedure/approvals.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { DayText } from '../../parts/days/day.tsx';
import { valueWords } from '../../parts/records/value-words.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './desk.module.css';
import type { DeskMatter } from '../../parts/verdict/use-desk-matter.ts';

interface ChangesViewProps {
  matter: DeskMatter;
  changes: readonly FieldChange[] | undefined;
  error: unknown;
}

/** 对照上次退回: why the paper came back, and each field that is another now, the old words struck and the new ones marked. */
export function ChangesView({ matter: { paper, template, file }, changes, error }: ChangesViewProps) {
  const returned = lastReturn(paper.approvals);
  return (
    <div className={css.changes} data-testid="desk-changes">
      <RefusalNote error={error} />
      {returned !== undefined && (
        <p className={css.returned}>
          <strong>
            <DayText value={returned.at} /> {returned.name}　{returned.verdict}
          </strong>
          <br />
          {returned.opinion}
        </p>
      )}
      {changes?.length === 0 && <p className={css.nothing}>退回以后，各栏都没有改动。</p>}
      <dl>
        {changes?.map(({ key, before, after }) => {
          const field = fieldsOf(template).find((candidate) => candidate.key === key);
          return (
            <div key={key} className={css.change}>
              <dt>{field?.label ?? key}</dt>
              <dd>
                <del>{valueWords(field, before, file)}</del>
                <ins>{valueWords(field, after, file)}</ins>
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
