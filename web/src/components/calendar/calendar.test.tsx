import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/test/app';
import { MonthGrid } from './MonthGrid';

describe('the month of a calendar', () => {
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
