import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import type { Template } from '../../../../shared/template/template.ts';
import { useKept } from '../../../parts/kept.ts';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { RowList, TwoLines, type Column } from '../../../parts/row-list.tsx';
import { useOpenNotes } from '../../../parts/unverified.tsx';
import { useCatalogue } from '../../../parts/use-catalogue.ts';
import { useRight } from '../../../parts/use-right.ts';
import { rowsWith } from '../../regulation/table-view.ts';
import css from '../editions.module.css';
import { recordingWords } from '../rules/rule-words.ts';

const ALL = '全部';
/** The kinds of papers clerks use most come first. */
const DOMAINS = ['监察', '通用', '检查', '强制', '许可', '工伤', '给付', '奖励', '稽核', '征收', '归档', '应诉'];
const place = ({ domain }: Template): number => (DOMAINS.includes(domain) ? DOMAINS.indexOf(domain) : DOMAINS.length);

const columnsWith = (unverified: ReadonlySet<string>): Column<Template>[] => [
  { title: '文书', width: 'minmax(0, 1fr)', cell: ({ id, name, basis }) => <TwoLines first={<strong>{name}{unverified.has(id) && <span className="unverified">未经核实</span>}</strong>} second={basis} /> },
  { title: '类别', width: '4rem', cell: ({ domain }) => domain },
  { title: '环节', width: '3.6rem', cell: ({ stage }) => stage },
  { title: '文号', width: '5rem', cell: ({ numbering }) => numbering?.letters ?? <span className="second">无</span> },
  { title: '录音录像', width: '5rem', cell: ({ recording }) => recordingWords[recording.level] },
  { title: '版本', width: '5.5rem', cell: ({ version }) => (version === 1 ? <span className="second">程序原版</span> : `第${version}版`) },
];

/** 文书模板: every paper of the program, by kind and by words. */
export function TemplatesSection() {
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const unverified = new Set(useOpenNotes().flatMap(({ id }) => /^template:([^:]+)/.exec(id)?.[1] ?? []));
  const notMine = useRight('regulation.saveTemplate');
  const [{ find, domain }, setChosen] = useKept('templates list', () => ({ find: '', domain: ALL }));
  const sought = useDeferredValue(find);
  if (catalogue.data === undefined) return <RefusalNote error={catalogue.error} />;
  const templates = catalogue.data.templates.toSorted((a, b) => place(a) - place(b));
  const domains = [ALL, ...new Set(templates.map((template) => template.domain))];
  const rows = rowsWith(templates.filter((template) => domain === ALL || template.domain === domain), sought, ({ id, name, basis, stage, numbering }) => [id, name, basis, stage, numbering?.letters ?? '']);
  return (
    <section className="settings-section" aria-label="文书模板">
      <div className={css.toolbar}>
        <input className="input" type="search" name="find-template" aria-label="查找文书模板" placeholder="文书名称、依据、文号代字" autoComplete="off" value={find} onChange={(event) => setChosen({ find: event.target.value, domain })} />
        <select className={`input ${css.domain}`} name="template-domain" aria-label="类别" value={domain} onChange={(event) => setChosen({ find, domain: event.target.value })}>
          {domains.map((one) => <option key={one} value={one}>{one === ALL ? `全部 ${templates.length}` : `${one} ${templates.filter((template) => template.domain === one).length}`}</option>)}
        </select>
        <span className="second">{rows.length}种文书。{notMine === null ? '打开后可以修改，改动按生效日期执行。' : '打开可以看样张和历次版本。'}</span>
      </div>
      <div className={`panel ${css.tallList}`}>
        <RowList label="文书模板" columns={columnsWith(unverified)} rows={rows} rowKey={(template) => template.id} onOpen={({ id }) => void navigate({ to: '/settings/templates/$id', params: { id } })} data-testid="templates" />
      </div>
    </section>
  );
}
