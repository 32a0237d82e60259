/**
 * A preference of one person on one device, kept in the browser's storage and shared by every part of the page and
 * every tab. Only preferences go here: no figure, no token. Where storage is closed, it lasts as long as the page.
 */
import { useSyncExternalStore } from 'react';

/** A preference that can be read, changed and watched. */
export interface Stored<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Declares a preference; `read` answers the default for whatever it does not understand. */
export function stored<T>(
  key: string,
  read: (text: string | null) => T,
  write: (value: T) => string,
): Stored<T> {
  const listeners = new Set<() => void>();
  let value = read(readItem(key));
  const tell = () => listeners.forEach((listener) => listener());
  window.addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    value = read(readItem(key));
    tell();
  });
  return {
    get: () => value,
    set(next) {
      value = next;
      try {
        localStorage.setItem(key, write(next));
      } catch {
        // Storage is full or closed: the choice holds until the page is left.
      }
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of a preference, followed. */
export function useStored<T>(preference: Stored<T>): T {
  return useSyncExternalStore(preference.subscribe, preference.get);
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
