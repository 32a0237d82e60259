import { CircleDashed } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useProductions } from '@/api/productions';
import { sourceOf } from '@/api/reports';
import { Bullet } from '@/components/figures/Bullet';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import { Sparkline } from '@/components/figures/Sparkline';
import { stageOf, useStageText } from '@/components/figures/useStage';
import { AppLink, carriedQuery } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { addDays } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { percent, reaches } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { daysBefore } from '../overview';
import type { Overview, OverviewItem, Standing } from '../overview';
import { words } from '../words';
import styles from './home.module.css';

const sparkWidth = 90;

/** What is over is told, and no longer judged. */
const isOver = (row: Standing) => 'state' in row && row.state === 'over';

/** One row for each production in the order of this month's revenue, and all of them; what is over is folded. */
export function ProductionsTable({ overview, busy }: { overview: Overview; busy: boolean }) {
  const t = useMessages(words);
  const navigate = useNavigate();
  const { search } = useLocation();
  const { items, overall, asOf } = overview;
  const download = { report: 'overview', query: { asOf } };
  const name = useNameColumn(overview);
  const figures = useFigureColumns(overview);
  const running = items.filter((item) => !isOver(item)).length;

  return (
    <Panel
      title={t.table}
      source={sourceOf('overview', download.query)}
      caption={t.active(running)}
      busy={busy}
      actions={<DownloadMenu of={t.table} download={download} />}
    >
      <div className={styles['table']}>
        <DataTable
          caption={t.table}
          columns={[name, ...figures.map((column) => ({ ...column, footer: column.cell?.(overall) }))]}
          rows={items}
          rowKey={({ productionId }) => productionId}
          initialSort={{ key: 'month', descending: true }}
          folded={isOver}
          foldedWords={{ show: t.over, hide: t.hideOver }}
          onOpen={({ productionCode }) =>
            void navigate({
              pathname: `/productions/${encodeURIComponent(productionCode)}`,
              search: carriedQuery(search),
            })
          }
          {...(items.length > 20
            ? {
                filterText: ({ productionName, productionCode }: OverviewItem) =>
                  `${productionName} ${productionCode}`,
              }
            : {})}
        />
      </div>
      <span className="spoken">{t.productions(overall.productions)}</span>
    </Panel>
  );
}

function useNameColumn({ asOf, items }: Overview): Column<OverviewItem> {
  const t = useMessages(words);
  const stage = useStageText();
  const facts = new Map(useProductions().map((production) => [production.id, production]));
  const stageText = (id: string) => {
    const production = facts.get(id);
    return production === undefined ? '' : stage(stageOf(production, asOf));
  };
  return {
    key: 'name',
    label: t.production,
    value: ({ productionName }) => productionName,
    cell: ({ category, productionCode, productionName, productionId }) => (
      <span className={styles['name']}>
        <CategoryMark category={category} />
        <span>
          <AppLink to={`/productions/${encodeURIComponent(productionCode)}`}>{productionName}</AppLink>
          <small>{stageText(productionId)}</small>
        </span>
      </span>
    ),
    footer: t.total(items.filter(isOver).length),
    phone: 'name',
  };
}

/** The figures that productions, categories and all of them have alike. */
function useFigureColumns({ asOf, lowThreshold }: Overview): readonly Column<Standing>[] {
  const t = useMessages(words);
  const format = useFormat();
  const yesterday = addDays(asOf, -1);
  return [
    {
      key: 'yesterday',
      label: t.yesterdayShort,
      align: 'right',
      phone: 'main',
      value: ({ yesterdayRevenueKrw }) => yesterdayRevenueKrw,
      cell: (row) =>
        'missing' in row && row.missing ? (
          <span className={styles['missing']} title={t.missingTitle(format.day(yesterday))}>
            <CircleDashed aria-hidden />
            {t.missing}
          </span>
        ) : (
          <FieldValue
            of={row}
            field="yesterdayRevenueKrw"
            reason={'recordDate' in row && row.recordDate === null ? t.noData : undefined}
          />
        ),
    },
    {
      key: 'week',
      label: t.weekShort,
      align: 'right',
      value: ({ weekRevenueKrw }) => weekRevenueKrw,
      cell: (row) => (
        <span className={styles['two']}>
          <FieldValue of={row} field="weekRevenueKrw" />
          {row.weekDueRatio !== null && (
            <small>
              <FieldValue of={row} field="weekDueRatio" places={0} judged={!isOver(row)} />
            </small>
          )}
        </span>
      ),
    },
    {
      key: 'month',
      label: t.monthColumn,
      phone: 'second',
      phoneLabel: t.monthShort,
      width: 232,
      value: ({ monthRevenueKrw }) => monthRevenueKrw,
      cell: (row) => (
        <span className={styles['month']}>
          <Bullet
            value={row.monthDueRatio}
            plan={row.monthDueRatio === null ? null : 1}
            scale={1.3}
            label={t.ofDue}
            width={84}
          />
          <span className={styles['ratio']}>
            <FieldValue of={row} field="monthDueRatio" judged={!isOver(row)} />
          </span>
          <span className="second">
            <FieldValue of={row} field="monthRevenueKrw" />
          </span>
        </span>
      ),
    },
    {
      key: 'occupancy',
      label: t.comingColumn,
      align: 'right',
      value: ({ sevenDayOccupancy }) => sevenDayOccupancy,
      cell: (row) => (
        <span
          className={
            row.sevenDayOccupancy !== null && !isOver(row) && !reaches(row.sevenDayOccupancy, lowThreshold)
              ? 'behind'
              : undefined
          }
        >
          <FieldValue of={row} field="sevenDayOccupancy" />
        </span>
      ),
    },
    {
      key: 'days',
      label: t.last30,
      phone: 'second',
      phoneLabel: '',
      spare: true,
      cell: (row) => (
        <span className={styles['spark']}>
          <Sparkline values={daysBefore(row)} label={t.spark} width={sparkWidth} />
        </span>
      ),
    },
    {
      key: 'total',
      label: t.totalColumn,
      align: 'right',
      value: ({ revenueKrw }) => revenueKrw,
      cell: (row) => (
        <span className={styles['two']}>
          <FieldValue of={row} field="revenueKrw" />
          {row.breakEvenRatio !== null && <small>{t.ofBreakEven(percent(row.breakEvenRatio, 0))}</small>}
        </span>
      ),
    },
  ];
}
