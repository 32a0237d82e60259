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
import { useMessages } from '@/lib/i18n/messages';
import styles from './foresight.module.css';
import { changesAnything, readTrial, unchanged, useWhatIf } from './whatIf';
import type { TypedPrice, TypedTrial, WrongField } from './whatIf';
import { WhatIfAnswer } from './WhatIfAnswer';
import { words } from './whatIfWords';

/** As many prices as the server takes. */
const mostPrices = 20;

/** Tries changes out on a run: what one assumes is typed, and what would be expected is told beside what is. */
export function WhatIfPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const { asOf } = useScope();
  const start: TypedTrial = {
    ...unchanged,
    furtherSeats: production.seatsPerPerformance === null ? '' : String(production.seatsPerPerformance),
  };
  const [typed, setTyped] = useState(start);
  const [wrong, setWrong] = useState<ReadonlySet<WrongField>>(new Set());
  const [costWrong, setCostWrong] = useState(false);
  const [nothing, setNothing] = useState(false);
  const [tried, setTried] = useState<TypedTrial>();
  // The field of money keeps its own text: a new one begins empty.
  const [round, setRound] = useState(0);
  const trial = useWhatIf();

  const set = (change: Partial<TypedTrial>) => {
    setTyped({ ...typed, ...change });
    setNothing(false);
  };
  const field = (name: Exclude<WrongField, `change${number}` | `share${number}` | 'shares'>) => ({
    value: typed[name],
    onChange: (text: string) => set({ [name]: text }),
    error: wrong.has(name) ? t.wrong : undefined,
    required: false,
  });

  function submit() {
    const read = readTrial(typed, production.id, asOf);
    setWrong(read.wrong ?? new Set());
    if (read.trial === undefined || costWrong) return;
    setNothing(!changesAnything(read.trial));
    if (!changesAnything(read.trial)) return;
    setTried(typed);
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
                <TextField {...field('furtherDay')} label={t.day} type="date" />
                <TextField {...field('furtherTime')} label={t.time} type="time" />
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
      {trial.error !== null && (
        <p role="alert" className="behind">
          {tooEarly ? t.tooEarly : <ProblemText problem={trial.error} />}
        </p>
      )}
      {trial.data !== undefined && <WhatIfAnswer answer={trial.data} changed={tried !== typed} />}
    </Panel>
  );
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
            error={wrong.has(`change${id}`) ? t.wrong : undefined}
            inputMode="text"
            required={false}
          />
          <TextField
            label={t.share}
            value={share}
            onChange={(text) => change(id, { share: text })}
            error={wrong.has(`share${id}`) ? t.wrong : undefined}
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
