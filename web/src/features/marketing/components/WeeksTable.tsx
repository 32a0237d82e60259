import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { sourceOf } from '@/api/reports';
import { Button } from '@/components/controls/Button';
import { usePeriod } from '@/components/controls/usePeriod';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { FieldValue } from '@/components/figures/FieldValue';
import { HistoryDialog } from '@/components/forms/HistoryDialog';
import { SaveBar } from '@/components/forms/SaveBar';
import type { TextDrafts } from '@/components/forms/useTextDrafts';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { CampaignList } from '@/components/reports/CampaignList';
import { campaignsName, campaignTexts } from '@/components/reports/campaigns';
import { touches } from '@/components/reports/periods';
import { useScope } from '@/components/reports/useScope';
import { EmptyState } from '@/components/states/EmptyState';
import { ErrorState } from '@/components/states/ErrorState';
import { Skeleton } from '@/components/states/Skeleton';
import { DataTable } from '@/components/table/DataTable';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import type { Column } from '@/components/table/columns';
import type { Production } from '@/api/productions';
import { addDays, mondayOf, shortDay, toDay, weekOf } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { noteFields, weeksHistoryQuery } from '../api/weeks';
import type { MarketingWeek, ProductionWeeks, useWeeks } from '../hooks/useWeeks';
import { words } from '../words';
import { WeekNote } from './WeekFields';

interface Row {
  readonly of: ProductionWeeks;
  readonly week: MarketingWeek;
  readonly revenueKrw: number | null;
  readonly changeRatio: number | null;
  /** How many days are compared, where the week is not over. */
  readonly days: number | undefined;
}

/** Every week on sale with its notes, edited in place and saved together. */
export function WeeksTable({
  weeks: { read, pending, busy, error, retry, named },
  drafts,
  editable,
}: {
  weeks: ReturnType<typeof useWeeks>;
  drafts: TextDrafts;
  editable: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const say = usePair();
  const format = useFormat();
  const { asOf } = useScope();
  const { range } = usePeriod('all');
  const [pastText, setPast] = useParam('past');
  const past = pastText === '1' || range !== undefined;
  const [historyOf, setHistoryOf] = useState<Production>();
  // Weeks are planned ahead: what is longer ago than last week is shown when it is asked for.
  const recent = addDays(mondayOf(asOf), -7);
  const rows = read.flatMap((of): Row[] => {
    return of.weeks
      .filter(({ weekStart, weekEnd }) => (past || weekEnd >= recent) && touches(weekStart, 'week', range))
      .map((week) => {
        const { revenueKrw, changeRatio, comparable, comparedDays } = week;
        return {
          of,
          week,
          revenueKrw,
          changeRatio,
          days: comparable ? undefined : (comparedDays ?? undefined),
        };
      });
  });
  const columns: Column<Row>[] = [
    {
      key: 'production',
      label: t.production,
      value: ({ of }) => of.production.name,
      cell: ({ of: { production } }) => (
        <span className="row">
          <CategoryMark category={production.category} />
          <AppLink to={`/productions/${encodeURIComponent(production.code)}`}>{production.name}</AppLink>
          <Button
            small
            kind="quiet"
            icon={<History />}
            label={t.historyOf(production.name)}
            onClick={() => setHistoryOf(production)}
          />
        </span>
      ),
    },
    {
      key: 'week',
      label: t.week,
      value: ({ week }) => week.weekStart,
      cell: ({ week }) => (
        <span className="row nowrap">
          {format.range({ from: week.weekStart, to: week.weekEnd })}
          <span className="quiet">{t.weekNumber(week.weekNumber)}</span>
          {week.weekStart <= asOf && week.weekEnd >= asOf && <Chip tone="outlined">{t.thisWeek}</Chip>}
        </span>
      ),
      phone: 'main',
    },
    ...noteFields.map((field): Column<Row> => ({
      key: field,
      label: label('column', field),
      value: ({ week }) => week[field],
      cell: ({ of, week }) => (
        <WeekNote of={of} week={week} field={field} drafts={drafts} editable={editable} />
      ),
      phone: 'second',
    })),
    {
      key: 'campaigns',
      label: say(campaignsName),
      value: ({ week }) => campaignTexts(week.campaigns),
      cell: ({ week }) => <CampaignList campaigns={week.campaigns} />,
      phone: 'second',
    },
    {
      key: 'revenueKrw',
      label: t.weekRevenue,
      align: 'right',
      value: ({ revenueKrw }) => revenueKrw,
      cell: ({ of, week }) => (
        <FieldValue
          of={{ ...week, productionCode: of.production.code }}
          field="revenueKrw"
          reason={<span className="caption">{t.unknown}</span>}
        />
      ),
    },
    {
      key: 'changeRatio',
      label: label('column', 'changeRatio'),
      align: 'right',
      value: ({ changeRatio }) => changeRatio,
      cell: ({ of, week, days }) => (
        <>
          <FieldValue of={{ ...week, productionCode: of.production.code }} field="changeRatio" />
          {days !== undefined && <span className="caption quiet"> {t.days(days)}</span>}
        </>
      ),
    },
  ];
  return (
    <Panel
      title={t.weeks}
      source={sourceOf('marketing-effect', named)}
      caption={t.weeksCaption}
      busy={busy}
      actions={
        <>
          {range === undefined && (
            <label className="row caption second">
              <input
                type="checkbox"
                checked={past}
                onChange={(event) => setPast(event.target.checked ? '1' : null, { replace: true })}
              />
              {t.past}
            </label>
          )}
          <DownloadMenu of={t.weeks} download={{ report: 'marketing-effect', query: named }} />
        </>
      }
    >
      {error !== null ? (
        <ErrorState error={error} onRetry={retry} />
      ) : pending ? (
        <Skeleton rows={8} />
      ) : read.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.weeks}
          columns={columns}
          rows={rows}
          rowKey={({ of, week }) => `${of.production.id} ${week.weekStart}`}
          initialSort={{ key: 'week', descending: false }}
          filterText={({ of, week }) =>
            [
              of.production.name,
              week.weekStart,
              ...noteFields.map((field) => week[field]),
              campaignTexts(week.campaigns),
            ].join(' ')
          }
          group={{
            by: 'week',
            key: ({ week }) => mondayOf(week.weekStart),
            text: ({ week }) =>
              mondayOf(week.weekStart) === mondayOf(asOf)
                ? `${format.range(weekOf(week.weekStart))} · ${t.thisWeek}`
                : format.range(weekOf(week.weekStart)),
          }}
          chosen={({ week }) => week.weekStart <= asOf && week.weekEnd >= asOf}
          empty={<EmptyState>{t.noWeeks}</EmptyState>}
        />
      )}
      {editable && <SaveBar drafts={drafts} />}
      {historyOf !== undefined && (
        <WeeksHistory production={historyOf} onClose={() => setHistoryOf(undefined)} />
      )}
    </Panel>
  );
}

function WeeksHistory({ production, onClose }: { production: Production; onClose: () => void }) {
  const t = useMessages(words);
  const label = useLabels();
  const query = useQuery(
    weeksHistoryQuery(
      production.id,
      (weekStart, field) => `${shortDay(toDay(weekStart))} ${label('column', field)}`,
    ),
  );
  return <HistoryDialog title={t.historyOf(production.name)} query={query} onClose={onClose} />;
}
