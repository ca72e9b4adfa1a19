import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { type Cause, suspectedName } from '../../../../shared/causes/cause.ts';
import { provisionWords } from '../../../../shared/causes/provision.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { queries } from '../../../data/queries.ts';
import { useRight } from '../../../data/rights.ts';
import { dayWords } from '../../../parts/days/day-words.ts';
import { useChoice } from '../../../parts/drafts/form-draft-state.ts';
import { UnverifiedMark, useOpenNotes } from '../../../parts/findings/unverified.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { Select } from '../../../ui/labelled-fields.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { List, TwoLines } from '../../../ui/list.tsx';
import { Surface } from '../../../ui/panel.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { rowsWith } from '../../../ui/rows-with.ts';
import { Tag } from '../../../ui/tag.tsx';
import css from '../editions.module.css';
import settings from '../settings.module.css';
import { nextOwnId } from './own-id.ts';

const ALL = '全部';

interface Row {
  cause: Cause;
  violated: string;
  /** From when it holds, where it is not in force yet. */
  from: string | null;
}

/** 案由: what the office knows of each, to be looked up and, by 法规科, to be changed. */
export function CausesSection() {
  const { rows, error } = useRows();
  const navigate = useNavigate();
  const unverified = new Set(useOpenNotes().flatMap(({ id }) => /^cause:([^:]+)/.exec(id)?.[1] ?? []));
  const notMine = useRight('regulation.saveCause');
  const [filter, setFilter] = useChoice('causes list', () => ({ find: '', group: ALL }));
  const find = useDeferredValue(filter.find);
  if (rows === undefined) return <RefusalNote error={error} />;
  const open = (id: string): void => void navigate({ to: '/settings/causes/$id', params: { id } });
  const groups = [ALL, ...new Set(rows.map(({ cause }) => cause.group))];
  const inGroup = (group: string): Row[] => rows.filter(({ cause }) => group === ALL || cause.group === group);
  return (
    <section className={settings.section} aria-label="案由">
      <div className={css.toolbar}>
        <input
          type="search"
          name="find-cause"
          aria-label="查找案由"
          placeholder="案由、法律名称"
          autoComplete="off"
          value={filter.find}
          onChange={(event) => setFilter({ ...filter, find: event.target.value })}
        />
        <Select
          className={css.domain}
          name="cause-group"
          aria-label="类别"
          options={groups.map((group) => ({ value: group, label: `${group} ${inGroup(group).length}` }))}
          value={filter.group}
          onChange={(group) => setFilter({ ...filter, group })}
        />
        <ReasonButton
          reason={notMine}
          data-testid="add-cause"
          onClick={() => open(nextOwnId(rows.map((row) => row.cause)))}
        >
          新建案由
        </ReasonButton>
        <span className="second">
          {notMine === null ? '打开可以修改，按生效日期执行。' : '打开可以看规定、提纲和历次版本。'}
        </span>
      </div>
      <Surface className={css.tallList}>
        <List
          label="案由"
          columns={columnsWith(unverified)}
          rows={rowsWith(inGroup(filter.group), find, ({ cause, violated }) => [
            suspectedName(cause),
            ...cause.also,
            violated,
          ])}
          rowKey={({ cause }) => cause.id}
          onOpen={({ cause }) => open(cause.id)}
          data-testid="causes"
        />
      </Surface>
    </section>
  );
}

/** Those in force, and behind them the office's own that wait for their day. */
function useRows(): { rows: Row[] | undefined; error: unknown } {
  const definitions = useDefinitions();
  const own = useQuery(queries.regulation.ownCauses.queryOptions());
  const error = definitions.error ?? own.error;
  if (definitions.data === undefined || own.data === undefined) return { rows: undefined, error };
  const { causes, laws } = definitions.data;
  const waiting = own.data.filter(({ cause }) => !causes.some(({ id }) => id === cause.id));
  const rowOf = (cause: Cause, from: string | null): Row => ({
    cause,
    from,
    violated: provisionWords(cause.violated, laws),
  });
  return {
    error,
    rows: [
      ...causes.map((cause) => rowOf(cause, null)),
      ...waiting.map(({ cause, effectiveFrom }) => rowOf(cause, effectiveFrom)),
    ],
  };
}

const columnsWith = (unverified: ReadonlySet<string>): Column<Row>[] => [
  {
    title: '案由',
    width: 'minmax(0, 1fr)',
    cell: ({ cause, violated }) => (
      <TwoLines
        first={
          <strong>
            {suspectedName(cause)}
            {cause.id.startsWith('own-') && (
              <Tag isMark tone="info">
                本局
              </Tag>
            )}
            {unverified.has(cause.id) && <UnverifiedMark />}
          </strong>
        }
        second={violated}
      />
    ),
  },
  { title: '类别', width: '7rem', cell: ({ cause }) => cause.group },
  { title: '提纲', width: '4rem', cell: ({ cause }) => `${cause.questions.length}问` },
  { title: '证据', width: '4rem', cell: ({ cause }) => `${cause.evidence.length}项` },
  {
    title: '版本',
    width: '7.5rem',
    cell: ({ cause, from }) => (
      <span className={from === null && cause.version > 1 ? '' : 'second'}>
        {from === null ? versionWords(cause) : `${dayWords(from)}起`}
      </span>
    ),
  },
];

const versionWords = ({ id, version }: Cause): string =>
  version === 1 && !id.startsWith('own-') ? '程序原版' : `第${version}版`;
