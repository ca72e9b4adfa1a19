import { useState } from 'react';
import type { SessionState } from '../../../shared/contract/session.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { usePractise } from './use-practise.ts';
import css from './practice-band.module.css';

/** Across the whole window while one practises: that nothing here counts, and the ways out and back to the beginning. */
export function PracticeBand({ host }: Pick<SessionState, 'host'>) {
  const [asking, setAsking] = useState(false);
  const { practise, busy, error } = usePractise(host);
  return (
    <section className={css.band} aria-label="练习" data-pane data-testid="practice-band">
      <strong>练习</strong>
      <span className={css.words}>单位、人和案件都是编的，怎么办都不算数；每个人的密码都是 shili-2026。</span>
      <span className={css.acts}>
        <ReasonButton kind="quiet" onClick={() => setAsking(true)} data-testid="practise-anew">
          重新开始
        </ReasonButton>
        <ReasonButton busy={busy} onClick={() => void practise({ on: false })} data-testid="leave-practice">
          离开练习
        </ReasonButton>
      </span>
      {!asking && <RefusalNote error={error} />}
      {asking && (
        <Dialog title="重新开始练习" onClose={() => setAsking(false)} width={480}>
          <p className={css.ask}>练习里办过的都不留，样例案件回到开头。真的案件不受影响。</p>
          <RefusalNote error={error} />
          <ActBar>
            <ReasonButton onClick={() => setAsking(false)}>不重来</ReasonButton>
            <ReasonButton
              kind="primary"
              busy={busy}
              onClick={() => void practise({ on: true, anew: true })}
              data-testid="practise-anew-yes"
            >
              {busy ? '正在准备，要等一会儿…' : '重新开始'}
            </ReasonButton>
          </ActBar>
        </Dialog>
      )}
    </section>
  );
}
