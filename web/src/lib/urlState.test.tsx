import { act, screen } from '@testing-library/react';
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
});
