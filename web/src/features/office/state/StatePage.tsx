import { useQuery } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { Figure, Figures } from '@/components/figures/Figure';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { count, fileSize } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { BackupsPanel } from './BackupsPanel';
import { useDiskNames } from './disks';
import { useReplicaStates } from './replicas';
import { SchedulesPanel } from './SchedulesPanel';
import styles from './state.module.css';
import { WarningsPanel } from './WarningsPanel';
import { words } from './words';

type State = components['schemas']['SystemView'];

/** No event tells how a server is: it is asked again and again. */
const askEveryMs = 15_000;

/** How the server is: what somebody should look at first, then its room, its work and itself. */
export function StatePage() {
  const t = useMessages(words);
  const query = useQuery({
    queryKey: keys.system,
    queryFn: ({ signal }) => body(api.GET('/api/v1/system', { signal })),
    refetchInterval: askEveryMs,
    staleTime: 0,
  });
  return (
    <QueryView query={query}>
      {(state) => (
        <div className={styles['page']}>
          <WarningsPanel of={state} />
          <Panel title={t.storage} padded>
            <Storage of={state} />
          </Panel>
          <BackupsPanel />
          <Panel title={t.work} padded>
            <Work of={state} />
          </Panel>
          <SchedulesPanel />
          <Panel title={t.server} padded>
            <Server of={state} />
          </Panel>
        </div>
      )}
    </QueryView>
  );
}

function Storage({ of: { database, originalsBytes, disks } }: { of: State }) {
  const t = useMessages(words);
  const names = useDiskNames();
  return (
    <Figures>
      <Figure
        label={t.database}
        value={fileSize(database.sizeBytes)}
        note={t.postgres(database.version.split(' ')[0] ?? database.version)}
      />
      <Figure label={t.originals} value={fileSize(originalsBytes)} />
      {disks.map(({ place, freeBytes, totalBytes, bytesPerDay, daysUntilFull }) => (
        <Figure
          key={place}
          label={names[place]}
          period={t.ofTotal(fileSize(totalBytes))}
          value={t.free(fileSize(freeBytes))}
          note={daysUntilFull === null ? t.nothingCame : t.days(daysUntilFull)}
          after={bytesPerDay > 0 ? t.perDay(fileSize(bytesPerDay)) : undefined}
        />
      ))}
    </Figures>
  );
}

function Work({ of: { queue, failed } }: { of: State }) {
  const t = useMessages(words);
  const link = (to: string) => <AppLink to={`/office/${to}`}>{t.look}</AppLink>;
  return (
    <Figures>
      <Figure
        label={t.queue}
        value={count(queue.queued)}
        note={t.running(queue.running)}
        after={queue.longestWaitSeconds > 0 ? t.longestWait(queue.longestWaitSeconds) : undefined}
      />
      <Figure label={t.failedJobs} value={count(failed.jobs)} note={link('jobs')} />
      <Figure label={t.failedRuns} value={count(failed.scheduleRuns)} note={link('schedules')} />
      <Figure label={t.failedDeliveries} value={count(failed.deliveries)} note={link('deliveries')} />
    </Figures>
  );
}

function Server({ of: { version, startedAt, memoryBytes, eventStreams, database } }: { of: State }) {
  const t = useMessages(words);
  const { dayTime } = useFormat();
  const states = useReplicaStates();
  return (
    <Figures>
      <Figure label={t.version} value={version} note={t.since(dayTime(startedAt))} />
      {memoryBytes !== null && <Figure label={t.memory} value={fileSize(memoryBytes)} />}
      <Figure label={t.streams} value={count(eventStreams)} note={t.streamsNote} />
      <Figure label={t.connections} value={`${database.busyConnections} / ${database.maxConnections}`} />
      {database.replicas.map(({ name, state, changesBehind, reads }) => (
        <Figure
          key={name}
          label={t.replica(name)}
          value={<span className={state === 'ready' ? undefined : 'behind'}>{states[state]}</span>}
          note={t.replicaReads(count(reads))}
          after={changesBehind > 0 ? t.replicaBehind(count(changesBehind)) : undefined}
        />
      ))}
    </Figures>
  );
}
