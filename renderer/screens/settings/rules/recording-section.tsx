import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RuleSettings } from '../../../../shared/case-file.ts';
import { RecordingLevel, type Template } from '../../../../shared/template/template.ts';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { Check } from '../../../ui/choices.tsx';
import { optionsOf, Select } from '../../../ui/labelled-fields.tsx';
import { ReadTable } from '../../../ui/read-table.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { usualTemplatesFirst } from '../../../data/template-order.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { queries } from '../../../data/queries.ts';
import { rowsWith } from '../../../ui/rows-with.ts';
import css from '../editions.module.css';
import { withOwn } from './own-values.ts';
import { templateColumn } from './template-column.tsx';
import { RuleForm, type RuleFormParts } from './rule-form.tsx';
import { recordingWords } from '../../../parts/editions/rule-words.ts';

type Levels = RuleSettings['recordingLevels'];
interface Row {
  template: Template;
  /** What the template itself asks for. */
  templateLevel: RecordingLevel;
}

/** 音像记录清单: for which papers the act must be recorded (第十五条、第十九条、第三十条、第三十一条 …). */
export function RecordingSection() {
  const definitions = useDefinitions().data;
  const written = useQuery(queries.regulation.templateRules.queryOptions()).data;
  if (definitions === undefined || written === undefined) return null;
  const rows = usualTemplatesFirst(definitions.templates).map((template) => ({
    template,
    templateLevel: written[template.id]?.recordingLevel ?? ('none' as const),
  }));
  return (
    <RuleForm label="音像记录清单" keys={['recordingLevels']}>
      {(form) => <RecordingList rows={rows} form={form} />}
    </RuleForm>
  );
}

function RecordingList({
  rows,
  form: {
    draft: { recordingLevels },
    change,
    readOnly,
  },
}: {
  rows: readonly Row[];
  form: RuleFormParts;
}) {
  const [find, setFind] = useState('');
  const [all, setAll] = useState(false);
  const shown = rows.filter(
    ({ template, templateLevel }) =>
      all || find !== '' || templateLevel !== 'none' || recordingLevels[template.id] !== undefined,
  );
  const set = ({ template, templateLevel }: Row, level: RecordingLevel): void =>
    change({ recordingLevels: withOwn(recordingLevels, template.id, level, templateLevel) });
  return (
    <>
      <p>
        办哪些文书时要录音录像（
        <ArticleLink article={15} />、<ArticleLink article={19} />、<ArticleLink article={31} />
        ）。把“应当”改低的，归档前核查会提示。
      </p>
      <div className={css.toolbar}>
        <input
          type="search"
          name="find-recording"
          aria-label="查找文书"
          placeholder="文书名称、环节或者场景"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <Check checked={all} onChange={setAll}>
          不要求录的也列出
        </Check>
      </div>
      <div className={css.frame}>
        <ReadTable
          label="音像记录清单"
          rowKey={({ template }) => template.id}
          none="没有这样的文书。"
          data-testid="recording-levels"
          columns={columnsWith(recordingLevels, readOnly ? null : set)}
          rows={rowsWith(shown, find, ({ template: { name, stage, recording, domain } }) => [
            name,
            stage,
            domain,
            recording.scene ?? '',
            recording.note ?? '',
          ])}
        />
      </div>
    </>
  );
}

const columnsWith = (levels: Levels, set: ((row: Row, level: RecordingLevel) => void) | null): Column<Row>[] => [
  templateColumn(''),
  {
    title: '场景',
    width: '32%',
    cell: ({ template: { recording } }) => (
      <>
        {recording.scene}
        <p className="second">{recording.note}</p>
      </>
    ),
  },
  { title: '模板规定', width: '6rem', cell: ({ templateLevel }) => recordingWords[templateLevel] },
  {
    title: '本局要求',
    width: '8.5rem',
    cell: (row) => (
      <Level row={row} own={levels[row.template.id]} onChange={set === null ? null : (level) => set(row, level)} />
    ),
  },
];

function Level({
  row: { template, templateLevel },
  own,
  onChange,
}: {
  row: Row;
  own: RecordingLevel | undefined;
  /** Null where it may not be changed. */
  onChange: ((level: RecordingLevel) => void) | null;
}) {
  return (
    <Select
      className={own === undefined ? '' : css.own}
      name={`level-${template.id}`}
      aria-label={`${template.name}的录音录像要求`}
      disabled={onChange === null}
      options={optionsOf(RecordingLevel.options, recordingWords)}
      value={own ?? templateLevel}
      onChange={(level) => onChange?.(level)}
    />
  );
}
