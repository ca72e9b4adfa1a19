import { Role, type ApprovalStep, type SignatureRole } from '../../../../shared/template/template.ts';
import { fieldsOf } from '../../../../shared/template/template.ts';
import { conditionWords } from '../../../parts/fields/condition-words.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { Movers } from './fields-tab.tsx';
import { moved } from './template-draft.ts';
import type { TabProps } from './template-tabs.tsx';
import css from './templates.module.css';

const NEW_STEP: ApprovalStep = { label: '', by: '承办单位负责人', people: 1, optional: false };
const NEW_ROLE: SignatureRole = { role: '', count: 1, required: true, refusable: false, everyPage: false };

/** Who approves, in which order; and who signs. */
export function ChainTab({ edit, readOnly }: TabProps) {
  return (
    <div className={css.sections}>
      <Approvals edit={edit} readOnly={readOnly} />
      <Signatures edit={edit} readOnly={readOnly} />
    </div>
  );
}

function Approvals({ edit: { draft, set, faults }, readOnly }: TabProps) {
  const steps = draft.approval;
  const change = (position: number, part: Partial<ApprovalStep>): void =>
    set({ ...draft, approval: steps.map((step, index) => (index === position ? { ...step, ...part } : step)) });
  return (
    <section aria-label="审批">
      <h2>审批（自上而下）</h2>
      {steps.length === 0 && <p className="second">这种文书不需要审批。</p>}
      <ul className={css.rows}>
        {steps.map((step, index) => (
          <li key={index}>
            <input
              className="input"
              name={`approval-${index}`}
              aria-label={`第${index + 1}级的名称`}
              placeholder="文书上的名称，如 承办人意见"
              maxLength={30}
              readOnly={readOnly}
              aria-invalid={faults.has(`approval.${index}.label`)}
              value={step.label}
              onChange={(event) => change(index, { label: event.target.value })}
            />
            <select
              className="input"
              aria-label={`第${index + 1}级由谁签批`}
              disabled={readOnly}
              value={step.by}
              onChange={(event) => change(index, { by: Role.parse(event.target.value) })}
            >
              {Role.options.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </select>
            <select
              className="input"
              aria-label={`第${index + 1}级几个人`}
              disabled={readOnly}
              value={step.people}
              onChange={(event) => change(index, { people: Number(event.target.value) })}
            >
              {[1, 2, 3].map((people) => (
                <option key={people} value={people}>
                  {people}人
                </option>
              ))}
            </select>
            <label className="check">
              <input
                type="checkbox"
                disabled={readOnly}
                checked={step.optional}
                onChange={(event) => change(index, { optional: event.target.checked })}
              />
              可以省去
            </label>
            {!readOnly && (
              <Movers
                name={step.label}
                first={index === 0}
                last={index === steps.length - 1}
                onMove={(by) => set({ ...draft, approval: moved(steps, index, by) })}
              />
            )}
            {!readOnly && (
              <ReasonButton
                kind="quiet"
                aria-label={`删去第${index + 1}级`}
                onClick={() => set({ ...draft, approval: steps.toSpliced(index, 1) })}
              >
                ×
              </ReasonButton>
            )}
            {faults.has(`approval.${index}.label`) && (
              <p className="labelled-problem">{faults.get(`approval.${index}.label`)}</p>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <ReasonButton kind="quiet" onClick={() => set({ ...draft, approval: [...steps, NEW_STEP] })}>
          加一级审批
        </ReasonButton>
      )}
    </section>
  );
}

function Signatures({ edit: { draft, shipped, set, faults }, readOnly }: TabProps) {
  const roles = draft.signatures;
  const change = (position: number, part: Partial<SignatureRole>): void =>
    set({ ...draft, signatures: roles.map((role, index) => (index === position ? { ...role, ...part } : role)) });
  const isKept = (role: SignatureRole): boolean =>
    shipped !== null && shipped.signatures.some((signature) => signature.role === role.role);
  const flag = (index: number, key: 'required' | 'refusable' | 'everyPage', label: string) => (
    <label className="check">
      <input
        type="checkbox"
        disabled={readOnly}
        checked={roles[index]?.[key] ?? false}
        onChange={(event) => change(index, { [key]: event.target.checked })}
      />
      {label}
    </label>
  );
  return (
    <section aria-label="签名栏">
      <h2>签名栏</h2>
      {faults.has('signatures') && (
        <p className="labelled-problem" role="alert">
          {faults.get('signatures')}
        </p>
      )}
      {roles.length === 0 && <p className="second">这种文书没有签名栏。</p>}
      <ul className={css.rows}>
        {roles.map((role, index) => (
          <li key={index}>
            <input
              className="input"
              name={`signature-${index}`}
              aria-label={`第${index + 1}处签名的名称`}
              placeholder="谁签，如 见证人"
              maxLength={30}
              readOnly={readOnly || isKept(role)}
              aria-invalid={faults.has(`signatures.${index}.role`)}
              value={role.role}
              onChange={(event) => change(index, { role: event.target.value })}
            />
            <select
              className="input"
              aria-label={`第${index + 1}处几个人签`}
              disabled={readOnly}
              value={role.count}
              onChange={(event) => change(index, { count: Number(event.target.value) })}
            >
              {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => (
                <option key={count} value={count}>
                  {count}人
                </option>
              ))}
            </select>
            {flag(index, 'required', '必签')}
            {flag(index, 'refusable', '可以记明拒签')}
            {flag(index, 'everyPage', '逐页签')}
            {!readOnly && (
              <Movers
                name={role.role}
                first={index === 0}
                last={index === roles.length - 1}
                onMove={(by) => set({ ...draft, signatures: moved(roles, index, by) })}
              />
            )}
            {!readOnly && (
              <ReasonButton
                kind="quiet"
                aria-label={`删去第${index + 1}处签名`}
                reason={isKept(role) ? '核查按这一签名栏判断，不能删去；不需要签的，取消“必签”。' : null}
                onClick={() => set({ ...draft, signatures: roles.toSpliced(index, 1) })}
              >
                ×
              </ReasonButton>
            )}
            {role.when !== undefined && (
              <p className="second">只在{conditionWords(role.when, fieldsOf(draft))}时有这一处。</p>
            )}
            {faults.has(`signatures.${index}.role`) && (
              <p className="labelled-problem">{faults.get(`signatures.${index}.role`)}</p>
            )}
          </li>
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
