import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import { Attainment, Percent, Points, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { addDays, weekdayText } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import { ratio } from '@/lib/ratio';
import { useFormat } from '@/lib/useFormat';
import { salesFigures } from '../figures';
import type { SalesItem } from '../figures';
import { useQueryOf } from '../query';
import { words } from '../words';

const wide = 1.3;

/** The five figures of a production: total, last day, week, house, and where it ends. */
export function Band({ production, sales }: { production: Production; sales: SalesItem }) {
  const t = useMessages(words);
  const format = useFormat();
  const query = useQueryOf(production);
  const figures = salesFigures(sales, query.asOf);
  const weekday = (day: string) => weekdayText(day, format.language);
  const isYesterday = figures.day === addDays(query.asOf, -1);
  return (
    <Figures columns={5}>
      <Figure
        label={t.total}
        value={<Won value={figures.totalKrw} />}
        after={
          figures.totalRatio === null ? (
            t.noTarget
          ) : (
            <>
              {t.ofTotal} {percent(figures.totalRatio)} · {t.thanPlan} <Points value={figures.lead} />
            </>
          )
        }
      >
        <Bullet value={figures.totalRatio} plan={figures.plan} label={`${t.total} ${t.ofTotal}`} />
      </Figure>
      <Figure
        label={isYesterday ? t.lastDay : t.dayRevenue}
        period={figures.day !== null && format.day(figures.day)}
        value={<Won value={figures.dayKrw} />}
        after={
          figures.dayRatio === null ? (
            t.noTarget
          ) : (
            <>
              {t.targetOf(format.shortWon(figures.dayTargetKrw))} <Attainment value={figures.dayRatio} />
            </>
          )
        }
      >
        <Bullet
          value={figures.dayRatio}
          plan={figures.dayRatio === null ? null : 1}
          scale={wide}
          label={`${t.dayRevenue} ${t.targetName}`}
        />
      </Figure>
      <Figure
        label={t.week}
        period={
          figures.weekThrough === null || figures.weekThrough === figures.weekFrom
            ? weekday(figures.weekFrom)
            : `${weekday(figures.weekFrom)}–${weekday(figures.weekThrough)}`
        }
        value={<Won value={figures.weekKrw} />}
        after={
          figures.weekKrw === null ? (
            t.lastWeek(format.shortWon(figures.lastWeekKrw))
          ) : figures.weekRatio === null ? (
            t.noTarget
          ) : (
            <>
              {t.targetOf(format.shortWon(figures.weekTargetKrw))} <Attainment value={figures.weekRatio} />
            </>
          )
        }
      >
        <Bullet
          value={figures.weekRatio}
          plan={figures.weekRatio === null ? null : 1}
          scale={wide}
          label={`${t.week} ${t.targetName}`}
        />
      </Figure>
      {production.category === 'concert' ? (
        <ConcertFigures production={production} />
      ) : (
        <PlayFigures production={production} />
      )}
    </Figures>
  );
}

function PlayFigures({ production }: { production: Production }) {
  const t = useMessages(words);
  const query = useQueryOf(production);
  const occupancy = useReport('plays/occupancy', query).data?.items[0];
  const forecast = useReport('plays/profit-forecast', query).data?.items[0];
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
        breakEvenKrw={forecast?.breakEvenKrw ?? null}
        profitKrw={forecast?.projectedProfitKrw ?? null}
        reason={forecast?.reason ?? null}
      />
    </>
  );
}

function ConcertFigures({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const query = useQueryOf(production);
  const seats = useReport('concerts/break-even', query).data?.items[0]?.total;
  const forecast = useReport('concerts/profit-forecast', query).data?.items[0];
  const sold = seats === undefined ? null : ratio(seats.soldSeats, seats.seats);
  const needed = seats === undefined ? null : ratio(seats.breakEvenSeats, seats.seats);
  return (
    <>
      <Figure
        label={t.soldRatio}
        period={
          seats !== undefined &&
          seats.breakEvenSeats !== null &&
          t.breakEvenSeats(format.seats(seats.breakEvenSeats))
        }
        value={<Percent value={sold} />}
        after={seats !== undefined && t.soldSeats(format.seats(seats.soldSeats), format.seats(seats.seats))}
      >
        <Bullet value={sold} plan={needed} label={t.soldRatio} />
      </Figure>
      <ProfitFigure
        projectedKrw={forecast?.projectedRevenueKrw ?? null}
        breakEvenKrw={forecast?.breakEvenKrw ?? null}
        profitKrw={forecast?.projectedProfitKrw ?? null}
        reason={forecast?.reason ?? null}
      />
    </>
  );
}

function ProfitFigure({
  projectedKrw,
  breakEvenKrw,
  profitKrw,
  reason,
}: {
  projectedKrw: number | null;
  breakEvenKrw: number | null;
  profitKrw: number | null;
  reason: string | null;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const full = Math.max(projectedKrw ?? 0, breakEvenKrw ?? 0);
  return (
    <Figure
      label={t.profit}
      value={<Won value={profitKrw} signed judged />}
      after={
        projectedKrw === null
          ? reason !== null && label.any('column', reason)
          : `${t.projected} ${format.shortWon(projectedKrw)}`
      }
    >
      <Bullet
        value={ratio(projectedKrw, full)}
        plan={ratio(breakEvenKrw, full)}
        scale={1.05}
        label={t.projected}
      />
    </Figure>
  );
}
