import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { Figure, Figures } from '@/components/figures/Figure';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { isInstant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { useKindName } from '../sending/names';
import styles from './state.module.css';
import { words } from './words';

type Schedule = components['schemas']['ScheduleView'];

/** A time passes without an event. */
const askEveryMs = 60_000;

/** When each schedule runs next: the soonest first, and last those that do not. */
export function SchedulesPanel() {
  const t = useMessages(words);
  const query = useQuery({
    queryKey: keys.schedules,
    queryFn: async ({ signal }) => (await body(api.GET('/api/v1/schedules', { signal }))).items,
    refetchInterval: askEveryMs,
  });
  return (
    <Panel title={t.schedules} padded>
      <QueryView
        query={query}
        isEmpty={(schedules) => schedules.length === 0}
        empty={<EmptyState icon={<CalendarClock aria-hidden />}>{t.noSchedules}</EmptyState>}
      >
        {(schedules) => (
          <Figures>
            {schedules.toSorted(sooner).map((schedule) => (
              <Next key={schedule.name} of={schedule} />
            ))}
          </Figures>
        )}
      </QueryView>
    </Panel>
  );
}

function sooner(one: Schedule, other: Schedule): number {
  const at = ({ nextRuns: [first] }: Schedule) => Date.parse(first ?? '9999-12-31');
  return at(one) - at(other);
}

function Next({ of: { name, kind, nextRuns, pausedAt } }: { of: Schedule }) {
  const t = useMessages(words);
  const { dayTime } = useFormat();
  const kindName = useKindName();
  const [first] = nextRuns;
  const isBackup = kind === 'backup';
  // A schedule of a source is called as its source.
  const isOfSource = kind === 'source';
  return (
    <Figure
      label={isOfSource ? name : kindName(kind)}
      period={isOfSource || name === kind ? undefined : name}
      value={
        isInstant(first) ? (
          <span className={styles['when']}>{dayTime(first)}</span>
        ) : (
          <span className={isBackup ? 'behind' : 'quiet'}>{pausedAt === null ? t.never : t.paused}</span>
        )
      }
      note={isBackup && !isInstant(first) ? t.noBackups : undefined}
    />
  );
}
