import { QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '@/test/eventSource';
import { server } from '@/test/server';
import { eventually } from '@/test/eventually';
import { onSessionEnd } from './client';
import { forgetDataVersion, knownDataVersion } from './dataVersion';
import { changedByOneself, followChanges, useLiveState } from './liveUpdates';

let client: QueryClient;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  forgetDataVersion();
  client = new QueryClient();
  for (const key of [['reports', 'x'], ['reports', 'upload-coverage', '{}'], ['uploads'], ['jobs']])
    client.setQueryData(key, 1);
  stop = followChanges(client);
  server.use(http.get('*/api/v1/auth/me', () => new HttpResponse(null, { status: 502 })));
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

  it('reads again at most once a second, however many changes come', () => {
    FakeEventSource.last.accept();
    const read = vi.spyOn(client, 'invalidateQueries');
    for (let file = 0; file < 20; file += 1) {
      FakeEventSource.last.send('snapshot', String(50 + file), {});
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(2_000);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('keeps the figures of reports where a file only came in', () => {
    FakeEventSource.last.send('upload', '60', {});
    vi.advanceTimersByTime(200);
    expect(stale(['uploads'])).toBe(true);
    expect(stale(['reports', 'upload-coverage', '{}'])).toBe(true);
    expect(stale(['reports', 'x'])).toBe(false);
  });

  it('tells that the session is over where the stream is refused, and only then', async () => {
    const ended = vi.fn();
    const forget = onSessionEnd(ended);
    FakeEventSource.last.fail(true);
    await eventually(() => expect(FakeEventSource.opened).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(900);
    expect(ended).not.toHaveBeenCalled();
    server.use(http.get('*/api/v1/auth/me', () => new HttpResponse(null, { status: 401 })));
    FakeEventSource.last.fail(true);
    await eventually(() => expect(ended).toHaveBeenCalledOnce());
    forget();
  });

  it('announces own writes too, which are read again by themselves only while it is lost', () => {
    FakeEventSource.last.accept();
    changedByOneself(client, ['uploads', 'reports/upload-coverage']);
    expect(stale(['uploads'])).toBe(false);
    FakeEventSource.last.fail(false);
    changedByOneself(client, ['uploads', 'reports/upload-coverage']);
    expect(stale(['uploads'])).toBe(true);
    expect(stale(['reports', 'upload-coverage', '{}'])).toBe(true);
    expect(stale(['reports', 'x'])).toBe(false);
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
    // What failed while the server was away is read again as well.
    expect(stale(['jobs'])).toBe(true);
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
