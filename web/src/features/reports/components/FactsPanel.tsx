import { Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePermissions } from '@/api/account';
import type { Production } from '@/api/productions';
import { LinkButton } from '@/components/controls/Button';
import { Unknown } from '@/components/figures/Amount';
import { Panel } from '@/components/layout/Panel';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelKey } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { words } from '../productionWords';
import styles from './production.module.css';
import type { Day } from '@/lib/days';

/** The facts of a production; they are changed in the office. */
export function FactsPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { manageProductions, administer } = usePermissions();
  const p = production;
  const day = (value: Day | null) => value !== null && format.day(value);
  const facts: readonly (readonly [LabelKey<'production'>, ReactNode])[] = [
    ['code', p.code],
    ['name', p.name],
    ['active', p.active ? t.yes : t.no],
    ['venue', p.venue],
    ['saleStart', day(p.saleStart)],
    ['saleEnd', day(p.saleEnd)],
    ['breakEvenKrw', p.breakEvenKrw !== null && format.exactWon(p.breakEvenKrw)],
    ['targetKrw', p.targetKrw !== null && format.exactWon(p.targetKrw)],
    ['productionCostKrw', p.productionCostKrw !== null && format.exactWon(p.productionCostKrw)],
    ['revenueBasis', label('choice', p.revenueBasis)],
    ['targetShare', p.targetShare !== null && percent(p.targetShare)],
    ['runningMinutes', p.runningMinutes !== null && t.minutes(p.runningMinutes)],
    ...(p.category === 'concert'
      ? ([['concertAt', p.concertAt !== null && format.dayTime(p.concertAt)]] as const)
      : ([
          ['runStart', day(p.runStart)],
          ['runEnd', day(p.runEnd)],
          ['previewEnd', day(p.previewEnd)],
          ['seatsPerPerformance', p.seatsPerPerformance !== null && format.seats(p.seatsPerPerformance)],
        ] as const)),
    [
      'seatGrades',
      p.seatGrades.length > 0 &&
        p.seatGrades
          .map(({ grade, label: name, priceKrw, seats }) =>
            [
              name ?? label.any('grade', grade),
              priceKrw == null ? '' : format.exactWon(priceKrw),
              seats == null ? '' : format.seats(seats),
            ]
              .filter((text) => text !== '')
              .join(' '),
          )
          .join(' · '),
    ],
    ['slackWebhookUrl', p.hasSlackWebhook ? t.yes : t.no],
  ];
  return (
    <Panel
      title={t.facts}
      padded
      actions={
        (manageProductions || administer) && (
          <LinkButton small to={`/office/productions/${p.id}`} icon={<Settings aria-hidden />}>
            {t.office}
          </LinkButton>
        )
      }
    >
      <dl className={styles['factList']}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{label('production', key)}</dt>
            <dd>{value === false || value === null ? <Unknown reason={t.missingFact} /> : value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
