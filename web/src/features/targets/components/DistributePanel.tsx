import { useQuery } from '@tanstack/react-query';
import { Split, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useProductions } from '@/api/productions';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Segmented } from '@/components/controls/Segmented';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { TextField } from '@/components/forms/Field';
import { MoneyField } from '@/components/forms/MoneyField';
import { Panel } from '@/components/layout/Panel';
import { ProblemText } from '@/components/states/ProblemText';
import { addDays, isDay, weekdayOf, weekdayText } from '@/lib/days';
import type { Day, DayRange } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { amountsOf, distributionQuery } from '../api/targets';
import type { Distribution } from '../api/targets';
import type { Amounts } from '../grid/state';
import { words } from '../words';
import styles from './targets.module.css';

/** Monday first, as the server takes the weights. */
const mondayFirst = (day: Day): number => (weekdayOf(day) + 6) % 7;
const someWeek = Array.from({ length: 7 }, (_, index) => addDays('2026-11-16', index));
const settleMs = 300;

/** The value once it has stood still, so that typing does not ask the server at every key. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
    // The text stands for the value, which is made anew at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return settled;
}

/**
 * Spreads a total over days evenly, by weekday, or as past productions sold. The server computes it without writing
 * anything; `onFill` gets the days, which count once they are saved.
 */
export function DistributePanel({
  production,
  rest,
  selected,
  today,
  recentWeights,
  onFill,
  onClose,
}: {
  production: Production;
  /** From the day where one is to the end of the sale: what one cell stands for. */
  rest: DayRange;
  /** Several days that are selected, with what they come to: these are meant. */
  selected: { readonly range: DayRange; readonly total: number } | undefined;
  today: Day;
  /** What the weekdays sold lately, where that is known. */
  recentWeights: readonly number[] | undefined;
  onFill: (amounts: Amounts) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const productions = useProductions();
  const group = useId();
  const [from, setFrom] = useState<string>((selected?.range ?? rest).from);
  const [to, setTo] = useState<string>((selected?.range ?? rest).to);
  const [won, setWon] = useState<number | null>(selected?.total ?? null);
  const [unreadable, setUnreadable] = useState(false);
  const [method, setMethod] = useState<Distribution['method']>('weekday');
  const [weights, setWeights] = useState<readonly string[]>(
    (recentWeights ?? [1, 1, 1, 1, 1, 1, 1]).map((weight) => weight.toFixed(2)),
  );
  const [followed, setFollowed] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState(selected?.range);
  if (selected !== undefined && (seen?.from !== selected.range.from || seen.to !== selected.range.to)) {
    // Selecting other days while this is open means those, a press on one cell means nothing; the weights stay.
    setSeen(selected.range);
    setFrom(selected.range.from);
    setTo(selected.range.to);
    setWon(selected.total);
  }

  const past = productions.filter(
    ({ id, saleStart, saleEnd }) =>
      id !== production.id && saleStart !== null && saleEnd !== null && saleEnd < today,
  );
  const inPeriod =
    from <= to &&
    production.saleStart !== null &&
    production.saleEnd !== null &&
    from >= production.saleStart &&
    to <= production.saleEnd;
  const numbers = weights.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const weighted = numbers.every((weight) => weight >= 0) && numbers.some((weight) => weight > 0);
  const hint = !inPeriod
    ? t.periodWrong
    : method === 'weekday' && !weighted
      ? t.noWeight
      : method === 'curve' && followed.length === 0
        ? past.length === 0
          ? t.noPast
          : t.chooseOne
        : undefined;

  const distribution: Distribution | undefined =
    hint !== undefined || !isDay(from) || !isDay(to) || won === null || won < 0 || unreadable
      ? undefined
      : {
          totalKrw: won,
          from,
          to,
          method,
          ...(method === 'weekday' ? { weekdayWeights: numbers } : {}),
          ...(method === 'curve' ? { productionIds: [...followed] } : {}),
        };
  const settled = useSettled(distribution);
  const answer = useQuery(distributionQuery(production.id, settled));
  const ready =
    distribution !== undefined &&
    answer.data !== undefined &&
    !answer.isFetching &&
    !answer.isError &&
    JSON.stringify(settled) === JSON.stringify(distribution);
  const spreadOut = new Map(
    answer.data === undefined || distribution === undefined
      ? []
      : [...amountsOf(answer.data)].filter(([day]) => day >= from && day <= to),
  );
  const ofWeekday = (index: number) =>
    [...spreadOut].reduce((sum, [day, amount]) => sum + (mondayFirst(day) === index ? amount : 0), 0);
  const greatest = Math.max(0.01, ...numbers.filter((weight) => weight > 0));

  return (
    <Panel
      title={t.distribute}
      icon={<Split aria-hidden className="second" />}
      actions={<Button small kind="quiet" icon={<X />} label={t.close} onClick={onClose} />}
      padded
    >
      <div className={styles['form']}>
        <div className={styles['days']}>
          <TextField label={t.from} type="date" value={from} onChange={setFrom} />
          <TextField label={t.to} type="date" value={to} onChange={setTo} />
        </div>
        <MoneyField label={t.distributeTotal} value={won} onChange={setWon} onInvalid={setUnreadable} />
        <Segmented
          label={t.method}
          value={method}
          onChange={setMethod}
          options={[
            { value: 'weekday', text: t.weekday },
            { value: 'even', text: t.even },
            { value: 'curve', text: t.curve },
          ]}
        />
        {method === 'weekday' && (
          <fieldset className={styles['weights']}>
            <legend>{t.weights}</legend>
            {someWeek.map((day, index) => {
              const weight = numbers[index] ?? 0;
              const weekday = weekdayText(day, format.language);
              return (
                <label key={day} htmlFor={`${group}-${index}`}>
                  <span>{weekday}</span>
                  <i
                    aria-hidden
                    style={
                      {
                        '--share': `${Math.max(0, Math.min(1, weight / greatest)) * 100}%`,
                      } as React.CSSProperties
                    }
                  />
                  <input
                    id={`${group}-${index}`}
                    type="number"
                    min={0}
                    step={0.05}
                    aria-label={t.weightOf(weekday)}
                    value={weights[index] ?? ''}
                    onChange={(event) => setWeights(weights.with(index, event.target.value))}
                  />
                  <span className="number quiet">
                    {spreadOut.size === 0 ? '–' : format.shortWon(ofWeekday(index))}
                  </span>
                </label>
              );
            })}
          </fieldset>
        )}
        {method === 'curve' && past.length > 0 && (
          <fieldset className={styles['weights']}>
            <legend>{t.pastProductions}</legend>
            {past.map(({ id, name, category }) => (
              <span key={id} className={styles['check']}>
                <input
                  id={`${group}-${id}`}
                  type="checkbox"
                  aria-label={name}
                  checked={followed.includes(id)}
                  onChange={() =>
                    setFollowed(
                      followed.includes(id) ? followed.filter((other) => other !== id) : [...followed, id],
                    )
                  }
                />
                <CategoryMark category={category} /> {name}
              </span>
            ))}
          </fieldset>
        )}
        {answer.isError && distribution !== undefined ? (
          <p role="alert" className="caption behind">
            {answer.error.errors.some(({ code }) => code === 'nothing_sold') ? (
              t.nothingSold
            ) : answer.error.errors.some(({ code }) => code === 'outside_sale_period') ? (
              t.periodWrong
            ) : (
              <ProblemText problem={answer.error} />
            )}
          </p>
        ) : (
          <p role="status" className="caption quiet">
            {hint ??
              (spreadOut.size > 0 &&
                won !== null &&
                t.preview(spreadOut.size, format.shortWon(Math.round(won / spreadOut.size))))}
          </p>
        )}
        <div className={styles['two']}>
          <Button
            disabled={method !== 'weekday' || recentWeights === undefined}
            onClick={() => setWeights((recentWeights ?? []).map((weight) => weight.toFixed(2)))}
          >
            {t.lastWeeks}
          </Button>
          <Button kind="primary" disabled={!ready} busy={answer.isFetching} onClick={() => onFill(spreadOut)}>
            {t.fill}
          </Button>
        </div>
        <p className="caption quiet">{t.exact}</p>
      </div>
    </Panel>
  );
}
