import { Template } from '../../../../shared/template/template.ts';
import { Check } from '../../../ui/choices.tsx';
import { optionsOf, SelectField } from '../../../ui/labelled-fields.tsx';
import { DOMAINS } from '../../../data/template-order.ts';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';
import { directionWords, layoutWords } from './template-words.ts';

const { stage, direction, layout } = Template.shape;
const SEALS = Template.shape.seal.unwrap().shape.kind.options;
const NO_SEAL = { value: '' as const, label: '不盖章' };

/** What kind of paper it is. The program's procedures and checks judge its own papers by it; of the bureau's own it may be chosen. */
export function KindParts({ edit, readOnly }: TabProps) {
  return edit.shipped === null ? (
    <OwnKind edit={edit} readOnly={readOnly} />
  ) : (
    <FixedKind edit={edit} readOnly={readOnly} />
  );
}

function FixedKind({ edit: { draft } }: TabProps) {
  return (
    <p className={css.fact}>
      {directionWords[draft.direction]}　{layoutWords[draft.layout]}
      {draft.serve && '　须送达当事人'}
      {draft.seal !== undefined && `　加盖${draft.seal.kind}`}
      <span className="second">　（由流程和核查使用，不能改）</span>
    </p>
  );
}

function OwnKind({ edit, readOnly }: TabProps) {
  const { draft, set, faults } = edit;
  return (
    <>
      <SelectField
        label="类别"
        required
        name="template-domain-of"
        disabled={readOnly}
        options={optionsOf(DOMAINS)}
        value={draft.domain}
        onChange={(domain) => set({ ...draft, domain })}
      />
      <SelectField
        label="环节"
        required
        name="template-stage"
        disabled={readOnly}
        options={optionsOf(stage.options)}
        value={draft.stage}
        onChange={(chosen) => set({ ...draft, stage: chosen })}
      />
      <SelectField
        label="内部还是对外"
        required
        name="template-direction"
        disabled={readOnly}
        options={optionsOf(direction.options, directionWords)}
        value={draft.direction}
        onChange={(chosen) => set({ ...draft, direction: chosen })}
      />
      <SelectField
        label="版式"
        required
        problem={faults.get('layout')}
        name="template-layout"
        disabled={readOnly}
        options={optionsOf(layout.options, layoutWords)}
        value={draft.layout}
        onChange={(chosen) => set({ ...draft, layout: chosen })}
      />
      <Seal edit={edit} readOnly={readOnly} />
      <Check
        name="template-serve"
        disabled={readOnly}
        checked={draft.serve}
        onChange={(serve) => set({ ...draft, serve })}
      >
        须送达当事人，以送达回证为证
      </Check>
    </>
  );
}

function Seal({ edit: { draft, set }, readOnly }: TabProps) {
  const choose = (kind: (typeof SEALS)[number] | ''): void => {
    const { seal, ...unsealed } = draft;
    set(kind === '' ? unsealed : { ...unsealed, seal: { place: 'date', ...seal, kind } });
  };
  return (
    <SelectField
      label="印章"
      required
      name="template-seal"
      disabled={readOnly}
      options={[NO_SEAL, ...optionsOf(SEALS)]}
      value={draft.seal?.kind ?? ''}
      onChange={choose}
    />
  );
}
