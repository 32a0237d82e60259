import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { useKindName } from '../sending/names';
import { nextRun, schedulesQuery } from './schedules';
import type { Schedule } from './schedules';
import styles from './state.module.css';
import { words } from './words';

/** When each schedule runs next: the soonest first, and last those that do not. */
export function SchedulesPanel() {
  const t = useMessages(words);
  const query = useQuery(schedulesQuery);
  return (
    <Panel title={t.schedules} padded>
      <QueryView
        query={query}
        isEmpty={(schedules) => schedules.length === 0}
        empty={<EmptyState icon={<CalendarClock aria-hidden />}>{t.noSchedules}</EmptyState>}
      >
        {(schedules) => (
          <ul className={styles['schedules']}>
            {schedules.toSorted(sooner).map((schedule) => (
              <Next key={schedule.name} of={schedule} />
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}

function sooner(one: Schedule, other: Schedule): number {
  const at = (schedule: Schedule) => Date.parse(nextRun(schedule) ?? '9999-12-31');
  return at(one) - at(other);
}

function Next({ of }: { of: Schedule }) {
  const t = useMessages(words);
  const { dayTime } = useFormat();
  const kindName = useKindName();
  const { name, kind, pausedAt } = of;
  const next = nextRun(of);
  const isBackup = kind === 'backup';
  // A schedule of a source is called as its source.
  const isOfSource = kind === 'source';
  return (
    <li>
      <span className={styles['name']}>
        {isOfSource ? name : kindName(kind)}
        {!isOfSource && name !== kind && <span className="caption quiet">{name}</span>}
      </span>
      <span className={styles['next']}>
        {next === undefined ? (
          <span className={isBackup ? 'behind' : 'quiet'}>{pausedAt === null ? t.never : t.paused}</span>
        ) : (
          <span className="strong">{dayTime(next)}</span>
        )}
        {isBackup && next === undefined && <span className="caption quiet">{t.noBackups}</span>}
      </span>
    </li>
  );
}
