import { useSyncExternalStore } from 'react';
import { addDays, todayInSeoul } from './days';
import type { Day } from './days';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** A little after midnight in Seoul, so that the clock has surely passed it. */
const afterMs = 250;
/** Sleeping machines let timers pass late: it is looked at now and then, too. */
const longestMs = 15 * 60_000;

function wait(): void {
  const today = todayInSeoul();
  const midnight = new Date(`${addDays(today, 1)}T00:00:00+09:00`).getTime();
  timer = setTimeout(
    () => {
      if (todayInSeoul() !== today) listeners.forEach((listener) => listener());
      wait();
    },
    Math.min(longestMs, midnight - Date.now() + afterMs),
  );
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) wait();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The day that it is in Seoul; a page that is left open moves on with it. */
export function useToday(): Day {
  return useSyncExternalStore(subscribe, () => todayInSeoul());
}
