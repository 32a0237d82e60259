import { ArrowRight } from 'lucide-react';
import { useLocation, Link } from 'react-router';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import { SoftBar } from '@/components/figures/SoftBar';
import { carriedQuery } from '@/components/layout/AppLink';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { words as shared } from '../words';
import styles from './WeeklyCasts.module.css';

const words = defineMessages({
  ko: {
    title: '지난주 캐스트',
    top: (count: number) => `매출 상위 ${count}`,
    all: '모두',
    none: '지난주에 회차가 없습니다',
    rank: (rank: number) => `${rank}위`,
  },
  en: {
    title: "Last week's casts",
    top: (count: number) => `top ${count} by revenue`,
    all: 'All',
    none: 'No performances last week',
    rank: (rank: number) => `Rank ${rank}`,
  },
});

/** Who sold most last week, per production. */
export function WeeklyCasts({ top = 3, more = true }: { top?: number; more?: boolean }) {
  const t = useMessages(words);
  const s = useMessages(shared);
  const format = useFormat();
  const { search } = useLocation();
  const { report, query } = useScopedReport('plays/weekly-casts', { top });
  const [first] = report.data?.items ?? [];
  return (
    <ReportPanel
      title={t.title}
      caption={
        first === undefined
          ? t.top(top)
          : `${format.range({ from: first.weekStart, to: first.weekEnd })} · ${t.top(top)}`
      }
      report={report}
      download={{ report: 'plays/weekly-casts', query }}
      actions={
        more && (
          <Link
            to={{ pathname: '/plays/casts', search: carriedQuery(search, true) }}
            className="row caption second"
          >
            {t.all}
            <ArrowRight aria-hidden />
          </Link>
        )
      }
    >
      {({ items }) => (
        <div className={styles['casts']}>
          {items.map(({ productionCode, productionName, category, casts }) => (
            <section key={productionCode} aria-label={productionName}>
              <h3 className="row">
                <CategoryMark category={category} />
                {productionName}
              </h3>
              {casts.length === 0 && <p className="caption quiet">{t.none}</p>}
              <ol>
                {casts.map(({ cast, rank, revenueKrw, performances }) => (
                  <li key={cast.join()}>
                    <span className="quiet" aria-label={t.rank(rank)}>
                      {rank}
                    </span>
                    <span className={styles['cast']}>{cast.join(' · ')}</span>
                    <span className="quiet nowrap">{s.times(performances)}</span>
                    <SoftBar value={revenueKrw} top={casts[0]?.revenueKrw ?? 0} category={category}>
                      <FieldValue of={{ productionCode, cast, revenueKrw }} field="revenueKrw" />
                    </SoftBar>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </ReportPanel>
  );
}
