import { ReasonButton } from './reason-button.tsx';
import css from './segments.module.css';

export interface Segment<Key extends string> {
  key: Key;
  name: string;
  /** Beside the name: 缺3, 11/19. */
  count?: string;
}

export interface SegmentsProps<Key extends string> {
  /** What they are parts of, for readers. */
  label: string;
  segments: readonly Segment<Key>[];
  shown: Key;
  onShow: (key: Key) => void;
}

/** In a narrow window: which one of a screen's panes is in sight. In a wide one all of them are, and this is not seen. */
export const Segments = <Key extends string>({ label, segments, shown, onShow }: SegmentsProps<Key>) => (
  <div role="group" aria-label={label} className={css.row} data-pane>
    {segments.map(({ key, name, count }) => (
      <ReasonButton
        key={key}
        kind="quiet"
        className={css.segment ?? ''}
        aria-pressed={key === shown}
        onClick={() => onShow(key)}
        data-testid={`segment-${key}`}
      >
        {name}
        {count !== undefined && <span className={css.count}>{count}</span>}
      </ReasonButton>
    ))}
  </div>
);

/** For the element of each pane; base.css hides those that are not shown where there is no room for all. */
export const segmentPane = <Key extends string>(key: Key, shown: Key) => ({
  'data-segment': key,
  'data-shown': key === shown || undefined,
});
