import { TriangleAlert } from 'lucide-react';
import type { ReportAnswer } from '@/api/reports';
import { FieldValue } from '@/components/figures/FieldValue';
import { StackBar } from '@/components/figures/StackBar';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import styles from './BreakEven.module.css';
import { words } from './breakEvenWords';

/** What a concert is expected to bring. */
export type Forecast = ReportAnswer<'concerts/profit-forecast'>['items'][number];

/** Revenue so far and to be expected against the break-even, and what is still to be done for it. */
export function ForecastMoney({ forecast, source }: { forecast: Forecast; source: string }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const {
    revenueKrw,
    projectedRevenueKrw,
    expectedRevenueKrw,
    fullHouseKrw,
    breakEvenKrw,
    steady,
    exceedsHouse,
    daysLeft,
    reason,
  } = forecast;
  const why = reason === null ? undefined : label('choice', reason);
  const toGo = breakEvenKrw === null ? null : breakEvenKrw - revenueKrw;
  const facts = [
    [t.soFar, 'revenueKrw', undefined],
    [t.projected, 'expectedRevenueKrw', why],
    [t.breakEven, 'breakEvenKrw', label('choice', 'no_break_even')],
    [t.profit, 'expectedProfitKrw', why],
  ] as const;
  return (
    <div className={styles['money']} data-report={source}>
      <dl>
        {facts.map(([name, field, reason]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <FieldValue of={forecast} field={field} judged={steady} reason={reason} />
            </dd>
          </div>
        ))}
      </dl>
      {exceedsHouse === true ? (
        <p className={styles['notice']}>
          <TriangleAlert aria-hidden />
          <span>
            <strong>{t.exceeds}</strong>{' '}
            {fullHouseKrw !== null &&
              t.fullHouse(format.shortWon(fullHouseKrw), format.shortWon(projectedRevenueKrw))}
          </span>
        </p>
      ) : (
        breakEvenKrw !== null &&
        toGo !== null && (
          <div className={styles['toGo']}>
            <StackBar
              category="concert"
              whole={Math.max(expectedRevenueKrw ?? 0, breakEvenKrw, revenueKrw) * 1.04}
              tick={breakEvenKrw}
              label={t.money(
                format.shortWon(revenueKrw),
                format.shortWon(expectedRevenueKrw),
                format.shortWon(breakEvenKrw),
              )}
              parts={[
                { value: revenueKrw, look: 'solid' },
                { value: Math.max(0, (expectedRevenueKrw ?? 0) - revenueKrw), look: 'hatched' },
              ]}
            />
            <p className="caption quiet">
              {toGo <= 0 ? t.reached : t.toGo(format.shortWon(toGo))}
              {toGo > 0 && daysLeft !== null && daysLeft > 0 && (
                <>
                  {' · '}
                  {t.perDay(format.shortWon(Math.ceil(toGo / daysLeft)), daysLeft)}
                </>
              )}
            </p>
          </div>
        )
      )}
    </div>
  );
}
