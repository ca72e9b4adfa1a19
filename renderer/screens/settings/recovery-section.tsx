import { useMutation } from '@tanstack/react-query';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { RecoveryLetter } from '../../parts/passwords/recovery-letter.tsx';
import { SaveLine } from './save-line.tsx';
import css from './settings.module.css';

/** 恢复信: a new sealed letter, for when the old one was opened or lost. */
export function RecoverySection() {
  const make = useMutation(queries.session.newRecoveryLetter.mutationOptions());
  const notMine = useRight('session.newRecoveryLetter');
  return (
    <section className={css.section} aria-label="恢复信">
      {make.data === undefined ? (
        <>
          <p>旧的恢复信拆开用过、找不到了，或者保管的人换了，就换发一封；换发后旧信上的恢复码作废。</p>
          <SaveLine
            saving={make}
            reason={notMine}
            label="换发恢复信"
            onSave={() => make.mutate(undefined)}
            data-testid="new-letter"
          />
        </>
      ) : (
        <RecoveryLetter ticket={make.data.recoveryLetter} onKept={make.reset} />
      )}
    </section>
  );
}
