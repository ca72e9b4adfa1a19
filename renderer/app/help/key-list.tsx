import { useOperator, useSession } from '../../data/session.ts';
import { chordWords, useKeyCommands, type KeyCommand } from '../../ui/keys.ts';
import { whyNotPlaceOf } from '../place-rights.ts';
import { railPlaces } from '../places.ts';
import css from '../../parts/help/help.module.css';

/** What the keys do on this screen, as F3 knows them too; where one leads; and what is the same everywhere. */
export function KeyList() {
  const operator = useOperator();
  const { lent } = useSession();
  const searches = lent === null && operator.reads === 'content';
  const here = useKeyCommands().filter(({ chord }) => !everywhere.some((key) => key.chord === chord));
  const theirs = lent === null ? railPlaces.filter((place) => whyNotPlaceOf(place, operator) === null) : [];
  return (
    <>
      <Keys title="在这个界面" keys={here} />
      {theirs.length > 0 && (
        <Keys
          title="去别的界面"
          keys={theirs.map(({ shortcut, name }) => ({ chord: shortcut, hint: name, reason: null }))}
        />
      )}
      <Keys title="到处都一样" keys={everywhere.filter(({ chord }) => searches || chord !== 'F3')} />
    </>
  );
}

/** Keys of the frame, and those that lists, fields and dialogs take themselves. */
const everywhere: readonly KeyCommand[] = [
  { chord: 'F1', hint: '怎么用这个界面' },
  { chord: 'Shift+F1', hint: '这张键的一览；不在填字时，按 ? 也行' },
  { chord: 'F3', hint: '查找，或者输入要做的事' },
  { chord: 'F6', hint: '换到下一块' },
  { chord: 'F8', hint: '锁定' },
  { chord: 'Esc', hint: '收起、离开这一栏、返回上一层' },
  { chord: 'Tab', hint: '下一栏；Shift+Tab 上一栏' },
  { chord: '↑ ↓', hint: '在列表、选项里上下走' },
  { chord: 'Enter', hint: '打开选中的，或者按下按钮' },
  { chord: '空格', hint: '勾选、取消勾选' },
].map((key) => ({ ...key, reason: null }));

const Keys = ({ title, keys }: { title: string; keys: readonly KeyCommand[] }) => (
  <section className={css.part}>
    <h3>{title}</h3>
    {keys.length === 0 && <p>这里没有自己的键。</p>}
    <ul className={css.keys}>
      {keys.map(({ chord, hint, reason }) => (
        <li key={chord}>
          <kbd>{chordWords(chord)}</kbd>
          <span>
            {hint}
            {reason !== null && <span className={css.reason}>{reason}</span>}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
