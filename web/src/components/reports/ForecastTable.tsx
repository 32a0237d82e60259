import type { TableRow } from '@/api/catalogue';
import { Interval, NestedValue } from '@/components/figures/Interval';
import { Chip } from '@/components/figures/Chip';
import type { ReportColumn } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { TableOf } from './TableOf';

const words = defineMessages({
  ko: {
    title: '손익분기 전망',
    caption: '80% 구간: 열 번 가운데 여덟 번은 이 사이에 듭니다',
    never: '공연 기간 안에 없음',
    none: '앞을 내다볼 공연이 없습니다. 판매 중인 공연의 자료가 오면 여기에 보입니다.',
    wide: '아직 넓은 구간',
    wideWhy: '이 공연의 판매와 지난 공연이 적어 극장 일반의 값에 기댑니다.',
    old: '오래된 자료',
    oldWhy: (day: string) => `${day} 자료로 한 예측입니다.`,
  },
  en: {
    title: 'Break-even outlook',
    caption: '80% interval: 8 in 10 outcomes fall within it',
    never: 'not within the run',
    none: 'No forecasts yet. Productions on sale appear here once they have data.',
    wide: 'Wide interval',
    wideWhy: 'Few sales and few past productions so far, so it is based on theatres in general.',
    old: 'Old data',
    oldWhy: (day: string) => `Forecast based on data as of ${day}.`,
  },
});

type Row = TableRow<'forecast', 'items'>;

/** What stands where nothing is said of break-even. */
function Why({ row }: { row: Row }) {
  const label = useLabels();
  const reason = row.run === null ? row.reason : row.run.breakEvenReason;
  return reason === null ? null : label('choice', reason);
}

/** The day on which break-even is as likely as not. */
function LikelyDay({ row }: { row: Row }) {
  const t = useMessages(words);
  const format = useFormat();
  const breakEven = row.run?.breakEven ?? null;
  if (breakEven === null) return <span className="quiet">–</span>;
  return breakEven.p50Date === null ? (
    <span className="quiet">{t.never}</span>
  ) : (
    <span className="nowrap">{format.day(breakEven.p50Date)}</span>
  );
}

/** On what a forecast rests, where that is little or old. */
function Ground({ row }: { row: Row }) {
  const t = useMessages(words);
  const format = useFormat();
  return (
    <span className="row">
      {row.reason === 'stale' && <Chip title={t.oldWhy(format.day(row.origin))}>{t.old}</Chip>}
      {row.run !== null && row.confidence === 'prior' && <Chip title={t.wideWhy}>{t.wide}</Chip>}
    </span>
  );
}

const columns: readonly ReportColumn<Row>[] = [
  'productionName',
  {
    key: 'chance',
    label: { ko: '손익분기 도달 확률', en: 'Chance of break-even' },
    align: 'right',
    strong: true,
    phone: 'main',
    value: ({ run }) => run?.breakEven?.probabilityByClosing,
    cell: (row) => (
      <NestedValue of={row} field="run.breakEven.probabilityByClosing" probable reason={<Why row={row} />} />
    ),
  },
  {
    key: 'profit',
    label: { ko: '손익 80% 구간', en: 'Profit, 80% interval' },
    align: 'right',
    strong: true,
    phone: 'second',
    value: ({ run }) => run?.breakEven?.profitKrw.p10,
    cell: (row) => <Interval of={row} field="run.breakEven.profitKrw" />,
  },
  {
    key: 'day',
    label: { ko: '확률이 절반이 되는 날', en: 'Even odds by' },
    value: ({ run }) => run?.breakEven?.p50Date,
    cell: (row) => <LikelyDay row={row} />,
    phone: 'hidden',
  },
  {
    key: 'revenue',
    label: { ko: '최종 매출 80% 구간', en: 'Final revenue, 80% interval' },
    align: 'right',
    quiet: true,
    phone: 'second',
    value: ({ run }) => run?.finalRevenueKrw?.p10,
    cell: (row) => <Interval of={row} field="run.finalRevenueKrw" />,
  },
  {
    key: 'ground',
    label: { ko: '근거', en: 'Based on' },
    labelHidden: true,
    spare: true,
    phone: 'hidden',
    cell: (row) => <Ground row={row} />,
  },
];

/** Whether a run has still something before it. */
const isAhead = ({ reason }: Row) => reason !== 'run_over';

/** Each run by the probability of its break-even and the interval of its profit, the least likely first. */
export function ForecastTable() {
  const t = useMessages(words);
  return (
    <TableOf
      report="forecast"
      title={t.title}
      caption={t.caption}
      sortParam="ahead"
      sort={{ key: 'chance', descending: false }}
      where={isAhead}
      columns={columns}
      empty={t.none}
    />
  );
}
