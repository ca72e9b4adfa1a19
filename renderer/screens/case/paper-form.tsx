import { useState, type FocusEvent } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import { isOutToSign } from '../../../shared/procedure/prints.ts';
import { countingFields } from '../../../shared/template/conditions.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import { useKey } from '../../ui/keys.ts';
import { CarriedList } from './carried-list.tsx';
import { problemsToSay } from './field-problems.ts';
import { fieldsInOrder, groupsOfForm } from './form-groups.ts';
import { PaperField, type FieldLayout } from './paper-field.tsx';
import { PartyChooser } from './party-chooser.tsx';
import type { PaperDraft } from './paper-drafts.ts';
import css from './paper-form.module.css';
import { ServiceGuide } from './service-guide.tsx';
import { useCaseWork } from './use-case-work.ts';
import { useOpenFields } from './use-open-fields.ts';
import { useFieldProps } from './use-paper-fields.ts';
import { usePaperRights } from './use-paper-rights.ts';
import { useWorkspace } from './use-workspace.ts';

interface PaperFormProps {
  paper: Paper;
  draft: PaperDraft;
  template: Template;
}

/** Draws one field of the form in its layout. */
type DrawField = (field: Field, layout: FieldLayout) => React.ReactNode;

/** The form of the paper in hand, made from its template: what is missing stands open, what is there already is a list. Leaving a field saves it. */
export function PaperForm({ paper, draft, template }: PaperFormProps) {
  const { file, drafts } = useCaseWork();
  const [focused, setFocused] = useState<string | null>(null);
  const [whole, setWhole] = useChoice('whole form', () => false);
  const locked = usePaperRights().save !== null || paper.status !== 'draft' || isOutToSign(paper);
  const draw = useDrawField({ paper, draft, template }, { locked, focused });
  useKey('Alt+E', locked ? null : () => setWhole(!whole), { hint: whole ? '只看缺项' : '展开修改' });
  const onBlur = (event: FocusEvent): void => {
    setFocused(null);
    if (fieldOf(event.relatedTarget) !== fieldOf(event.target) || event.relatedTarget === null)
      void drafts.flush(paper.id);
  };
  return (
    <form
      className={css.form}
      aria-label={paper.name}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onFocus={(event) => setFocused(fieldOf(event.target))}
      onBlur={onBlur}
    >
      <PartyChooser paper={paper} template={template} file={file} locked={locked} />
      {locked ? (
        <CarriedList
          title="填写内容"
          fields={fieldsInOrder(template, paper.values)}
          paper={paper}
          template={template}
        />
      ) : whole ? (
        <WholeForm paper={paper} template={template} draw={draw} onFold={() => setWhole(false)} />
      ) : (
        <MissingFirst
          paper={paper}
          draft={draft}
          template={template}
          busy={focused}
          draw={draw}
          onUnfold={() => setWhole(true)}
        />
      )}
    </form>
  );
}

function useDrawField(
  { paper, draft, template }: PaperFormProps,
  { locked, focused }: { locked: boolean; focused: string | null },
): DrawField {
  const { saysMissing } = useWorkspace();
  const problemsOf = problemsToSay(template, paper, { missing: saysMissing.has(paper.id) && !locked, focused });
  const fieldProps = useFieldProps(paper, template, draft, locked);
  return (field, layout) => {
    const problems = problemsOf(field.key);
    if (!isServiceRoute(template, field) || locked)
      return <PaperField key={field.key} {...fieldProps(field)} problems={problems} layout={layout} />;
    return (
      <ServiceGuide
        key={field.key}
        paper={paper}
        template={template}
        problem={problems.map(({ sentence }) => sentence).join('')}
        onChoose={(mode) => fieldProps(field).onEdit(field.key, mode, true)}
      />
    );
  };
}

interface WholeFormProps {
  paper: Paper;
  template: Template;
  draw: DrawField;
  onFold: () => void;
}

/** All fields as inputs, under the headings of the paper. */
function WholeForm({ paper, template, draw, onFold }: WholeFormProps) {
  return (
    <>
      <button type="button" className={css.fold} onClick={onFold}>
        只看缺项 <kbd>Alt+E</kbd>
      </button>
      {template.sections.map((section) => {
        const fields = countingFields(section.fields, paper.values);
        return (
          fields.length > 0 && (
            <fieldset key={section.title} className={css.section}>
              <legend>{section.title}</legend>
              {fields.map((field) => draw(field, 'grid'))}
            </fieldset>
          )
        );
      })}
    </>
  );
}

interface MissingFirstProps extends PaperFormProps {
  /** The field with the caret. */
  busy: string | null;
  draw: DrawField;
  onUnfold: () => void;
}

/** ① what was carried over, ② what is missing, ③ long texts that are there, ④ what may be added. */
function MissingFirst({ paper, draft, template, busy, draw, onUnfold }: MissingFirstProps) {
  const open = useOpenFields(paper, draft, template, busy);
  const { carried, asked, texts, further } = groupsOfForm(template, paper.values, open);
  return (
    <>
      <CarriedList title="已带入" fields={carried} paper={paper} template={template} onUnfold={onUnfold} />
      <div className={css.asked} data-testid="asked">
        {asked.map((field) => draw(field, 'row'))}
      </div>
      {texts.length > 0 && (
        <fieldset className={css.texts}>
          <legend>可改的 {texts.length} 段</legend>
          {texts.map((field) => draw(field, 'line'))}
        </fieldset>
      )}
      {further.length > 0 && (
        <fieldset className={css.section}>
          <legend>还可以填 {further.length} 项</legend>
          {further.map((field) => draw(field, 'grid'))}
        </fieldset>
      )}
    </>
  );
}

/** The way of service is chosen with what each way needs beside it. */
const isServiceRoute = (template: Template, field: Field): boolean =>
  template.id === paperIds.serviceReceipt && field.key === 'mode';

const fieldOf = (element: EventTarget | null): string | null =>
  element instanceof Element ? (element.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null) : null;
