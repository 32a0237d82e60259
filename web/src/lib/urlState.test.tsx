import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { useSetParams, useTyped } from './urlState';

describe('the address', () => {
  it('takes two changes of the same moment', async () => {
    function Both() {
      const setParams = useSetParams();
      return (
        <button
          onClick={() => {
            setParams((now) => ({ production: [...now.getAll('production'), 'A'] }));
            setParams((now) => ({ production: [...now.getAll('production'), 'B'] }));
          }}
        >
          both
        </button>
      );
    }
    const { user, router } = renderApp(<Both />, '/?asOf=2026-11-20');
    await user.click(screen.getByRole('button', { name: 'both' }));
    expect(router.state.location.search).toBe('?asOf=2026-11-20&production=A&production=B');
  });
});

describe('a text that is typed', () => {
  it('keeps every letter at once, and is applied when typing has rested', () => {
    vi.useFakeTimers();
    const apply = vi.fn();
    let typed: ReturnType<typeof useTyped> | undefined;
    function Typed() {
      typed = useTyped('', apply);
      return <output>{typed.text}</output>;
    }
    renderApp(<Typed />);
    for (const text of ['ㅂ', '보', '봄']) act(() => typed?.type(text));
    expect(screen.getByRole('status')).toHaveTextContent('봄');
    expect(apply).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(300));
    expect(apply).toHaveBeenCalledExactlyOnceWith('봄');
    vi.useRealTimers();
  });

  it('keeps a letter that is typed before what was applied arrives, until another value does', () => {
    vi.useFakeTimers();
    const apply = vi.fn();
    let typed: ReturnType<typeof useTyped> | undefined;
    let arrive: ((value: string) => void) | undefined;
    function Typed() {
      const [value, setValue] = useState('');
      arrive = setValue;
      typed = useTyped(value, apply);
      return <output>{typed.text}</output>;
    }
    renderApp(<Typed />);
    const type = (text: string) => act(() => typed?.type(text));
    const rest = () => act(() => void vi.advanceTimersByTime(300));
    type('봄');
    rest();
    type('봄밤');
    act(() => arrive?.('봄'));
    expect(screen.getByRole('status')).toHaveTextContent('봄밤');
    rest();
    expect(apply.mock.calls).toEqual([['봄'], ['봄밤']]);
    act(() => arrive?.('봄밤'));
    expect(screen.getByRole('status')).toHaveTextContent('봄밤');
    // Back, while a letter rests: the address counts, and the letter is not applied to it.
    type('봄밤의');
    act(() => arrive?.('봄'));
    expect(screen.getByRole('status')).toHaveTextContent(/^봄$/);
    rest();
    expect(apply).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
