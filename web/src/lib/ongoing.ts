/**
 * What goes on when one leaves the page that began it. The page says which part follows it, and whoever stands around
 * all pages draws that part: so its code comes with the page that needs it, and with no other.
 */
import { useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';

let parts: readonly ComponentType[] = [];
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const present = () => parts;

/** Has a part drawn from now on, once, whatever page is looked at. */
export function keepDrawn(part: ComponentType): void {
  if (parts.includes(part)) return;
  parts = [...parts, part];
  listeners.forEach((listener) => listener());
}

/** The parts that go on, followed. */
export function useOngoing(): readonly ComponentType[] {
  return useSyncExternalStore(subscribe, present);
}
