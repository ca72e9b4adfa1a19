import { lazy, Suspense, useState, type ReactNode } from 'react';
import { HelpSlotContext } from '../../parts/help/help-slot.ts';
import { useKey, useKeys } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { placeAt } from '../places.ts';
import type { HelpPart } from './help-pane.tsx';

// The texts come when they are first asked for.
const HelpPane = lazy(async () => ({ default: (await import('./help-pane.tsx')).HelpPane }));

/** F1 says how the screen inside works, Shift+F1 or `?` which keys it has; the same key again shuts it. */
export function WithHelp({ path, children }: { path: string; children: ReactNode }) {
  const [part, setPart] = useState<HelpPart | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const toggle = (wanted: HelpPart): void => setPart(part === wanted ? null : wanted);
  useKey('F1', () => toggle('use'), { name: '怎么用这个界面', everywhere: true });
  useKey('Shift+F1', () => toggle('keys'), { name: '键的一览', everywhere: true });
  useKey('Shift+?', () => toggle('keys'));
  // An input method that is on gives the wide one.
  useKey('Shift+？', () => toggle('keys'));
  return (
    <HelpSlotContext value={slot}>
      {children}
      {part !== null && (
        <Suspense fallback={null}>
          <HelpPane place={placeAt(path)} part={part} onPart={setPart} onClose={() => setPart(null)} onSlot={setSlot} />
        </Suspense>
      )}
    </HelpSlotContext>
  );
}

/** For who knows no key yet. */
export function HelpButton({ className }: { className: string | undefined }) {
  const keys = useKeys();
  return (
    <ReasonButton
      kind="quiet"
      keyHint="F1"
      className={className}
      onClick={() => keys.press('F1')}
      data-testid="open-help"
    >
      帮助
    </ReasonButton>
  );
}
