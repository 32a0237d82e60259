import type { BarSeriesOption } from 'echarts';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp, signedIn } from '@/test/app';
import { drawnOption } from '@/test/charts';
import { overviewOf } from '@/test/reports';
import { DailyChart } from './components/DailyChart';
import type { Overview } from './overview';

vi.mock('@/components/chart/Chart', () => import('@/test/charts'));

const days = (...revenues: readonly (number | null)[]) =>
  revenues.map((revenueKrw, index) => ({ day: `2026-11-1${index + 7}`, revenueKrw, targetKrw: 0 }));
const categoryOf = (category: string, ...revenues: readonly (number | null)[]) => ({
  ...overviewOf().overall,
  category,
  lastDays: days(...revenues),
});

describe('the days of all productions', () => {
  it('are a line where nothing was sold, and blank where nobody knows', async () => {
    const given = {
      ...overviewOf(),
      overall: { ...overviewOf().overall, lastDays: days(0, 5_000_000, null) },
      categories: [categoryOf('musical', 0, 5_000_000, null), categoryOf('play', 0, 0, null)],
    };
    signedIn();
    renderApp(<DailyChart overview={given as unknown as Overview} busy={false} />, '/?asOf=2026-11-20');
    const option = drawnOption(await screen.findByRole('img', { name: /카테고리별 하루 매출과 목표/ }));
    const [musical, play, concert] = option.series as readonly BarSeriesOption[];
    expect(musical).toMatchObject({
      barMinHeight: 1,
      data: [{ value: 0, itemStyle: { opacity: 1, borderWidth: 0 } }, { value: 5_000_000 }, { value: '-' }],
    });
    // Beside what others sold it would look as if it added something.
    expect(play).toMatchObject({ data: [{}, { value: 0, itemStyle: { opacity: 0 } }, { value: '-' }] });
    expect(concert).toMatchObject({ data: [{ value: '-' }, { value: '-' }, { value: '-' }] });
  });
});
