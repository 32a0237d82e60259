import { useEffect, useState } from 'react';

/** Which of some pages is shown: it moves on by itself, unless it is paused, and begins anew after the last. */
export function useTurning(count: number, seconds: number) {
  const [at, setAt] = useState(0);
  const [paused, setPaused] = useState(false);
  const shown = count === 0 ? 0 : at % count;
  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setTimeout(() => setAt((now) => (now + 1) % count), seconds * 1_000);
    return () => clearTimeout(timer);
    // Whoever turned by hand has a whole time for the page.
  }, [paused, count, seconds, shown]);
  return {
    shown,
    paused,
    pause: () => setPaused((now) => !now),
    turn: (step: 1 | -1) => setAt((now) => (now + step + count) % Math.max(1, count)),
  };
}
