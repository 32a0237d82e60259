import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTurning } from './useTurning';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (seconds: number) => {
  act(() => {
    vi.advanceTimersByTime(seconds * 1_000);
  });
};

describe('the pages of the wall', () => {
  it('move on by themselves and begin anew', () => {
    const { result } = renderHook(() => useTurning(2, 20));
    expect(result.current.shown).toBe(0);
    wait(20);
    expect(result.current.shown).toBe(1);
    wait(20);
    expect(result.current.shown).toBe(0);
  });

  it('stay while they are paused, and have their whole time after somebody turned', () => {
    const { result } = renderHook(() => useTurning(3, 20));
    act(() => {
      result.current.pause();
    });
    wait(60);
    expect(result.current.shown).toBe(0);
    act(() => {
      result.current.pause();
    });
    wait(15);
    act(() => {
      result.current.turn(-1);
    });
    expect(result.current.shown).toBe(2);
    wait(15);
    expect(result.current.shown).toBe(2);
    wait(5);
    expect(result.current.shown).toBe(0);
  });

  it('stay where there is but one', () => {
    const { result } = renderHook(() => useTurning(1, 5));
    wait(30);
    expect(result.current.shown).toBe(0);
  });
});
