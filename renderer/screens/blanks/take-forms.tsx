import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Officer } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { certificateWords } from '../../parts/fields/officers-input.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useToday } from '../../data/session.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { formsUrl } from '../../parts/blanks/blank-rows.ts';
import css from './blanks.module.css';

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
  const papers = definitions.data?.templates.filter((template) => template.numbering?.preNumbered) ?? [];
  if (definitions.data === undefined || staff.isPending) return null;
  return (
    <Dialog title="领取带号的空白文书" onClose={onClose} width={600} data-testid="take-forms-dialog">
      {papers.length === 0 ? (
        <p>现在没有预先编号的文书。哪些文书预先编号，由法规科在“设置—文书模板”里定。</p>
      ) : (
        <TakeForm
          papers={papers}
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
  papers: readonly Template[];
  people: readonly Officer[];
  /** Why the people could not be read. */
  fault: Error | null;
}

function TakeForm({ papers, people, fault, onClose, onTaken }: TakeFormProps) {
  const today = useToday();
  const [templateId, setTemplate] = useState(papers[0]?.id ?? '');
  const [count, setCount] = useState('5');
  const [holderId, setHolder] = useState('');
  const wanted = Number(count);
  const name = papers.find(({ id }) => id === templateId)?.name ?? '';
  const take = useMutation({
    mutationFn: async () => {
      const numbers = await api.documents.allocateBlank({ templateId, count: wanted, holderId });
      return (await api.documents.blanks()).filter(({ number }) => numbers.includes(number));
    },
    onSuccess: (forms) => onTaken(`${name}（空白，${forms.length}份）`, formsUrl(forms)),
  });
  const wrongCount =
    Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST ? null : `一次领取 1 至 ${MOST} 份，请改正份数。`;
  const missing = wrongCount ?? (holderId === '' ? '请选领取人：带号的文书要登记由谁领去。' : null);
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()}>
      <div className="form">
        <Labelled label="文书" required width="full">
          {(control) => (
            <select
              {...control}
              className="input"
              name="blank-template"
              value={templateId}
              onChange={(event) => setTemplate(event.target.value)}
            >
              {papers.map((paper) => (
                <option key={paper.id} value={paper.id}>
                  {paper.name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label="领取人" required help="须持有效执法证（第十八条）。">
          {(control) => (
            <select
              {...control}
              className="input"
              name="blank-holder"
              value={holderId}
              onChange={(event) => setHolder(event.target.value)}
            >
              <option value="">请选择</option>
              {people.map((person) => {
                const lapsed = certificateWords(person, today);
                return (
                  <option key={person.personId} value={person.personId} disabled={lapsed !== undefined}>
                    {person.name}（{lapsed ?? person.certNo}）
                  </option>
                );
              })}
            </select>
          )}
        </Labelled>
        <Labelled label="份数" required problem={count === '' ? null : wrongCount}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="blank-count"
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              value={count}
              onChange={(event) => setCount(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
            />
          )}
        </Labelled>
      </div>
      <p className="second">每份印有自己的文号，从这一年的下一个号排起。没有用的要交回作废，号码不再使用（第四条）。</p>
      <RefusalNote error={take.error ?? fault} onClose={take.reset} />
      <p className={css.foot}>
        <ReasonButton onClick={onClose}>不领取</ReasonButton>
        <ReasonButton
          kind="primary"
          type="submit"
          reason={missing}
          busy={take.isPending}
          onClick={() => take.mutate()}
          data-testid="confirm-take"
        >
          登记并打印
        </ReasonButton>
      </p>
    </form>
  );
}
