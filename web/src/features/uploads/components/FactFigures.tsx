import { Seats, Unknown, Won } from '@/components/figures/Amount';
import { useMessages } from '@/lib/i18n/messages';
import { count } from '@/lib/numbers';
import { figuresOf } from '../items';
import type { DryRun, FigureChange } from '../items';
import { words as stripWords } from '../stripWords';
import { words } from '../words';
import styles from './uploads.module.css';

/** The five figures of a workbook: what it says, and what that changes. */
export function FactFigures({
  facts,
  change,
  compared,
}: {
  facts: DryRun['facts'];
  change: DryRun['change'];
  /** Whether there is a state to compare with at all; an upload of the past has none. */
  compared: boolean;
}) {
  const t = useMessages(words);
  if (facts?.buyers != null) return <BuyersFigures buyers={facts.buyers} />;
  return (
    <dl className={styles['figures']}>
      {figuresOf(facts, change).map((figure) => (
        <div key={figure.key}>
          <dt>{t[figure.key]}</dt>
          <dd>
            <div className={styles['figure']}>
              {figure.value === null ? (
                <Unknown reason={facts === null ? t.noFacts : t.notInFile} />
              ) : (
                <Value figure={figure} value={figure.value} />
              )}
            </div>
            {compared && <Change figure={figure} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The sums of a report on the buyers, by what it breaks them down by. */
function BuyersFigures({ buyers }: { buyers: NonNullable<NonNullable<DryRun['facts']>['buyers']> }) {
  const t = useMessages(stripWords);
  return (
    <dl className={styles['figures']} aria-label={t.buyersFacts}>
      {buyers.map(({ dimension, rows, seats, revenueKrw }) => (
        <div key={dimension}>
          <dt>{dimensionName(dimension, t)}</dt>
          <dd>
            <div className={styles['figure']}>
              <Seats value={seats} />
            </div>
            <div className="caption quiet">
              {t.buyersRows(count(rows))}
              {revenueKrw !== null && (
                <>
                  {' '}
                  · <Won value={revenueKrw} />
                </>
              )}
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function dimensionName(
  dimension: string,
  t: ReturnType<typeof useMessages<(typeof stripWords)['ko']>>,
): string {
  const names: Readonly<Record<string, string>> = {
    discount: t.dimensionDiscount,
    age_gender: t.dimensionAge,
    payment: t.dimensionPayment,
    card: t.dimensionCard,
    channel: t.dimensionChannel,
    region: t.dimensionRegion,
    seoul: t.dimensionSeoul,
    gyeonggi: t.dimensionGyeonggi,
  };
  return names[dimension] ?? dimension;
}

function Value({
  figure: { key },
  value,
  signed = false,
}: {
  figure: FigureChange;
  value: number;
  signed?: boolean;
}) {
  const t = useMessages(words);
  switch (key) {
    case 'saleDays':
      return <span className="nowrap">{t.days(count(value, { signed }))}</span>;
    case 'performances':
      return <span className="nowrap">{t.times(count(value, { signed }))}</span>;
    case 'revenueKrw':
      return <Won value={value} signed={signed} judged={signed} />;
    case 'paidSeats':
    case 'complimentarySeats':
      return <Seats value={value} signed={signed} />;
  }
}

function Change({ figure }: { figure: FigureChange }) {
  const t = useMessages(words);
  const { key, value, change } = figure;
  if (value === null) return null;
  if (change === null) return <div className="caption quiet">{t.noBefore}</div>;
  return (
    <div className="caption quiet">
      <Value figure={figure} value={value - change} /> <span aria-hidden>→</span>{' '}
      {change === 0 ? (
        t.same
      ) : (
        <span className={key === 'revenueKrw' ? undefined : 'second'}>
          <Value figure={figure} value={change} signed />
        </span>
      )}
    </div>
  );
}
