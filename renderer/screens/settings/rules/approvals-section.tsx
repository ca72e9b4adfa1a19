import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RuleSettings } from '../../../../shared/case-file.ts';
import type { ApprovalStep } from '../../../../shared/template/template.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { queries } from '../../../data/queries.ts';
import { usualTemplatesFirst } from '../../../data/template-order.ts';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { Check } from '../../../ui/choices.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { ReadTable } from '../../../ui/read-table.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { rowsWith } from '../../../ui/rows-with.ts';
import css from '../editions.module.css';
import { ChainDialog } from './chain-dialog.tsx';
import { type ChainRow, faultsOfChain } from './chain-row.ts';
import { withOwn } from './own-values.ts';
import { templateColumn } from './template-column.tsx';
import { RuleForm, type RuleFormParts } from './rule-form.tsx';
import { chainWords } from '../../../parts/editions/chain-words.ts';

/** 审批流程: who approves which paper, and in which order (第十三条、第二十三条). */
export function ApprovalsSection() {
  const definitions = useDefinitions().data;
  const written = useQuery(queries.regulation.templateRules.queryOptions()).data;
  if (definitions === undefined || written === undefined) return null;
  const rows = usualTemplatesFirst(definitions.templates).map((template) => ({
    template,
    written: written[template.id]?.approval ?? [],
  }));
  return (
    <RuleForm label="审批流程" keys={['approvals']} problem={(draft) => firstFault(rows, draft)}>
      {(form) => <ApprovalList rows={rows} form={form} />}
    </RuleForm>
  );
}

const chainOf = ({ template, written }: ChainRow, { approvals }: Pick<RuleSettings, 'approvals'>) =>
  approvals[template.id] ?? written;

function firstFault(rows: readonly ChainRow[], draft: RuleSettings): string | null {
  const faults = rows
    .filter(({ template }) => draft.approvals[template.id] !== undefined)
    .flatMap((row) => faultsOfChain(row, chainOf(row, draft)));
  return faults[0]?.sentence ?? null;
}

function ApprovalList({ rows, form: { draft, change, readOnly } }: { rows: readonly ChainRow[]; form: RuleFormParts }) {
  const [find, setFind] = useState('');
  const [all, setAll] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = rows.find(({ template }) => template.id === openId);
  const shown = rows.filter((row) => all || find !== '' || row.written.length > 0 || chainOf(row, draft).length > 0);
  const set = ({ template, written }: ChainRow, chain: ApprovalStep[] | null): void =>
    change({
      approvals: withOwn(draft.approvals, template.id, isSame(chain, written) ? null : chain, null),
    });
  return (
    <>
      <p>
        哪些文书要谁审批、按什么次序（
        <ArticleLink article={13} />、<ArticleLink article={23} />
        ）。法律法规规定的一级标“法定”，不能删去。告知书、催告书、强制执行申请书默认经审核、签发后出具。
      </p>
      <div className={css.toolbar}>
        <input
          type="search"
          name="find-approval"
          aria-label="查找文书"
          placeholder="文书名称、环节或者岗位"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <Check checked={all} onChange={setAll}>
          不需要审批的也列出
        </Check>
      </div>
      <div className={css.frame}>
        <ReadTable
          label="审批流程"
          rowKey={({ template }) => template.id}
          none="没有这样的文书。"
          data-testid="approvals"
          columns={columnsWith(draft, readOnly, setOpenId)}
          rows={rowsWith(shown, find, (row) => [
            row.template.name,
            row.template.stage,
            row.template.domain,
            chainWords(chainOf(row, draft)),
          ])}
        />
      </div>
      {open !== undefined && (
        <ChainDialog
          row={open}
          chain={chainOf(open, draft)}
          readOnly={readOnly}
          onChange={(chain) => set(open, chain)}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const columnsWith = (
  draft: RuleSettings,
  readOnly: boolean,
  open: (templateId: string) => void,
): Column<ChainRow>[] => [
  templateColumn('32%'),
  {
    title: '审批（按先后）',
    width: '',
    cell: (row) => (
      <span className={draft.approvals[row.template.id] === undefined ? '' : css.own}>
        {chainWords(chainOf(row, draft))}
      </span>
    ),
  },
  {
    title: '修改',
    width: '5.5rem',
    cell: ({ template }) => (
      <ReasonButton
        kind="quiet"
        aria-label={`${readOnly ? '看' : '改'}${template.name}的审批`}
        onClick={() => open(template.id)}
      >
        {readOnly ? '看' : '改'}
      </ReasonButton>
    ),
  },
];
