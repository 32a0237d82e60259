import { tableOf } from '@/api/catalogue';
import { FieldValue } from '@/components/figures/FieldValue';
import { Chip } from '@/components/figures/Chip';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { TableOf } from '@/components/reports/TableOf';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { percent } from '@/lib/numbers';
import { useParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { useLowThreshold } from '../useLowThreshold';
import { words as shared } from '../words';
import { OutlookPanel } from './OutlookPanel';

const words = defineMessages({
  ko: {
    performances: '두 주의 회차',
    onlyLow: '예매 저조 회차만',
    low: '저조',
    briefCaption: '최근 판매일, 최근 공연일 두 번, 다음 7일',
    thisWeek: '이번 주 회차',
    nextWeek: '다음 주 회차',
    lowOnes: '예매 저조 회차',
    under: (share: string) => `${share} 미만`,
    lowNote: (low: number) => (low === 0 ? '예매 저조 회차가 없습니다' : `저조 ${low}회`),
    next7: '다음 7일',
    noSale: '판매일 없음',
    state: '상태',
  },
  en: {
    performances: 'Performances of both weeks',
    onlyLow: 'Low occupancy only',
    low: 'Low',
    briefCaption: 'Last sale day, last two performance days, next seven days',
    thisWeek: "This week's performances",
    nextWeek: "Next week's performances",
    lowOnes: 'Low occupancy',
    under: (share: string) => `under ${share}`,
    lowNote: (low: number) => (low === 0 ? 'None are low' : `${low} low`),
    next7: 'Next 7 days',
    noSale: 'No sale day',
    state: 'Status',
  },
});

/** The performances of two weeks as cells, for the overview. */
export function OverviewOutlook() {
  const [lowThreshold] = useLowThreshold();
  return <OutlookPanel {...useScopedReport('plays/outlook', { lowThreshold })} />;
}

/** The performances of this and next week: which sell, which are low, and what the last days brought. */
export function OutlookTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const format = useFormat();
  const say = usePair();
  const { asOf } = useScope();
  const [lowThreshold] = useLowThreshold();
  const [only, setOnly] = useParam('only');
  const outlook = useScopedReport('plays/outlook', { lowThreshold });
  const brief = useScopedReport('plays/daily-brief');
  const rows = (outlook.report.data?.items ?? []).flatMap(({ performances }) => performances);
  const of = (week: 'this' | 'next') => rows.filter((row) => row.week === week);
  const lowOf = (week: 'this' | 'next') => of(week).filter(({ low }) => low).length;
  const known = outlook.report.data !== undefined;
  const low = lowOf('this') + lowOf('next');
  return (
    <>
      <Figures columns={3}>
        {(['this', 'next'] as const).map((week) => (
          <Figure
            key={week}
            label={t[`${week}Week`]}
            value={known ? s.times(of(week).length) : '–'}
            note={known && t.lowNote(lowOf(week))}
          />
        ))}
        <Figure
          label={t.lowOnes}
          period={t.under(percent(lowThreshold, 0))}
          value={known ? <span className={low > 0 ? 'behind' : ''}>{s.times(low)}</span> : '–'}
        />
      </Figures>
      <OutlookPanel {...outlook} />
      <TableOf
        report="plays/outlook"
        own={{ lowThreshold }}
        title={t.performances}
        dense
        find
        sort={{ key: 'startsAt', descending: false }}
        where={(row) => only !== 'low' || row.low}
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
        columns={[
          'productionName',
          'week',
          { field: 'startsAt', phone: 'second' },
          { field: 'cast', phone: 'second' },
          {
            field: 'occupancy',
            strong: true,
            phone: 'main',
            cell: (row) => (
              <span className={row.low ? 'behind' : ''}>
                <FieldValue of={row} field="occupancy" />
              </span>
            ),
          },
          {
            field: 'low',
            label: t.state,
            cell: (row) => row.low && <Chip tone="bad">{t.low}</Chip>,
            phone: 'second',
          },
          'paidShare',
          { field: 'complimentaryShare', quiet: true },
          'paidSeats',
          { field: 'remainingSeats', strong: true },
        ]}
      />
      <ReportPanel
        title={say(tableOf('plays/daily-brief', 'items').title)}
        caption={`${t.briefCaption} ${format.range({ from: addDays(asOf, 1), to: addDays(asOf, 7) })}`}
        report={brief.report}
        download={{ report: 'plays/daily-brief', query: brief.query }}
      >
        {({ items }) => (
          <ReportTable
            caption={say(tableOf('plays/daily-brief', 'items').title)}
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
              { field: 'occupancyChange', phone: 'second' },
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
    </>
  );
}
