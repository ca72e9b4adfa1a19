import { useState } from 'react';
import type { TraySheet } from '../../../shared/contract/tray.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { addressOfSheet } from './sign-cuts.tsx';
import { AngleSlider } from './angle-slider.tsx';
import css from './tray.module.css';

interface SheetViewProps {
  sheets: readonly TraySheet[];
  /** Pages of the print these belong to; null where nobody knows. */
  pages: number | null;
  index: number;
  onIndex: (index: number) => void;
  onTurn: (sheetId: string) => void;
  onStraighten: (sheetId: string, angle: number) => void;
}

/** The sheets of the line in hand, one at a time, as large as the pane or as they are. */
export function SheetView({ sheets, pages, index, onIndex, onTurn, onStraighten }: SheetViewProps) {
  const [large, setLarge] = useState(false);
  const [slanting, setSlanting] = useState(false);
  /** By how much the picture is shown turned before it is. */
  const [ahead, setAhead] = useState(0);
  const sheet = sheets[Math.min(index, sheets.length - 1)];
  const go = (to: number): void => onIndex(Math.max(0, Math.min(to, sheets.length - 1)));
  const slant = (): void => setSlanting(!slanting);
  useKey('PageDown', sheets.length > 1 ? () => go(index + 1) : null, { hint: '翻页', first: true });
  useKey('PageUp', sheets.length > 1 ? () => go(index - 1) : null, { first: true });
  useKey('Alt+R', sheet === undefined ? null : () => onTurn(sheet.id), { hint: '旋转' });
  useKey('Alt+X', sheet === undefined ? null : slant, { hint: '扶正' });
  if (sheet === undefined) return null;
  const place =
    pages === null || sheet.page === null
      ? `第 ${index + 1} 张，共 ${sheets.length} 张`
      : `第 ${sheet.page} 页，共 ${pages} 页`;
  return (
    <>
      <div className={css.tools} role="toolbar" aria-label="扫描件">
        <span>{place}</span>
        <span className="second">
          {sheet.fileName}　第 {sheet.seq} 张
        </span>
        <Turning index={index} count={sheets.length} onGo={go} />
        <ReasonButton kind="quiet" keyHint="Alt+R" data-testid="turn-sheet" onClick={() => onTurn(sheet.id)}>
          旋转
        </ReasonButton>
        <ReasonButton kind="quiet" keyHint="Alt+X" aria-expanded={slanting} data-testid="straighten" onClick={slant}>
          扶正
        </ReasonButton>
        <ReasonButton kind="quiet" aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? '适宽' : '放大'}
        </ReasonButton>
      </div>
      {slanting && (
        <AngleSlider
          key={`${sheet.id} ${sheet.quarters}`}
          angle={sheet.angle}
          onAhead={setAhead}
          onAngle={(angle) => onStraighten(sheet.id, angle)}
        />
      )}
      <div className={css.page} tabIndex={0} role="region" aria-label={`扫描件，${place}`}>
        <img
          key={sheet.id}
          className={large ? css.large : css.fitted}
          style={ahead === 0 ? undefined : { rotate: `${ahead}deg` }}
          src={addressOfSheet(sheet)}
          width={sheet.width}
          height={sheet.height}
          alt={`扫描件 ${sheet.fileName} 第 ${sheet.seq} 张`}
          data-testid="sheet"
        />
      </div>
    </>
  );
}

interface TurningProps {
  index: number;
  count: number;
  onGo: (index: number) => void;
}

const Turning = ({ index, count, onGo }: TurningProps) => (
  <>
    <ReasonButton kind="quiet" reason={index === 0 ? '已经是第一张。' : null} onClick={() => onGo(index - 1)}>
      上一张
    </ReasonButton>
    <ReasonButton kind="quiet" reason={index >= count - 1 ? '已经是最后一张。' : null} onClick={() => onGo(index + 1)}>
      下一张
    </ReasonButton>
  </>
);
