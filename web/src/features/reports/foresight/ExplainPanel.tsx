import { FieldValue } from '@/components/figures/FieldValue';
import { Percent } from '@/components/figures/Amount';
import { NestedValue } from '@/components/figures/Interval';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import styles from './foresight.module.css';
import type { ForecastItem } from './run';
import { words } from './words';

/** Why a forecast is what it is: each line is one factor, of which 100 % is usual. */
export function ExplainPanel({ item, source }: { item: ForecastItem; source: string }) {
  const t = useMessages(words);
  const label = useLabels();
  const { explain } = item;
  if (explain === null) return null;
  return (
    <Panel title={t.why} caption={t.whyNote} source={source}>
      <dl className={styles['factors']}>
        <div>
          <dt>{t.pace}</dt>
          <dd className="strong">
            <NestedValue of={item} field="explain.pace" places={0} reason={t.beforeSales} />
          </dd>
        </div>
        <div>
          <dt>{t.lastWeek}</dt>
          <dd className="strong">
            <NestedValue of={item} field="explain.lastWeekPace" places={0} />
          </dd>
        </div>
        {explain.classFactors.map((of) => (
          <div key={of.class}>
            <dt>{label('choice', of.class)}</dt>
            <dd>
              <span data-figure="factor" data-of={`productionCode=${item.productionCode}&class=${of.class}`}>
                <Percent value={of.factor} places={0} />
              </span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t.pastNote(item.pastProductions ?? 0)}</dt>
          <dd className="quiet">
            <FieldValue of={item} field="method" />
          </dd>
        </div>
      </dl>
      <p className={styles['note']}>
        <AppLink to="/reports/forecast-scorecard">{t.scorecard} →</AppLink>
      </p>
    </Panel>
  );
}
