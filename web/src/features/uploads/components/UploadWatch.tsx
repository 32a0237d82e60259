import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { changedByOneself } from '@/api/liveUpdates';
import { useProductions } from '@/api/productions';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { useWithdraw } from '../api/uploads';
import { useUploadQueue } from '../hooks/useUploadQueue';
import { isBusy } from '../items';
import type { Upload } from '../items';
import type { UploadQueue } from '../queue';
import { words } from '../words';

/**
 * Follows the uploads in the making wherever one looks meanwhile: what they change is read again at once, what was
 * applied is told, and the tab is not closed over them unasked.
 */
export function UploadWatch() {
  const { queue, items } = useUploadQueue();
  const client = useQueryClient();
  const tell = useTellApplied(queue);
  useEffect(
    () =>
      queue.onEnded((upload, run) => {
        changedByOneself(client, ['uploads', 'reports']);
        // What was there before is not taken back by an undo.
        tell(upload.status === 'completed' && run.replaces?.id !== upload.id ? upload : undefined);
      }),
    [queue, client, tell],
  );
  const busy = items.some(isBusy);
  useEffect(() => {
    if (!busy) return;
    // Closing the tab would end what is being sent.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
  return null;
}

/**
 * Says what was applied once nothing is being applied any more, and offers to take it back, which brings back what was
 * shown before.
 */
function useTellApplied(queue: UploadQueue): (upload: Upload | undefined) => void {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const productions = useProductions();
  const { mutateAsync: withdraw } = useWithdraw();
  const applied = useRef<Upload[]>([]);

  async function takeBack(uploads: readonly Upload[]) {
    try {
      for (const { id } of uploads) queue.became(await withdraw(id));
      say(t.saidTakenBack(uploads.length));
    } catch {
      say(t.notTakenBack);
    }
  }

  function tell(upload: Upload | undefined) {
    if (upload !== undefined) applied.current.push(upload);
    if (queue.items().some(({ stage }) => stage.kind === 'confirming')) return;
    const all = applied.current;
    const [first] = all;
    if (first === undefined) return;
    applied.current = [];
    const name = productions.find(({ id }) => id === first.productionId)?.name ?? first.productionCode;
    const text =
      all.length === 1 ? t.saidApplied(name, format.day(first.recordDate)) : t.saidAppliedMany(all.length);
    say(text, { undo: () => void takeBack(all) });
  }

  // The newest words and names, without hearing anew of what ended.
  const newest = useRef(tell);
  useEffect(() => {
    newest.current = tell;
  });
  return useCallback((upload: Upload | undefined) => newest.current(upload), []);
}
