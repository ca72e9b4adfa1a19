import { useState } from 'react';
import type { RuleSettings } from '../../../../shared/case-file.ts';
import { copiesOf } from '../../../../shared/procedure/copies.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { usualTemplatesFirst } from '../../../data/template-order.ts';
import type { Column } from '../../../ui/list-columns.ts';
import { ReadTable } from '../../../ui/read-table.tsx';
import { rowsWith } from '../../../ui/rows-with.ts';
import css from '../editions.module.css';
import { withOwn } from './own-values.ts';
import { RuleForm, type RuleFormParts } from './rule-form.tsx';

/** 打印份数: for whom each paper is printed, one copy each. */
export function CopiesSection() {
  const definitions = useDefinitions().data;
  if (definitions === undefined) return null;
  return (
    <RuleForm label="打印份数" keys={['copies']}>
      {(form) => <CopiesList templates={usualTemplatesFirst(definitions.templates)} form={form} />}
    </RuleForm>
  );
}

function CopiesList({ templates, form }: { templates: readonly Template[]; form: RuleFormParts }) {
  const [find, setFind] = useState('');
  return (
    <>
      <p>成套打印时每种文书打几份、各给谁，用顿号隔开。要送达的文书，程序建议当事人、卷、留存各一份，其余只入卷。</p>
      <div className={css.toolbar}>
        <input
          type="search"
          name="find-copies"
          aria-label="查找文书"
          placeholder="文书名称或者环节"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      <div className={css.frame}>
        <ReadTable
          label="打印份数"
          columns={columnsWith(form)}
          rows={rowsWith(templates, find, ({ name, stage, domain }) => [name, stage, domain])}
          rowKey={({ id }) => id}
          none="没有这样的文书。"
          data-testid="copies"
        />
      </div>
    </>
  );
}

const columnsWith = ({ draft, change, readOnly }: RuleFormParts): Column<Template>[] => [
  {
    title: '文书',
    width: '',
    cell: ({ name, domain, stage }) => (
      <>
        {name}
        <p className="second">
          {domain}　{stage}
        </p>
      </>
    ),
  },
  {
    title: '每份给谁',
    width: '18rem',
    cell: (template) => (
      <Uses template={template} draft={draft} readOnly={readOnly} onChange={(copies) => change({ copies })} />
    ),
  },
];

interface UsesProps {
  template: Template;
  draft: RuleSettings;
  readOnly: boolean;
  onChange: (copies: RuleSettings['copies']) => void;
}

/** Words apart by 、; while they are typed the mark at the end stays. */
function Uses({ template, draft, readOnly, onChange }: UsesProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const said = copiesOf(template, draft).join('、');
  const usual = copiesOf(template, { ...draft, copies: {} });
  const settle = (): void => {
    if (typed === null) return;
    const uses = typed.split(/[，、,；;\s]+/).filter((use) => use !== '');
    const isUsual = uses.length === 0 || uses.join('、') === usual.join('、');
    onChange(withOwn(draft.copies, template.id, isUsual ? null : uses.slice(0, 9), null));
    setTyped(null);
  };
  return (
    <input
      className={draft.copies[template.id] === undefined ? '' : css.own}
      name={`copies-${template.id}`}
      aria-label={`${template.name}每份给谁`}
      maxLength={100}
      readOnly={readOnly}
      value={typed ?? said}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
    />
  );
}
