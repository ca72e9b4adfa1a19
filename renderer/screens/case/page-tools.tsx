import type { Zoom } from '../../parts/pdf/pdf-view.tsx';
import { useKey } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/measures.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { viewAfter, viewNames } from './case-view.ts';
import css from './side-panel.module.css';
import { useWorkspace } from './use-workspace.ts';

const zooms: readonly { zoom: Zoom; name: string }[] = [
  { zoom: 'width', name: '适宽' },
  { zoom: 1, name: '100 %' },
  { zoom: 1.5, name: '150 %' },
];

/** The next larger or smaller size of the page; at the end it stays. */
export function zoomBy(zoom: Zoom, by: 1 | -1): Zoom {
  const index = zooms.findIndex((entry) => entry.zoom === zoom);
  return zooms[Math.min(Math.max(index + by, 0), zooms.length - 1)]?.zoom ?? zoom;
}

interface PageToolsProps {
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
}

/** How large the page is, and how much of the workspace it has. */
export function PageTools({ zoom, onZoom }: PageToolsProps) {
  const { view, showView } = useWorkspace();
  const narrow = useNarrow();
  const next = viewAfter(view);
  const showNext = (): void => showView(next);
  // A narrow window has one part at a time.
  useKey('F9', narrow ? null : showNext, { hint: viewNames[next] });
  useKey('Alt+=', () => onZoom(zoomBy(zoom, 1)), { name: '放大成文' });
  useKey('Alt+-', () => onZoom(zoomBy(zoom, -1)), { name: '缩小成文' });
  return (
    <div className={css.tools}>
      <select
        aria-label="页面大小"
        name="page-size"
        className={css.zoom}
        value={String(zoom)}
        onChange={({ target }) => onZoom(zooms.find(({ zoom: size }) => String(size) === target.value)?.zoom ?? zoom)}
      >
        {zooms.map(({ zoom: size, name }) => (
          <option key={name} value={String(size)}>
            {name}
          </option>
        ))}
      </select>
      {!narrow && (
        <ReasonButton kind="quiet" keyHint="F9" data-testid="next-view" onClick={showNext}>
          {viewNames[next]}
        </ReasonButton>
      )}
    </div>
  );
}
