/**
 * Light, dark, or as the system has it. The choice is kept in the browser; `public/scheme.js` reads the same key
 * before the first paint.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { usePrinting } from '@/lib/printing';
import { stored, useStored } from '@/lib/stored';
import type { Scheme } from './tokens';

/** What somebody chose. */
export type SchemeChoice = Scheme | 'system';

export const schemePreference = stored<SchemeChoice>(
  'fullhouse.scheme',
  (text) => (text === 'light' || text === 'dark' ? text : 'system'),
  (choice) => choice,
);

const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function watchSystem(listener: () => void): () => void {
  const query = systemDark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The scheme that is shown; paper is light. */
export function useScheme(): Scheme {
  const choice = useStored(schemePreference);
  const dark = useSyncExternalStore(watchSystem, () => systemDark().matches);
  const printing = usePrinting();
  if (printing) return 'light';
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}

/** Puts the scheme on the document, where the style sheets read it. Belongs once into the root. */
export function useSchemeOnDocument(): void {
  const scheme = useScheme();
  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
  }, [scheme]);
}
