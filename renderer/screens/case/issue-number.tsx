import { useQuery } from '@tanstack/react-query';
import type { Template } from '../../../shared/template/template.ts';
import { dayOf, dayWords } from '../../parts/days/day-words.ts';
import { SelectField } from '../../ui/labelled-fields.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import { openOf } from '../../parts/blanks/blank-rows.ts';

interface IssueNumberProps {
  template: Template;
  /** '' for the next number of the register. */
  number: string;
  onChange: (number: string) => void;
}

/** Where the number of a paper comes from that may have been filled by hand on a form with a number of its own (行政处罚法52). */
export function IssueNumber({ template, number, onChange }: IssueNumberProps) {
  const ledger = useQuery({ ...queries.documents.blanks.queryOptions(), staleTime: 0 });
  const unused = openOf(template.id, ledger.data ?? []);
  const help =
    ledger.isSuccess && unused.length === 0
      ? '没有已经领取、还没有用的空白文书，只能由程序编号。带号的空白文书在“案件—空白文书”领取。'
      : '这份文书已经在带号的空白文书上手工填写交付的，选纸上印的文号。';
  return (
    <>
      <SelectField
        label="文号"
        required
        width="full"
        help={help}
        name="issue-number"
        options={[
          { value: '', label: '由程序编下一个文号' },
          ...unused.map((form) => ({
            value: form.number,
            label: `${form.number}（${form.holder}　${dayWords(dayOf(form.takenAt))}领取）`,
          })),
        ]}
        value={number}
        onChange={onChange}
      />
      <RefusalNote error={ledger.error} />
    </>
  );
}
