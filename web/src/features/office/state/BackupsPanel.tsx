import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { Figure, Figures } from '@/components/figures/Figure';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { count, fileSize } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { backupsQuery, isLate } from './backups';
import type { Backups } from './backups';
import { useTaskNames, words } from './backupWords';
import styles from './state.module.css';

/** How old and how large the newest backup is, when one was last restored on trial, and whether the originals are whole. */
export function BackupsPanel() {
  const t = useMessages(words);
  const query = useQuery(backupsQuery);
  return (
    <Panel title={t.backups} padded>
      <QueryView query={query}>
        {(backups) => (
          <>
            <Failures of={backups.failures} />
            {backups.backup === null && backups.failures.length === 0 && (
              <EmptyState icon={<TriangleAlert aria-hidden />}>{t.none}</EmptyState>
            )}
            <Standing of={backups} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

/** What was not done when it was due, and why. */
function Failures({ of: failures }: { of: Backups['failures'] }) {
  const t = useMessages(words);
  const { dayTime } = useFormat();
  const names = useTaskNames();
  if (failures.length === 0) return null;
  return (
    <ul className={styles['warnings']}>
      {failures.map(({ task, at, error }) => (
        <li key={task}>
          <TriangleAlert aria-hidden />
          <div>
            <strong>{t.failed(names[task] ?? task, dayTime(at))}</strong>
            <p lang="en">{error}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is not known is a dash: that no backup was tried is another thing than a trial that failed. */
function Standing({ of: { backup, verification, check } }: { of: Backups }) {
  const t = useMessages(words);
  const { dayTime } = useFormat();
  return (
    <Figures>
      <Figure
        label={t.newest}
        value={
          backup === null ? (
            <span className="quiet">–</span>
          ) : (
            <span className={isLate(backup) ? 'behind' : undefined}>{t.age(backup.ageSeconds)}</span>
          )
        }
        note={backup === null ? t.noBackup : dayTime(backup.begunAt)}
        after={backup !== null && isLate(backup) ? t.late : undefined}
      />
      <Figure
        label={t.size}
        value={backup === null ? <span className="quiet">–</span> : fileSize(backup.sizeBytes)}
        note={backup === null ? undefined : t.originals(count(backup.originals))}
        after={backup === null ? undefined : backup.encrypted ? t.encrypted : t.open}
      />
      <Figure
        label={t.verified}
        value={
          verification === null ? (
            <span className="quiet">–</span>
          ) : (
            <span className={styles['when']}>{dayTime(verification.at)}</span>
          )
        }
        note={verification === null ? t.neverVerified : verification.restored ? t.restored : t.filesOnly}
        after={verification?.name}
      />
      <Figure
        label={t.checked}
        value={
          check === null ? (
            <span className="quiet">–</span>
          ) : (
            <span className={check.missing + check.damaged > 0 ? 'behind' : undefined}>
              {check.missing + check.damaged === 0 ? t.whole : t.broken(check.missing, check.damaged)}
            </span>
          )
        }
        note={check === null ? t.neverChecked : t.wholeCount(count(check.whole), dayTime(check.at))}
        after={check !== null && check.orphaned > 0 ? t.orphaned(check.orphaned) : undefined}
      />
    </Figures>
  );
}
