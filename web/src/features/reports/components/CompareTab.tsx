import { useQuery } from '@tanstack/react-query';
import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { useProductions } from '@/api/productions';
import type { Production } from '@/api/productions';
import { reportQuery, sourceOf } from '@/api/reports';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { PeriodPicker } from '@/components/controls/PeriodPicker';
import { Segmented } from '@/components/controls/Segmented';
import { usePeriod } from '@/components/controls/usePeriod';
import { Difference, sumOf } from '@/components/figures/Difference';
import { FieldValue } from '@/components/figures/FieldValue';
import { Figure, Figures } from '@/components/figures/Figure';
import { Panel } from '@/components/layout/Panel';
import { useScope } from '@/components/reports/useScope';
import { DataTable } from '@/components/table/DataTable';
import { addDays, isDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useChoiceParam, useParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { beside, daysFrom, gapOf, lastOfBoth, openingOf, otherPeriod, soFar } from '../compare';
import type { Axis, ComparedDay, ComparedRow } from '../compare';
import styles from './production.module.css';

const words = defineMessages({
  ko: {
    title: '나란히 보기',
    with: '비교할 대상',
    periods: '같은 공연의 다른 기간',
    previous: '바로 앞 기간',
    year: '1년 전 같은 요일',
    productions: '다른 공연',
    axis: '가로축',
    run: '개막까지 남은 날',
    sale: '판매한 날',
    measure: '보는 값',
    cumulative: '누적',
    daily: '일별',
    thisPeriod: '이 기간',
    day: '날',
    days: '날마다',
    before: (days: number) => (days === 0 ? '개막일' : days < 0 ? `D−${-days}` : `D+${days}`),
    nth: (day: number) => `${day}일째`,
    revenueOf: (name: string) => `${name} 매출`,
    totalOf: (name: string) => `${name} 누적`,
    gap: '누적 차이',
    sameDay: (day: string) => `${day}까지`,
    ratio: (share: string) => `${share} 수준`,
    summary: (at: string, mine: string, other: string) => `${at}까지 누적 매출 ${mine}, 비교 대상 ${other}`,
    noOpening: '개막일이 없어 판매한 날로 견줍니다.',
  },
  en: {
    title: 'Side by side',
    with: 'Compare with',
    periods: 'Another period of the same production',
    previous: 'Previous period',
    year: 'Same weekdays last year',
    productions: 'Another production',
    axis: 'Axis',
    run: 'Days to opening',
    sale: 'Days on sale',
    measure: 'Metric',
    cumulative: 'Cumulative',
    daily: 'By day',
    thisPeriod: 'This period',
    day: 'Day',
    days: 'Day by day',
    before: (days: number) => (days === 0 ? 'Opening' : days < 0 ? `D−${-days}` : `D+${days}`),
    nth: (day: number) => `Day ${day}`,
    revenueOf: (name: string) => `${name}: revenue`,
    totalOf: (name: string) => `${name}: cumulative`,
    gap: 'Cumulative gap',
    sameDay: (day: string) => `up to ${day}`,
    ratio: (share: string) => `${share} of the other`,
    summary: (at: string, mine: string, other: string) => `Through ${at}: ${mine} vs. ${other}`,
    noOpening: 'No opening day, so they are aligned by days on sale.',
  },
});

const height = 320;

/** A production beside another one, or beside itself in another period, day by day. */
export function CompareTab({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const others = useProductions().filter(({ id }) => id !== production.id);
  const [asked, ask] = useParam('with');
  const rival = others.find(({ code }) => code === asked);
  const which = asked === 'year' ? 'year' : 'previous';
  const [chosenAxis, setAxis] = useChoiceParam('axis', ['run', 'sale'], 'run');
  const [measure, setMeasure] = useChoiceParam('measure', ['cumulative', 'daily'], 'cumulative');
  const period = usePeriod('last30').range;
  const range = useMemo(() => period ?? { from: addDays(asOf, -29), to: asOf }, [period, asOf]);

  const query = {
    asOf,
    grain: 'day',
    productionId: rival === undefined ? [production.id] : [production.id, rival.id],
    includeInactive: true,
  } as const;
  const report = useQuery(reportQuery('target-vs-actual', query));
  const itemOf = (code: string) => report.data?.items.find(({ productionCode }) => productionCode === code);
  const openings = [openingOf(production), rival === undefined ? undefined : openingOf(rival)] as const;
  const opened = openings[0] !== undefined && openings[1] !== undefined;
  const axis: Axis = rival === undefined ? 'period' : opened ? chosenAxis : 'sale';

  const compared = (): readonly ComparedRow[] => {
    const own = itemOf(production.code);
    if (rival === undefined) {
      const before = otherPeriod(range, which);
      return beside(daysFrom(own, range.from, range), daysFrom(own, before.from, before));
    }
    const its = itemOf(rival.code);
    const origin = (of: Production, item: typeof own) => {
      const first = item?.periods[0]?.period;
      return axis === 'run' ? openingOf(of) : (of.saleStart ?? (isDay(first) ? first : undefined));
    };
    return beside(daysFrom(own, origin(production, own)), daysFrom(its, origin(rival, its)));
  };
  const rows = compared();

  const names: readonly [string, string] =
    rival === undefined
      ? [t.thisPeriod, which === 'year' ? t.year : t.previous]
      : [production.name, rival.name];
  const place = (at: number) => (axis === 'run' ? t.before(at) : t.nth(at + 1));
  // Figures meet on the last day that both have told.
  const last = lastOfBoth(rows);

  const option = (colors: Palette): EChartsOption => {
    const value = (day: ComparedRow['mine']) =>
      (measure === 'daily' ? day?.revenueKrw : sumOf(soFar(day))) ?? null;
    const line = (name: string, values: (number | null)[], color: string, dashed: boolean) => ({
      type: 'line' as const,
      name,
      symbol: 'none',
      data: values,
      lineStyle: { color, width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) },
      itemStyle: { color },
    });
    return {
      grid: { top: 14, left: 8, right: 16, bottom: 4 },
      tooltip: {
        trigger: 'axis',
        confine: true,
        valueFormatter: (shown) => format.exactWon(typeof shown === 'number' ? shown : null),
      },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: rows.map(({ at }) => place(at)),
        axisLabel: { hideOverlap: true },
      },
      yAxis: { type: 'value', splitNumber: 4, axisLabel: { formatter: format.axisWon } },
      series: [
        line(
          names[1],
          rows.map(({ other }) => value(other)),
          colors.text3,
          true,
        ),
        line(
          names[0],
          rows.map(({ mine }) => value(mine)),
          colors[production.category],
          false,
        ),
      ],
    };
  };

  const [mine, other] = [sumOf(soFar(last?.mine)), sumOf(soFar(last?.other))];
  const until = last === undefined ? '' : t.sameDay(place(last.at));
  const source = sourceOf('target-vs-actual', query);
  return (
    <>
      <div className={styles['compare']}>
        <label>
          <span>{t.with}</span>
          <select
            value={rival?.code ?? which}
            onChange={(event) => ask(event.target.value === 'previous' ? null : event.target.value)}
          >
            <optgroup label={t.periods}>
              <option value="previous">{t.previous}</option>
              <option value="year">{t.year}</option>
            </optgroup>
            <optgroup label={t.productions}>
              {others.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name} ({code})
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        {rival === undefined ? (
          <PeriodPicker
            standard="last30"
            offered={['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'last30']}
          />
        ) : opened ? (
          <Segmented
            label={t.axis}
            options={[
              { value: 'run', text: t.run },
              { value: 'sale', text: t.sale },
            ]}
            value={chosenAxis}
            onChange={setAxis}
          />
        ) : (
          <span className="caption quiet">{t.noOpening}</span>
        )}
      </div>
      <Figures columns={3} source={source}>
        <Figure label={t.totalOf(names[0])} period={until} value={<SoFar day={last?.mine} />} />
        <Figure label={t.totalOf(names[1])} period={until} value={<SoFar day={last?.other} />} />
        <Figure
          label={t.gap}
          period={until}
          value={<Gap row={last} />}
          note={mine !== null && other !== null && other > 0 && t.ratio(percent(mine / other))}
        />
      </Figures>
      <ChartPanel
        title={t.title}
        of={report.data}
        caption={
          <Segmented
            label={t.measure}
            options={[
              { value: 'cumulative', text: t.cumulative },
              { value: 'daily', text: t.daily },
            ]}
            value={measure}
            onChange={setMeasure}
          />
        }
        busy={report.isFetching && report.data !== undefined}
        content={chartState(report, rows.length === 0, height)}
        option={option}
        height={height}
        summary={
          last === undefined
            ? t.title
            : t.summary(place(last.at), format.shortWon(mine), format.shortWon(other))
        }
        legend={
          <>
            <li>
              <i
                aria-hidden
                className={styles['lineKey']}
                style={{ borderColor: `var(--${production.category})` }}
              />
              {names[0]}
            </li>
            <li>
              <i aria-hidden className={styles['otherKey']} />
              {names[1]}
            </li>
          </>
        }
        download={{ report: 'target-vs-actual', query }}
        table={() => <CompareTable rows={rows} names={names} place={place} />}
      />
      {rows.length > 0 && (
        <Panel title={t.days} source={source}>
          <CompareTable rows={rows} names={names} place={place} />
        </Panel>
      )}
    </>
  );
}

/** What one side has sold up to a day. */
function SoFar({ day }: { day: ComparedDay | undefined }) {
  return day === undefined || day.beforeKrw === 0 ? (
    <FieldValue of={day} field="cumulativeRevenueKrw" />
  ) : (
    <Difference terms={soFar(day)} />
  );
}

/** How far the one side is before the other one. */
function Gap({ row }: { row: ComparedRow | undefined }) {
  return <Difference terms={row === undefined ? [null] : gapOf(row)} signed judged />;
}

interface TableProps {
  readonly rows: readonly ComparedRow[];
  readonly names: readonly [string, string];
  readonly place: (at: number) => string;
}

/** Both sides day by day, the newest first. */
function CompareTable({ rows, names: [mine, other], place }: TableProps) {
  const t = useMessages(words);
  const format = useFormat();
  return (
    <DataTable
      caption={t.days}
      rows={rows}
      rowKey={({ at }) => String(at)}
      dense
      sortParam="compare"
      initialSort={{ key: 'at', descending: true }}
      columns={[
        {
          key: 'at',
          label: t.day,
          value: ({ at }) => at,
          cell: ({ at, mine: own, other: its }) => (
            <>
              {place(at)}{' '}
              <span className="caption quiet">
                {[own?.period, its?.period]
                  .map((day) => (day === undefined ? '–' : format.day(day)))
                  .join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'mine',
          label: t.revenueOf(mine),
          align: 'right',
          value: (row) => row.mine?.revenueKrw,
          cell: (row) => <FieldValue of={row.mine} field="revenueKrw" />,
          phone: 'hidden',
        },
        {
          key: 'other',
          label: t.revenueOf(other),
          align: 'right',
          quiet: true,
          value: (row) => row.other?.revenueKrw,
          cell: (row) => <FieldValue of={row.other} field="revenueKrw" />,
          phone: 'hidden',
        },
        {
          key: 'mineTotal',
          label: t.totalOf(mine),
          align: 'right',
          strong: true,
          value: (row) => sumOf(soFar(row.mine)),
          cell: (row) => <SoFar day={row.mine} />,
          phone: 'main',
        },
        {
          key: 'otherTotal',
          label: t.totalOf(other),
          align: 'right',
          quiet: true,
          value: (row) => sumOf(soFar(row.other)),
          cell: (row) => <SoFar day={row.other} />,
          phone: 'second',
        },
        {
          key: 'gap',
          label: t.gap,
          align: 'right',
          value: (row) => sumOf(gapOf(row)),
          cell: (row) => <Gap row={row} />,
          phone: 'second',
        },
      ]}
    />
  );
}
