import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/test/app';
import type { DryRun } from '../items';
import { facts } from '../samples.test-data';
import { FactFigures } from './FactFigures';

function changeOf(revenueKrw: number) {
  const change = { saleDays: 0, performances: 0, paidSeats: 0, revenueKrw, complimentarySeats: 0 };
  renderApp(<FactFigures facts={facts} change={change as unknown as DryRun['change']} compared />);
  return screen.getByText('누적 매출').closest('div');
}

describe('what a workbook changes', () => {
  it('has the colour of what is written: what rounds to nothing has none', () => {
    expect(changeOf(3_000)?.querySelector('.ahead, .behind')).toBeNull();
  });

  it('is green where there is more', () => {
    expect(changeOf(3_000_000)?.querySelector('.ahead')).toHaveTextContent('+300만');
  });
});
