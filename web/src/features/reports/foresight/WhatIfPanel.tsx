import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { MoneyField } from '@/components/forms/MoneyField';
import { TextField } from '@/components/forms/Field';
import { Panel } from '@/components/layout/Panel';
import { useScope } from '@/components/reports/useScope';
import { ProblemText } from '@/components/states/ProblemText';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { plainNumber } from '@/lib/numbers';
import styles from './foresight.module.css';
import type { ForecastItem } from './run';
import { changesAnything, rangeOf, readTrial, unchanged, useWhatIf } from './whatIf';
import type { Ranged, TypedPrice, TypedTrial, WrongField } from './whatIf';
import { WhatIfAnswer } from './WhatIfAnswer';
import type { Old } from './WhatIfAnswer';
import { words } from './whatIfWords';

/** As many prices as the server takes. */
const mostPrices = 20;

/** Tries changes out on a run: what one assumes is typed, and what would be expected is told beside what is. */
export function WhatIfPanel({
  production,
  basis,
}: {
  production: Production;
  /** The forecast beside it: another one tells that an answer from before is old. */
  basis: ForecastItem;
}) {
  const t = useMessages(words);
  const wrongNumber = useWrongNumber();
  const { asOf } = useScope();
  const start: TypedTrial = {
    ...unchanged,
    furtherSeats: production.seatsPerPerformance === null ? '' : String(production.seatsPerPerformance),
  };
  const [typed, setTyped] = useState(start);
  const [wrong, setWrong] = useState<ReadonlySet<WrongField>>(new Set());
  const [costWrong, setCostWrong] = useState(false);
  const [nothing, setNothing] = useState(false);
  const [tried, setTried] = useState<Tried>();
  // The field of money keeps its own text: a new one begins empty.
  const [round, setRound] = useState(0);
  const trial = useWhatIf();

  const set = (change: Partial<TypedTrial>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    setNothing(false);
    // What is right again is not held against anybody; what is wrong now is told when it is submitted.
    const still = readTrial(next, production.id, asOf).wrong;
    setWrong(new Set([...wrong].filter((name) => still?.has(name) === true)));
  };
  const bare = (
    name: 'furtherDay' | 'furtherTime' | Exclude<Ranged, `change${number}` | `share${number}`>,
  ) => ({
    value: typed[name],
    onChange: (text: string) => set({ [name]: text }),
    required: false,
  });
  const field = (name: Exclude<Ranged, `change${number}` | `share${number}`>) => ({
    ...bare(name),
    error: wrong.has(name) ? wrongNumber(name) : undefined,
  });

  function submit() {
    const read = readTrial(typed, production.id, asOf);
    setWrong(read.wrong ?? new Set());
    if (read.trial === undefined || costWrong) return;
    setNothing(!changesAnything(read.trial));
    if (!changesAnything(read.trial)) return;
    setTried({ typed, asOf, basis });
    trial.mutate(read.trial);
  }

  function reset() {
    setTyped(start);
    setWrong(new Set());
    setCostWrong(false);
    setNothing(false);
    setRound(round + 1);
    trial.reset();
  }

  const old = tried === undefined ? undefined : oldBy(tried, { typed, asOf, basis });
  const tooEarly =
    trial.error?.errors.some(({ pointer }) => pointer.startsWith('/furtherPerformance')) ?? false;
  return (
    <Panel title={t.title} caption={t.caption} padded>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles['form']}>
          <Prices typed={typed} set={set} wrong={wrong}>
            <TextField
              {...field('priceElasticity')}
              label={t.priceElasticity}
              help={t.priceElasticityHelp}
              inputMode="decimal"
            />
          </Prices>
          <fieldset>
            <legend>{t.further}</legend>
            <label className="row caption second">
              <input
                type="checkbox"
                checked={typed.further}
                onChange={(event) => set({ further: event.target.checked })}
              />
              {t.addFurther}
            </label>
            {typed.further && (
              <>
                <TextField
                  {...bare('furtherDay')}
                  label={t.day}
                  type="date"
                  error={wrong.has('furtherDay') ? t.wrongDay : undefined}
                />
                <TextField
                  {...bare('furtherTime')}
                  label={t.time}
                  type="time"
                  error={wrong.has('furtherTime') ? t.wrongTime : undefined}
                />
                <TextField {...field('furtherSeats')} label={t.seats} inputMode="numeric" />
                <TextField
                  {...field('displacement')}
                  label={t.displacement}
                  help={t.displacementHelp}
                  inputMode="decimal"
                />
              </>
            )}
          </fieldset>
          <fieldset>
            <legend>{t.complimentary}</legend>
            <TextField
              {...field('complimentarySeats')}
              label={t.complimentarySeats}
              help={t.complimentaryHelp}
              inputMode="text"
            />
            <TextField
              {...field('complimentaryElasticity')}
              label={t.complimentaryElasticity}
              help={t.complimentaryElasticityHelp}
              inputMode="decimal"
            />
          </fieldset>
          <fieldset>
            <legend>{t.cost}</legend>
            <MoneyField
              key={round}
              label={t.costKrw}
              help={t.costHelp}
              optional
              value={typed.costKrw}
              onChange={(costKrw) => set({ costKrw })}
              onInvalid={setCostWrong}
            />
          </fieldset>
        </div>
        <div className={styles['formEnd']}>
          <p role="status" className="caption second">
            {nothing ? t.nothing : t.note}
          </p>
          <span className="row">
            <Button kind="quiet" onClick={reset}>
              {t.reset}
            </Button>
            <Button type="submit" kind="primary" busy={trial.isPending}>
              {t.run}
            </Button>
          </span>
        </div>
      </form>
      {trial.error !== null && old === undefined && (
        <p role="alert" className="behind">
          {tooEarly ? t.tooEarly : <ProblemText problem={trial.error} />}
        </p>
      )}
      {trial.data !== undefined && <WhatIfAnswer answer={trial.data} old={old} />}
    </Panel>
  );
}

/** What was asked, and of which forecast it was. */
interface Tried {
  readonly typed: TypedTrial;
  readonly asOf: Day;
  readonly basis: ForecastItem;
}

function oldBy(tried: Tried, now: Tried): Old | undefined {
  if (tried.typed !== now.typed) return 'typed';
  return tried.asOf !== now.asOf || tried.basis !== now.basis ? 'basis' : undefined;
}

/** What a field says whose number cannot be read: which ones can. */
function useWrongNumber(): (field: Ranged) => string {
  const t = useMessages(words);
  return (field) => {
    const { from, to, whole } = rangeOf(field);
    return (whole === true ? t.wrongWhole : t.wrong)(plainNumber(from), plainNumber(to));
  };
}

/** New prices, each with the part of the revenue that has it. */
function Prices({
  typed: { prices },
  set,
  wrong,
  children,
}: {
  typed: TypedTrial;
  set: (change: Partial<TypedTrial>) => void;
  wrong: ReadonlySet<WrongField>;
  children: ReactNode;
}) {
  const t = useMessages(words);
  const wrongNumber = useWrongNumber();
  const change = (id: number, part: Partial<TypedPrice>) =>
    set({ prices: prices.map((price) => (price.id === id ? { ...price, ...part } : price)) });
  const next = Math.max(0, ...prices.map(({ id }) => id)) + 1;
  return (
    <fieldset>
      <legend>{t.prices}</legend>
      {prices.map(({ id, change: percent, share }, index) => (
        <div key={id} className={styles['price']}>
          <TextField
            label={t.change}
            value={percent}
            onChange={(text) => change(id, { change: text })}
            error={wrong.has(`change${id}`) ? wrongNumber(`change${id}`) : undefined}
            inputMode="text"
            required={false}
          />
          <TextField
            label={t.share}
            value={share}
            onChange={(text) => change(id, { share: text })}
            error={wrong.has(`share${id}`) ? wrongNumber(`share${id}`) : undefined}
            inputMode="decimal"
            required={false}
          />
          {prices.length > 1 && (
            <Button
              small
              kind="quiet"
              icon={<X aria-hidden />}
              label={t.removePrice(index + 1)}
              onClick={() => set({ prices: prices.filter((price) => price.id !== id) })}
            />
          )}
        </div>
      ))}
      {wrong.has('shares') && (
        <p role="alert" className="caption behind">
          {t.shares}
        </p>
      )}
      <p className="caption quiet">{t.shareHelp}</p>
      {prices.length < mostPrices && (
        <Button
          small
          icon={<Plus aria-hidden />}
          onClick={() => set({ prices: [...prices, { id: next, change: '', share: '' }] })}
        >
          {t.addPrice}
        </Button>
      )}
      {children}
    </fieldset>
  );
}
