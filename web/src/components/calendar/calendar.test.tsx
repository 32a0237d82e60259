import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { MonthGrid } from './MonthGrid';

describe('the month of a calendar', () => {
  const waltz = {
    productionCode: 'MU2611',
    productionName: '붉은 지붕 아래에서',
    category: 'musical' as const,
    startsAt: '2026-11-20T10:30:00Z' as const,
    occupancy: 0.5,
    low: false,
  };

  it('names what is played, and its weekdays in the language of the page', async () => {
    renderApp(
      <MonthGrid
        month="2026-11"
        performances={[waltz]}
        marks={new Map([['2026-11-02', ['개막 붉은 지붕']]])}
        holidays={new Map([['2026-11-03', '임시공휴일']])}
      />,
    );
    const link = await screen.findByRole('link', { name: /붉은 지붕 아래에서, 11월 20일 금요일/ });
    expect(link).toHaveTextContent('19:30붉은 지붕50%');
    expect(link.querySelector('a')).toBeNull();
    expect(screen.getByText('개막 붉은 지붕')).toBeVisible();
    expect(screen.getByText('임시공휴일')).toHaveAttribute('title', '공휴일 임시공휴일');
    expect(screen.getByRole('columnheader', { name: '월' })).toBeVisible();
    expect(document.querySelector('[aria-label="Monday"]')).toBeNull();
  });

  it('moves on at midnight in Seoul: what was to come is past', () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T23:59:00+09:00') });
    renderApp(<MonthGrid month="2026-11" performances={[waltz]} />);
    const shown = () => screen.getByTitle('붉은 지붕 아래에서');
    expect(shown()).not.toHaveClass('past');
    act(() => void vi.advanceTimersByTime(61_000));
    expect(shown()).toHaveClass('past');
    vi.useRealTimers();
  });

  it('goes to a performance without loading the page anew', async () => {
    const { user, router } = renderApp(<MonthGrid month="2026-11" performances={[waltz]} />, '/calendar');
    await user.click(await screen.findByRole('link', { name: /붉은 지붕 아래에서/ }));
    expect(router.state.location).toMatchObject({
      pathname: '/productions/MU2611/performances',
      search: '?perf=2026-11-20T19%3A30',
    });
  });

  it('opens the performance that is pressed; a concert by its seats', async () => {
    const of = { productionCode: 'MU2611', productionName: '봄밤의 왈츠', occupancy: 0.5, low: false };
    renderApp(
      <MonthGrid
        month="2026-11"
        performances={[
          { ...of, category: 'musical', startsAt: '2026-11-20T10:30:00Z' },
          {
            ...of,
            productionCode: 'CO2613',
            productionName: '겨울 숲 콘서트',
            category: 'concert',
            startsAt: '2026-11-21T18:00:00+09:00',
          },
        ]}
      />,
      '/calendar?asOf=2026-11-19',
    );
    expect(await screen.findByRole('link', { name: /봄밤의 왈츠/ })).toHaveAttribute(
      'href',
      '/productions/MU2611/performances?asOf=2026-11-19&perf=2026-11-20T19%3A30',
    );
    expect(screen.getByRole('link', { name: /겨울 숲 콘서트/ })).toHaveAttribute(
      'href',
      '/productions/CO2613/seats?asOf=2026-11-19',
    );
  });
});
