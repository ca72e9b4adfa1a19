import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { OWN_PAPER } from '../../../../shared/template/template.ts';
import { dayWords } from '../../../parts/days/day-words.ts';
import { useChoice } from '../../../parts/drafts/form-draft-state.ts';
import { Select } from '../../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { List, TwoLines } from '../../../ui/list.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { UnverifiedMark, useOpenNotes } from '../../../parts/findings/unverified.tsx';
import { useRight } from '../../../data/rights.ts';
import { rowsWith } from '../../../ui/rows-with.ts';
import css from '../editions.module.css';
import { recordingWords } from '../../../parts/editions/rule-words.ts';
import { useListedTemplates, type ListedTemplate } from './listed-templates.ts';
import { NewPaper } from './new-paper.tsx';
import { nothingAsked, useNewPaper } from './use-new-paper.ts';
import settings from '../settings.module.css';
import { Surface } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';

const ALL = '全部';
const versionWords = ({ template: { id, version }, state, from }: ListedTemplate): string => {
  if (state === 'draft') return '还没有保存';
  if (state === 'waiting') return `${dayWords(from)}起`;
  return version === 1 && !OWN_PAPER.test(id) ? '程序原版' : `第${version}版`;
};

const columnsWith = (unverified: ReadonlySet<string>): Column<ListedTemplate>[] => [
  {
    title: '文书',
    width: 'minmax(0, 1fr)',
    cell: ({ template: { id, name, basis }, unsaved }) => (
      <TwoLines
        first={
          <strong>
            {name === '' ? '（没有名称）' : name}
            {OWN_PAPER.test(id) && (
              <Tag isMark tone="info">
                本局
              </Tag>
            )}
            {unsaved && (
              <Tag isMark tone="info">
                有没保存的改动
              </Tag>
            )}
            {unverified.has(id) && <UnverifiedMark />}
          </strong>
        }
        second={basis}
      />
    ),
  },
  { title: '类别', width: '4rem', cell: ({ template }) => template.domain },
  { title: '环节', width: '3.6rem', cell: ({ template }) => template.stage },
  {
    title: '文号',
    width: '5rem',
    cell: ({ template: { numbering } }) => numbering?.letters ?? <span className="second">无</span>,
  },
  { title: '录音录像', width: '5rem', cell: ({ template: { recording } }) => recordingWords[recording.level] },
  {
    title: '版本',
    width: '7.5rem',
    cell: (row) => (
      <span className={row.state === 'inForce' && row.template.version > 1 ? '' : 'second'}>{versionWords(row)}</span>
    ),
  },
];

/** 文书模板: every paper of the program and of the bureau's own, by kind and by words. */
export function TemplatesSection() {
  const { listed, error } = useListedTemplates();
  const navigate = useNavigate();
  const unverified = new Set(useOpenNotes().flatMap(({ id }) => /^template:([^:]+)/.exec(id)?.[1] ?? []));
  const notMine = useRight('regulation.saveTemplate');
  const [filter, setFilter] = useChoice<TemplateFilter>('templates list', () => ({ find: '', domain: ALL }));
  const [newPaper, setNewPaper, forget] = useNewPaper();
  const find = useDeferredValue(filter.find);
  if (listed === undefined) return <RefusalNote error={error} />;
  const close = (): void => {
    setNewPaper(null);
    forget();
  };
  return (
    <section className={settings.section} aria-label="文书模板">
      <div className={css.toolbar}>
        <TemplateFilters listed={listed} value={filter} onChange={setFilter} />
        <ReasonButton reason={notMine} onClick={() => setNewPaper(nothingAsked)} data-testid="add-paper">
          新建文书
        </ReasonButton>
        <span className="second">
          {notMine === null ? '打开可以修改，按生效日期执行。' : '打开可以看样张和历次版本。'}
        </span>
      </div>
      <Surface className={css.tallList}>
        <List
          label="文书模板"
          columns={columnsWith(unverified)}
          rows={filtered(listed, { ...filter, find })}
          rowKey={({ template }) => template.id}
          onOpen={({ template: { id } }) => void navigate({ to: '/settings/templates/$id', params: { id } })}
          data-testid="templates"
        />
      </Surface>
      {newPaper !== null && notMine === null && (
        <NewPaper
          asked={newPaper}
          onChange={setNewPaper}
          templates={listed.filter(({ state }) => state === 'inForce').map(({ template }) => template)}
          taken={listed.map(({ template }) => template)}
          onClose={close}
        />
      )}
    </section>
  );
}

interface TemplateFilter {
  find: string;
  domain: string;
}

const inDomain = (listed: readonly ListedTemplate[], domain: string): readonly ListedTemplate[] =>
  domain === ALL ? listed : listed.filter(({ template }) => template.domain === domain);

const filtered = (listed: readonly ListedTemplate[], { find, domain }: TemplateFilter): readonly ListedTemplate[] =>
  rowsWith(inDomain(listed, domain), find, ({ template: { id, name, basis, stage, numbering } }) => [
    id,
    name,
    basis,
    stage,
    numbering?.letters ?? '',
  ]);

function TemplateFilters({
  listed,
  value,
  onChange,
}: {
  listed: readonly ListedTemplate[];
  value: TemplateFilter;
  onChange: (filter: TemplateFilter) => void;
}) {
  const domains = [ALL, ...new Set(listed.map(({ template }) => template.domain))];
  return (
    <>
      <input
        type="search"
        name="find-template"
        aria-label="查找文书模板"
        placeholder="文书名称、依据、文号代字"
        autoComplete="off"
        value={value.find}
        onChange={(event) => onChange({ ...value, find: event.target.value })}
      />
      <Select
        className={css.domain}
        name="template-domain"
        aria-label="类别"
        options={domains.map((domain) => ({
          value: domain,
          label: `${domain} ${inDomain(listed, domain).length}`,
        }))}
        value={value.domain}
        onChange={(domain) => onChange({ ...value, domain })}
      />
    </>
  );
}
