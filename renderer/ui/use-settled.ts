import { useEffect, useState } from 'react';

/** `value` once it has stayed the same for `ms`; the first one at once. Holding an arrow key then opens one preview, not fifty. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
