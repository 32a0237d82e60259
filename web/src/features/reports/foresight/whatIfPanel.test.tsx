import { act, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { problem, renderApp } from '@/test/app';
import { server } from '@/test/server';
import { announce, forecastItem, play, whatIfExample } from './examples.test-data';
import type { WhatIf } from './whatIf';
import { WhatIfPanel } from './WhatIfPanel';

beforeEach(announce);

/** The panel beside a forecast, which a button makes another one, as new data do. */
function Beside() {
  const [basis, setBasis] = useState(forecastItem);
  return (
    <>
      <WhatIfPanel production={play} basis={basis} />
      <button onClick={() => setBasis(forecastItem())}>새 자료</button>
    </>
  );
}

const open = () => renderApp(<Beside />, '/?asOf=2026-11-19');

describe('what if', () => {
  it('asks for what was typed, and tells both sides and the shift', async () => {
    let sent: unknown;
    const given: WhatIf = {
      ...whatIfExample(),
      probabilityShift: -0.123,
      p50DateShiftDays: 3,
      furtherSeats: null,
    };
    server.use(
      http.post('*/api/v1/reports/what-if', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(given);
      }),
    );
    const { user } = open();
    await user.type(await screen.findByLabelText('더 드는 비용 (선택)'), '1천만');
    await user.type(screen.getByLabelText('가격 변화(%)'), '10');
    await user.click(screen.getByRole('button', { name: '계산하기' }));
    const table = await screen.findByRole('table', { name: '바꾸기 전과 후' });
    expect(sent).toEqual({
      productionId: play.id,
      asOf: '2026-11-19',
      prices: [{ changeRatio: 0.1, revenueShare: 1 }],
      priceElasticity: 0,
      costKrw: 10_000_000,
    });
    expect(within(table).getByRole('row', { name: /^손익분기 도달 확률/ })).toHaveTextContent('−12.3%p');
    expect(within(table).getByRole('row', { name: /^확률이 절반/ })).toHaveTextContent('+3일');
    expect(within(table).queryByRole('row', { name: /^추가 회차/ })).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('가격 변화(%)'), '0');
    expect(screen.getByText(/다시 계산하면 새 값이 보입니다/)).toBeVisible();
  });

  it('says what a field takes, and takes that back once it is right', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('checkbox', { name: '회차를 하나 더합니다' }));
    await user.clear(screen.getByLabelText('판매 가능 좌석'));
    await user.clear(screen.getByLabelText('다른 회차에서 오는 비율(%)'));
    await user.type(screen.getByLabelText('다른 회차에서 오는 비율(%)'), '101');
    await user.clear(screen.getByLabelText('가격 탄력성'));
    await user.type(screen.getByLabelText('가격 탄력성'), '11');
    await user.click(screen.getByRole('button', { name: '계산하기' }));
    const said = (label: string) => expect(screen.getByLabelText(label));
    said('날짜').toHaveAccessibleDescription('날짜를 골라 주세요');
    said('판매 가능 좌석').toHaveAccessibleDescription('1부터 100,000까지의 정수를 적어 주세요');
    said('다른 회차에서 오는 비율(%)').toHaveAccessibleDescription('0부터 100까지의 수를 적어 주세요');
    said('가격 탄력성').toHaveAccessibleDescription('−10부터 10까지의 수를 적어 주세요');
    await user.type(screen.getByLabelText('날짜'), '2026-12-21');
    expect(screen.getByLabelText('날짜')).toBeValid();
    said('날짜').not.toHaveAccessibleDescription();
    said('판매 가능 좌석').toHaveAccessibleDescription(/정수를 적어 주세요/);
    await user.type(screen.getByLabelText('판매 가능 좌석'), '700');
    said('판매 가능 좌석').not.toHaveAccessibleDescription();
  });

  it.each(['기준일', '자료'])('tells that its answer is old once the %s is another', async (what) => {
    server.use(http.post('*/api/v1/reports/what-if', () => HttpResponse.json(whatIfExample())));
    const { user, router } = open();
    await user.type(await screen.findByLabelText('가격 변화(%)'), '10');
    await user.click(screen.getByRole('button', { name: '계산하기' }));
    await screen.findByRole('table', { name: '바꾸기 전과 후' });
    expect(screen.queryByText(/다시 계산하면/)).toBeNull();
    if (what === '자료') await user.click(screen.getByRole('button', { name: '새 자료' }));
    else await act(() => router.navigate('/?asOf=2026-11-18'));
    expect(await screen.findByText(/기준일이나 자료가 바뀌었습니다/)).toBeVisible();
  });

  it('tells a shift that nobody knows as a dash', async () => {
    const { before, after, ...rest } = whatIfExample();
    if (before === null || after === null) throw new Error('both sides');
    const bare = { breakEven: null, breakEvenReason: 'no_break_even' } as const;
    const given = {
      ...rest,
      before: { ...before, ...bare },
      after: { ...after, ...bare },
      probabilityShift: null,
      p50DateShiftDays: null,
      profitShiftKrw: null,
    };
    server.use(http.post('*/api/v1/reports/what-if', () => HttpResponse.json(given)));
    const { user } = open();
    await user.type(await screen.findByLabelText('예정 회차마다 더 줄 초대 좌석'), '10');
    await user.click(screen.getByRole('button', { name: '계산하기' }));
    const table = await screen.findByRole('table', { name: '바꾸기 전과 후' });
    expect(within(table).getByRole('row', { name: /^손익분기 도달 확률/ })).toHaveTextContent(
      '손익분기 도달 확률손익분기점 미입력손익분기점 미입력–',
    );
    expect(within(table).getByRole('row', { name: /^손익 80% 구간/ })).toHaveTextContent('손익 80% 구간–––');
  });

  it('asks nothing where nothing is changed or cannot be read, and says what the server refuses', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: '계산하기' }));
    expect(screen.getByText(/바꾼 것이 없습니다/)).toBeVisible();
    await user.type(screen.getByLabelText('가격 변화(%)'), '많이');
    await user.click(screen.getByRole('button', { name: '계산하기' }));
    expect(screen.getByLabelText('가격 변화(%)')).toHaveAccessibleDescription(
      '−99.9부터 1,000까지의 수를 적어 주세요',
    );
    server.use(
      http.post('*/api/v1/reports/what-if', () =>
        problem(422, 'validation', {
          errors: [{ pointer: '/furtherPerformance/startsAt', code: 'too_early' }],
        }),
      ),
    );
    await user.click(screen.getByRole('button', { name: '처음대로' }));
    await user.type(screen.getByLabelText('예정 회차마다 더 줄 초대 좌석'), '5');
    await user.click(screen.getByRole('button', { name: '계산하기' }));
    expect(await screen.findByText(/마지막 기준일보다 뒤여야 합니다/)).toBeVisible();
  });
});
