import type { FaultRecord } from '../../../../shared/faults/fault.ts';
import { localOf } from '../../../parts/days/day-words.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import css from './faults.module.css';
import { sourceNames } from './source-names.ts';
import { Fact, Facts } from '../../../ui/fact.tsx';

/** One entry with its places in the code, for who maintains the program. */
export function FaultDetail({ fault, onClose }: { fault: FaultRecord; onClose: () => void }) {
  const { id, moment, source, call, kind, code, places, version } = fault;
  const lines = [
    ['时间', localOf(moment).replace('T', ' ')],
    ['何处', `${sourceNames[source]} ${call ?? ''}`],
    ['种类', `${kind} ${code ?? ''}`],
    ['程序版本', version],
  ] as const;
  return (
    <Dialog title={`故障记录 ${id}`} onClose={onClose}>
      <Facts>
        {lines.map(([label, said]) => (
          <Fact key={label} term={label}>
            {said}
          </Fact>
        ))}
      </Facts>
      <h3 className={css.heading}>程序里的位置</h3>
      {places.length === 0 ? (
        <p className="second">没有留下位置。</p>
      ) : (
        <ol className={css.places} tabIndex={0} aria-label="程序里的位置">
          {places.map((place, index) => (
            <li key={`${index} ${place}`}>{place}</li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
