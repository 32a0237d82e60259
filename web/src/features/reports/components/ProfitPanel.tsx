import { TriangleAlert } from 'lucide-react';
import type { Production } from '@/api/productions';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { Won } from '@/components/figures/Amount';
import { Chip } from '@/components/figures/Chip';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelKey } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { words } from '../productionWords';
import styles from './production.module.css';

/** A part of the projected revenue, and how certain it is: what is sold is full, what is expected is pale. */
interface Part {
  readonly name: string;
  readonly krw: number;
  readonly opacity: number;
}

/** Where a production ends: sold and expected revenue in one bar against break-even. */
export function ProfitPanel({ production }: { production: Production }) {
  return production.category === 'concert' ? (
    <ConcertProfit production={production} />
  ) : (
    <PlayProfit production={production} />
  );
}

function PlayProfit({ production }: { production: Production }) {
  const t = useMessages(words);
  const { report, query } = useScopedReport('plays/profit-forecast');
  return (
    <ReportPanel
      title={t.profit}
      caption={t.method}
      report={report}
      download={{ report: 'plays/profit-forecast', query }}
    >
      {({ items: [item] }) =>
        item === undefined ? null : (
          <ProfitBar
            production={production}
            projectedKrw={item.projectedRevenueKrw}
            breakEvenKrw={item.breakEvenKrw}
            profitKrw={item.projectedProfitKrw}
            reason={item.reason ?? null}
            parts={[
              {
                name: t.playedRevenue(count(item.playedPerformances)),
                krw: item.playedRevenueKrw,
                opacity: 1,
              },
              {
                name: t.soldAlready(count(item.toComePerformances)),
                krw: item.toComeRevenueKrw,
                opacity: 0.55,
              },
              {
                name: t.expected,
                krw: (item.projectedRevenueKrw ?? 0) - item.playedRevenueKrw - item.toComeRevenueKrw,
                opacity: 0.22,
              },
            ]}
          />
        )
      }
    </ReportPanel>
  );
}

function ConcertProfit({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const { report, query } = useScopedReport('concerts/profit-forecast');
  return (
    <ReportPanel
      title={t.profit}
      caption={t.concertMethod}
      report={report}
      download={{ report: 'concerts/profit-forecast', query }}
    >
      {({ items: [item] }) =>
        item === undefined ? null : (
          <ProfitBar
            production={production}
            projectedKrw={item.expectedRevenueKrw}
            breakEvenKrw={item.breakEvenKrw}
            profitKrw={item.expectedProfitKrw}
            judged={item.steady}
            reason={item.reason ?? null}
            beyondHouse={
              item.exceedsHouse === true && item.fullHouseKrw !== null
                ? t.fullHouse(format.shortWon(item.projectedRevenueKrw), format.shortWon(item.fullHouseKrw))
                : undefined
            }
            parts={[
              { name: t.soldSoFar, krw: item.revenueKrw, opacity: 1 },
              {
                name: t.expectedDays(count(item.daysLeft)),
                krw: (item.expectedRevenueKrw ?? item.revenueKrw) - item.revenueKrw,
                opacity: 0.22,
              },
            ]}
          />
        )
      }
    </ReportPanel>
  );
}

function ProfitBar({
  production,
  projectedKrw,
  breakEvenKrw,
  profitKrw,
  reason,
  parts,
  judged = true,
  beyondHouse,
}: {
  production: Production;
  projectedKrw: number | null;
  breakEvenKrw: number | null;
  profitKrw: number | null;
  reason: LabelKey<'choice'> | null;
  parts: readonly Part[];
  /** Whether there are sale days enough to call it good or bad. */
  judged?: boolean;
  /** What is said where the trend leads beyond a full house. */
  beyondHouse?: string | undefined;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  if (projectedKrw === null)
    return <EmptyState>{t.cannot(reason === null ? '' : label('choice', reason))}</EmptyState>;
  const known = parts.filter(({ krw }) => krw > 0);
  const full = Math.max(projectedKrw, breakEvenKrw ?? 0, 1) * 1.05;
  const share = (krw: number) => `${(krw / full) * 100}%`;
  const breakEvenAt = breakEvenKrw === null ? 0 : breakEvenKrw / full;
  const colour = `var(--${production.category})`;
  return (
    <div className={styles['profit']}>
      <div
        role="img"
        aria-label={t.profitSummary(format.shortWon(projectedKrw), format.shortWon(breakEvenKrw))}
        className={styles['profitBar']}
      >
        {known.map(({ name, krw, opacity }) => (
          <i key={name} style={{ width: share(krw), background: colour, opacity }} />
        ))}
        {breakEvenKrw !== null && (
          <>
            <s style={{ left: share(breakEvenKrw) }} />
            <b
              style={
                breakEvenAt > 0.6
                  ? { right: `max(0px, calc(${(1 - breakEvenAt) * 100}% - 40px))` }
                  : { left: `max(0px, calc(${breakEvenAt * 100}% - 40px))` }
              }
            >
              {t.breakEvenAt(format.shortWon(breakEvenKrw))}
            </b>
          </>
        )}
      </div>
      <dl className={styles['sums']}>
        {parts.map(({ name, krw, opacity }) => (
          <div key={name}>
            <dt>
              <i aria-hidden style={{ background: colour, opacity }} />
              {name}
            </dt>
            <dd>
              <Won value={krw} />
            </dd>
          </div>
        ))}
        <div className={styles['sum']}>
          <dt>{t.projected}</dt>
          <dd>
            <Won value={projectedKrw} />
          </dd>
        </div>
        <div>
          <dt>{t.profit}</dt>
          <dd className="strong">
            <Won
              value={profitKrw}
              signed
              judged={judged}
              reason={reason === null ? undefined : label('choice', reason)}
            />
          </dd>
        </div>
      </dl>
      {beyondHouse !== undefined && (
        <p className={styles['exceeds']}>
          <Chip tone="warning" icon={<TriangleAlert aria-hidden />}>
            {t.exceeds}
          </Chip>
          <span className="caption second">{beyondHouse}</span>
        </p>
      )}
    </div>
  );
}
