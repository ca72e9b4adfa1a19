import { approvers, type ApprovalStep, type Role } from '../../../../shared/template/template.ts';
import { ButtonRow } from '../../../ui/button-row.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Problem } from '../../../ui/labelled.tsx';
import { optionsOf, Select } from '../../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import settings from '../settings.module.css';
import { RowTools } from '../templates/movers.tsx';
import { PeopleSelect } from '../templates/people-select.tsx';
import css from '../templates/templates.module.css';
import { type ChainRow, faultsOfChain } from './chain-row.ts';
import { chainWords } from '../../../parts/editions/chain-words.ts';

const NEW_STEP: ApprovalStep = { label: '', by: '承办单位负责人', people: 1, optional: false };
/** More levels than this nobody waits for. */
const MOST = 6;

interface ChainDialogProps {
  row: ChainRow;
  chain: readonly ApprovalStep[];
  readOnly: boolean;
  /** The chain as it is now. */
  onChange: (chain: ApprovalStep[]) => void;
  onClose: () => void;
}

/** The chain of approval of one paper, its first step on top; what is changed here is saved with the table. */
export function ChainDialog({ row, chain, readOnly, onChange, onClose }: ChainDialogProps) {
  const faults = faultsOfChain(row, chain);
  return (
    <Dialog title={`${row.template.name}的审批`} onClose={onClose} width={720} data-testid="chain-dialog">
      <div className={settings.section}>
        {chain.length === 0 && <p className="second">这种文书不需要审批，写好就可以出具。</p>}
        <ul className={css.rows}>
          {chain.map((step, index) => (
            <StepRow
              key={index}
              chain={chain}
              index={index}
              step={step}
              fault={faults.find((fault) => fault.step === index)?.sentence}
              readOnly={readOnly}
              onChange={onChange}
            />
          ))}
        </ul>
        {faults
          .filter(({ step }) => step === null)
          .map(({ sentence }) => (
            <Problem key={sentence}>{sentence}</Problem>
          ))}
        <p className="second">程序建议：{chainWords(row.written)}</p>
        <ButtonRow>
          {!readOnly && (
            <>
              <ReasonButton
                reason={chain.length < MOST ? null : `一种文书最多${MOST}级审批。`}
                onClick={() => onChange([...chain, NEW_STEP])}
              >
                加一级审批
              </ReasonButton>
              <ReasonButton kind="quiet" onClick={() => onChange([...row.written])}>
                用程序建议
              </ReasonButton>
            </>
          )}
          <ReasonButton kind="primary" onClick={onClose} data-testid="chain-done">
            好
          </ReasonButton>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

interface StepRowProps extends Pick<ChainDialogProps, 'chain' | 'readOnly' | 'onChange'> {
  step: ApprovalStep;
  index: number;
  fault: string | undefined;
}

function StepRow({ chain, step, index, fault, readOnly, onChange }: StepRowProps) {
  const change = (part: Partial<ApprovalStep>): void => onChange(chain.toSpliced(index, 1, { ...step, ...part }));
  return (
    <li>
      <input
        name={`approval-${index}`}
        aria-label={`第${index + 1}级的名称`}
        placeholder="文书上的名称，如 承办人意见"
        maxLength={30}
        readOnly={readOnly}
        aria-invalid={fault !== undefined}
        value={step.label}
        onChange={(event) => change({ label: event.target.value })}
      />
      <Select
        aria-label={`第${index + 1}级由谁签批`}
        disabled={readOnly}
        options={optionsOf<Role>(approvers)}
        value={step.by}
        onChange={(by) => change({ by })}
      />
      <PeopleSelect
        label={`第${index + 1}级几个人`}
        most={3}
        readOnly={readOnly}
        value={step.people}
        onChange={(people) => change({ people })}
      />
      {!readOnly && (
        <RowTools
          name={step.label}
          removeLabel={`删去第${index + 1}级`}
          reason={step.fixedBy === undefined ? null : `这一级由${step.fixedBy}规定，不能删去。`}
          rows={chain}
          index={index}
          onChange={onChange}
        />
      )}
      {step.fixedBy !== undefined && (
        <p className="second">
          <Tag>法定</Tag> {step.fixedBy}
        </p>
      )}
      {step.optional && <p className="second">“规则设置”里取消“立案须经局领导签批”时省去这一级。</p>}
      {fault !== undefined && <Problem>{fault}</Problem>}
    </li>
  );
}
