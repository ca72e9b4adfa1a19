import { groupNames, type GroupName } from './found-groups.ts';
import css from './search.module.css';

interface GroupTabsProps {
  narrowed: GroupName | null;
  onNarrow: (group: GroupName | null) => void;
}

/** The heads with their keys; the field keeps the focus, and Ctrl and the digit do the same. */
export const GroupTabs = ({ narrowed, onNarrow }: GroupTabsProps) => (
  <div className={css.groups} role="group" aria-label="只看一类">
    {groupNames.map((name, index) => (
      <button
        key={name}
        type="button"
        tabIndex={-1}
        aria-pressed={name === narrowed}
        className={css.groupTab}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onNarrow(name === narrowed ? null : name)}
      >
        {name} <kbd>{index + 1}</kbd>
      </button>
    ))}
  </div>
);
