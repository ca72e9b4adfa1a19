import type { EvidenceWanted } from '../../../shared/causes/cause.ts';
import css from './causes.module.css';

/** What to gather, and what it proves. */
export const EvidenceList = ({ evidence }: { evidence: readonly EvidenceWanted[] }) => (
  <ul className={css.list}>
    {evidence.map(({ name, proves }) => (
      <li key={name}>
        {name}
        {proves !== '' && <span className="second">　证明{proves}</span>}
      </li>
    ))}
  </ul>
);
