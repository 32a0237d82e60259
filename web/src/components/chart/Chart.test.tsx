import { act, render } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Chart } from './Chart';

const drawn: { setOption: ReturnType<typeof vi.fn>; resize: ReturnType<typeof vi.fn> }[] = [];

vi.mock('./echarts', () => ({
  init: () => {
    const one = {
      setOption: vi.fn(),
      resize: vi.fn(),
      on: vi.fn(),
      getZr: () => ({ on: vi.fn(), flush: vi.fn() }),
      dispose: vi.fn(),
      getOption: () => ({}),
    };
    drawn.push(one);
    return one;
  },
}));

const chart = (summary: string) => <Chart option={() => ({})} height={200} summary={summary} />;

beforeEach(() => {
  drawn.length = 0;
});

describe('a chart that is printed', () => {
  it('is drawn though nobody has scrolled to it, and is as narrow as the sheet', async () => {
    vi.useFakeTimers();
    const { rerender } = render(<>{chart('하나')}</>);
    // Without idle callbacks the library is loaded after a while.
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    await vi.dynamicImportSettled();
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(drawn).toHaveLength(1);
    rerender(
      <>
        {chart('하나')}
        {chart('둘')}
      </>,
    );
    expect(drawn).toHaveLength(1);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(drawn).toHaveLength(2);
    expect(drawn[1]?.setOption).toHaveBeenCalledOnce();
    expect(drawn[1]?.setOption.mock.calls[0]?.[0]).toMatchObject({ animation: false });
    const narrow: unknown = expect.any(Number);
    for (const one of drawn) expect(one.resize).toHaveBeenLastCalledWith({ width: narrow });
    act(() => void window.dispatchEvent(new Event('afterprint')));
    for (const one of drawn) expect(one.resize).toHaveBeenLastCalledWith({ width: 'auto' });
    vi.useRealTimers();
  });
});
