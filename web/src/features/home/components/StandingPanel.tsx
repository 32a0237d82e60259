import { sourceOf } from '@/api/reports';
import { Bullet } from '@/components/figures/Bullet';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import { Panel } from '@/components/layout/Panel';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { useMessages } from '@/lib/i18n/messages';
import type { Overview, Standing } from '../overview';
import { words } from '../words';
import styles from './home.module.css';

type Group = Overview['categories'][number];

/** Targets of a run are rarely exceeded by much: the full width is a little more than the goal. */
const wide = 1.2;

/**
 * Where each category and all of them stand: revenue on its target with a tick at break-even, what yesterday and the
 * last seven days brought. A goal that nobody set leaves its place blank.
 */
export function StandingPanel({ overview, busy }: { overview: Overview; busy: boolean }) {
  const t = useMessages(words);
  const { categories, overall, asOf } = overview;
  const figures = useFigures();
  const query = { asOf };
  if (categories.length === 0) return null;
  return (
    <Panel
      title={t.categories}
      source={sourceOf('overview', query)}
      table="categories"
      caption={t.standingCaption}
      busy={busy}
      actions={
        <DownloadMenu of={t.categories} download={{ report: 'overview', query, table: 'categories' }} />
      }
    >
      <div className={styles['table']}>
        <DataTable<Group>
          caption={t.categories}
          sortParam="categories"
          columns={[
            {
              key: 'name',
              label: t.category,
              value: ({ category }) => category,
              cell: ({ category, productions }) => (
                <span className={styles['name']}>
                  <CategoryMark category={category} named />
                  <span className="caption quiet">{t.productions(productions)}</span>
                </span>
              ),
              footer: t.allCategories,
              phone: 'name',
            },
            ...figures.map((column) => ({ ...column, footer: column.cell?.(overall) })),
          ]}
          rows={categories}
          rowKey={({ category }) => category}
        />
      </div>
    </Panel>
  );
}

/** The figures that a category and all of them have alike. */
function useFigures(): readonly Column<Standing>[] {
  const t = useMessages(words);
  return [
    {
      key: 'revenue',
      label: t.standing,
      align: 'right',
      strong: true,
      phone: 'main',
      value: ({ revenueKrw }) => revenueKrw,
      cell: (row) => <FieldValue of={row} field="revenueKrw" />,
    },
    {
      key: 'share',
      label: t.share,
      align: 'right',
      quiet: true,
      value: ({ revenueShare }) => revenueShare,
      cell: (row) => <FieldValue of={row} field="revenueShare" />,
    },
    {
      key: 'target',
      label: t.ofTarget,
      hint: t.breakEvenTick,
      phone: 'second',
      phoneLabel: t.ofTarget,
      width: 232,
      value: ({ targetRatio }) => targetRatio,
      cell: (row) =>
        row.targetRatio === null ? (
          <span className="quiet">{t.noTarget}</span>
        ) : (
          <span className={styles['month']}>
            <Bullet
              value={row.targetRatio}
              plan={row.breakEvenOnTarget}
              scale={wide}
              label={t.ofTarget}
              width={84}
            />
            <span className={styles['ratio']}>
              <FieldValue of={row} field="targetRatio" />
            </span>
            <span className="second">
              <FieldValue of={row} field="targetKrw" />
            </span>
          </span>
        ),
    },
    {
      key: 'breakEven',
      label: t.breakEven,
      align: 'right',
      quiet: true,
      value: ({ breakEvenRatio }) => breakEvenRatio,
      cell: (row) => <FieldValue of={row} field="breakEvenRatio" />,
    },
    {
      key: 'yesterday',
      label: t.yesterdayShort,
      align: 'right',
      phone: 'second',
      value: ({ yesterdayRevenueKrw }) => yesterdayRevenueKrw,
      cell: (row) => (
        <span className={styles['two']}>
          <FieldValue of={row} field="yesterdayRevenueKrw" />
          {row.yesterdayChangeKrw !== null && (
            <small>
              <FieldValue of={row} field="yesterdayChangeKrw" />
            </small>
          )}
        </span>
      ),
    },
    {
      key: 'sevenDays',
      label: t.sevenDays,
      align: 'right',
      phone: 'second',
      value: ({ sevenDayRevenueKrw }) => sevenDayRevenueKrw,
      cell: (row) => (
        <span className={styles['two']}>
          <FieldValue of={row} field="sevenDayRevenueKrw" />
          {row.sevenDayChangeRatio !== null && (
            <small>
              <FieldValue of={row} field="sevenDayChangeRatio" />
            </small>
          )}
        </span>
      ),
    },
    {
      key: 'profit',
      label: t.profit,
      align: 'right',
      spare: true,
      value: ({ profitKrw }) => profitKrw,
      cell: (row) => <FieldValue of={row} field="profitKrw" />,
    },
  ];
}
