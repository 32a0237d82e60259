/**
 * Follows what changes on the server. Events carry ids and the data version only, so each one makes answers stale,
 * which are then read again by whoever shows them. A lost stream comes back by itself, and what was missed meanwhile
 * is caught up: by the browser's `Last-Event-ID` where it reconnects, by reading everything again where it gave up.
 */
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { tellIfSessionIsOver } from './client';
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
/** The first change is read again soon, and what follows, as when many files are confirmed, at most this often. */
const gatherMs = 1_000;
const firstGatherMs = 150;

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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const present = () => state;

/** The state of the connection and the last change, followed. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, present);
}

/**
 * Makes stale what an own write changed, by the names of `staleAfter`. While events arrive there is nothing to do: the
 * write is announced like anybody's, and what it changed would be read twice.
 */
export function changedByOneself(client: QueryClient, names: readonly string[]): void {
  if (state.connection !== 'open') void makeStale(client, names);
}

async function makeStale(client: QueryClient, names: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [resource, report] }) =>
      names.includes(String(resource)) || names.includes(`${String(resource)}/${String(report)}`),
  });
}

/** Opens the stream and keeps it open until the answered function is called. */
export function followChanges(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelay;
  let lastRead = Number.NEGATIVE_INFINITY;
  const stale = new Set<string>();

  function invalidate(): void {
    gathering = undefined;
    lastRead = Date.now();
    const names = [...stale];
    stale.clear();
    void makeStale(client, names);
  }

  function hear(kind: ChangeKind, event: MessageEvent<unknown>): void {
    rememberDataVersion(event.lastEventId === '' ? null : event.lastEventId);
    if (kind === 'resync') {
      void client.invalidateQueries();
      return;
    }
    staleAfter[kind].forEach((name) => stale.add(name));
    gathering ??= setTimeout(invalidate, Math.max(firstGatherMs, lastRead + gatherMs - Date.now()));
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
      // What failed meanwhile would stay so, and a new stream knows nothing of the old one's position.
      if (back) void client.invalidateQueries();
      update({ connection: 'open', lostAt: undefined, recovered: back });
    };
    opened.onerror = () => {
      lose();
      // While it is connecting the browser tries again itself and sends the last id.
      if (opened.readyState !== EventSource.CLOSED) return;
      // The stream does not tell why it was refused; that the session is over is known by asking who one is.
      void tellIfSessionIsOver();
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
