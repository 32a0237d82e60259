/**
 * Whether the page is being printed. Charts, colours and tables follow before the sheet is drawn, which the browser
 * does as soon as the event has been told: what follows is drawn at once.
 */
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
const listeners = new Set<() => void>();

function become(now: boolean): void {
  printing = now;
  // The style sheets follow the same mark, so that what is measured now is what will be printed.
  document.documentElement.toggleAttribute('data-printing', now);
  flushSync(() => listeners.forEach((listener) => listener()));
}

window.addEventListener('beforeprint', () => become(true));
window.addEventListener('afterprint', () => become(false));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a sheet is about to be drawn. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}
