import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '@/test/eventually';
import {
  announce,
  answers,
  asked,
  exampleOf,
  forecastItem,
  forecastOf,
  head,
  only,
  open,
  openPage,
} from './examples.test-data';
import type { ForecastItem } from './run';

beforeEach(announce);

/** A run with its break-even, of which the middles are withheld. */
function withoutMiddles(item: ForecastItem): ForecastItem {
  const bare = <E extends { p50: number | null }>(ends: E): E => ({ ...ends, p50: null });
  const { run } = item;
  if (run === null || run.finalRevenueKrw === null || run.breakEven === null) throw new Error('the run');
  return {
    ...item,
    reason: 'too_few_days',
    confidence: 'prior',
    run: {
      ...run,
      finalSeats: bare(run.finalSeats),
      finalRevenueKrw: bare(run.finalRevenueKrw),
      occupancy: bare(run.occupancy),
      breakEven: { ...run.breakEven, profitKrw: bare(run.breakEven.profitKrw), p50Date: null, p80Date: null },
    },
  };
}

describe('the forecast of a production', () => {
  it('tells the chance of break-even and intervals, on what they rest, and why', async () => {
    open('forecast');
    const chance = (await screen.findByText('손익분기 도달 확률')).closest('div');
    expect(chance).toHaveTextContent('마지막 공연까지76%확률이 절반이 되는 날 11/20(금)');
    expect(screen.getByText('예상 손익').closest('div')).toHaveTextContent(
      '+410만80% 구간 −310만 ~ +1,160만',
    );
    expect(screen.getByText('최종 매출').closest('div')).toHaveTextContent(
      '5,410만80% 구간 4,690만 ~ 6,160만',
    );
    expect(screen.getByText('최종 점유율').closest('div')).toHaveTextContent('79.1%80% 구간 70.0% ~ 88.3%');
    expect(screen.getByText('우리 회사의 지난 공연')).toBeVisible();
    const why = screen.getByRole('region', { name: '왜 이런 예측인가' });
    expect(why).toHaveTextContent('우리 회사에서 보통인 판매 대비114%');
    expect(why).toHaveTextContent('남은 날 구간별 판매 속도');
    expect(why).not.toHaveTextContent('bands');
    expect(why).toHaveTextContent('월–목 저녁99%');
    expect(within(why).getByRole('link', { name: /지난 예측/ })).toHaveAttribute(
      'href',
      '/reports/forecast-scorecard?asOf=2026-11-19',
    );
  });

  it('draws what was sold, and reads as a table in which what nobody knows is a dash', async () => {
    const { user } = open('forecast');
    const panel = await screen.findByRole('region', { name: '최종 예측' });
    expect(
      await within(panel).findByRole('img', { name: /최종 80% 구간 4,690만에서 6,160만/ }),
    ).toBeInTheDocument();
    await user.click(within(panel).getByRole('button', { name: '표로 보기' }));
    const table = within(panel).getByRole('table', { name: '최종 예측' });
    expect(within(table).getByRole('row', { name: /11\/17\(화\)/ })).toHaveTextContent('11/17(화)3,600만––');
    expect(within(table).getByRole('row', { name: /11\/19\(목\)/ })).toHaveTextContent('11/19(목)–27%–');
    expect(within(table).queryByText('0만')).not.toBeInTheDocument();
  });

  it('says that the middle is withheld, and draws no zero in its place', async () => {
    forecastOf(withoutMiddles(forecastItem()));
    open('forecast');
    expect(await screen.findByText(/구간만 말하고 중앙값은 비웁니다/)).toBeVisible();
    expect(screen.getByText(/극장 일반의 값에 기댑니다/)).toBeVisible();
    expect(screen.getByText('예상 손익').closest('div')).toHaveTextContent('중앙–80% 구간 −310만 ~ +1,160만');
    expect(screen.getByText('공연 기간 안에 절반에 닿는 날 없음')).toBeVisible();
  });

  it('says of a run without a break-even what it ends with all the same', async () => {
    const item = forecastItem();
    if (item.run === null) throw new Error('the run');
    forecastOf({ ...item, run: { ...item.run, breakEven: null, breakEvenReason: 'no_break_even' } });
    open('');
    const chance = (await screen.findAllByText('손익분기 도달 확률'))[0]?.closest('div');
    expect(chance).toHaveTextContent('–손익분기점 미입력최종 매출 4,690만 ~ 6,160만');
    const panel = screen.getByRole('region', { name: '손익분기 전망' });
    await within(panel).findByText('손익 80% 구간');
    expect(panel).toHaveTextContent('손익 80% 구간손익분기점 미입력');
    expect(panel).not.toHaveTextContent(/(?<!8)0%/);
  });

  it('says why nothing can be said', async () => {
    forecastOf({ ...forecastItem(), run: null, reason: 'no_capacity', explain: null, performances: [] });
    open('forecast');
    expect(await screen.findByText('예측할 수 없습니다. 좌석 수 미입력')).toBeVisible();
    expect(screen.queryByText('손익분기 도달 확률')).not.toBeInTheDocument();
  });

  it('shows the straight line of before only to whoever asks for it', async () => {
    const { user } = open('forecast');
    const ask = await screen.findByRole('button', { name: '직선 예상 보기' });
    expect(screen.queryByRole('region', { name: '예상 손익' })).not.toBeInTheDocument();
    await user.click(ask);
    expect(await screen.findByRole('region', { name: '예상 손익' })).toBeVisible();
  });

  it('tells of each performance to come its interval', async () => {
    open('forecast');
    const table = await screen.findByRole('table', { name: '회차별 예측' });
    expect(within(table).queryByText(/11\/18\(수\) 19:30/)).not.toBeInTheDocument();
    const row = within(table).getByRole('row', { name: /11\/21\(토\) 15:00/ });
    expect(row).toHaveTextContent('369석659석555석 ~ 760석87%10%3,330만 ~ 4,560만');
  });
});

describe('the summary of a production', () => {
  it('has the chance and the interval in the place of a projection, and a way to the whole forecast', async () => {
    open('');
    const panel = await screen.findByRole('region', { name: '손익분기 전망' });
    await within(panel).findByText('손익분기 도달 확률');
    expect(panel).toHaveTextContent('손익분기 도달 확률76%');
    expect(panel).toHaveTextContent('손익 80% 구간−310만 ~ +1,160만');
    expect(panel).toHaveTextContent('확률이 80%가 되는 날공연 기간 안에 없음');
    expect(within(panel).getByRole('link', { name: /예측 자세히/ })).toHaveAttribute(
      'href',
      '/productions/PL2612/forecast?asOf=2026-11-19',
    );
    expect(screen.queryByText('예상 손익')).not.toBeInTheDocument();
  });

  it('shows what a run that is over brought', async () => {
    forecastOf({ ...forecastItem(), run: null, reason: 'run_over', explain: null, performances: [] });
    open('');
    expect(await screen.findByText('최종 손익')).toBeVisible();
    expect(screen.queryByText('손익분기 도달 확률')).not.toBeInTheDocument();
  });
});

describe('the calendar of performances', () => {
  const show = (startsAt: string, occupancy: number) => ({
    startsAt,
    cast: [],
    paidShare: occupancy,
    complimentaryShare: 0,
    occupancy,
    paidSeats: 369,
    complimentarySeats: 0,
    remainingSeats: 391,
    paidSeatsByGrade: {},
    complimentarySeatsByGrade: {},
    depositShare: occupancy,
    revenueKrw: 22_000_000,
    meanTicketPriceKrw: 60_000,
  });

  it('shows what is expected in the end, and the interval where one points', async () => {
    answers.set('plays/performances', {
      items: [
        {
          ...head,
          performances: [
            show('2026-11-18T19:30:00+09:00', 0.64),
            show('2026-11-21T15:00:00+09:00', 0.49),
            show('2026-12-24T19:30:00+09:00', 0.1),
          ],
        },
      ],
    });
    const { user, router } = open('performances');
    const grid = await screen.findByRole('grid', { name: '회차별 점유율' });
    expect(within(grid).getByRole('button', { name: /^11월 21일 토요일 15:00/ })).toHaveAttribute(
      'title',
      '11/21 15:00 · 점유율 49.0%, 전체 좌석 가운데 유료 + 초대',
    );
    await user.click(await screen.findByRole('button', { name: '예상 최종' }));
    expect(router.state.location.search).toContain('heat=final');
    const expected = within(grid).getByRole('button', {
      name: '11월 21일 토요일 15:00, 예상 최종 86.7%, 80% 구간 555석에서 760석',
    });
    expect(expected).toHaveAttribute(
      'title',
      '11/21 15:00 · 예상 659석 / 초대를 뺀 판매 가능 760석 · 80% 구간 555석 ~ 760석',
    );
    expect(expected).toHaveTextContent(/87$/);
    expect(expected.querySelector('[data-quotient]')).toHaveAttribute('data-quotient', '659 760');
    expect(within(grid).getByRole('button', { name: '11월 18일 수요일 19:30, 최종 63.9%' })).toHaveAttribute(
      'title',
      '11/18 19:30 · 최종 243석 / 초대를 뺀 판매 가능 380석',
    );
    const unknown = within(grid).getByRole('button', { name: /12월 24일.*예측 없음/ });
    expect(unknown).not.toHaveAttribute('data-level');
    expect(unknown).toHaveTextContent(/–$/);
  });

  it('shows no share of a performance whose middle is withheld', async () => {
    const item = forecastItem();
    forecastOf({
      ...item,
      performances: item.performances.map((one) => ({
        ...one,
        finalSeats: { ...one.finalSeats, p50: one.daysToGo > 0 ? null : one.finalSeats.p50 },
      })),
    });
    answers.set('plays/performances', {
      items: [{ ...head, performances: [show('2026-11-21T15:00:00+09:00', 0.49)] }],
    });
    openPage('/productions/PL2612/performances', '&heat=final');
    const cell = await screen.findByRole('button', { name: /80% 구간 555석에서 760석, 중앙은 말하지 않음/ });
    expect(cell).not.toHaveAttribute('data-level');
    expect(cell).toHaveTextContent(/말하지 않음–$/);
  });
});

describe('the pace', () => {
  it('says with which it is compared and why, and compares with others when asked', async () => {
    const { user, router } = open('forecast');
    const panel = await screen.findByRole('region', { name: '비교한 공연' });
    expect(await within(panel).findByText(/지난 공연 1편과 견줍니다/)).toBeVisible();
    expect(within(panel).getByRole('row', { name: /겨울의 노래/ })).toHaveTextContent('3.1%');
    expect(within(panel).getByRole('link', { name: '겨울의 노래' })).toHaveAttribute(
      'href',
      '/productions/PL2511?asOf=2026-11-19',
    );
    await user.click(within(panel).getByRole('button', { name: '전체' }));
    await user.selectOptions(within(panel).getByRole('combobox', { name: '비교 공연 수' }), '3편까지');
    await within(panel).findByText(/지난 공연 1편과 견줍니다/);
    expect(router.state.location.search).toContain('among=all&most=3');
    await eventually(() =>
      expect(asked.some(({ search }) => search.includes('among=all') && search.includes('most=3'))).toBe(
        true,
      ),
    );
  });

  it('tells days to come and days that nothing is usual of as unknown', async () => {
    const item = only(exampleOf('pace'));
    answers.set('pace', {
      items: [
        { ...item, points: [...item.points.slice(0, 2), { daysToGo: 0, soldShare: null, usual: null }] },
      ],
    });
    const { user } = open('forecast');
    const panel = await screen.findByRole('region', { name: '판매 속도' });
    await user.click(within(panel).getByRole('button', { name: '표로 보기' }));
    const table = within(panel).getByRole('table', { name: '판매 속도' });
    expect(within(table).getByRole('row', { name: /^0/ })).toHaveTextContent(/^0––$/);
  });
});

describe('cast effects and campaigns', () => {
  it('tell an interval where something can be said, and that nothing can where it cannot', async () => {
    const item = only(exampleOf('cast-effects'));
    const effect = item.effects[0];
    if (effect === undefined) throw new Error('an effect');
    answers.set('cast-effects', {
      items: [
        {
          ...item,
          effects: [
            effect,
            { ...effect, person: '박세나', cannotTell: 'too_few_shows' },
            { ...effect, person: '최네오', lowRatio: -0.05, cannotTell: 'not_clear' },
          ],
        },
      ],
    });
    open('casts');
    const table = await screen.findByRole('table', { name: '캐스트 효과' });
    const told = within(table).getByRole('row', { name: /김하나/ });
    expect(told).toHaveTextContent('▲ 12%▲ 4% ~ ▲ 21%+31석+186만');
    expect(within(told).getByRole('img', { name: '+4%에서 +21% 사이' })).toBeInTheDocument();
    const few = within(table).getByRole('row', { name: /박세나/ });
    expect(few).toHaveTextContent('말할 수 없음회차 부족');
    expect(few).not.toHaveTextContent('12%');
    expect(within(few).queryByRole('img')).not.toBeInTheDocument();
    const unclear = within(table).getByRole('row', { name: /최네오/ });
    expect(unclear).toHaveTextContent('말할 수 없음뚜렷하지 않음');
    expect(unclear).not.toHaveTextContent('31석');
    expect(
      within(unclear).getByRole('img', { name: '-5%에서 +21% 사이'.replace('-', '−') }),
    ).toBeInTheDocument();
    expect(screen.getByText(/그 사람 때문이라는 뜻은 아닙니다/)).toBeVisible();
  });

  it('stand beside marketing with the smallest lift that could have been found', async () => {
    open('marketing');
    const table = await screen.findByRole('table', { name: '캠페인 효과' });
    const unclear = within(table).getByRole('row', { name: /평일 마티네 할인/ });
    expect(unclear).toHaveTextContent('10/26–11/1');
    expect(unclear).toHaveTextContent('말할 수 없음뚜렷하지 않음');
    expect(unclear).toHaveTextContent('62%');
    const confounded = within(table).getByRole('row', { name: /티켓 오픈/ });
    expect(confounded).toHaveTextContent('다른 요인과 겹침');
    expect(confounded).not.toHaveTextContent('0%');
    expect(within(confounded).queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('the forecasts of many productions', () => {
  it('stand before the projections of the plays, the least likely break-even first', async () => {
    const item = forecastItem();
    const { run } = item;
    if (run?.breakEven == null) throw new Error('the run');
    const likely = {
      ...item,
      productionCode: 'PL2699',
      productionName: '확실한 연극',
      run: { ...run, breakEven: { ...run.breakEven, probabilityByClosing: 1 } },
    };
    const over = {
      ...item,
      productionCode: 'PL2501',
      productionName: '끝난 연극',
      run: null,
      reason: 'run_over',
    };
    answers.set('forecast', { items: [likely, item, over] });
    openPage('/plays/profit');
    const table = await screen.findByRole('table', { name: '손익분기 전망' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('두 번째 편지76%−310만 ~ +1,160만11/20(금)');
    expect(second).toHaveTextContent('확실한 연극> 99%');
    expect(within(table).queryByText('끝난 연극')).not.toBeInTheDocument();
  });
});
