import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { announce, answers, asked, exampleOf, openPage } from './examples.test-data';

beforeEach(announce);

describe('the scorecard', () => {
  it('holds forecasts against what came, with the straight line beside them', async () => {
    const { user } = openPage('/reports/forecast-scorecard');
    expect(await screen.findByRole('heading', { level: 1, name: '예측 성적표' })).toBeVisible();
    expect((await screen.findByText('예측 오차')).closest('div')).toHaveTextContent(
      '14일 전8.1%직선 예상 25.1%',
    );
    expect(screen.getByText('80% 구간에 든 비율').closest('div')).toHaveTextContent('83%80%라고 말했습니다');
    const table = screen.getByRole('table', { name: '며칠 전 예측의 성적' });
    expect(within(table).getByRole('row', { name: /14일 전/ })).toHaveTextContent('2,210');
    await user.click(screen.getByRole('button', { name: '전체 좌석' }));
    expect(within(table).getByRole('row', { name: /14일 전/ })).toHaveTextContent('55');
    // All productions count, also those that are over: none is named.
    expect(asked.every(({ searchParams }) => !searchParams.has('productionId'))).toBe(true);
  });

  it('tells what was not scored as unknown, and warns of intervals that do not hold', async () => {
    const card = exampleOf('forecast-scorecard');
    const [score] = card.horizons;
    if (score === undefined) throw new Error('a score');
    const unscored = {
      ...score,
      horizonDays: 90,
      forecasts: 0,
      productions: 0,
      errorRatio: null,
      coverage: null,
    };
    answers.set('forecast-scorecard', {
      ...card,
      breakEven: { brier: null, forecasts: 0, productions: 0 },
      horizons: [{ ...score, unreliable: true }, unscored],
    });
    openPage('/reports/forecast-scorecard');
    expect(await screen.findByText(/14일 전 예측의 80% 구간은/)).toBeVisible();
    const table = screen.getByRole('table', { name: '며칠 전 예측의 성적' });
    expect(within(table).getByRole('row', { name: /90일 전/ })).toHaveTextContent(/^90일 전00–/);
    expect(screen.getByText('손익분기 Brier 점수').closest('div')).toHaveTextContent('–0%면 완벽');
  });

  it('says that nothing can be scored yet', async () => {
    const card = exampleOf('forecast-scorecard');
    answers.set('forecast-scorecard', {
      ...card,
      horizons: card.horizons.map((one) => ({ ...one, forecasts: 0, errorRatio: null })),
    });
    openPage('/reports/forecast-scorecard');
    expect(await screen.findByText(/아직 채점할 예측이 없습니다/)).toBeVisible();
  });
});
