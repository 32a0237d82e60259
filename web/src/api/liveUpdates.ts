/**
 * Follows what changes on the server. Events carry ids and the data version only, so each one makes answers stale,
 * which are then read again by whoever shows them. A lost stream comes back by itself, and what was missed meanwhile
 * is caught up: by the browser's `Last-Event-ID` where it reconnects, by reading everything again where it gave up.
 */
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { rememberDataVersion } from './dataVersion';
import { changeKinds, staleAfter } from './keys';
import type { ChangeKind } from './keys';

/** A change that was announced, with the instant at which this page heard of it. */
export interface Change {
  readonly kind: ChangeKind;
  readonly at: Date;
  readonly productionId: string | undefined;
  readonly uploadId: string | undefined;
}

/** Whether events arrive, and the last one. */
export interface LiveState {
  readonly connection: 'connecting' | 'open' | 'lost';
  /** Since when the figures may be old, while events do not arrive. */
  readonly lostAt: Date | undefined;
  /** Whether the stream was lost before and everything has been read again. */
  readonly recovered: boolean;
  readonly lastChange: Change | undefined;
}

const path = '/api/v1/events';
const firstDelay = 1_000;
const longestDelay = 30_000;
/** Bursts, as when many files are confirmed at once, are read again together. */
const gatherMs = 150;

let state: LiveState = {
  connection: 'connecting',
  lostAt: undefined,
  recovered: false,
  lastChange: undefined,
};
const listeners = new Set<() => void>();

function update(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  listeners.forEach((listener) => listener());
}

/** The state of the connection and the last change, followed. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Opens the stream and keeps it open until the answered function is called. */
export function followChanges(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelay;
  let missed = false;
  const stale = new Set<string>();

  function invalidate(): void {
    gathering = undefined;
    const names = [...stale];
    stale.clear();
    void client.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[0])) });
  }

  function hear(kind: ChangeKind, event: MessageEvent<unknown>): void {
    rememberDataVersion(event.lastEventId === '' ? null : event.lastEventId);
    if (kind === 'resync') {
      void client.invalidateQueries();
      return;
    }
    staleAfter[kind].forEach((name) => stale.add(name));
    gathering ??= setTimeout(invalidate, gatherMs);
    update({ lastChange: { kind, at: new Date(), ...ids(event.data) }, recovered: false });
  }

  function lose(): void {
    if (state.connection !== 'lost') update({ connection: 'lost', lostAt: new Date(), recovered: false });
  }

  function open(): void {
    const opened = new EventSource(path);
    source = opened;
    opened.onopen = () => {
      delay = firstDelay;
      const back = state.connection === 'lost';
      if (missed) {
        // A new stream knows nothing of the old one's position.
        missed = false;
        void client.invalidateQueries();
      }
      update({ connection: 'open', lostAt: undefined, recovered: back });
    };
    opened.onerror = () => {
      lose();
      // While it is connecting the browser tries again itself and sends the last id.
      if (opened.readyState !== EventSource.CLOSED) return;
      missed = true;
      timer = setTimeout(open, delay);
      delay = Math.min(delay * 2, longestDelay);
    };
    for (const kind of changeKinds) {
      opened.addEventListener(kind, (event: MessageEvent<unknown>) => hear(kind, event));
    }
  }

  update({ connection: 'connecting', lostAt: undefined, recovered: false, lastChange: undefined });
  open();
  return () => {
    source?.close();
    clearTimeout(timer);
    clearTimeout(gathering);
  };
}

function ids(data: unknown): Pick<Change, 'productionId' | 'uploadId'> {
  let read: unknown;
  try {
    read = JSON.parse(String(data));
  } catch {
    read = undefined;
  }
  const text = (name: string): string | undefined => {
    const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { productionId: text('productionId'), uploadId: text('uploadId') };
}
