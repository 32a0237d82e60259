import { useMemo } from 'react';
import { useReport } from '@/api/reports';
import { LinesPanel } from '@/components/chart/LinesPanel';
import { usePeriod } from '@/components/controls/usePeriod';
import { allPeriods, firstAfter, touches } from '@/components/reports/periods';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays, mondayOf, shortDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { plays } from '../categories';
import { words as shared } from '../words';

const words = defineMessages({
  ko: {
    title: '주간 유료 점유율',
    summary: (names: string) => `주별 평균 유료 점유율: ${names}`,
  },
  en: {
    title: 'Weekly paid share',
    summary: (names: string) => `Mean paid share by week: ${names}`,
  },
});

const text = (value: number) => percent(value, 0);

/** The mean paid share of each week of the run; the present week and those to come are what is booked so far. */
export function WeeklyOccupancy({ height }: { height?: number }) {
  const t = useMessages(words);
  const s = useMessages(shared);
  const { query, asOf } = useScope(plays);
  const { range } = usePeriod('all');
  const report = useReport('plays/weekly-occupancy', query);
  const items = report.data?.items;
  const { weeks, lines } = useMemo(() => {
    const all = allPeriods(
      (items ?? []).map(({ weeks: list }) => list.map(({ weekStart }) => weekStart)),
    ).filter((week) => touches(week, 'week', range));
    return {
      weeks: all,
      lines: (items ?? [])
        .filter(({ weeks: list }) => list.length > 0)
        .map(({ productionCode, productionName, category, weeks: list }) => ({
          key: productionCode,
          name: productionName,
          category,
          values: all.map((week) => list.find(({ weekStart }) => weekStart === week)?.paidShare ?? null),
        })),
    };
  }, [items, range]);
  const xs = useMemo(() => weeks.map(shortDay), [weeks]);
  const rows = (items ?? []).flatMap(({ weeks: list, ...production }) =>
    list
      .filter(({ weekStart }) => touches(weekStart, 'week', range))
      .map((week) => ({ ...production, ...week })),
  );
  return (
    <LinesPanel
      title={t.title}
      xs={xs}
      lines={lines}
      text={text}
      toCome={firstAfter(weeks, addDays(mondayOf(asOf), -1)) + 1 || -1}
      toComeText={s.toCome}
      report={report}
      download={{ report: 'plays/weekly-occupancy', query }}
      {...(height === undefined ? {} : { height })}
      summary={t.summary(
        lines
          .map(({ name, values }) => `${name} ${percent(values.findLast((value) => value !== null))}`)
          .join(', '),
      )}
      table={() => (
        <ReportTable
          caption={t.title}
          dense
          sortParam="shares"
          rows={rows}
          rowKey={({ productionCode, weekStart }) => `${productionCode} ${weekStart}`}
          columns={[
            'productionName',
            { field: 'weekStart', phone: 'second' },
            'weekEnd',
            'performances',
            { field: 'paidShare', strong: true, phone: 'main' },
          ]}
        />
      )}
    />
  );
}
