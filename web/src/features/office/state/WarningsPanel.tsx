import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { components } from '@/api/generated/schema';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { Skeleton } from '@/components/states/Skeleton';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { backupsQuery, isLate } from './backups';
import type { Backups } from './backups';
import { useTaskNames, words as backupWords } from './backupWords';
import { useDiskNames } from './disks';
import { useReplicaStates } from './replicas';
import { nextRun, schedulesQuery } from './schedules';
import type { Schedule } from './schedules';
import styles from './state.module.css';
import { words } from './words';

type State = components['schemas']['SystemView'];
type Warning = State['warnings'][number];

/** What is wrong, and what to do. */
type Told = readonly [what: string, remedy: string];

/**
 * What somebody should look at: everything that the page below warns of. That there is nothing is said once all of it
 * is known.
 */
export function WarningsPanel({ of: state }: { of: State }) {
  const t = useMessages(words);
  const backups = useQuery(backupsQuery);
  const schedules = useQuery(schedulesQuery);
  const ofSystem = useSystemWarnings();
  const ofBackups = useBackupWarnings();
  const ofSchedules = useScheduleWarnings();
  const told = [
    ...ofSystem(state),
    ...(backups.data === undefined ? [] : ofBackups(backups.data)),
    ...(schedules.data === undefined ? [] : ofSchedules(schedules.data)),
  ];
  const asked = [backups, schedules];
  const unread = asked.some(({ data, isError }) => data === undefined && isError);
  const waiting = asked.some(({ data, isError }) => data === undefined && !isError);
  return (
    <Panel title={t.warnings} padded>
      {told.length > 0 && (
        <ul className={styles['warnings']}>
          {told.map(([what, remedy]) => (
            <li key={what}>
              <TriangleAlert aria-hidden />
              <div>
                <strong>{what}</strong>
                <p>{remedy}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {unread && <EmptyState icon={<TriangleAlert aria-hidden />}>{t.notAllRead}</EmptyState>}
      {told.length === 0 && !unread && waiting && <Skeleton height={48} />}
      {told.length === 0 && !unread && !waiting && (
        <EmptyState icon={<CircleCheck aria-hidden />}>{t.fine}</EmptyState>
      )}
    </Panel>
  );
}

/** Of the server, its database and its work. */
function useSystemWarnings(): (state: State) => readonly Told[] {
  const t = useMessages(words);
  const disks = useDiskNames();
  const states = useReplicaStates();
  const told = ({ code, place, amount }: Warning): Told => {
    const many = amount ?? 0;
    switch (code) {
      case 'disk_nearly_full': {
        const disk = disks[place ?? 'originals'];
        return [amount === null ? t.diskLow(disk) : t.diskEnds(disk, amount), t.remedyDisk];
      }
      case 'jobs_waiting':
        return [t.jobsWaiting(many), t.remedyWaiting];
      case 'jobs_failed':
        return [t.jobsFailed(many), t.remedyJobs];
      case 'runs_failed':
        return [t.runsFailed(many), t.remedyRuns];
      case 'deliveries_failed':
        return [t.deliveriesFailed(many), t.remedyDeliveries];
      case 'connections_busy':
        return [t.connectionsBusy, t.remedyConnections];
    }
  };
  return ({ warnings, database }) => [
    ...warnings.map(told),
    ...database.replicas
      .filter(({ state }) => state !== 'ready')
      .map(({ name, state }): Told => [`${t.replica(name)}: ${states[state]}`, t.remedyReplica]),
  ];
}

/** Of what would be lost. */
function useBackupWarnings(): (backups: Backups) => readonly Told[] {
  const t = useMessages(backupWords);
  const names = useTaskNames();
  const { dayTime } = useFormat();
  return ({ backup, check, failures }) => {
    const told: Told[] = failures.map(({ task, at }) => [
      t.failed(names[task] ?? task, dayTime(at)),
      t.remedyFailed,
    ]);
    if (backup === null) told.push([t.missing, t.remedyMissing]);
    else if (isLate(backup)) told.push([t.overdue, t.remedyMissing]);
    if (check !== null && check.missing + check.damaged > 0)
      told.push([t.originalsBroken(check.missing, check.damaged), t.remedyOriginals]);
    return told;
  };
}

/** Of backups that nobody makes. */
function useScheduleWarnings(): (schedules: readonly Schedule[]) => readonly Told[] {
  const t = useMessages(words);
  return (schedules) =>
    schedules.some((schedule) => schedule.kind === 'backup' && nextRun(schedule) === undefined)
      ? [[t.backupsOff, t.remedyBackupsOff]]
      : [];
}
