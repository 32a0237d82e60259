import { TriangleAlert } from 'lucide-react';
import { FieldValue } from '@/components/figures/FieldValue';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures, OutOf } from '@/components/figures/Figure';
import { PartsLegend } from '@/components/figures/StackBar';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { BreakEvenPanel } from './BreakEvenPanel';
import styles from './BreakEven.module.css';

const words = defineMessages({
  ko: {
    sold: '판매 좌석',
    whole: (seats: string) => `전체 ${seats}`,
    profit: '예상 손익',
    counted: (count: number, of: number) => `${of}편 가운데 ${count}편 합계`,
    above: '손익분기 달성 전망 콘서트',
    aboveNote: '판매일 14일 이상인 콘서트',
    exceeds: (count: number) => `${count}편은 추세가 만석을 넘음`,
    expected: '예상 추가 판매',
    rest: '예상 미판매 좌석',
    breakEven: '목표 점유율',
    key: '막대의 뜻',
    none: '콘서트가 없습니다. 공연을 다시 고르면 보일 수 있습니다.',
    noSeats: '등급별 좌석이 입력된 콘서트가 없습니다',
  },
  en: {
    sold: 'Seats sold',
    whole: (seats: string) => `of ${seats}`,
    profit: 'Projected profit',
    counted: (count: number, of: number) => `${count} of ${of} combined`,
    above: 'Concerts above break-even',
    aboveNote: 'Of those with 14 or more sale days',
    exceeds: (count: number) => `${count} projected beyond a full house`,
    expected: 'Expected further sales',
    rest: 'Expected unsold',
    breakEven: 'Target share',
    key: 'What the bars mean',
    none: 'No concerts here. Try other productions.',
    noSeats: 'No concert has a seat inventory',
  },
});

/** What is sold, left and to be expected of each concert, by seat grade, against its break-even. */
export function BreakEvenTab() {
  const t = useMessages(words);
  const format = useFormat();
  const { report, source } = useScopedReport('concerts/break-even');
  const { report: forecast, source: forecastSource } = useScopedReport('concerts/profit-forecast');
  const { report: daily } = useScopedReport('concerts/daily');
  const standing = useScopedReport('overview');
  const seats = standing.report.data?.overall;
  const money = forecast.data?.overall;
  const forecasts = (forecast.data?.items ?? []).filter(
    ({ steady, expectedProfitKrw }) => steady && expectedProfitKrw !== null,
  );
  const above = forecasts.filter(({ expectedProfitKrw }) => (expectedProfitKrw ?? 0) >= 0).length;
  const exceeding = (forecast.data?.items ?? []).filter(({ exceedsHouse }) => exceedsHouse === true).length;
  return (
    <>
      <Figures columns={3} source={standing.source}>
        <Figure
          label={t.sold}
          period={seats !== undefined && seats.openSeats !== null && t.whole(format.seats(seats.openSeats))}
          value={<FieldValue of={seats} field="seats" />}
          after={seats !== undefined && seats.seatRatio === null ? t.noSeats : percent(seats?.seatRatio)}
        >
          <Bullet value={seats?.seatRatio ?? null} label={t.sold} />
        </Figure>
        <Figure
          label={t.above}
          value={<OutOf count={forecast.data && above} of={forecast.data && forecasts.length} />}
          note={t.aboveNote}
        />
        <Figure
          label={t.profit}
          source={forecastSource}
          period={money !== undefined && t.counted(money.counted, money.productions)}
          value={<FieldValue of={money} field="expectedProfitKrw" />}
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
              source={source}
              forecastSource={forecastSource}
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
    </>
  );
}
