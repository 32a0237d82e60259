import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { overviewOf } from '@/test/reports';
import { StandingPanel } from './components/StandingPanel';
import type { Overview } from './overview';

const known = {
  revenueKrw: 1_305_000_000,
  revenueShare: 0.75,
  targetKrw: 1_500_000_000,
  targetRatio: 0.87,
  breakEvenRatio: 1.12,
  breakEvenOnTarget: 0.777,
  yesterdayRevenueKrw: 29_000_000,
  yesterdayChangeKrw: -1_000_000,
  sevenDayRevenueKrw: 190_000_000,
  sevenDayChangeRatio: 0.125,
  profitKrw: 140_000_000,
};

const overview = overviewOf([], {
  overall: { ...known, revenueShare: 1, productions: 3 },
  categories: [
    { ...overviewOf().overall, category: 'musical', ...known, productions: 2 },
    // Its workbooks have no sale days, and nobody set a goal.
    {
      ...overviewOf().overall,
      category: 'play',
      revenueKrw: 435_000_000,
      revenueShare: 0.25,
      productions: 1,
    },
  ],
}) as Overview;

describe('where the categories stand', () => {
  it('is a row each and one in all, with a bullet on the target and a tick at break-even', async () => {
    renderApp(<StandingPanel overview={overview} busy={false} />, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '카테고리별 현황' });
    const musical = within(table).getByRole('row', { name: /^뮤지컬/ });
    expect(musical).toHaveTextContent(
      '13억 500만75.0%87.0%15억112.0%2,900만−100만1억 9,000만▲ 12.5%+1억 4,000만',
    );
    const bullet = within(musical).getByRole('img', { name: '목표 대비 87.0%' });
    expect(bullet.querySelector('s')).not.toBeNull();
    expect(within(table).getByRole('row', { name: /^전체/ })).toHaveTextContent('13억 500만100.0%');
    expect(await axeFindings(screen.getByRole('region', { name: '카테고리별 현황' }))).toEqual([]);
  });

  it('leaves blank what nobody knows, and draws no bar for it', async () => {
    renderApp(<StandingPanel overview={overview} busy={false} />, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '카테고리별 현황' });
    const play = within(table).getByRole('row', { name: /^연극/ });
    expect(play).toHaveTextContent('4억 3,500만25.0%목표 미입력––––');
    expect(within(play).queryByRole('img', { name: /목표 대비/ })).not.toBeInTheDocument();
  });
});
