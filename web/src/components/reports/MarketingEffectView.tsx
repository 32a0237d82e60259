import type { ReactNode } from 'react';
import type { TableRow } from '@/api/catalogue';
import { Unknown } from '@/components/figures/Amount';
import { FieldValue } from '@/components/figures/FieldValue';
import { Figure, Figures, OutOf } from '@/components/figures/Figure';
import type { ReportColumn } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { ratioSign } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { CampaignList } from './CampaignList';
import { campaignsName, campaignTexts } from './campaigns';
import { LinesOf } from './ChartsOf';
import { rowsWithin, TableOf } from './TableOf';
import { useScope } from './useScope';
import { useScopedReport } from './useScopedReport';

const words = defineMessages({
  ko: {
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
    days: (days: number) => `${days}일 비교`,
  },
  en: {
    caption: 'Revenue in weeks with notes, and in the week before',
    noted: 'Only weeks with notes',
    notedWeeks: 'Weeks with notes',
    ofWeeks: (weeks: number) => `of ${counted(weeks, 'week')} on sale`,
    rose: 'Weeks with an increase',
    roseOf: (weeks: number) => `of ${weeks} comparable`,
    best: 'Largest increase',
    worst: 'Largest decrease',
    none: 'Not available yet',
    lines: 'Revenue by week',
    linesCaption: 'Up to the latest record date',
    week: (number: number) => `Week ${number}`,
    days: (days: number) => `${counted(days, 'day')} compared`,
  },
});

type Row = TableRow<'marketing-effect', 'items'>;

const notes = ({ salesMarketing, promotion, other }: Row) =>
  [salesMarketing, promotion, other].filter((note) => note !== null && note !== '');

/** Whether something was done in the week, as people noted it by the week or by its days. */
const isActive = (row: Row) => notes(row).length > 0 || row.campaigns.length > 0;

const isKnown = ({ revenueKrw }: Row) => revenueKrw !== null;

const none = { ko: '', en: '' };

/** The week of a row by its days and its number. */
function NumberedWeek({ row: { weekStart, weekEnd, weekNumber } }: { row: Row }) {
  const t = useMessages(words);
  const format = useFormat();
  return (
    <span className="nowrap">
      {format.range({ from: weekStart, to: weekEnd })} <span className="quiet">{t.week(weekNumber)}</span>
    </span>
  );
}

/** How the revenue of a week changed; one that is not over is compared by the same weekdays, which is said. */
function ComparedRate({ row }: { row: Row }) {
  const t = useMessages(words);
  const { comparable, comparedDays } = row;
  return (
    <>
      <FieldValue of={row} field="changeRatio" />
      {!comparable && comparedDays !== null && <span className="caption quiet"> {t.days(comparedDays)}</span>}
    </>
  );
}

const columns: readonly ReportColumn<Row>[] = [
  'productionName',
  {
    field: 'weekStart',
    label: { ko: '주', en: 'Week' },
    phone: 'second',
    cell: (row) => <NumberedWeek row={row} />,
  },
  { field: 'salesMarketing', phone: 'second', reason: none },
  { field: 'promotion', phone: 'second', reason: none },
  { field: 'other', reason: none },
  {
    key: 'campaigns',
    label: campaignsName,
    value: ({ campaigns }) => campaignTexts(campaigns),
    cell: ({ campaigns }) => <CampaignList campaigns={campaigns} />,
    phone: 'second',
  },
  { field: 'revenueKrw', strong: true, phone: 'main', reason: { ko: '집계 전', en: 'Not available yet' } },
  { field: 'previousRevenueKrw', label: { ko: '전주', en: 'Previous week' }, quiet: true },
  'changeKrw',
  { field: 'changeRatio', phone: 'second', cell: (row) => <ComparedRate row={row} /> },
];

/** Every marketing week with what was done in it, its revenue and how that changed. */
export function MarketingTable({
  where,
  ...rest
}: {
  where?: (row: Row) => boolean;
  actions?: ReactNode;
  empty?: ReactNode;
}) {
  const t = useMessages(words);
  return (
    <TableOf
      report="marketing-effect"
      caption={t.caption}
      find
      sort={{ key: 'weekStart', descending: true }}
      columns={columns}
      {...(where === undefined ? {} : { where })}
      {...rest}
    />
  );
}

/** What changed in the week of each action: every marketing week with its notes, its revenue and the week before. */
export function MarketingEffectView() {
  const t = useMessages(words);
  const format = useFormat();
  const { range } = useScope();
  const [notedText, setNoted] = useParam('noted');
  const noted = notedText !== '0';
  const { report, source } = useScopedReport('marketing-effect');
  const rows = rowsWithin('marketing-effect', 'items', report.data, range);
  const withNotes = rows.filter((row) => notes(row).length > 0);
  const compared = withNotes
    .filter(({ changeRatio }) => changeRatio !== null)
    .toSorted((a, b) => (b.changeRatio ?? 0) - (a.changeRatio ?? 0));
  const extreme = (row: Row | undefined) =>
    row === undefined
      ? t.none
      : `${row.productionName} ${format.range({ from: row.weekStart, to: row.weekEnd })} · ${notes(row)[0] ?? ''}`;
  const told = report.data !== undefined;
  const rose = compared.filter(({ changeRatio }) => ratioSign(changeRatio) > 0);
  const [best] = compared;
  const worst = compared.at(-1);
  return (
    <>
      <Figures columns={4} source={source}>
        <Figure
          label={t.notedWeeks}
          value={told ? withNotes.length : <Unknown />}
          note={told && t.ofWeeks(rows.length)}
        />
        <Figure
          label={t.rose}
          value={<OutOf count={told ? rose.length : undefined} of={told ? compared.length : undefined} />}
          note={told && t.roseOf(compared.length)}
        />
        <Figure label={t.best} value={<FieldValue of={best} field="changeRatio" />} note={extreme(best)} />
        <Figure label={t.worst} value={<FieldValue of={worst} field="changeRatio" />} note={extreme(worst)} />
      </Figures>
      <LinesOf
        report="marketing-effect"
        title={t.lines}
        caption={t.linesCaption}
        value="revenueKrw"
        where={isKnown}
        find
        sortParam="lines"
        columns={columns}
      />
      <MarketingTable
        {...(noted ? { where: isActive } : {})}
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
      />
    </>
  );
}
