import { CircleDashed } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { Attainment, Percent, Points, Unknown, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Sparkline } from '@/components/figures/Sparkline';
import { useStageText } from '@/components/figures/useStage';
import { AppLink, carriedQuery } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import type { HomeFigures, HomeRow, Progress } from '../figures';
import { lowThreshold } from '../figures';
import { words } from '../words';
import styles from './home.module.css';

const sparkWidth = 90;

/** One row for each production: how it stands, in the order of this month's revenue. */
export function ProductionsTable({
  figures,
  asOf,
  busy,
}: {
  figures: HomeFigures;
  asOf: Day;
  busy: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const stage = useStageText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { rows } = figures;

  const columns: readonly Column<HomeRow>[] = [
    {
      key: 'name',
      label: t.production,
      value: ({ name }) => name,
      cell: (row) => (
        <span className={styles['name']}>
          <CategoryMark category={row.category} />
          <span>
            <AppLink to={`/productions/${encodeURIComponent(row.code)}`}>{row.name}</AppLink>
            <small>{stage(row.stage)}</small>
          </span>
        </span>
      ),
      footer: t.total,
      phone: 'name',
    },
    {
      key: 'yesterday',
      label: t.yesterdayShort,
      align: 'right',
      phone: 'main',
      value: ({ yesterdayKrw }) => yesterdayKrw,
      cell: (row) =>
        row.yesterdayKrw === null && row.missing ? (
          <span className={styles['missing']} title={t.missingTitle(format.day(figures.yesterday))}>
            <CircleDashed aria-hidden />
            {t.missing}
          </span>
        ) : (
          <Won value={row.yesterdayKrw} reason={row.recordDate === null ? t.noData : undefined} />
        ),
      footer: <Won value={figures.yesterdayKrw} />,
    },
    {
      key: 'week',
      label: t.weekShort,
      align: 'right',
      value: ({ week }) => week.revenueKrw,
      cell: ({ week }) => (
        <span className={styles['two']}>
          <Won value={week.revenueKrw} />
          {week.pace !== null && (
            <small className={week.pace < 1 ? 'behind' : 'quiet'}>{percent(week.pace, 0)}</small>
          )}
        </span>
      ),
      footer: (
        <span className={styles['two']}>
          <Won value={figures.week.revenueKrw} />
          {figures.week.pace !== null && (
            <small>
              <Attainment value={figures.week.pace} places={0} />
            </small>
          )}
        </span>
      ),
    },
    {
      key: 'month',
      label: t.monthColumn,
      phone: 'second',
      width: 232,
      value: ({ month }) => month.revenueKrw,
      cell: ({ month, name }) => <MonthCell progress={month} label={`${name} ${t.ofMonthTarget}`} />,
      footer: <MonthCell progress={figures.month} label={`${t.total} ${t.ofMonthTarget}`} />,
    },
    {
      key: 'occupancy',
      label: t.comingColumn,
      align: 'right',
      value: ({ occupancy }) => occupancy,
      cell: ({ occupancy }) => (
        <span className={occupancy !== null && occupancy < lowThreshold ? 'behind' : undefined}>
          <Percent value={occupancy} />
        </span>
      ),
      footer: <Percent value={figures.occupancy} />,
    },
    {
      key: 'days',
      label: t.last30,
      phone: 'second',
      cell: ({ days }) => (
        <span className={styles['spark']}>
          <Sparkline values={days} label={t.spark} width={sparkWidth} />
        </span>
      ),
      footer: (
        <span className={styles['spark']}>
          <Sparkline values={figures.days30} label={t.spark} width={sparkWidth} />
        </span>
      ),
    },
    {
      key: 'profit',
      label: t.profit,
      align: 'right',
      value: ({ profitKrw }) => profitKrw,
      cell: ({ profitKrw, profitReason }) => {
        if (profitKrw !== null)
          return (
            <span className={profitKrw < 0 ? 'behind' : undefined}>
              <Won value={profitKrw} signed />
            </span>
          );
        if (profitReason === null) return <Unknown />;
        return (
          <span className="quiet" title={label.any('column', profitReason)}>
            {profitReason === 'no_played_performance' ? t.beforeOpening : label.any('column', profitReason)}
          </span>
        );
      },
      footer: <Won value={figures.profitKrw} signed />,
    },
  ];

  return (
    <Panel
      title={t.table}
      caption={t.active(rows.length)}
      busy={busy}
      legend={
        <ul className={styles['legend']}>
          {(['musical', 'play', 'concert'] as const).map((category) => (
            <li key={category}>
              <CategoryMark category={category} named />
            </li>
          ))}
        </ul>
      }
      actions={
        <DownloadMenu
          of={t.table}
          download={{ report: 'target-vs-actual', query: { asOf, grain: 'month' } }}
        />
      }
    >
      <div className={styles['table']}>
        <DataTable
          caption={t.table}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          initialSort={{ key: 'month', descending: true }}
          onOpen={({ code }) =>
            void navigate({
              pathname: `/productions/${encodeURIComponent(code)}`,
              search: carriedQuery(search),
            })
          }
          {...(rows.length > 20 ? { filterText: ({ name, code }: HomeRow) => `${name} ${code}` } : {})}
        />
      </div>
    </Panel>
  );
}

function MonthCell({ progress, label }: { progress: Progress; label: string }) {
  if (progress.attainment === null)
    return (
      <span className={styles['month']}>
        <Won value={progress.revenueKrw} />
      </span>
    );
  return (
    <span className={styles['month']}>
      <Bullet value={progress.attainment} plan={progress.plan} label={label} width={84} />
      <span className={styles['ratio']}>{percent(progress.attainment)}</span>
      <span className={styles['lead']}>
        <Points value={progress.lead} />
      </span>
    </span>
  );
}
