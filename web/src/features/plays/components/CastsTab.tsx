import { useReport } from '@/api/reports';
import { Won } from '@/components/figures/Amount';
import { SoftBar } from '@/components/figures/SoftBar';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { groupBy } from '@/lib/groups';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { plays } from '../categories';
import { WeeklyCasts } from './WeeklyCasts';

const words = defineMessages({
  ko: { title: '캐스트 매출', caption: '전체 기간, 같은 사람이 같은 순서로 선 회차' },
  en: { title: 'Revenue by cast', caption: 'Whole run, same people in the same order' },
});

/** Which casts sell: last week's best, and everybody over the whole run. */
export function CastsTab() {
  const t = useMessages(words);
  const label = useLabels();
  const { query } = useScope(plays);
  const report = useReport('plays/cast-revenue', query);
  const rows = (report.data?.items ?? []).flatMap(({ casts, ...production }) =>
    casts.map((cast) => ({ ...production, ...cast })),
  );
  // Bars compare the casts of one production; productions are of different size.
  const tops = new Map(
    [...groupBy(rows, ({ productionCode }) => productionCode)].map(([code, list]) => [
      code,
      Math.max(0, ...list.map(({ revenueKrw }) => revenueKrw)),
    ]),
  );
  return (
    <div className="stack">
      <WeeklyCasts top={5} more={false} />
      <ReportPanel
        title={t.title}
        caption={t.caption}
        report={report}
        download={{ report: 'plays/cast-revenue', query }}
      >
        {() => (
          <ReportTable
            caption={t.title}
            dense
            rows={rows}
            rowKey={({ productionCode, cast }) => `${productionCode} ${cast.join('·')}`}
            filterText={({ productionName, cast }) => `${productionName} ${cast.join(' ')}`}
            columns={[
              'productionName',
              { field: 'rank', quiet: true, phone: 'second' },
              { field: 'cast', phone: 'second' },
              { field: 'performances', phone: 'second' },
              { field: 'meanRevenueKrw', quiet: true },
              {
                key: 'revenueKrw',
                label: label('column', 'revenueKrw'),
                align: 'right',
                strong: true,
                phone: 'main',
                value: ({ revenueKrw }) => revenueKrw,
                cell: ({ revenueKrw, productionCode, category }) => (
                  <SoftBar value={revenueKrw} top={tops.get(productionCode) ?? 0} category={category}>
                    <Won value={revenueKrw} />
                  </SoftBar>
                ),
              },
            ]}
          />
        )}
      </ReportPanel>
    </div>
  );
}
