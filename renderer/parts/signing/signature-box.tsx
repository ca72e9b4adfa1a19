import { useEffect, useRef, type PointerEvent } from 'react';
import type { Ink, InkPoint } from '../../../shared/template/sign-place.ts';
import css from './signing.module.css';

/** The unit of the points: a box of this size, however large it stands on the screen. */
const BOX = { width: 1200, height: 400 };
/** Drawn twice as fine, for dense screens. */
const FINENESS = 2;
const MOST_STROKES = 200;
const MOST_POINTS = 5000;
/** Width of a stroke by pressure. */
const THINNEST = 4;
const THICKER = 6;
/** What a finger or a mouse presses with. */
const EVEN_PRESSURE = 0.5;

interface SignatureBoxProps {
  /** What was written so far. */
  ink: Ink | null;
  onInk: (ink: Ink) => void;
  label: string;
}

type Pen = PointerEvent<HTMLCanvasElement>;

/** The box to sign in, with pen, finger or mouse; every point is kept with its pressure and time. */
export function SignatureBox({ ink, onInk, label }: SignatureBoxProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** The stroke under way, and whose: a palm that lies on the glass writes nothing meanwhile. */
  const stroke = useRef<{ pointer: number; points: InkPoint[] } | null>(null);
  const begun = useRef(0);
  useEffect(() => {
    if (canvas.current !== null) drawAll(canvas.current, ink?.strokes ?? []);
  }, [ink]);
  const begin = (event: Pen): void => {
    if (event.button !== 0 || stroke.current !== null || (ink?.strokes.length ?? 0) >= MOST_STROKES) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (ink === null) begun.current = event.timeStamp;
    stroke.current = {
      pointer: event.pointerId,
      points: [pointOf(event.nativeEvent, event.currentTarget, begun.current)],
    };
  };
  const go = (event: Pen): void => {
    const under = stroke.current;
    if (under?.pointer !== event.pointerId || under.points.length >= MOST_POINTS) return;
    const all = event.nativeEvent.getCoalescedEvents();
    const more = (all.length === 0 ? [event.nativeEvent] : all).map((each) =>
      pointOf(each, event.currentTarget, begun.current),
    );
    drawStroke(event.currentTarget, [...under.points.slice(-1), ...more]);
    under.points = [...under.points, ...more].slice(0, MOST_POINTS);
  };
  const end = (event: Pen): void => {
    const under = stroke.current;
    if (under?.pointer !== event.pointerId) return;
    stroke.current = null;
    onInk({
      ...BOX,
      pointer: ink?.pointer ?? kindOf(event.pointerType),
      strokes: [...(ink?.strokes ?? []), under.points],
    });
  };
  return (
    <canvas
      ref={canvas}
      className={css.box}
      width={BOX.width * FINENESS}
      height={BOX.height * FINENESS}
      role="img"
      aria-label={label}
      data-testid="signature-box"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

const kindOf = (pointer: string): Ink['pointer'] => (pointer === 'pen' || pointer === 'touch' ? pointer : 'mouse');

const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most) * 10) / 10;

type Touch = Pick<globalThis.PointerEvent, 'clientX' | 'clientY' | 'pressure' | 'timeStamp'>;

/** What leaves the box goes along its edge. */
function pointOf({ clientX, clientY, pressure, timeStamp }: Touch, canvas: HTMLCanvasElement, begun: number): InkPoint {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return [
    within(((clientX - left) / width) * BOX.width, BOX.width),
    within(((clientY - top) / height) * BOX.height, BOX.height),
    pressure === 0 ? EVEN_PRESSURE : pressure,
    Math.max(0, Math.round(timeStamp - begun)),
  ];
}

function drawAll(canvas: HTMLCanvasElement, strokes: readonly (readonly InkPoint[])[]): void {
  canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
  for (const points of strokes) drawStroke(canvas, points);
}

function drawStroke(canvas: HTMLCanvasElement, points: readonly InkPoint[]): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.strokeStyle = getComputedStyle(canvas).color;
  context.lineCap = 'round';
  points.forEach(([x, y, pressure], index) => {
    const [fromX, fromY] = points[index - 1] ?? [x, y];
    context.lineWidth = (THINNEST + THICKER * pressure) * FINENESS;
    context.beginPath();
    context.moveTo(fromX * FINENESS, fromY * FINENESS);
    context.lineTo(x * FINENESS, y * FINENESS);
    context.stroke();
  });
}
