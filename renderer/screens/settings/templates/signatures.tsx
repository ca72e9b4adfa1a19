import { fieldsOf, type SignatureRole } from '../../../../shared/template/template.ts';
import { conditionWords } from '../../../parts/fields/condition-words.ts';
import { Check } from '../../../ui/choices.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { RowTools } from './movers.tsx';
import { PeopleSelect } from './people-select.tsx';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';
import { Problem } from '../../../ui/labelled.tsx';

const NEW_ROLE: SignatureRole = { role: '', count: 1, required: true, refusable: false, everyPage: false };

/** 签名栏: who signs the paper, in order. */
export function Signatures({ edit, readOnly }: TabProps) {
  const { draft, set, faults } = edit;
  const roles = draft.signatures;
  return (
    <section aria-label="签名栏">
      <h2>签名栏</h2>
      {faults.has('signatures') && <Problem>{faults.get('signatures')}</Problem>}
      {roles.length === 0 && <p className="second">这种文书没有签名栏。</p>}
      <ul className={css.rows}>
        {roles.map((role, index) => (
          <SignatureRow key={index} role={role} index={index} edit={edit} readOnly={readOnly} />
        ))}
      </ul>
      {!readOnly && (
        <ReasonButton kind="quiet" onClick={() => set({ ...draft, signatures: [...roles, NEW_ROLE] })}>
          加一处签名
        </ReasonButton>
      )}
    </section>
  );
}

function SignatureRow({ role, index, edit, readOnly }: TabProps & { role: SignatureRole; index: number }) {
  const { draft, shipped, set, faults } = edit;
  const roles = draft.signatures;
  const isShipped = shipped?.signatures.some((signature) => signature.role === role.role) === true;
  const fault = faults.get(`signatures.${index}.role`);
  const change = (part: Partial<SignatureRole>): void =>
    set({ ...draft, signatures: roles.with(index, { ...role, ...part }) });
  return (
    <li>
      <input
        name={`signature-${index}`}
        aria-label={`第${index + 1}处签名的名称`}
        placeholder="谁签，如 见证人"
        maxLength={30}
        readOnly={readOnly || isShipped}
        aria-invalid={fault !== undefined}
        value={role.role}
        onChange={(event) => change({ role: event.target.value })}
      />
      <PeopleSelect
        label={`第${index + 1}处几个人签`}
        most={9}
        readOnly={readOnly}
        value={role.count}
        onChange={(count) => change({ count })}
      />
      <Check disabled={readOnly} checked={role.required} onChange={(required) => change({ required })}>
        必签
      </Check>
      <Check disabled={readOnly} checked={role.refusable} onChange={(refusable) => change({ refusable })}>
        可以记明拒签
      </Check>
      <Check disabled={readOnly} checked={role.everyPage} onChange={(everyPage) => change({ everyPage })}>
        逐页签
      </Check>
      {!readOnly && (
        <RowTools
          name={role.role}
          removeLabel={`删去第${index + 1}处签名`}
          reason={isShipped ? '核查按这一签名栏判断，不能删去；不需要签的，取消“必签”。' : null}
          rows={roles}
          index={index}
          onChange={(signatures) => set({ ...draft, signatures })}
        />
      )}
      {role.when !== undefined && (
        <p className="second">只在{conditionWords(role.when, fieldsOf(draft))}时有这一处。</p>
      )}
      {fault !== undefined && <Problem>{fault}</Problem>}
    </li>
  );
}
