import type { QueryClient } from '@tanstack/react-query';
import { stored } from '@/lib/stored';
import { whenIdle } from '@/lib/whenIdle';

/** Whether this browser has fetched letters before, and most likely has them still. */
const known = stored(
  'fullhouse.letters',
  (text) => text === 'known',
  (isKnown) => (isKnown ? 'known' : ''),
);

/**
 * Has the letters fetched: at once by whoever has them from before; else when the first figures are drawn, as a page takes
 * a dozen of their 92 files, 300 kB. Texts stand in the system's font until then.
 */
export function fetchLetters(client: QueryClient, fetch = () => import('@/app/letters.css')): void {
  if (known.get()) {
    void fetch();
    return;
  }
  const leave = client.getQueryCache().subscribe((event) => {
    const settled = event.type === 'updated' && ['success', 'error'].includes(event.action.type);
    if (!settled || client.isFetching() > 0) return;
    leave();
    whenIdle(() => void fetch().then(() => known.set(true)));
  });
}
