import { evidenceWanted } from '../../../shared/procedure/evidence-wanted.ts';
import { EvidenceList } from '../../parts/causes/evidence-list.tsx';
import css from './exhibits.module.css';
import { useCalmCase } from './use-case-work.ts';

/** What the 案由 asks for and the case does not hold yet; what it seems to hold is named, for a person to judge. */
export function EvidenceStillWanted() {
  const { file } = useCalmCase();
  const wanted = evidenceWanted(file);
  if (wanted.length === 0 || file.case.state === 'filed') return null;
  const missing = wanted.filter(({ held }) => held === null);
  const held = wanted.filter((evidence) => evidence.held !== null);
  return (
    <details className={css.wanted} open={missing.length > 0} data-testid="evidence-wanted">
      <summary>
        按案由还要收集{missing.length}项{held.length > 0 && `，可能已有${held.length}项`}
      </summary>
      <EvidenceList evidence={missing} />
      {held.length > 0 && (
        <p className={css.hint}>
          可能已有：{held.map(({ name, held: title }) => `${name}（${title ?? ''}）`).join('、')}
        </p>
      )}
    </details>
  );
}
