import type { ReactNode } from 'react';
import { Points } from '@/components/figures/Amount';
import { Interval, NestedValue } from '@/components/figures/Interval';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import styles from './foresight.module.css';
import type { Run } from './run';
import type { WhatIf } from './whatIf';
import { words } from './whatIfWords';

type Side = 'before' | 'after';

/** What has changed since it was answered: what was typed, or the day or the data that it rests on. */
export type Old = 'typed' | 'basis';

/** What is expected without a change and with it, and by how much it shifts; what nobody knows is a dash. */
export function WhatIfAnswer({ answer, old }: { answer: WhatIf; old: Old | undefined }) {
  const t = useMessages(words);
  const label = useLabels();
  const { before, after, reason } = answer;
  return (
    <div className={styles['answer']} data-report="what-if" aria-live="polite">
      {old !== undefined && <p className={styles['notice']}>{old === 'typed' ? t.old : t.oldBasis}</p>}
      {before === null || after === null ? (
        <EmptyState>{t.cannot(reason === null ? '' : label('choice', reason))}</EmptyState>
      ) : (
        <div className={styles['answerScroll']}>
          <Comparison answer={answer} before={before} after={after} />
        </div>
      )}
    </div>
  );
}

function Comparison({ answer, before, after }: { answer: WhatIf; before: Run; after: Run }) {
  const t = useMessages(words);
  const label = useLabels();
  const runs = { before, after };
  // The catalogue names these fields as those of a forecast, whose run is one of the two.
  const of = (side: Side) => ({ ...answer, run: runs[side] });
  const noBreakEven = (side: Side) => {
    const why = runs[side].breakEvenReason;
    return why === null ? undefined : label('choice', why);
  };
  const rows: readonly (readonly [string, (side: Side) => ReactNode, ReactNode])[] = [
    [
      t.chance,
      (side) => (
        <NestedValue
          of={of(side)}
          field="run.breakEven.probabilityByClosing"
          at={`${side}.breakEven.probabilityByClosing`}
          probable
          reason={noBreakEven(side)}
        />
      ),
      <span data-figure="probabilityShift" data-of="">
        <Points value={answer.probabilityShift} />
      </span>,
    ],
    [t.halfDay, (side) => <HalfDay run={runs[side]} />, <Days shift={answer.p50DateShiftDays} />],
    [
      t.profitMiddle,
      (side) => (
        <NestedValue
          of={of(side)}
          field="run.breakEven.profitKrw.p50"
          at={`${side}.breakEven.profitKrw.p50`}
        />
      ),
      <NestedValue of={of('before')} field="run.breakEven.profitKrw.p50" at="profitShiftKrw.p50" />,
    ],
    [
      t.profit,
      (side) => <Interval of={of(side)} field="run.breakEven.profitKrw" at={`${side}.breakEven.profitKrw`} />,
      <Interval of={of('before')} field="run.breakEven.profitKrw" at="profitShiftKrw" />,
    ],
    [
      t.revenue,
      (side) => <Interval of={of(side)} field="run.finalRevenueKrw" at={`${side}.finalRevenueKrw`} />,
      null,
    ],
    [t.seatsRow, (side) => <Interval of={of(side)} field="run.finalSeats" at={`${side}.finalSeats`} />, null],
    ...(answer.furtherSeats === null
      ? []
      : [
          [
            t.furtherRow,
            (side: Side) =>
              side === 'after' ? (
                <Interval of={of(side)} field="run.finalSeats" at="furtherSeats" />
              ) : (
                <span className="quiet">–</span>
              ),
            null,
          ] as const,
        ]),
  ];
  return (
    <table aria-label={t.answer}>
      <thead>
        <tr>
          <th scope="col">{t.figure}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
          <th scope="col">{t.shift}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, side, shift]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{side('before')}</td>
            <td className="strong">{side('after')}</td>
            <td>{shift}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The first day on which break-even is as likely as not. */
function HalfDay({ run: { breakEven } }: { run: Run }) {
  const t = useMessages(words);
  const format = useFormat();
  if (breakEven === null) return <span className="quiet">–</span>;
  return breakEven.p50Date === null ? t.never : format.day(breakEven.p50Date);
}

/** By how many days it moves; unknown where there is no such day on one side. */
function Days({ shift }: { shift: number | null }) {
  const t = useMessages(words);
  if (shift === null) return <span className="quiet">–</span>;
  return shift === 0 ? t.same : t.days(count(shift, { signed: true }));
}
