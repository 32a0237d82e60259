/**
 * The uploads in the making. They live beside the pages, so that one can look elsewhere while files are sent. The
 * server reads two files at a time; more than two are therefore kept back here, where their state can be shown.
 */
import { asProblem } from '@/api/problem';
import { mayApply } from './doubts';
import { groupFiles, isReady, waitingHalf } from './items';
import type { DryRun, Place, Stage, Upload, UploadItem } from './items';
import { isRepeat } from './repeat';

type How = { readonly onShare: (share: number) => void; readonly signal: AbortSignal };

/** What the queue asks of the server. */
export interface QueueCalls {
  readonly attempt: (files: readonly File[], place: Place, how: How) => Promise<DryRun>;
  readonly confirm: (files: readonly File[], place: Place, how: How) => Promise<Upload>;
}

const atATime = 2;
const mostRetries = 3;

/** Makes a queue; `createUploadQueue({ attempt: tryUpload, confirm: confirmUpload })`. */
export function createUploadQueue(calls: QueueCalls) {
  let items: readonly UploadItem[] = [];
  let running = 0;
  let made = 0;
  const listeners = new Set<() => void>();
  const ended = new Set<(upload: Upload, run: DryRun) => void>();
  const controllers = new Map<string, AbortController>();
  const work: (() => Promise<void>)[] = [];

  function set(next: readonly UploadItem[]): void {
    items = next;
    listeners.forEach((listener) => listener());
  }

  function patch(id: string, change: Partial<UploadItem>): void {
    set(items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  const stage = (id: string, next: Stage) => patch(id, { stage: next });
  const find = (id: string) => items.find((item) => item.id === id);

  function pump(): void {
    while (running < atATime) {
      const next = work.shift();
      if (next === undefined) return;
      running += 1;
      void next().finally(() => {
        running -= 1;
        pump();
      });
    }
  }

  /** Runs a call for an item, again when the server has no room at the moment. */
  async function patiently<T>(
    id: string,
    call: (how: How) => Promise<T>,
    onShare: How['onShare'],
  ): Promise<T> {
    const controller = new AbortController();
    controllers.set(id, controller);
    for (let tried = 0; ; tried += 1) {
      try {
        return await call({ onShare, signal: controller.signal });
      } catch (error) {
        const problem = asProblem(error);
        if (controller.signal.aborted || problem.status !== 503 || tried >= mostRetries) throw problem;
        await new Promise((resolve) => setTimeout(resolve, (problem.retryAfter ?? 2) * 1_000));
      }
    }
  }

  function attempt(id: string): void {
    controllers.get(id)?.abort();
    patch(id, { stage: { kind: 'waiting' }, seen: false });
    work.push(async () => {
      const item = find(id);
      if (item?.stage.kind !== 'waiting') return;
      const { files, place } = item;
      const current = () => find(id)?.files === files && find(id)?.place === place;
      stage(id, { kind: 'trying', share: 0 });
      try {
        const run = await patiently(
          id,
          (how) => calls.attempt(files, place, how),
          (share) => current() && stage(id, { kind: 'trying', share }),
        );
        const repeated = await isRepeat(files, run);
        if (current()) stage(id, { kind: 'read', run, repeated });
      } catch (error) {
        if (current()) stage(id, { kind: 'refused', problem: asProblem(error) });
      }
    });
    pump();
  }

  function confirm(id: string): void {
    const item = find(id);
    if (item === undefined || !isReady(item) || !('run' in item.stage)) return;
    const { run } = item.stage;
    stage(id, { kind: 'confirming', run, share: 0 });
    work.push(async () => {
      try {
        const upload = await patiently(
          id,
          (how) => calls.confirm(item.files, item.place, how),
          (share) => stage(id, { kind: 'confirming', run, share }),
        );
        stage(id, { kind: 'ended', run, upload });
        ended.forEach((listener) => listener(upload, run));
      } catch (error) {
        stage(id, { kind: 'unconfirmed', run, problem: asProblem(error) });
      }
    });
    pump();
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    items: () => items,
    /** Calls `listener` with each upload that was confirmed and has ended, and what its dry run had said. */
    onEnded(listener: (upload: Upload, run: DryRun) => void): () => void {
      ended.add(listener);
      return () => ended.delete(listener);
    },
    /** Takes files in and asks what each would do; answers the first new item. */
    add(
      files: readonly File[],
      extra: Pick<UploadItem, 'place' | 'wantedDay'> = { place: {} },
    ): string | undefined {
      const touched: string[] = [];
      for (const group of groupFiles(files)) {
        const half = waitingHalf(items, group);
        if (half === undefined) {
          made += 1;
          const id = `file-${made}`;
          set([...items, { id, files: group, stage: { kind: 'waiting' }, ...extra }]);
          touched.push(id);
        } else {
          patch(half.id, { files: [...half.files, ...group] });
          touched.push(half.id);
        }
      }
      touched.forEach(attempt);
      return touched[0];
    },
    /** Asks again, for example once a production was created. */
    retry: attempt,
    /** Tells what the file belongs to, and asks again. */
    place(id: string, place: Place): void {
      patch(id, { place });
      attempt(id);
    },
    /** Puts other files in the place of an item's, and asks again. */
    replace(id: string, files: readonly File[]): void {
      patch(id, { files });
      attempt(id);
    },
    /** Notes whether somebody saw what speaks against an item. */
    see(id: string, seen: boolean): void {
      patch(id, { seen });
    },
    /** Sends the files for good. */
    confirm,
    /** Confirms all that nothing speaks against. */
    confirmAll(): void {
      const all = items;
      all.filter((item) => mayApply(all, item)).forEach(({ id }) => confirm(id));
    },
    /** Notes what became of an upload since it ended. */
    became(upload: Upload): void {
      for (const { id, stage: at } of items) {
        if (at.kind === 'ended' && at.upload.id === upload.id) stage(id, { ...at, upload });
      }
    },
    /** Takes an item from the list; what is being sent is given up. */
    remove(id: string): void {
      set(items.filter((item) => item.id !== id));
      controllers.get(id)?.abort();
      controllers.delete(id);
    },
  };
}

/** A queue of uploads. */
export type UploadQueue = ReturnType<typeof createUploadQueue>;
