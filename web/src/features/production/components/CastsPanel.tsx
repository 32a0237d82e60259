import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { Won } from '@/components/figures/Amount';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { ReportTable } from '@/components/table/ReportTable';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useQueryOf } from '../query';
import { words } from '../words';
import styles from './production.module.css';

type Cast = ReportAnswer<'plays/cast-revenue'>['items'][number]['casts'][number];

/** Casts by revenue, with a soft bar behind the figure; `limit` shows the first ones only. */
export function CastsPanel({ production, limit }: { production: Production; limit?: number }) {
  const t = useMessages(words);
  const label = useLabels();
  const query = useQueryOf(production);
  const report = useReport('plays/cast-revenue', query);
  const casts = report.data?.items[0]?.casts ?? [];
  const most = Math.max(1, ...casts.map(({ revenueKrw }) => revenueKrw));
  const shown = limit === undefined ? casts : casts.slice(0, limit);
  const bar = (value: number): string => `${Math.max(0, value / most) * 100}%`;
  return (
    <Panel
      title={t.castRevenue}
      caption={t.wholeRun}
      busy={report.isFetching && !report.isPending}
      actions={<DownloadMenu of={t.castRevenue} download={{ report: 'plays/cast-revenue', query }} />}
    >
      <QueryView
        query={report}
        isEmpty={() => casts.length === 0}
        empty={<EmptyState>{t.noCasts}</EmptyState>}
      >
        {() => (
          <>
            <ReportTable<Cast>
              caption={t.castRevenue}
              rows={shown}
              rowKey={({ cast }) => cast.join('|')}
              sortParam="casts"
              dense
              columns={[
                { field: 'rank', phone: 'hidden', quiet: true },
                {
                  key: 'cast',
                  label: label('column', 'cast'),
                  phone: 'name',
                  value: ({ cast }) => cast.join(' '),
                  cell: ({ cast }) => <span className={styles['names']}>{cast.join(' · ')}</span>,
                },
                { field: 'performances', phone: 'second', label: t.performances },
                { field: 'meanRevenueKrw', phone: 'second', label: t.mean, spare: true },
                {
                  key: 'revenueKrw',
                  label: label('column', 'revenueKrw'),
                  align: 'right',
                  phone: 'main',
                  value: ({ revenueKrw }) => revenueKrw,
                  cell: ({ revenueKrw }) => (
                    <span className={styles['soft']}>
                      <i
                        aria-hidden
                        style={{
                          width: bar(revenueKrw),
                          background: `var(--${production.category}-soft)`,
                        }}
                      />
                      <Won value={revenueKrw} />
                    </span>
                  ),
                },
              ]}
            />
            {shown.length < casts.length && (
              <p className={styles['all']}>
                <AppLink to={`/productions/${encodeURIComponent(production.code)}/casts`}>{t.all} →</AppLink>
              </p>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
