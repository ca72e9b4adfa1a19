import { useEffect, useId, useRef } from 'react';
import css from './slider.module.css';

export interface SliderProps {
  label: string;
  least: number;
  most: number;
  /** By how much one arrow key changes it. */
  step: number;
  value: number;
  unit: string;
  onChange: (value: number) => void;
}

/** A number by eye: pulled, or by the arrow keys, PgUp and PgDn; it takes the caret where it comes up. */
export function Slider({ label, least, most, step, value, unit, onChange }: SliderProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={css.row}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="range"
        className={css.slider}
        min={least}
        max={most}
        step={step}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={id} className={css.value}>
        {value.toFixed(1)}
        {unit}
      </output>
    </div>
  );
}
