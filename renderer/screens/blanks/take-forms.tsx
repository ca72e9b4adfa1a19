import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Officer } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { certificateWords } from '../../parts/fields/officers-input.tsx';
import { NumberField, SelectField, type SelectOption } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useToday } from '../../data/session.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { formsUrl } from '../../parts/blanks/blank-rows.ts';
import css from './blanks.module.css';
import { FormGrid } from '../../ui/form-grid.tsx';
import { ActBar } from '../../ui/act-bar.tsx';

const MOST = 50;

interface TakeFormsProps {
  onClose: () => void;
  /** The numbers are reserved; the forms are to be printed. */
  onTaken: (title: string, url: string) => void;
}

/** 领取: which paper, how many, who takes them along; then they are printed, each with its own number. */
export function TakeForms({ onClose, onTaken }: TakeFormsProps) {
  const definitions = useDefinitions();
  const staff = useQuery(queries.staff.list.queryOptions());
  const templates = definitions.data?.templates.filter(({ numbering }) => numbering?.preNumbered) ?? [];
  if (definitions.data === undefined || staff.isPending) return null;
  return (
    <Dialog title="领取带号的空白文书" onClose={onClose} width={600} data-testid="take-forms-dialog">
      {templates.length === 0 ? (
        <p>现在没有预先编号的文书。哪些文书预先编号，由法规科在“设置—文书模板”里定。</p>
      ) : (
        <TakeForm
          templates={templates}
          people={staff.data?.people.filter(({ active }) => active) ?? []}
          fault={staff.error}
          onClose={onClose}
          onTaken={onTaken}
        />
      )}
    </Dialog>
  );
}

interface TakeFormProps extends TakeFormsProps {
  templates: readonly Template[];
  people: readonly Officer[];
  /** Why the people could not be read. */
  fault: Error | null;
}

function TakeForm({ templates, people, fault, onClose, onTaken }: TakeFormProps) {
  const today = useToday();
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? '');
  const [count, setCount] = useState<number | null>(5);
  const [holderId, setHolderId] = useState('');
  const countProblem = problemOfCount(count ?? 0);
  const take = useTakeForms(onTaken);
  const name = templates.find(({ id }) => id === templateId)?.name ?? '';
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()}>
      <FormGrid>
        <SelectField
          label="文书"
          required
          width="full"
          name="blank-template"
          options={templates.map((template) => ({ value: template.id, label: template.name }))}
          value={templateId}
          onChange={setTemplateId}
        />
        <SelectField
          label="领取人"
          required
          help="须持有效执法证（第十八条）。"
          name="blank-holder"
          options={[{ value: '', label: '请选择' }, ...people.map((person) => holderOption(person, today))]}
          value={holderId}
          onChange={setHolderId}
        />
        <NumberField
          label="份数"
          required
          problem={count === null ? null : countProblem}
          decimals={0}
          name="blank-count"
          maxLength={2}
          value={count}
          onChange={setCount}
        />
      </FormGrid>
      <p className="second">每份印有自己的文号，从这一年的下一个号排起。没有用的要交回作废，号码不再使用（第四条）。</p>
      <RefusalNote error={take.error ?? fault} onClose={take.reset} />
      <ActBar>
        <ReasonButton onClick={onClose}>不领取</ReasonButton>
        <ReasonButton
          kind="primary"
          type="submit"
          reason={countProblem ?? (holderId === '' ? '请选领取人：带号的文书要登记由谁领去。' : null)}
          busy={take.isPending}
          onClick={() => count !== null && take.mutate({ templateId, name, count, holderId })}
          data-testid="confirm-take"
        >
          登记并打印
        </ReasonButton>
      </ActBar>
    </form>
  );
}

const problemOfCount = (count: number): string | null =>
  Number.isInteger(count) && count >= 1 && count <= MOST ? null : `一次领取 1 至 ${MOST} 份，请改正份数。`;

/** Who has no valid 执法证 on the day is shown and cannot be chosen (第十八条). */
function holderOption(person: Officer, today: string): SelectOption<string> {
  const certificateFault = certificateWords(person, today);
  return {
    value: person.personId,
    label: `${person.name}（${certificateFault ?? person.certNo}）`,
    disabled: certificateFault !== undefined,
  };
}

interface FormsToTake {
  templateId: string;
  name: string;
  count: number;
  holderId: string;
}

/** Reserves the numbers and hands the forms on to be printed. */
const useTakeForms = (onTaken: TakeFormsProps['onTaken']) =>
  useMutation({
    mutationFn: async ({ templateId, count, holderId }: FormsToTake) => {
      const numbers = await api.documents.allocateBlank({ templateId, count, holderId });
      return (await api.documents.blanks()).filter(({ number }) => numbers.includes(number));
    },
    onSuccess: (forms, { name }) => onTaken(`${name}（空白，${forms.length}份）`, formsUrl(forms)),
  });
