import { QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '@/test/eventSource';
import { forgetDataVersion, knownDataVersion } from './dataVersion';
import { followChanges, useLiveState } from './liveUpdates';

let client: QueryClient;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  forgetDataVersion();
  client = new QueryClient();
  for (const key of [['reports', 'x'], ['uploads'], ['jobs']]) client.setQueryData(key, 1);
  stop = followChanges(client);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const stale = (key: string[]) => client.getQueryState(key)?.isInvalidated;

describe('the stream of changes', () => {
  it('makes stale what a change concerns, and remembers its data version', () => {
    FakeEventSource.last.accept();
    FakeEventSource.last.send('snapshot', '42', { productionId: 'p1' });
    vi.advanceTimersByTime(200);
    expect(stale(['reports', 'x'])).toBe(true);
    expect(stale(['uploads'])).toBe(true);
    expect(stale(['jobs'])).toBe(false);
    expect(knownDataVersion()).toBe(42);
  });

  it('makes everything stale when changes were missed', () => {
    FakeEventSource.last.send('resync', '43', {});
    expect(stale(['jobs'])).toBe(true);
  });

  it('tells the last change and whether events arrive', () => {
    const { result } = renderHook(() => useLiveState());
    act(() => FakeEventSource.last.accept());
    expect(result.current.connection).toBe('open');
    act(() => FakeEventSource.last.send('target', '44', { productionId: 'p1' }));
    expect(result.current.lastChange).toMatchObject({ kind: 'target', productionId: 'p1' });
    act(() => FakeEventSource.last.fail(false));
    expect(result.current.connection).toBe('lost');
    act(() => FakeEventSource.last.accept());
    expect(result.current).toMatchObject({ connection: 'open', recovered: true });
    expect(stale(['jobs'])).toBe(false);
  });

  it('opens a new stream where the browser gave up, later each time, and then reads everything again', () => {
    FakeEventSource.last.fail(true);
    expect(FakeEventSource.opened).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(FakeEventSource.opened).toHaveLength(2);
    FakeEventSource.last.fail(true);
    vi.advanceTimersByTime(1_000);
    expect(FakeEventSource.opened).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(FakeEventSource.opened).toHaveLength(3);
    FakeEventSource.last.accept();
    expect(stale(['jobs'])).toBe(true);
  });
});
