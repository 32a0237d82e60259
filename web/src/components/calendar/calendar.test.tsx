import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { MonthGrid } from './MonthGrid';
import type { CalendarBand } from './MonthGrid';
import { MonthList } from './MonthList';

/** A week of notes, across its days. */
const week: CalendarBand = {
  key: 'w',
  from: '2026-11-16',
  to: '2026-11-22',
  name: '봄밤의 왈츠',
  category: 'musical',
  text: '조기 예매',
};

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

  it('reserves as much room in each head of a week as its fullest one needs, where bands lie across', async () => {
    renderApp(
      <MonthGrid
        month="2026-11"
        performances={[]}
        bands={[week]}
        marks={new Map([['2026-11-17', ['개막', '티켓 오픈']]])}
        notes={new Map([['2026-11-17', '기자 간담회']])}
      />,
    );
    await screen.findByText('티켓 오픈');
    const head = (date: string) =>
      document.querySelector<HTMLElement>(`[data-date="${date}"] .day`)?.style.getPropertyValue('--reserved');
    expect(head('2026-11-16')).toBe('3');
    expect(head('2026-11-17')).toBe('3');
    expect(head('2026-11-24')).toBe('0');
  });
});

describe('the month on a phone', () => {
  const waltz = {
    productionCode: 'MU2611',
    productionName: '붉은 지붕 아래에서',
    category: 'musical' as const,
    occupancy: 0.5,
    low: false,
  };

  it('lists each day with all of its words, its performances in order, and the weeks across it', async () => {
    const onWeek = vi.fn();
    const { user } = renderApp(
      <MonthList
        month="2026-11"
        performances={[
          { ...waltz, startsAt: '2026-11-20T10:30:00Z' },
          { ...waltz, startsAt: '2026-11-20T05:00:00Z' },
          { ...waltz, startsAt: '2026-12-01T05:00:00Z' },
        ]}
        bands={[week]}
        notes={new Map([['2026-11-03', '기자 간담회']])}
        onWeek={onWeek}
      />,
    );
    expect(screen.getByText('기자 간담회').closest('li')).toHaveTextContent(/^11\/3 화/);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      '14:00붉은 지붕 아래에서50%',
      '19:30붉은 지붕 아래에서50%',
    ]);
    await user.click(screen.getByRole('button', { name: /봄밤의 왈츠 조기 예매/ }));
    expect(onWeek).toHaveBeenCalledWith('2026-11-16');
  });

  it('offers every day where days are pressed', async () => {
    const onDay = vi.fn();
    const { user } = renderApp(<MonthList month="2026-11" performances={[]} onDay={onDay} />);
    await user.click(screen.getByRole('button', { name: '11월 30일 월요일, 메모와 회차' }));
    expect(onDay).toHaveBeenCalledWith('2026-11-30');
  });

  it('says so where nothing is on', () => {
    renderApp(<MonthList month="2020-01" performances={[]} />);
    expect(screen.getByText('이 달에는 일정이 없습니다.')).toBeVisible();
  });
});
