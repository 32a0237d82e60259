import { TriangleAlert } from 'lucide-react';
import type { Production } from '@/api/productions';
import type { FieldOf } from '@/components/figures/FieldValue';
import { FieldValue } from '@/components/figures/FieldValue';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { Difference, sumOf } from '@/components/figures/Difference';
import { Chip } from '@/components/figures/Chip';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelKey } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import { numberOf } from '@/lib/read';
import { useFormat } from '@/lib/useFormat';
import { words } from '../productionWords';
import styles from './production.module.css';

/** A part of the projected revenue, and how certain it is: what is sold is full, what is expected is pale. */
interface Part<Row> {
  readonly name: string;
  /** Figures of the report that add up to it. */
  readonly terms: readonly (number | null)[];
  /** Where the report says it itself; what is expected lies between what it says. */
  readonly field?: FieldOf<Row>;
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
            of={item}
            projected="projectedRevenueKrw"
            profit="projectedProfitKrw"
            breakEvenKrw={item.breakEvenKrw}
            reason={item.reason ?? null}
            parts={[
              {
                name: t.playedRevenue(count(item.playedPerformances)),
                field: 'playedRevenueKrw',
                terms: [item.playedRevenueKrw],
                opacity: 1,
              },
              {
                name: t.soldAlready(count(item.toComePerformances)),
                field: 'toComeRevenueKrw',
                terms: [item.toComeRevenueKrw],
                opacity: 0.55,
              },
              {
                name: t.expected,
                terms: [item.projectedRevenueKrw, -item.playedRevenueKrw, -item.toComeRevenueKrw],
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
            of={item}
            projected="expectedRevenueKrw"
            profit="expectedProfitKrw"
            breakEvenKrw={item.breakEvenKrw}
            judged={item.steady}
            reason={item.reason ?? null}
            beyondHouse={
              item.exceedsHouse === true && item.fullHouseKrw !== null
                ? t.fullHouse(format.shortWon(item.projectedRevenueKrw), format.shortWon(item.fullHouseKrw))
                : undefined
            }
            parts={[
              { name: t.soldSoFar, field: 'revenueKrw', terms: [item.revenueKrw], opacity: 1 },
              {
                name: t.expectedDays(count(item.daysLeft)),
                terms: [item.expectedRevenueKrw, -item.revenueKrw],
                opacity: 0.22,
              },
            ]}
          />
        )
      }
    </ReportPanel>
  );
}

function ProfitBar<Row extends object>({
  production,
  of,
  projected,
  profit,
  breakEvenKrw,
  reason,
  parts,
  judged = true,
  beyondHouse,
}: {
  production: Production;
  of: Row;
  projected: FieldOf<Row>;
  profit: FieldOf<Row>;
  breakEvenKrw: number | null;
  reason: LabelKey<'choice'> | null;
  parts: readonly Part<Row>[];
  /** Whether there are sale days enough to call it good or bad. */
  judged?: boolean;
  /** What is said where the trend leads beyond a full house. */
  beyondHouse?: string | undefined;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const projectedKrw = numberOf(of, projected);
  if (projectedKrw === null)
    return <EmptyState>{t.cannot(reason === null ? '' : label('choice', reason))}</EmptyState>;
  const known = parts
    .map(({ name, terms, opacity }) => ({ name, krw: sumOf(terms) ?? 0, opacity }))
    .filter(({ krw }) => krw > 0);
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
        {parts.map(({ name, terms, field, opacity }) => (
          <div key={name}>
            <dt>
              <i aria-hidden style={{ background: colour, opacity }} />
              {name}
            </dt>
            <dd>
              {field === undefined ? <Difference terms={terms} /> : <FieldValue of={of} field={field} />}
            </dd>
          </div>
        ))}
        <div className={styles['sum']}>
          <dt>{t.projected}</dt>
          <dd>
            <FieldValue of={of} field={projected} />
          </dd>
        </div>
        <div>
          <dt>{t.profit}</dt>
          <dd className="strong">
            <FieldValue
              of={of}
              field={profit}
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
