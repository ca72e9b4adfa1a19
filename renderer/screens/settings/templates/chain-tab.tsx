import { Approvals } from './approvals.tsx';
import { Signatures } from './signatures.tsx';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';

/** Who approves, in which order; and who signs. */
export function ChainTab({ edit, readOnly }: TabProps) {
  return (
    <div className={css.sections}>
      <Approvals edit={edit} readOnly={readOnly} />
      <Signatures edit={edit} readOnly={readOnly} />
    </div>
  );
}
