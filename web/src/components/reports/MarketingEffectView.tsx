import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Category } from '@/api/productions';
import { reportQuery } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { LinesPanel } from '@/components/chart/LinesPanel';
import { usePeriod } from '@/components/controls/usePeriod';
import { Rate, Unknown } from '@/components/figures/Amount';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportTable } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { groupBy } from '@/lib/groups';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { mondayOf, shortDay } from '@/lib/days';
import { allPeriods, touches } from './periods';
import { ReportPanel } from './ReportPanel';
import { useScope } from './useScope';

const words = defineMessages({
  ko: {
    title: '마케팅 효과',
    caption: '메모가 있는 주의 매출과 전주 대비. 끝나지 않은 주는 같은 요일까지 비교합니다',
    noted: '메모 있는 주만',
    notedWeeks: '메모 있는 주',
    ofWeeks: (weeks: number) => `판매 기간 ${weeks}주 가운데`,
    rose: '매출이 오른 주',
    roseOf: (weeks: number) => `비교할 수 있는 ${weeks}주 가운데`,
    best: '가장 크게 오른 주',
    worst: '가장 크게 내린 주',
    none: '집계 전',
    lines: '주 매출',
    linesCaption: '기준일이 지난 주까지',
    week: (number: number) => `${number}주차`,
    notYet: '집계 전',
    summary: (count: number) => `공연 ${count}편의 주 매출`,
    previous: '전주',
    days: (days: number) => `${days}일 비교`,
  },
  en: {
    title: 'Marketing effect',
    caption: 'Revenue of weeks with notes, and of the week before',
    noted: 'Only weeks with notes',
    notedWeeks: 'Weeks with notes',
    ofWeeks: (weeks: number) => `of ${counted(weeks, 'week')} on sale`,
    rose: 'Weeks that rose',
    roseOf: (weeks: number) => `of ${weeks} that can be compared`,
    best: 'Greatest rise',
    worst: 'Greatest fall',
    none: 'Not known yet',
    lines: 'Revenue by week',
    linesCaption: 'As far as the record dates reach',
    week: (number: number) => `Week ${number}`,
    notYet: 'Not known yet',
    summary: (count: number) => `Weekly revenue of ${counted(count, 'production')}`,
    previous: 'Week before',
    days: (days: number) => `${counted(days, 'day')} compared`,
  },
});

type Item = ReportAnswer<'marketing-effect'>['items'][number];
type Row = Omit<Item, 'weeks'> & Item['weeks'][number];

const hasNote = ({ salesMarketing, promotion, other }: Row) =>
  [salesMarketing, promotion, other].some((note) => note !== null && note !== '');

/** What changed in the week of each action: every marketing week with its notes, its revenue and the week before. */
export function MarketingEffectView({ categories }: { categories?: readonly Category[] }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { named, ready, shown } = useScope(categories);
  const { range } = usePeriod('all');
  const [notedText, setNoted] = useParam('noted');
  const noted = notedText !== '0';
  const report = useQuery({ ...reportQuery('marketing-effect', named), enabled: ready && shown.length > 0 });
  const items = report.data?.items;

  const rows = useMemo(
    () =>
      (items ?? []).flatMap(({ weeks, ...production }): Row[] =>
        weeks
          .filter(({ weekStart }) => touches(weekStart, 'week', range))
          .map((week) => ({ ...production, ...week })),
      ),
    [items, range],
  );
  const withNotes = rows.filter(hasNote);
  const compared = withNotes
    .filter(({ changeRatio }) => changeRatio !== null)
    .toSorted((a, b) => (b.changeRatio ?? 0) - (a.changeRatio ?? 0));
  const { weeks, lines } = useMemo(() => {
    const known = rows.filter(({ revenueKrw }) => revenueKrw !== null);
    const all = allPeriods([known.map(({ weekStart }) => mondayOf(weekStart))]);
    const byCode = groupBy(known, ({ productionCode }) => productionCode);
    return {
      weeks: all.map(shortDay),
      lines: [...byCode.values()].flatMap((list) => {
        const [first] = list;
        if (first === undefined) return [];
        const found = new Map(list.map((row) => [mondayOf(row.weekStart), row.revenueKrw]));
        return [
          {
            key: first.productionCode,
            name: first.productionName,
            category: first.category,
            values: all.map((week) => found.get(week) ?? null),
          },
        ];
      }),
    };
  }, [rows]);

  const table = (shownRows: readonly Row[], sortParam: string) => (
    <ReportTable
      caption={t.title}
      rows={shownRows}
      rowKey={({ productionCode, weekNumber }) => `${productionCode} ${weekNumber}`}
      sortParam={sortParam}
      initialSort={{ key: 'weekStart', descending: true }}
      filterText={({ productionName, salesMarketing, promotion, other }) =>
        [productionName, salesMarketing, promotion, other].join(' ')
      }
      columns={[
        'productionName',
        {
          key: 'weekStart',
          label: label('column', 'week'),
          value: ({ weekStart }) => weekStart,
          cell: ({ weekNumber, weekStart, weekEnd }) => (
            <span className="nowrap">
              {format.range({ from: weekStart, to: weekEnd })}{' '}
              <span className="quiet">{t.week(weekNumber)}</span>
            </span>
          ),
          phone: 'second',
        },
        { field: 'salesMarketing', phone: 'second', reason: () => '' },
        { field: 'promotion', phone: 'second', reason: () => '' },
        { field: 'other', reason: () => '' },
        { field: 'revenueKrw', strong: true, phone: 'main', reason: () => t.notYet },
        { field: 'previousRevenueKrw', label: t.previous, quiet: true },
        'changeKrw',
        {
          key: 'changeRatio',
          label: label('column', 'changeRatio'),
          align: 'right',
          phone: 'second',
          value: ({ changeRatio }) => changeRatio,
          cell: ({ changeRatio, comparable, comparedDays }) => (
            <>
              <Rate value={changeRatio} />
              {!comparable && comparedDays !== null && (
                <span className="caption quiet"> {t.days(comparedDays)}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
  const extreme = (row: Row | undefined) =>
    row === undefined ? (
      t.none
    ) : (
      <>
        {row.productionName} {format.range({ from: row.weekStart, to: row.weekEnd })} ·{' '}
        {[row.salesMarketing, row.promotion, row.other].find((note) => note !== null && note !== '')}
      </>
    );
  const [best] = compared;
  const worst = compared.at(-1);
  return (
    <div className="stack">
      <Figures columns={4}>
        <Figure label={t.notedWeeks} value={withNotes.length} note={t.ofWeeks(rows.length)} />
        <Figure
          label={t.rose}
          value={
            <>
              {compared.filter(({ changeRatio }) => (changeRatio ?? 0) > 0).length}
              <span className="second"> / {compared.length}</span>
            </>
          }
          note={t.roseOf(compared.length)}
        />
        <Figure
          label={t.best}
          value={best === undefined ? <Unknown /> : <Rate value={best.changeRatio} />}
          note={extreme(best)}
        />
        <Figure
          label={t.worst}
          value={worst === undefined ? <Unknown /> : <Rate value={worst.changeRatio} />}
          note={extreme(worst)}
        />
      </Figures>
      <LinesPanel
        title={t.lines}
        caption={t.linesCaption}
        xs={weeks}
        lines={lines}
        text={format.shortWon}
        axisText={format.axisWon}
        summary={t.summary(lines.length)}
        report={report}
        table={() => table(rows, 'lines')}
      />
      <ReportPanel
        title={t.title}
        caption={t.caption}
        report={report}
        download={{ report: 'marketing-effect', query: named }}
        actions={
          <label className="row caption second">
            <input
              type="checkbox"
              checked={noted}
              onChange={(event) => setNoted(event.target.checked ? null : '0', { replace: true })}
            />
            {t.noted}
          </label>
        }
      >
        {() => table(noted ? withNotes : rows, 'sort')}
      </ReportPanel>
    </div>
  );
}
