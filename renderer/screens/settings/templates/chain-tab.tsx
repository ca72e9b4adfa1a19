import { Link } from '@tanstack/react-router';
import { useDefinitions } from '../../../data/definitions.ts';
import { chainWords } from '../../../parts/editions/chain-words.ts';
import { Signatures } from './signatures.tsx';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';

/** Who signs; and who approves, which is one table for all papers. */
export function ChainTab({ edit, readOnly }: TabProps) {
  return (
    <div className={css.sections}>
      <Approval edit={edit} />
      <Signatures edit={edit} readOnly={readOnly} />
    </div>
  );
}

/** The chain in force; a paper that is not in force yet begins with that of the paper it was made after. */
function Approval({ edit: { draft } }: Pick<TabProps, 'edit'>) {
  const inForce = useDefinitions().data?.templates.find(({ id }) => id === draft.id);
  return (
    <section aria-label="审批">
      <h2>审批</h2>
      <p>{chainWords((inForce ?? draft).approval)}</p>
      <p className="second">
        谁审批、按什么次序，在
        <Link to="/settings" search={{ section: 'approvals' }}>
          审批流程
        </Link>
        里定。
      </p>
    </section>
  );
}
