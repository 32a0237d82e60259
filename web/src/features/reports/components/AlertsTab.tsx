import { useQuery } from '@tanstack/react-query';
import { BellOff, BellRing } from 'lucide-react';
import { useState } from 'react';
import { usePermissions } from '@/api/account';
import { asProblem } from '@/api/problem';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { MenuItem } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { Chip } from '@/components/figures/Chip';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { useProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { isInstant } from '@/lib/days';
import { alertNames } from '@/lib/i18n/alertNames';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { alertKinds, alertsQuery, mutesQuery, useMute } from '../api/alerts';
import type { AlertKind, AlertMute } from '../api/alerts';
import { words } from '../alertWords';
import styles from './alerts.module.css';

/** So many alerts at first, as many more each time, and at most what the server answers at once. */
const step = 20;
const most = 200;
const dayMs = 86_400_000;

/** What was told of a production, and what is told: each kind can be muted for a time. */
export function AlertsTab({ production }: { production: Production }) {
  const t = useMessages(words);
  const names = useMessages(alertNames);
  const format = useFormat();
  const [count, setCount] = useState(step);
  const alerts = useQuery(alertsQuery(production.id, count));
  return (
    <>
      <Panel title={t.told} busy={alerts.isFetching && !alerts.isPending}>
        <QueryView
          query={alerts}
          isEmpty={({ items }) => items.length === 0}
          empty={<EmptyState icon={<BellRing aria-hidden />}>{t.none}</EmptyState>}
        >
          {({ items, total }) => (
            <>
              <ol className={styles['told']}>
                {items.map(({ id, kind, title, text, foundAt }) => (
                  <li key={id}>
                    <div className="row wrapped">
                      <Chip tone={kind === 'break_even_reached' ? 'good' : 'warning'}>{names[kind]}</Chip>
                      <b lang="ko">{title}</b>
                      <span className="grow" />
                      <time dateTime={foundAt} className="quiet caption">
                        {format.dayTime(foundAt)}
                      </time>
                    </div>
                    <p lang="ko" className={styles['why']}>
                      {reasons(title, text)}
                    </p>
                  </li>
                ))}
              </ol>
              {total > items.length && (
                <p className={styles['more']}>
                  <span className="quiet">{t.of(items.length, total)}</span>
                  {items.length < most && (
                    <Button small onClick={() => setCount(Math.min(count + step, most))}>
                      {t.more}
                    </Button>
                  )}
                </p>
              )}
            </>
          )}
        </QueryView>
      </Panel>
      <Kinds production={production} />
    </>
  );
}

/** What the text says besides the title, with which it begins where it is sent. */
function reasons(title: string, text: string): string {
  return text.startsWith(title) ? text.slice(title.length).trimStart() : text;
}

function Kinds({ production }: { production: Production }) {
  const t = useMessages(words);
  const mutes = useQuery(mutesQuery(production.id));
  return (
    <Panel title={t.kinds} caption={t.kindsHelp} busy={mutes.isFetching && !mutes.isPending}>
      <QueryView query={mutes}>
        {(data) => (
          <ul className={styles['kinds']}>
            {alertKinds.map((kind) => (
              <Kind
                key={kind}
                kind={kind}
                mute={data.mutes.find((mute) => mute.kind === kind)}
                productionId={production.id}
              />
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}

/** A kind, and whether it is muted; whoever manages productions mutes it, or has it told again. */
function Kind({
  kind,
  mute,
  productionId,
}: {
  kind: AlertKind;
  mute: AlertMute | undefined;
  productionId: string;
}) {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const problemText = useProblemText();
  const { manageProductions } = usePermissions();
  const change = useMute(productionId);
  const name = useMessages(alertNames)[kind];

  function turn(days: number | null) {
    const until = days === null ? null : new Date(Date.now() + days * dayMs).toISOString();
    if (until !== null && !isInstant(until)) return;
    change.mutate(
      { kind, until },
      {
        onSuccess: () => say(until === null ? t.unmuted(name) : t.muted(name)),
        onError: (error) => say(problemText(asProblem(error))),
      },
    );
  }

  const spans: readonly (readonly [string, number])[] = [
    [t.day, 1],
    [t.week, 7],
    [t.month, 30],
  ];
  return (
    <li>
      <div className={styles['kind']}>
        <b>{name}</b>
        <span className="quiet caption">{t[`${kind}Help`]}</span>
      </div>
      {mute === undefined ? (
        <Chip tone="good">{t.on}</Chip>
      ) : (
        <Chip tone="warning" {...(mute.by === null ? {} : { title: t.mutedBy(mute.by.name) })}>
          {t.mutedUntil(format.dayTime(mute.until))}
        </Chip>
      )}
      {manageProductions && mute !== undefined && (
        <Button small busy={change.isPending} icon={<BellRing aria-hidden />} onClick={() => turn(null)}>
          {t.again}
        </Button>
      )}
      {manageProductions && mute === undefined && (
        <Popover role="menu" small title={t.muteOf(name)} icon={<BellOff aria-hidden />} trigger={t.mute}>
          {(close) =>
            spans.map(([text, days]) => (
              <MenuItem
                key={days}
                onSelect={() => {
                  close();
                  turn(days);
                }}
              >
                {text}
              </MenuItem>
            ))
          }
        </Popover>
      )}
    </li>
  );
}
