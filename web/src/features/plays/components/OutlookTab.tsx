import { useReport } from '@/api/reports';
import { Percent, Points } from '@/components/figures/Amount';
import { Chip } from '@/components/figures/Chip';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { percent } from '@/lib/numbers';
import { plays } from '../categories';
import { useLowThreshold } from '../hooks/useLowThreshold';
import { words as shared } from '../words';
import { OutlookPanel } from './OutlookPanel';

const words = defineMessages({
  ko: {
    this: '이번 주',
    next: '다음 주',
    performances: '두 주의 회차',
    onlyLow: '예매 저조 회차만',
    low: '저조',
    brief: '일일 요약',
    briefCaption: '최근 판매일, 최근 공연일 두 번, 다음 7일',
    thisWeek: '이번 주 회차',
    nextWeek: '다음 주 회차',
    lowOnes: '예매 저조 회차',
    under: (share: string) => `${share} 미만`,
    lowNote: (low: number) => (low === 0 ? '예매 저조 회차가 없습니다' : `저조 ${low}회`),
    next7: '다음 7일',
    mean: '다음 주 평균',
    noSale: '판매일 없음',
    state: '상태',
    week: '주',
  },
  en: {
    this: 'This week',
    next: 'Next week',
    performances: 'Performances of both weeks',
    onlyLow: 'Only low ones',
    low: 'Low',
    brief: 'Daily brief',
    briefCaption: 'Last sale day, last two performance days, next seven days',
    thisWeek: "This week's performances",
    nextWeek: "Next week's performances",
    lowOnes: 'Low performances',
    under: (share: string) => `under ${share}`,
    lowNote: (low: number) => (low === 0 ? 'None is low' : `${low} low`),
    next7: 'Next 7 days',
    mean: 'Next week',
    noSale: 'No sale day',
    state: 'State',
    week: 'Week',
  },
});

/** The performances of this and next week: which sell, which are low, and what the last days brought. */
export function OutlookTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { query, asOf } = useScope(plays);
  const [lowThreshold] = useLowThreshold();
  const [only, setOnly] = useParam('only');
  const asked = { ...query, lowThreshold };
  const outlook = useReport('plays/outlook', asked);
  const brief = useReport('plays/daily-brief', query);
  const rows = (outlook.data?.items ?? []).flatMap(({ performances, ...production }) =>
    performances.map((performance) => ({ ...production, ...performance })),
  );
  const of = (week: 'this' | 'next') => rows.filter((row) => row.week === week);
  const lowOf = (week: 'this' | 'next') => of(week).filter(({ low }) => low).length;
  const known = outlook.data !== undefined;
  return (
    <div className="stack">
      <Figures columns={3}>
        <Figure
          label={t.thisWeek}
          value={known ? s.times(of('this').length) : '–'}
          note={known && t.lowNote(lowOf('this'))}
        />
        <Figure
          label={t.nextWeek}
          value={known ? s.times(of('next').length) : '–'}
          note={known && t.lowNote(lowOf('next'))}
        />
        <Figure
          label={t.lowOnes}
          period={t.under(percent(lowThreshold, 0))}
          value={
            known ? (
              <span className={lowOf('this') + lowOf('next') > 0 ? 'behind' : ''}>
                {s.times(lowOf('this') + lowOf('next'))}
              </span>
            ) : (
              '–'
            )
          }
        />
      </Figures>
      <OutlookPanel report={outlook} query={asked} />
      <ReportPanel
        title={t.performances}
        report={outlook}
        download={{ report: 'plays/outlook', query: asked }}
        actions={
          <label className="row caption second">
            <input
              type="checkbox"
              checked={only === 'low'}
              onChange={(event) => setOnly(event.target.checked ? 'low' : null, { replace: true })}
            />
            {t.onlyLow}
          </label>
        }
      >
        {() => (
          <ReportTable
            caption={t.performances}
            dense
            rows={only === 'low' ? rows.filter(({ low }) => low) : rows}
            rowKey={({ productionCode, startsAt }) => `${productionCode} ${startsAt}`}
            initialSort={{ key: 'startsAt', descending: false }}
            filterText={({ productionName, cast, startsAt }) =>
              `${productionName} ${cast.join(' ')} ${format.dayTime(startsAt)}`
            }
            columns={[
              'productionName',
              {
                key: 'week',
                label: t.week,
                value: ({ startsAt }) => startsAt,
                cell: ({ week }) => t[week],
              },
              { field: 'startsAt', phone: 'second' },
              { field: 'cast', phone: 'second' },
              {
                key: 'occupancy',
                label: label('term', 'occupancy'),
                align: 'right',
                strong: true,
                phone: 'main',
                value: ({ occupancy }) => occupancy,
                cell: ({ occupancy, low }) => (
                  <span className={low ? 'behind' : ''}>
                    <Percent value={occupancy} />
                  </span>
                ),
              },
              {
                key: 'low',
                label: t.state,
                value: ({ low }) => low,
                cell: ({ low }) => low && <Chip tone="bad">{t.low}</Chip>,
                phone: 'second',
              },
              'paidShare',
              { field: 'complimentaryShare', quiet: true },
              'paidSeats',
              { field: 'remainingSeats', strong: true },
            ]}
          />
        )}
      </ReportPanel>
      <ReportPanel
        title={t.brief}
        caption={`${t.briefCaption} ${format.range({ from: addDays(asOf, 1), to: addDays(asOf, 7) })}`}
        report={brief}
        download={{ report: 'plays/daily-brief', query }}
      >
        {({ items }) => (
          <ReportTable
            caption={t.brief}
            sortParam="brief"
            rows={items}
            rowKey={({ productionCode }) => productionCode}
            columns={[
              'productionName',
              { field: 'lastSaleDay', quiet: true, reason: () => t.noSale },
              { field: 'lastSaleDayRevenueKrw', strong: true, phone: 'main' },
              { field: 'latestPerformanceDay', quiet: true, reason: () => s.noPerformance },
              { field: 'latestOccupancy', phone: 'second' },
              { field: 'previousPerformanceDay', quiet: true },
              { field: 'previousOccupancy', quiet: true },
              {
                key: 'occupancyChange',
                label: label('column', 'occupancyChange'),
                align: 'right',
                value: ({ occupancyChange }) => occupancyChange,
                cell: ({ occupancyChange }) => <Points value={occupancyChange} />,
                phone: 'second',
              },
              {
                key: 'nextPerformances',
                label: t.next7,
                align: 'right',
                value: ({ nextPerformances }) => nextPerformances.length,
                cell: ({ nextPerformances }) => s.times(nextPerformances.length),
              },
            ]}
          />
        )}
      </ReportPanel>
    </div>
  );
}
