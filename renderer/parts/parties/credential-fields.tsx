import { useState, type KeyboardEvent } from 'react';
import { filledParty, proposalsFor, cardOf, type CardOf, type Proposal } from '../../../shared/identity/fill-party.ts';
import { idNumberProblem } from '../../../shared/identity/id-number.ts';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import type { Credential, CredentialDetail } from '../../../shared/identity/credential.ts';
import { usccProblem } from '../../../shared/identity/uscc.ts';
import { codeText, seenLine } from '../../../shared/typed-text.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Check, RadioRow } from '../../ui/choices.tsx';
import { isComposing } from '../../ui/keys.ts';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './credential-dialog.module.css';
import type { SeenCredential } from './use-credential.ts';

export interface CredentialFieldsProps {
  seen: SeenCredential;
  party: PartyDetails;
  onFill: (party: PartyDetails) => void;
  /** Another picture. */
  onOther: () => void;
}

/** The picture beside what was read of it: each detail can be put right, left out or filled in; Enter fills in. */
export function CredentialFields({ seen, party, onFill, onOther }: CredentialFieldsProps) {
  const { credential, picture } = seen;
  const [whose, setWhose] = useState(() => cardOf(party));
  const [proposals, setProposals] = useState(() => proposalsFor(credential, party, whose));
  const chosen = proposals.filter(({ isChosen }) => isChosen);
  const fill = (): void => {
    if (chosen.length > 0) onFill(filledParty(party, credential, whose, chosen));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    // The form behind is an ancestor of this dialog, and Enter would send it off.
    event.stopPropagation();
    fill();
  };
  return (
    <div className={css.read} onKeyDown={onKeyDown}>
      <CredentialPicture address={picture} kind={credential.kind} />
      <div className={css.details}>
        {credential.kind === '身份证' && (
          <CardOfRow
            value={whose}
            onChange={(of) => {
              setWhose(of);
              setProposals(proposalsFor(credential, party, of));
            }}
          />
        )}
        <ProposalLines
          proposals={proposals}
          labels={labelsOf(credential, whose)}
          onChange={(detail, to) =>
            setProposals((before) => before.map((each) => (each.detail === detail ? { ...each, ...to } : each)))
          }
        />
        <Aside details={credential.details} />
      </div>
      <ActBar note={chosen.length < proposals.length ? '没有打勾的不填。' : undefined}>
        <ReasonButton onClick={onOther}>换一张</ReasonButton>
        <ReasonButton
          kind="primary"
          keyHint="回车"
          reason={chosen.length > 0 ? null : '没有打勾的内容，没有可填的。'}
          onClick={fill}
          data-testid="fill-credential"
        >
          填入
        </ReasonButton>
      </ActBar>
    </div>
  );
}

const WHOSE = [
  { value: 'party', label: '当事人本人' },
  { value: 'legalRep', label: '法定代表人（经营者）' },
] as const;

function CardOfRow({ value, onChange }: { value: CardOf; onChange: (whose: CardOf) => void }) {
  return <RadioRow<CardOf> legend="这是谁的身份证" name="card-of" options={WHOSE} value={value} onChange={onChange} />;
}

type Labels = Record<Proposal['detail'], string>;

function labelsOf({ kind, isTrader }: Credential, whose: CardOf): Labels {
  const isPerson = kind === '身份证' && whose === 'party';
  return {
    name: isPerson ? '姓名' : '名称',
    uscc: '统一社会信用代码',
    legalRep: kind === '身份证' ? '法定代表人（经营者）' : isTrader ? '经营者' : '法定代表人（负责人）',
    idNumber: isPerson ? '证件号码' : '法定代表人（经营者）证件号码',
    address: '地址',
  };
}

interface ProposalLinesProps {
  proposals: readonly Proposal[];
  labels: Labels;
  onChange: (detail: Proposal['detail'], to: Partial<Proposal>) => void;
}

function ProposalLines({ proposals, labels, onChange }: ProposalLinesProps) {
  if (proposals.length === 0) return <p>认出的内容与已经填写的一致，没有要填的。</p>;
  return proposals.map((proposal, index) => (
    <ProposalLine
      key={proposal.detail}
      proposal={proposal}
      label={labels[proposal.detail]}
      isFirst={index === 0}
      onChange={(to) => onChange(proposal.detail, to)}
    />
  ));
}

/** The check digit of a code is judged again when it was put right by hand. */
function doubtOf(detail: Proposal['detail'], text: string): string | null {
  if (detail === 'uscc') return usccProblem(text);
  return detail === 'idNumber' ? idNumberProblem(text) : null;
}

function ProposalLine({
  proposal: { detail, text, doubt, before, isChosen },
  label,
  isFirst,
  onChange,
}: {
  proposal: Proposal;
  label: string;
  isFirst: boolean;
  onChange: (to: Partial<Proposal>) => void;
}) {
  return (
    <div className={css.line} data-detail={detail}>
      <TextField
        label={label}
        required
        autoFocus={isFirst}
        width="full"
        name={`read-${detail}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={256}
        value={text}
        keptAs={detail === 'uscc' || detail === 'idNumber' ? codeText : seenLine}
        problem={doubt}
        help={before === '' ? undefined : `现在填的是“${before}”，打勾就改成上面的。`}
        onChange={(typed) => {
          const problem = doubtOf(detail, typed);
          onChange({ text: typed, doubt: problem, isChosen: problem === null && typed !== '' });
        }}
      />
      <Check
        name={`take-${detail}`}
        checked={isChosen}
        onChange={(taken) => onChange({ isChosen: taken && text !== '' })}
      >
        {before === '' ? '填入' : '改成这个'}
      </Check>
    </div>
  );
}

const ASIDE: Partial<Record<CredentialDetail, string>> = {
  type: '类型',
  founded: '成立日期',
  sex: '性别',
  birth: '出生',
};

/** What a credential says besides and no field of a party holds; to compare. */
function Aside({ details }: { details: SeenCredential['credential']['details'] }) {
  const said = details.flatMap(({ detail, text, doubt }) => {
    const label = ASIDE[detail];
    return label === undefined ? [] : [`${label}：${text}${doubt === null ? '' : '（没读准）'}`];
  });
  return said.length === 0 ? null : <p className={css.aside}>{said.join('　')}</p>;
}

function CredentialPicture({ address, kind }: { address: string; kind: string }) {
  const [isLarge, setLarge] = useState(false);
  return (
    <figure className={css.picture}>
      <div className={css.stage} data-large={isLarge || undefined}>
        <img src={address} alt={`${kind}的图片`} />
      </div>
      <ReasonButton kind="quiet" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {isLarge ? '看全图' : '放大看'}
      </ReasonButton>
    </figure>
  );
}
