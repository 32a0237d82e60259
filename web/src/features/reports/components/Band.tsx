import type { Production } from '@/api/productions';
import type { FieldOf } from '@/components/figures/FieldValue';
import { useScope } from '@/components/reports/useScope';
import type { ReportAnswer } from '@/api/reports';
import { FieldValue } from '@/components/figures/FieldValue';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { Interval, NestedValue } from '@/components/figures/Interval';
import { periodText } from '@/components/reports/periods';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { addDays, mondayOf } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import { numberOf } from '@/lib/read';
import { useFormat } from '@/lib/useFormat';
import { lastKnown } from '../figures';
import { BreakEvenNote } from '../foresight/BreakEvenNote';
import { words as foresight } from '../foresight/words';
import { words } from '../productionWords';

const wide = 1.3;

/** The five figures of a production: total, last day, week, house, and where it ends. */
export function Band({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const { report, source } = useScopedReport('target-vs-actual', { grain: 'day' });
  const overview = useScopedReport('overview');
  const standing = overview.report.data?.items[0];
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
  // Without sale days the total is that of the performances.
  const dayless = sales.salesReason === 'no_sale_days';
  return (
    <Figures columns={5} source={source}>
      <Figure
        label={t.total}
        source={dayless ? overview.source : undefined}
        value={
          dayless ? (
            <FieldValue of={standing} field="revenueKrw" />
          ) : (
            <FieldValue of={last} field="cumulativeRevenueKrw" />
          )
        }
        note={<Due of={last} target="cumulativeDueTargetKrw" ratio="cumulativeDueRatio" />}
        after={whole !== undefined && t.wholeTarget(format.shortWon(whole.cumulativeTargetKrw))}
      >
        <DueBullet ratio={last?.cumulativeDueRatio} label={t.total} />
      </Figure>
      <Figure
        label={last?.period === yesterday ? t.lastDay : t.dayRevenue}
        period={last !== undefined && periodText(last.period, 'day', format)}
        value={<FieldValue of={last} field="revenueKrw" />}
        after={<Due of={last} target="dueTargetKrw" ratio="dueRatio" />}
      >
        <DueBullet ratio={last?.dueRatio} label={t.dayRevenue} />
      </Figure>
      <Figure
        label={t.week}
        source={overview.source}
        period={format.range({ from: mondayOf(yesterday), to: yesterday })}
        value={<FieldValue of={standing} field="weekRevenueKrw" />}
        after={<Due of={standing} target="weekDueTargetKrw" ratio="weekDueRatio" />}
      >
        <DueBullet ratio={standing?.weekDueRatio} label={t.week} />
      </Figure>
      {production.category === 'concert' ? (
        <ConcertFigures production={production} standing={standing} source={overview.source} />
      ) : (
        <PlayFigures production={production} standing={standing} source={overview.source} />
      )}
    </Figures>
  );
}

/** How much of what is due up to the record date was sold. */
function Due<Row extends object>({
  of,
  target,
  ratio,
}: {
  of: Row | undefined;
  target: FieldOf<Row>;
  ratio: FieldOf<Row>;
}) {
  const t = useMessages(words);
  if (of === undefined || numberOf(of, ratio) === null) return t.noTarget;
  return (
    <>
      {t.dueTarget} <FieldValue of={of} field={target} /> <FieldValue of={of} field={ratio} />
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

interface Standing {
  readonly production: Production;
  readonly standing: ReportAnswer<'overview'>['items'][number] | undefined;
  /** Which answer `standing` is from. */
  readonly source: string;
}

function PlayFigures({ production, standing, source }: Standing) {
  const t = useMessages(words);
  const occupancies = useScopedReport('plays/occupancy');
  const occupancy = occupancies.report.data?.items[0];
  const target = production.targetShare;
  return (
    <>
      <Figure
        label={t.paidShare}
        source={occupancies.source}
        period={target !== null && t.target(percent(target))}
        value={<FieldValue of={occupancy?.past} field="paidShare" />}
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
      <ProspectFigure standing={standing} standingSource={source} />
    </>
  );
}

function ConcertFigures({ production, standing, source }: Standing) {
  const t = useMessages(words);
  const format = useFormat();
  const target = production.targetShare;
  return (
    <>
      <Figure
        label={t.soldRatio}
        source={source}
        period={target !== null && t.target(percent(target))}
        value={<FieldValue of={standing} field="seatRatio" />}
        after={
          standing !== undefined &&
          t.soldSeats(format.seats(standing.seats), format.seats(standing.openSeats))
        }
      >
        <Bullet value={standing?.seatRatio ?? null} plan={target} label={t.soldRatio} />
      </Figure>
      <ProspectFigure standing={standing} standingSource={source} />
    </>
  );
}

/** How likely break-even is, and the interval of profit; never one figure as if it were known. */
function ProspectFigure({
  standing,
  standingSource,
}: {
  standing: Standing['standing'];
  standingSource: string;
}) {
  const t = useMessages(words);
  const f = useMessages(foresight);
  const label = useLabels();
  const { report, source } = useScopedReport('forecast');
  const item = report.data?.items[0];
  const run = item?.run ?? null;
  const breakEven = run?.breakEven ?? null;
  const reason = run === null ? (item?.reason ?? null) : run.breakEvenReason;
  // What is over has no chances any more, but a profit.
  if (reason === 'run_over')
    return (
      <Figure
        label={f.finalProfit}
        source={standingSource}
        value={<FieldValue of={standing} field="profitKrw" />}
        note={label('choice', reason)}
      />
    );
  return (
    <Figure
      label={f.chance}
      source={source}
      value={<NestedValue of={item} field="run.breakEven.probabilityByClosing" probable />}
      note={
        run === null || breakEven === null ? (
          reason !== null && label('choice', reason)
        ) : (
          <BreakEvenNote run={run} />
        )
      }
      after={
        breakEven === null ? (
          run !== null &&
          run.finalRevenueKrw !== null && (
            <>
              {f.revenue} <Interval of={item} field="run.finalRevenueKrw" />
            </>
          )
        ) : (
          <>
            {t.profitInterval} <Interval of={item} field="run.breakEven.profitKrw" />
          </>
        )
      }
    />
  );
}
