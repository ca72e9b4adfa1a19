import { useState } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDefinitions } from '../../data/definitions.ts';
import css from './blanks.module.css';
import { ActBar } from '../../ui/act-bar.tsx';

/** Forms without a number (笔录、清单、通知书 …): printed as they are; a number, where the paper has one, is given when it is typed in and issued. */
export function PlainForms({
  onClose,
  onChosen,
}: {
  onClose: () => void;
  onChosen: (title: string, url: string) => void;
}) {
  const definitions = useDefinitions();
  const [find, setFind] = useState('');
  const [templateId, setTemplateId] = useState('');
  const templates = (definitions.data?.templates ?? []).filter(
    ({ name, numbering }) => numbering?.preNumbered !== true && name.includes(find.trim()),
  );
  const chosen = templates.find(({ id }) => id === templateId) ?? templates[0];
  const show = (): void =>
    chosen && onChosen(`${chosen.name}（空白）`, byteRoutes.blankForm.url({ templateId: chosen.id }));
  return (
    <Dialog title="打印不带号的空白文书" onClose={onClose} width={560} data-testid="plain-forms-dialog">
      <form className={css.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label="查找"
          width="full"
          help="输入文书名称里的字。"
          name="find-form"
          autoComplete="off"
          value={find}
          onChange={setFind}
        />
        <SelectField
          label="文书"
          required
          width="full"
          help="手工填写以后录入案件，由程序编文号的，出具时编号。"
          name="plain-form"
          size={10}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.id ?? ''}
          onChange={setTemplateId}
          onDoubleClick={show}
        />
        <ActBar>
          <ReasonButton onClick={onClose}>关闭</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            reason={chosen === undefined ? `没有名称里有“${find.trim()}”的文书，请换一个字查找。` : null}
            onClick={show}
            data-testid="show-form"
          >
            看样张并打印
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}
