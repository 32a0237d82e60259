import { useCallback, useSyncExternalStore } from 'react';
import { breakpoints } from './theme/tokens';

/** Whether a media query holds, followed. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Whether the page is as narrow as a phone. */
export function usePhone(): boolean {
  return useMediaQuery(`(max-width: ${breakpoints.sm - 0.02}px)`);
}
