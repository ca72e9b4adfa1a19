import { useState } from 'react';
import { seenText } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import type { Approval, Paper } from '../../../shared/case-file.ts';
import type { Desk } from '../../../shared/contract/documents.ts';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { useKey } from '../../ui/keys.ts';
import { Problem } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './opinion-form.module.css';
import { opinionBox, type OpinionText } from './use-opinion-text.ts';
import type { useOpinions } from './use-opinions.ts';

type Opinions = ReturnType<typeof useOpinions>;
type Verdict = Approval['verdict'];

const SHIPPED_PHRASES = ['同意。', '事实清楚、证据确凿、程序合法，同意。'];

interface OpinionFormProps {
  paper: Paper;
  /** Of the place whose turn it is: 承办人意见. */
  label: string;
  desk: Desk;
  isSeen: boolean;
  text: OpinionText;
  opinions: Opinions;
  /** What agreeing is called: what comes next. */
  agree: string;
  /** Below a page, which needs the height: three verdicts in a row, and the caret stays where it is. */
  isLow?: boolean;
}

/** The box of the opinion and its three verdicts; what is typed stays until it is signed. */
export function OpinionForm({ paper, label, desk, isSeen, text, opinions, agree, isLow = false }: OpinionFormProps) {
  const { problem, give } = useVerdict({ paper, desk, isSeen, text, opinions });
  return (
    <form className={css.form} aria-label={label} data-pane onSubmit={(event) => event.preventDefault()}>
      <RefusalNote error={opinions.error} onClose={opinions.forget} />
      <label htmlFor={opinionBox.id}>{label}</label>
      <textarea
        id={opinionBox.id}
        name="opinion"
        rows={isLow ? 1 : 2}
        maxLength={512}
        autoFocus={!isLow}
        value={text.typed}
        placeholder={desk.blankOpinionAgrees ? '不写就记“同意。”' : ''}
        aria-invalid={problem !== null}
        {...typedInto(seenText, text.write)}
      />
      {problem !== null && <Problem>{problem}</Problem>}
      <div className={css.phrases} role="group" aria-label="常用意见">
        {phrasesOf(desk).map((phrase) => (
          <ReasonButton key={phrase} kind="quiet" onClick={() => text.write(phrase)}>
            {phrase}
          </ReasonButton>
        ))}
      </div>
      <Verdicts isLow={isLow} agree={agree} reason={isSeen ? null : NOT_SEEN} busy={opinions.busy} onGive={give} />
    </form>
  );
}

interface VerdictsProps {
  isLow: boolean;
  agree: string;
  reason: string | null;
  busy: boolean;
  onGive: (verdict: Verdict) => void;
}

function Verdicts({ isLow, agree, reason, busy, onGive }: VerdictsProps) {
  return (
    <div className={isLow ? css.row : css.verdicts}>
      <ReasonButton
        kind="primary"
        className={css.agree ?? ''}
        keyHint="Ctrl+Enter"
        reason={reason}
        busy={busy}
        onClick={() => onGive('同意')}
        data-testid="agree"
      >
        {agree}
      </ReasonButton>
      <div className={css.others}>
        {OTHERS.map(({ verdict, chord, id }) => (
          <ReasonButton
            key={verdict}
            keyHint={chord}
            reason={reason}
            busy={busy}
            onClick={() => onGive(verdict)}
            data-testid={id}
          >
            {verdict}
          </ReasonButton>
        ))}
      </div>
    </div>
  );
}

const NOT_SEEN = '文书还没有显示出来，看过再签。';
const OTHERS = [
  { verdict: '退回修改', chord: 'Alt+T', id: 'send-back' },
  { verdict: '不同意', chord: 'Alt+D', id: 'disagree' },
] as const;

function useVerdict({ paper, desk, isSeen, text, opinions }: Omit<OpinionFormProps, 'label' | 'agree' | 'isLow'>) {
  const [refused, setRefused] = useState<{ typed: string; problem: string } | null>(null);
  const give = (verdict: Verdict): void => {
    if (!isSeen || opinions.busy) return;
    const typed = text.typed.trim();
    if (typed === '' && (verdict !== '同意' || !desk.blankOpinionAgrees)) {
      setRefused({ typed: text.typed, problem: verdict === '同意' ? '请先写明意见。' : whyNeeded(verdict) });
      opinionBox.focus();
      return;
    }
    opinions.give({ paperId: paper.id, version: paper.version, verdict, opinion: typed }, text.forget);
  };
  // Before a tab or a list in focus takes Enter for itself.
  useKey('Ctrl+Enter', () => give('同意'), { hint: '同意', first: true });
  useKey('Alt+T', () => give('退回修改'), { hint: '退回' });
  useKey('Alt+D', () => give('不同意'), { hint: '不同意' });
  return { problem: refused?.typed === text.typed ? refused.problem : null, give };
}

const whyNeeded = (verdict: Verdict): string => `请写明${verdict}的理由，指出是哪一栏；在页面上点一栏，就引到这里。`;

/** What this person writes most; until they have written something, what is shipped. */
const phrasesOf = ({ phrases }: Desk): string[] => [...new Set([...phrases, ...SHIPPED_PHRASES])].slice(0, 2);
