import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useAccount } from '@/api/account';
import { confirmUpload, tryUpload } from '../api/uploads';
import { isBusy } from '../items';
import type { UploadItem } from '../items';
import { createUploadQueue } from '../queue';
import type { UploadQueue } from '../queue';

let present: { readonly accountId: string; readonly queue: UploadQueue } | undefined;

/** The queue of the person who is signed in; another person's files are nobody else's business. */
function queueOf(accountId: string): UploadQueue {
  if (present?.accountId !== accountId) {
    present = { accountId, queue: createUploadQueue({ attempt: tryUpload, confirm: confirmUpload }) };
  }
  return present.queue;
}

/** The uploads in the making, followed; what they change is read again at once. */
export function useUploadQueue(): { queue: UploadQueue; items: readonly UploadItem[] } {
  const { id } = useAccount();
  const queue = queueOf(id);
  const client = useQueryClient();
  const items = useSyncExternalStore(
    (listener) => queue.subscribe(listener),
    () => queue.items(),
  );
  useEffect(
    () =>
      queue.onEnded(() => {
        void client.invalidateQueries({
          predicate: ({ queryKey }) => ['uploads', 'reports'].includes(String(queryKey[0])),
        });
      }),
    [queue, client],
  );
  const busy = items.some(isBusy);
  useEffect(() => {
    if (!busy) return;
    // Closing the tab would end what is being sent.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
  return { queue, items };
}
