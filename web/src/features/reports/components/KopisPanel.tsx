import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { usePermissions } from '@/api/account';
import { catalogue } from '@/api/catalogue';
import type { Tagged } from '@/api/client';
import { kopisQuery, suggestionsQuery, useSaveKopis } from '@/api/kopis';
import type { KopisMatch } from '@/api/kopis';
import { Button } from '@/components/controls/Button';
import { Field, TextField } from '@/components/forms/Field';
import { Panel } from '@/components/layout/Panel';
import { useSay } from '@/components/layout/Notices';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { words } from '../kopisWords';
import styles from './kopis.module.css';

/** Shows that a production may be: the venues of a tour. */
const most = 10;

/** Codes of the genres that the market knows. */
const genres = catalogue['market/genres'].parameters.find(({ name }) => name === 'genre')?.choices ?? [];

/** Which shows of KOPIS a production is. People say it, helped by suggestions; nothing is named by itself. */
export function KopisPanel({ productionId }: { productionId: string }) {
  const t = useMessages(words);
  const query = useQuery(kopisQuery(productionId));
  return (
    <Panel title={t.title} caption={t.help} padded busy={query.isFetching && query.data !== undefined}>
      <QueryView query={query} skeleton={<Skeleton rows={3} />}>
        {(read) => <Match read={read} productionId={productionId} />}
      </QueryView>
    </Panel>
  );
}

function Match({ read, productionId }: { read: Tagged<KopisMatch>; productionId: string }) {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const { manageProductions } = usePermissions();
  const [wanted, setWanted] = useState(false);
  const save = useSaveKopis(productionId);
  const { kopisIds, genre, shows, confirmedAt, confirmedBy } = read.value;
  const nameOf = (id: string) => shows.find((show) => show.kopisId === id)?.name;

  function set(change: Partial<{ kopisIds: string[]; genre: string }>) {
    save.mutate(
      { match: { kopisIds, genre, ...change }, etag: read.etag },
      {
        onSuccess: () => {
          say(t.saved);
        },
      },
    );
  }

  return (
    <div className="stack">
      {kopisIds.length === 0 && <p className="second">{t.none}</p>}
      <ul>
        {kopisIds.map((id) => {
          const show = shows.find((one) => one.kopisId === id);
          return (
            <li key={id} className="row wrapped">
              <strong>{nameOf(id) ?? t.unknown}</strong>
              <span className="second">
                {[id, show?.place, show !== undefined && `${format.day(show.from)} – ${format.day(show.to)}`]
                  .filter((text) => typeof text === 'string')
                  .join(' · ')}
              </span>
              {manageProductions && (
                <Button
                  small
                  kind="quiet"
                  icon={<X />}
                  label={t.remove(nameOf(id) ?? id)}
                  disabled={save.isPending}
                  onClick={() => set({ kopisIds: kopisIds.filter((other) => other !== id) })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {confirmedAt !== null && (
        <p className="caption quiet">{t.confirmed(format.dayTime(confirmedAt), confirmedBy?.name ?? '')}</p>
      )}
      {save.error !== null && (
        <p role="alert" className="behind">
          <ProblemText problem={save.error} />
        </p>
      )}
      <Genre
        of={genre}
        onChange={manageProductions && !save.isPending ? (chosen) => set({ genre: chosen }) : undefined}
      />
      {manageProductions && kopisIds.length < most && (
        <ById taken={kopisIds} busy={save.isPending} onTake={(id) => set({ kopisIds: [...kopisIds, id] })} />
      )}
      {manageProductions && !wanted && (
        <div>
          <Button onClick={() => setWanted(true)}>{t.suggest}</Button>
        </div>
      )}
      {wanted && (
        <Offered
          productionId={productionId}
          taken={kopisIds}
          full={save.isPending || kopisIds.length >= most}
          onTake={(id) => set({ kopisIds: [...kopisIds, id] })}
        />
      )}
    </div>
  );
}

/** The genre that the production is compared with. */
function Genre({ of: genre, onChange }: { of: string; onChange: ((genre: string) => void) | undefined }) {
  const t = useMessages(words);
  const label = useLabels();
  const offered = genres.includes(genre) ? genres : [genre, ...genres];
  return (
    <Field label={t.comparedWith}>
      {(control) => (
        <select
          {...control}
          className={styles['select']}
          value={genre}
          disabled={onChange === undefined}
          onChange={(event) => onChange?.(event.target.value)}
        >
          {offered.map((code) => (
            <option key={code} value={code}>
              {label.any('choice', code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Names a show by its identity, which is in the address of its page at KOPIS. */
function ById({
  taken,
  busy,
  onTake,
}: {
  taken: readonly string[];
  busy: boolean;
  onTake: (id: string) => void;
}) {
  const t = useMessages(words);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  return (
    <form
      className="row wrapped"
      onSubmit={(event) => {
        event.preventDefault();
        const id = text.trim().toUpperCase();
        if (!/^PF\d{1,12}$/.test(id)) setError(t.idWrong);
        else if (taken.includes(id)) setError(t.idTaken);
        else {
          onTake(id);
          setText('');
        }
      }}
    >
      <TextField
        label={t.id}
        help={t.idHelp}
        error={error}
        value={text}
        maxLength={14}
        placeholder="PF123456"
        optional
        onChange={(value) => {
          setText(value);
          setError(undefined);
        }}
      />
      <Button type="submit" busy={busy} disabled={text.trim() === ''}>
        {t.take}
      </Button>
    </form>
  );
}

/** Shows that it may be, with what speaks for each. */
function Offered({
  productionId,
  taken,
  full,
  onTake,
}: {
  productionId: string;
  taken: readonly string[];
  /** Whether none can be named now. */
  full: boolean;
  onTake: (id: string) => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const query = useQuery(suggestionsQuery(productionId));
  const names: Readonly<Record<string, string>> = {
    name: t.name,
    place: t.place,
    period: t.period,
    genre: t.genre,
  };
  return (
    <QueryView query={query} skeleton={<Skeleton rows={4} />}>
      {({ suggestions, complete }) => {
        const offered = suggestions.filter(({ kopisId }) => !taken.includes(kopisId));
        return (
          <section aria-label={t.suggestions} className="stack">
            {!complete && <p className="caption quiet">{t.incomplete}</p>}
            {offered.length === 0 && <p className="second">{t.noSuggestions}</p>}
            <ul>
              {offered.map((show) => (
                <li key={show.kopisId} className="row wrapped">
                  <Button
                    small
                    icon={<Plus />}
                    label={t.add(show.name)}
                    disabled={full}
                    onClick={() => onTake(show.kopisId)}
                  />
                  <strong>{show.name}</strong>
                  <span className="second">
                    {[show.place, `${format.day(show.from)} – ${format.day(show.to)}`]
                      .filter((text) => typeof text === 'string')
                      .join(' · ')}
                  </span>
                  <span className="caption quiet">
                    {t.score(percent(show.score))}
                    {' · '}
                    {show.reasons
                      .map(({ what, score }) => `${names[what] ?? what} ${percent(score)}`)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </QueryView>
  );
}
