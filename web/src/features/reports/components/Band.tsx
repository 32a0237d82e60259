import type { Production } from '@/api/productions';
import { useScope } from '@/components/reports/useScope';
import type { ReportAnswer } from '@/api/reports';
import { Attainment, Percent, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { periodText } from '@/components/reports/periods';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { addDays, mondayOf } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelKey } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { lastKnown } from '../figures';
import { words } from '../productionWords';

const wide = 1.3;

/** The five figures of a production: total, last day, week, house, and where it ends. */
export function Band({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const { report } = useScopedReport('target-vs-actual', { grain: 'day' });
  const standing = useScopedReport('overview').report.data?.items[0];
  const sales = report.data?.items[0];
  if (sales === undefined)
    return (
      <QueryView query={report} skeleton={<Skeleton height={120} />}>
        {() => null}
      </QueryView>
    );
  const last = lastKnown(sales);
  const whole = sales.periods.at(-1);
  const yesterday = addDays(asOf, -1);
  return (
    <Figures columns={5}>
      <Figure
        label={t.total}
        value={<Won value={last?.cumulativeRevenueKrw} />}
        note={<Due target={last?.cumulativeDueTargetKrw} ratio={last?.cumulativeDueRatio} />}
        after={whole !== undefined && t.wholeTarget(format.shortWon(whole.cumulativeTargetKrw))}
      >
        <DueBullet ratio={last?.cumulativeDueRatio} label={t.total} />
      </Figure>
      <Figure
        label={last?.period === yesterday ? t.lastDay : t.dayRevenue}
        period={last !== undefined && periodText(last.period, 'day', format)}
        value={<Won value={last?.revenueKrw} />}
        after={<Due target={last?.dueTargetKrw} ratio={last?.dueRatio} />}
      >
        <DueBullet ratio={last?.dueRatio} label={t.dayRevenue} />
      </Figure>
      <Figure
        label={t.week}
        period={format.range({ from: mondayOf(yesterday), to: yesterday })}
        value={<Won value={standing?.weekRevenueKrw} />}
        after={<Due target={standing?.weekDueTargetKrw} ratio={standing?.weekDueRatio} />}
      >
        <DueBullet ratio={standing?.weekDueRatio} label={t.week} />
      </Figure>
      {production.category === 'concert' ? (
        <ConcertFigures production={production} standing={standing} />
      ) : (
        <PlayFigures production={production} />
      )}
    </Figures>
  );
}

/** How much of what is due up to the record date was sold. */
function Due({ target, ratio }: { target: number | null | undefined; ratio: number | null | undefined }) {
  const t = useMessages(words);
  if (ratio === null || ratio === undefined) return t.noTarget;
  return (
    <>
      {t.dueTarget} <Won value={target} /> <Attainment value={ratio} />
    </>
  );
}

function DueBullet({ ratio, label }: { ratio: number | null | undefined; label: string }) {
  const t = useMessages(words);
  const value = ratio ?? null;
  return (
    <Bullet value={value} plan={value === null ? null : 1} scale={wide} label={`${label} ${t.dueTarget}`} />
  );
}

function PlayFigures({ production }: { production: Production }) {
  const t = useMessages(words);
  const occupancy = useScopedReport('plays/occupancy').report.data?.items[0];
  const forecast = useScopedReport('plays/profit-forecast').report.data?.items[0];
  const target = production.targetShare;
  return (
    <>
      <Figure
        label={t.paidShare}
        period={target !== null && t.target(percent(target))}
        value={<Percent value={occupancy?.past.paidShare} />}
        after={
          occupancy !== undefined && (
            <>
              {t.played(count(occupancy.past.performances))} ·{' '}
              {t.toCome(count(occupancy.future.performances))}{' '}
              <span className="strong">{percent(occupancy.future.paidShare)}</span>
            </>
          )
        }
      >
        <Bullet value={occupancy?.past.paidShare ?? null} plan={target} label={t.paidShare} />
      </Figure>
      <ProfitFigure
        projectedKrw={forecast?.projectedRevenueKrw ?? null}
        profitKrw={forecast?.projectedProfitKrw ?? null}
        reason={forecast?.reason ?? null}
      />
    </>
  );
}

function ConcertFigures({
  production,
  standing,
}: {
  production: Production;
  standing: ReportAnswer<'overview'>['items'][number] | undefined;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const forecast = useScopedReport('concerts/profit-forecast').report.data?.items[0];
  const target = production.targetShare;
  return (
    <>
      <Figure
        label={t.soldRatio}
        period={target !== null && t.target(percent(target))}
        value={<Percent value={standing?.seatRatio} />}
        after={
          standing !== undefined &&
          t.soldSeats(format.seats(standing.seats), format.seats(standing.openSeats))
        }
      >
        <Bullet value={standing?.seatRatio ?? null} plan={target} label={t.soldRatio} />
      </Figure>
      <ProfitFigure
        projectedKrw={forecast?.expectedRevenueKrw ?? null}
        profitKrw={forecast?.expectedProfitKrw ?? null}
        judged={forecast?.steady === true}
        reason={forecast?.reason ?? null}
      />
    </>
  );
}

function ProfitFigure({
  projectedKrw,
  profitKrw,
  judged = true,
  reason,
}: {
  projectedKrw: number | null;
  profitKrw: number | null;
  /** Whether there are sale days enough to call it good or bad. */
  judged?: boolean;
  reason: LabelKey<'choice'> | null;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  return (
    <Figure
      label={t.profit}
      value={<Won value={profitKrw} signed judged={judged} />}
      after={
        projectedKrw === null
          ? reason !== null && label('choice', reason)
          : `${t.projected} ${format.shortWon(projectedKrw)}`
      }
    />
  );
}
