import { useNavigate } from '@tanstack/react-router';
import { copyOf, nextOwnId, ownIdProblem } from '../../../../shared/procedure/own-paper.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormDraftStores } from '../../../parts/drafts/form-draft-state.ts';
import { Labelled } from '../../../ui/labelled.tsx';
import { TextField } from '../../../ui/labelled-fields.tsx';
import type { Option } from '../../../ui/option-list.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import type { NewPaperAsked } from './use-new-paper.ts';
import { templateDraftKey } from './use-template-edit.ts';
import css from '../settings.module.css';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { ButtonRow } from '../../../ui/button-row.tsx';

export interface NewPaperProps {
  asked: NewPaperAsked;
  onChange: (asked: NewPaperAsked) => void;
  /** Papers it may be made like. */
  templates: readonly Template[];
  /** Papers whose ids, names and letters are in use. */
  taken: readonly Template[];
  onClose: () => void;
}

/** 新建文书: a copy of an existing paper with its own id, name and letters; what it says is edited next, and saved as its first edition. */
export function NewPaper({ asked, onChange, templates, taken, onClose }: NewPaperProps) {
  const { drafts } = useFormDraftStores();
  const navigate = useNavigate();
  const [name, letters, id] = [
    asked.name.trim(),
    asked.letters.trim(),
    asked.id ?? nextOwnId(taken.map((item) => item.id)),
  ];
  const model = templates.find((template) => template.id === asked.model);
  const problems = problemsOf({ id, name, letters }, taken);
  const begin = (): void => {
    if (model === undefined) return;
    drafts.set(templateDraftKey(id), copyOf(model, { id, name, letters }));
    onClose();
    void navigate({ to: '/settings/templates/$id', params: { id } });
  };
  return (
    <Dialog title="新建文书" onClose={onClose} width={680} data-testid="new-paper">
      <div className={css.section}>
        <NewPaperFields
          asked={asked}
          id={id}
          problems={problems}
          models={templates.map((template) => ({ id: template.id, label: template.name }))}
          onChange={(changed) => onChange({ ...asked, ...changed })}
        />
        <ButtonRow>
          <ReasonButton
            kind="primary"
            reason={whyNotBegun(model, name, problems)}
            onClick={begin}
            data-testid="begin-paper"
          >
            去写内容
          </ReasonButton>
          <span className="second">保存第1版以前，只有您看得到。</span>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

interface NewPaperFieldsProps {
  asked: NewPaperAsked;
  /** The id that was typed, or else the one proposed. */
  id: string;
  problems: Problems;
  models: readonly Option[];
  onChange: (changed: Partial<NewPaperAsked>) => void;
}

function NewPaperFields({ asked, id, problems, models, onChange }: NewPaperFieldsProps) {
  return (
    <FormGrid>
      <Labelled
        label="照哪一种文书做"
        required
        width="full"
        help="新文书先与它一样：栏目、审批、签名、正文都带过来，再逐项修改。"
      >
        {(control) => (
          <Combobox
            {...control}
            value={asked.model}
            placeholder="输入文书名称或拼音首字母查找"
            options={models}
            onChange={(model) => onChange({ model })}
          />
        )}
      </Labelled>
      <TextField
        label="新文书的名称"
        required
        width="full"
        problem={problems.name}
        name="new-name"
        maxLength={60}
        autoComplete="off"
        value={asked.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label="编号"
        required
        problem={problems.id}
        help="本局自制的文书用 Z 开头；以后不能改。"
        name="new-id"
        maxLength={4}
        autoComplete="off"
        value={id}
        onChange={(typed) => onChange({ id: typed.trim() })}
      />
      <TextField
        label="文号代字"
        problem={problems.letters}
        help="机关代字之后、年份之前的字；不编文号的不填。"
        name="new-letters"
        maxLength={6}
        autoComplete="off"
        value={asked.letters}
        onChange={(letters) => onChange({ letters })}
      />
    </FormGrid>
  );
}

function whyNotBegun(model: Template | undefined, name: string, problems: Problems): string | null {
  if (model === undefined) return '请选照哪一种文书做。';
  if (name === '') return '请填写新文书的名称。';
  return problems.name ?? problems.id ?? problems.letters ?? null;
}

interface Problems {
  id?: string | undefined;
  name?: string;
  letters?: string;
}

function problemsOf(
  { id, name, letters }: { id: string; name: string; letters: string },
  taken: readonly Template[],
): Problems {
  const series = taken.find((item) => letters !== '' && item.numbering?.letters === letters);
  return {
    id:
      ownIdProblem(
        id,
        taken.map((item) => item.id),
      ) ?? undefined,
    ...(taken.some((item) => item.name === name) && { name: `已经有一种文书叫“${name}”，请换一个名称。` }),
    ...(series !== undefined && { letters: `文号代字“${letters}”是《${series.name}》用的，请换一个。` }),
  };
}
