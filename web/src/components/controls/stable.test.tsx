import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useAsOf } from '@/lib/asOf';
import { accountOf, productionOf, renderApp, signedIn } from '@/test/app';
import { useScope } from '@/components/reports/useScope';
import { usePeriod } from './usePeriod';

describe('what a page asks for', () => {
  it('is the same object while nothing of it changed, so that charts are not drawn anew', async () => {
    signedIn(accountOf(), [productionOf()]);
    const seen: unknown[][] = [];
    function Asking() {
      const [drawn, draw] = useState(0);
      const scope = useScope(['musical']);
      const { range } = usePeriod('last30');
      seen.push([scope, range]);
      return <button onClick={() => draw(drawn + 1)}>{scope.shown.length}</button>;
    }
    const { user } = renderApp(<Asking />, '/?asOf=2026-11-20');
    const button = await screen.findByRole('button', { name: '1' });
    const before = seen.at(-1);
    await user.click(button);
    expect(seen.at(-1)?.[0]).toBe(before?.[0]);
    expect(seen.at(-1)?.[1]).toBe(before?.[1]);
  });

  it('moves on at midnight in Seoul', () => {
    vi.useFakeTimers({ now: new Date('2026-12-31T23:59:00+09:00') });
    function Day() {
      return <output>{useAsOf().asOf}</output>;
    }
    renderApp(<Day />);
    expect(screen.getByRole('status')).toHaveTextContent('2026-12-31');
    act(() => void vi.advanceTimersByTime(61_000));
    expect(screen.getByRole('status')).toHaveTextContent('2027-01-01');
    vi.useRealTimers();
  });
});
