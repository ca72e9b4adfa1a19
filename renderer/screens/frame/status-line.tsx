import { dayWords } from '../../parts/day-words.ts';
import { useKeyHints } from '../../parts/keys.ts';
import { useSession } from '../../parts/session.ts';

/** The thin line below: when the store was verified, the anchor code, the keys that work here. */
export function StatusLine() {
  const { verifiedAt, anchor } = useSession();
  return (
    <footer className="status-line">
      <span>{verifiedAt === null ? '记录还没有核验过' : `记录核验于 ${dayWords(verifiedAt)}`}</span>
      {anchor !== null && (
        <span title="纸上锚点：印在回执和移送单上，用来查对记录有没有被截短">
          锚点 <span className="status-code">{anchor}</span>
        </span>
      )}
      <span className="status-keys">
        {useKeyHints().map(({ chord, hint }) => (
          <span key={chord}>
            <kbd>{chord}</kbd> {hint}
          </span>
        ))}
      </span>
    </footer>
  );
}
