import { TriangleAlert } from 'lucide-react';
import { useReport } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { Seats, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { PartsLegend } from '@/components/figures/StackBar';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useScope } from '@/components/reports/useScope';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { gapOf, ratioOf, sumOf } from '@/lib/sums';
import { useFormat } from '@/lib/useFormat';
import { concerts } from '../categories';
import { BreakEvenPanel } from './BreakEvenPanel';
import styles from './BreakEven.module.css';

const words = defineMessages({
  ko: {
    sold: '판매 좌석',
    whole: (seats: string) => `전체 ${seats}`,
    tick: (share: string) => `${share} · 눈금은 손익분기`,
    remaining: '남은 좌석',
    afterExpected: '예상 추가 판매 뒤',
    toBreakEven: '손익분기까지',
    breakEvenSeats: (seats: string) => `손익분기 좌석 ${seats}`,
    profit: '예상 손익',
    counted: (count: number) => `${count}편 합계`,
    exceeds: (count: number) => `${count}편은 예상이 만석을 넘음`,
    passed: '넘었습니다',
    expected: '예상 추가 판매',
    rest: '남을 좌석',
    breakEven: '손익분기',
    key: '막대의 뜻',
    none: '콘서트가 없습니다. 공연을 다시 고르면 보일 수 있습니다.',
    noSeats: '등급별 좌석이 입력된 콘서트가 없습니다',
  },
  en: {
    sold: 'Seats sold',
    whole: (seats: string) => `of ${seats}`,
    tick: (share: string) => `${share} · tick at break-even`,
    remaining: 'Seats left',
    afterExpected: 'after expected sales',
    toBreakEven: 'To break-even',
    breakEvenSeats: (seats: string) => `Break-even at ${seats}`,
    profit: 'Projected profit',
    counted: (count: number) => `${count} together`,
    exceeds: (count: number) => `${count} projected beyond a full house`,
    passed: 'Passed',
    expected: 'Expected additional',
    rest: 'Left over',
    breakEven: 'Break-even',
    key: 'What the bars mean',
    none: 'No concert here. Other productions may have one.',
    noSeats: 'No concert has its seat inventory set',
  },
});

type Total = ReportAnswer<'concerts/break-even'>['items'][number]['total'];

/** What is sold, left and to be expected of each concert, by seat grade, against its break-even. */
export function BreakEvenTab() {
  const t = useMessages(words);
  const format = useFormat();
  const { query } = useScope(concerts);
  const report = useReport('concerts/break-even', query);
  const forecast = useReport('concerts/profit-forecast', query);
  const daily = useReport('concerts/daily', query);
  const totals = (report.data?.items ?? []).map(({ total }) => total).filter(({ seats }) => seats > 0);
  const sum = (read: (total: Total) => number | null) => sumOf(totals, read);
  const seats = sum((total) => total.seats);
  const sold = sum((total) => total.soldSeats);
  const goal = sum((total) => total.breakEvenSeats);
  const left = sum((total) => total.remainingSeats);
  // Each concert misses its own goal; one that is beyond its own does not help another.
  const missing = sum(({ breakEvenSeats, soldSeats }) => {
    const gap = gapOf(breakEvenSeats, soldSeats);
    return gap === null ? null : Math.max(0, gap);
  });
  const forecasts = (forecast.data?.items ?? []).filter(
    ({ projectedProfitKrw }) => projectedProfitKrw !== null,
  );
  const exceeding = forecasts.filter(({ exceedsHouse }) => exceedsHouse === true).length;
  return (
    <div className="stack">
      <Figures columns={4}>
        <Figure
          label={t.sold}
          period={seats === null ? undefined : t.whole(format.seats(seats))}
          value={<Seats value={sold} />}
          after={totals.length > 0 ? t.tick(percent(ratioOf(sold, seats))) : t.noSeats}
        >
          <Bullet value={ratioOf(sold, seats)} plan={ratioOf(goal, seats)} label={t.sold} />
        </Figure>
        <Figure
          label={t.remaining}
          value={<Seats value={left} />}
          note={
            <>
              {t.afterExpected}{' '}
              <strong>
                <Seats value={sum(({ expectedRemainingSeats }) => expectedRemainingSeats)} />
              </strong>
            </>
          }
        />
        <Figure
          label={t.toBreakEven}
          value={missing === 0 ? <span className="ahead">{t.passed}</span> : <Seats value={missing} />}
          note={goal !== null && t.breakEvenSeats(format.seats(goal))}
        />
        <Figure
          label={t.profit}
          period={forecast.data === undefined ? undefined : t.counted(forecasts.length)}
          value={
            <Won value={sumOf(forecasts, ({ projectedProfitKrw }) => projectedProfitKrw)} signed judged />
          }
          note={
            exceeding > 0 && (
              <span className={styles['warning']}>
                <TriangleAlert aria-hidden />
                {t.exceeds(exceeding)}
              </span>
            )
          }
        />
      </Figures>
      <PartsLegend
        category="concert"
        label={t.key}
        parts={[
          { look: 'solid', name: t.sold },
          { look: 'hatched', name: t.expected },
          { look: 'rest', name: t.rest },
          { look: 'tick', name: t.breakEven },
        ]}
      />
      <QueryView
        query={report}
        skeleton={<Skeleton rows={6} />}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState>{t.none}</EmptyState>}
      >
        {({ items }) =>
          items.map((item) => (
            <BreakEvenPanel
              key={item.productionCode}
              item={item}
              forecast={forecast.data?.items.find(
                ({ productionCode }) => productionCode === item.productionCode,
              )}
              days={
                daily.data?.items.find(({ productionCode }) => productionCode === item.productionCode)?.days
              }
              busy={report.isFetching}
            />
          ))
        }
      </QueryView>
    </div>
  );
}
