import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import type { Production } from '@/api/productions';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { Segmented } from '@/components/controls/Segmented';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { DataTable } from '@/components/table/DataTable';
import { isDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { chance, percent, unknown } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useChoiceParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { fanHeight, fanOption } from './fanOption';
import type { Fan } from './fanOption';
import styles from './foresight.module.css';
import { closingOf, runDays, sharesByDay } from './run';
import type { RunDay } from './run';
import { words } from './words';

/** What was sold, and where the run ends in 8 of 10 cases, against break-even or the house. */
export function FanPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const { report, query } = useScopedReport('forecast');
  const item = report.data?.items[0];
  const priced = item?.run?.finalRevenueKrw != null;
  const [asked, ask] = useChoiceParam('fan', ['revenue', 'seats'], 'revenue');
  const measure = priced ? asked : 'seats';
  const sales = useScopedReport('target-vs-actual', { grain: 'day' }).report.data?.items[0];
  const pace = useScopedReport('pace', {}, measure === 'seats').report.data?.items[0];

  const fan = useMemo((): Fan | undefined => {
    const run = item?.run ?? null;
    const closing = item === undefined ? null : closingOf(item);
    const origin = item?.origin ?? null;
    if (item === undefined || run === null || origin === null || closing === null) return undefined;
    const shared = { origin, closing, category: item.category, words: t };
    if (measure === 'revenue' && run.finalRevenueKrw !== null) {
      const sold = new Map(
        (sales?.periods ?? []).flatMap(({ period, cumulativeRevenueKrw }) =>
          isDay(period) && period <= origin && cumulativeRevenueKrw !== null
            ? [[period, period === origin ? run.revenueKrw : cumulativeRevenueKrw] as const]
            : [],
        ),
      ).set(origin, run.revenueKrw);
      return {
        ...shared,
        days: runDays(sold, origin, closing, run.breakEven?.curve),
        soldAtOrigin: run.revenueKrw,
        ends: run.finalRevenueKrw,
        level:
          run.breakEven === null
            ? undefined
            : {
                value: run.breakEven.breakEvenKrw,
                text: t.goal(format.shortWon(run.breakEven.breakEvenKrw)),
              },
        likely:
          run.breakEven === null ? undefined : { half: run.breakEven.p50Date, four: run.breakEven.p80Date },
        text: (value) => format.shortWon(value),
        axisText: format.axisWon,
      };
    }
    const sold = pace === undefined ? new Map<typeof origin, number>() : new Map(sharesByDay(pace));
    if (run.sellableSeats <= 0) return undefined;
    const soldAtOrigin = sold.get(origin) ?? run.soldSeats / run.sellableSeats;
    return {
      ...shared,
      days: runDays(sold.set(origin, soldAtOrigin), origin, closing),
      soldAtOrigin,
      ends: run.occupancy,
      level: { value: 1, text: t.house },
      likely: undefined,
      text: (value) => percent(value),
      axisText: (value) => percent(value, 0),
    };
  }, [item, sales, pace, measure, format, t]);

  const option = useCallback(
    (colors: Palette): EChartsOption => (fan === undefined ? {} : fanOption(fan, colors)),
    [fan],
  );
  const height = fanHeight(fan?.likely !== undefined);
  return (
    <ChartPanel
      title={t.fan}
      caption={
        priced ? (
          <Segmented
            label={t.measure}
            options={[
              { value: 'revenue', text: t.inRevenue },
              { value: 'seats', text: t.inSeats },
            ]}
            value={measure}
            onChange={ask}
          />
        ) : (
          t.inSeats
        )
      }
      busy={report.isFetching && report.data !== undefined}
      of={report.data}
      content={chartState(report, fan === undefined, height)}
      option={option}
      height={height}
      summary={
        fan === undefined
          ? t.noFan
          : t.fanSummary(
              format.day(fan.origin),
              fan.text(fan.soldAtOrigin),
              fan.text(fan.ends.p10),
              fan.text(fan.ends.p90),
            )
      }
      legend={
        <>
          <li>
            <i
              aria-hidden
              className={styles['lineKey']}
              style={{ background: `var(--${production.category})` }}
            />
            {t.sold}
          </li>
          <li>
            <i
              aria-hidden
              className={styles['bandKey']}
              style={{ background: `var(--${production.category})` }}
            />
            {t.band}
          </li>
        </>
      }
      above={fan !== undefined && <p className="caption quiet">{t.fanNote}</p>}
      download={{ report: 'forecast', query }}
      table={() => <FanTable fan={fan} />}
    />
  );
}

/** The days of the fan, the last one first: what is not known of a day is a dash. */
function FanTable({ fan }: { fan: Fan | undefined }) {
  const t = useMessages(words);
  const format = useFormat();
  if (fan === undefined) return <p className="caption quiet">{t.noFan}</p>;
  const { days, closing, ends, text } = fan;
  const known = days.filter(
    ({ sold, probability, day }) => sold !== null || probability !== null || day === closing,
  );
  const end = ({ day }: RunDay) => (day === closing ? `${text(ends.p10)} ~ ${text(ends.p90)}` : unknown);
  return (
    <div className={styles['scroll']}>
      <DataTable
        caption={t.fan}
        dense
        sortParam="fanDays"
        initialSort={{ key: 'day', descending: true }}
        rows={known}
        rowKey={({ day }) => day}
        columns={[
          {
            key: 'day',
            label: t.day,
            value: ({ day }) => day,
            cell: ({ day }) => <span className="nowrap">{format.day(day)}</span>,
            phone: 'name',
          },
          {
            key: 'sold',
            label: t.sold,
            align: 'right',
            phone: 'main',
            value: ({ sold }) => sold,
            cell: ({ sold }) => (sold === null ? unknown : text(sold)),
          },
          {
            key: 'chance',
            label: t.probability,
            align: 'right',
            phone: 'second',
            value: ({ probability }) => probability,
            cell: ({ probability }) => chance(probability),
          },
          { key: 'band', label: `${t.ends} ${t.band}`, align: 'right', phone: 'second', cell: end },
        ]}
      />
    </div>
  );
}
