import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import { Rate } from '@/components/figures/Amount';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { ReportTable } from '@/components/table/ReportTable';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { useQueryOf } from '../query';
import { words } from '../words';
import styles from './production.module.css';

/** What was done in each week, and how the week's revenue changed. */
export function MarketingPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const query = useQueryOf(production);
  const report = useReport('marketing-effect', query);
  const weeks = report.data?.items[0]?.weeks ?? [];
  const note = (text: string | null) =>
    text === null || text === '' ? (
      <span className="quiet">–</span>
    ) : (
      <span className={styles['note']}>{text}</span>
    );
  return (
    <Panel
      title={t.effect}
      busy={report.isFetching && !report.isPending}
      actions={<DownloadMenu of={t.effect} download={{ report: 'marketing-effect', query }} />}
    >
      <QueryView
        query={report}
        isEmpty={() => weeks.length === 0}
        empty={<EmptyState>{t.noMarketing}</EmptyState>}
      >
        {() => (
          <ReportTable
            caption={t.effect}
            rows={weeks}
            rowKey={({ weekStart }) => weekStart}
            filterText={({ salesMarketing, promotion, other }) =>
              [salesMarketing, promotion, other].filter((text) => text !== null).join(' ')
            }
            columns={[
              {
                key: 'weekNumber',
                label: t.weekHead,
                value: ({ weekStart }) => weekStart,
                cell: ({ weekStart, weekEnd }) => format.range({ from: weekStart, to: weekEnd }),
                phone: 'name',
              },
              { field: 'revenueKrw', strong: true, phone: 'main' },
              { field: 'previousRevenueKrw', quiet: true },
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
                      <span className="caption quiet"> {t.comparedDays(comparedDays)}</span>
                    )}
                  </>
                ),
              },
              ...(['salesMarketing', 'promotion', 'other'] as const).map((field) => ({
                key: field,
                label: label('column', field),
                phone: 'second' as const,
                value: (week: (typeof weeks)[number]) => week[field],
                cell: (week: (typeof weeks)[number]) => note(week[field]),
              })),
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}
