import { useCallback, useEffect, useRef } from 'react';

/** How long a zoom has to rest before it enters the address, which browsers do not let one write at every step. */
const restMs = 250;

/** Calls `action` with the last value, once no further one came for a moment. */
export function useDelayed<T>(action: (value: T) => void): (value: T) => void {
  const latest = useRef(action);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((value: T) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(value), restMs);
  }, []);
}
