import { useEffect, useEffectEvent, useState } from 'react';
import { MOST_SLANT } from '../../../shared/contract/tray.ts';
import { Slider } from '../../ui/slider.tsx';
import { useSettled } from '../../ui/use-settled.ts';

interface AngleSliderProps {
  /** By which the sheet is turned now, in degrees clockwise. */
  angle: number;
  /** By how much more it is shown turned, until its picture is made. */
  onAhead: (degrees: number) => void;
  onAngle: (angle: number) => void;
}

/** Long enough to hold an arrow key, short enough not to be waited for. */
const SETTLED_MS = 700;

/** 扶正: a small angle, by the arrow keys or by pulling; the sheet turns at once, its picture is made when the hand rests. */
export function AngleSlider({ angle, onAhead, onAngle }: AngleSliderProps) {
  const [wanted, setWanted] = useState(angle);
  const settled = useSettled(wanted, SETTLED_MS);
  const show = useEffectEvent(onAhead);
  const make = useEffectEvent((to: number) => {
    if (to !== angle) onAngle(to);
  });
  useEffect(() => make(settled), [settled]);
  useEffect(() => {
    show(wanted - angle);
    return () => show(0);
  }, [wanted, angle]);
  return (
    <Slider
      label="顺时针转多少度"
      least={-MOST_SLANT}
      most={MOST_SLANT}
      step={0.1}
      value={wanted}
      unit="°"
      onChange={setWanted}
    />
  );
}
