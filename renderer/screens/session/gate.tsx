import { lazy, Suspense, useState, type ReactNode } from 'react';
import { createKeys, KeysContext, useKey, useKeyListener } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import type { GateName } from './gate-help.ts';
import css from './gate.module.css';

// The texts come when they are first asked for.
const GateHelp = lazy(async () => ({ default: (await import('./gate-help-pane.tsx')).GateHelpPane }));

interface GateProps {
  title: string;
  subtitle?: string | undefined;
  wide?: boolean;
  /** Whose help F1 shows; left out where a fault alone is told. */
  help?: GateName;
  children: ReactNode;
}

/** The quiet page before the screens: log-in, recovery, set-up. It has keys of its own, those of the screens are not there yet. */
export function Gate({ title, subtitle, wide = false, help, children }: GateProps) {
  const [keys] = useState(createKeys);
  useKeyListener(keys);
  return (
    <KeysContext value={keys}>
      <main className={css.gate} data-ready>
        <div className={`${css.sheet} ${wide ? css.wide : ''}`}>
          <ScreenHead title={title} facts={subtitle}>
            {help !== undefined && <Help name={help} />}
          </ScreenHead>
          {children}
        </div>
      </main>
    </KeysContext>
  );
}

function Help({ name }: { name: GateName }) {
  const [isOpen, setOpen] = useState(false);
  const toggle = (): void => setOpen(!isOpen);
  useKey('F1', toggle, { everywhere: true });
  return (
    <>
      <ReasonButton kind="quiet" keyHint="F1" onClick={toggle} data-testid="open-help">
        帮助
      </ReasonButton>
      {isOpen && (
        <Suspense fallback={null}>
          <GateHelp name={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
