import { useSyncExternalStore } from 'react';
import { useAccount } from '@/api/account';
import { confirmUpload, tryUpload } from '../api/uploads';
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

/** The uploads in the making, followed. */
export function useUploadQueue(): { queue: UploadQueue; items: readonly UploadItem[] } {
  const { id } = useAccount();
  const queue = queueOf(id);
  const items = useSyncExternalStore(
    (listener) => queue.subscribe(listener),
    () => queue.items(),
  );
  return { queue, items };
}
