import { Template } from '../../../../shared/template/template.ts';
import { Labelled } from '../../../ui/labelled.tsx';
import { DOMAINS } from '../../../data/template-order.ts';
import type { TabProps } from './template-tabs.tsx';
import css from './templates.module.css';
import { directionWords, layoutWords } from './template-words.ts';

const { stage, direction, layout } = Template.shape;
const SEALS = Template.shape.seal.unwrap().shape.kind.options;

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

function OwnKind({ edit: { draft, set, faults }, readOnly }: TabProps) {
  return (
    <>
      <Labelled label="类别" required>
        {(control) => (
          <select
            {...control}
            className="input"
            name="template-domain-of"
            disabled={readOnly}
            value={draft.domain}
            onChange={(event) => set({ ...draft, domain: event.target.value })}
          >
            {DOMAINS.map((text) => (
              <option key={text}>{text}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="环节" required>
        {(control) => (
          <select
            {...control}
            className="input"
            name="template-stage"
            disabled={readOnly}
            value={draft.stage}
            onChange={(event) => set({ ...draft, stage: stage.parse(event.target.value) })}
          >
            {stage.options.map((text) => (
              <option key={text}>{text}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="内部还是对外" required>
        {(control) => (
          <select
            {...control}
            className="input"
            name="template-direction"
            disabled={readOnly}
            value={draft.direction}
            onChange={(event) => set({ ...draft, direction: direction.parse(event.target.value) })}
          >
            {direction.options.map((text) => (
              <option key={text} value={text}>
                {directionWords[text]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="版式" required problem={faults.get('layout')}>
        {(control) => (
          <select
            {...control}
            className="input"
            name="template-layout"
            disabled={readOnly}
            value={draft.layout}
            onChange={(event) => set({ ...draft, layout: layout.parse(event.target.value) })}
          >
            {layout.options.map((text) => (
              <option key={text} value={text}>
                {layoutWords[text]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Seal edit={{ draft, set }} readOnly={readOnly} />
      <label className="check">
        <input
          type="checkbox"
          name="template-serve"
          disabled={readOnly}
          checked={draft.serve}
          onChange={(event) => set({ ...draft, serve: event.target.checked })}
        />
        须送达当事人，以送达回证为证
      </label>
    </>
  );
}

function Seal({
  edit: { draft, set },
  readOnly,
}: {
  edit: Pick<TabProps['edit'], 'draft' | 'set'>;
  readOnly: boolean;
}) {
  const choose = (typed: string): void => {
    const kind = SEALS.find((text) => text === typed);
    const { seal, ...rest } = draft;
    set(kind === undefined ? rest : { ...rest, seal: { place: 'date', ...seal, kind } });
  };
  return (
    <Labelled label="印章" required>
      {(control) => (
        <select
          {...control}
          className="input"
          name="template-seal"
          disabled={readOnly}
          value={draft.seal?.kind ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">不盖章</option>
          {SEALS.map((text) => (
            <option key={text}>{text}</option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
