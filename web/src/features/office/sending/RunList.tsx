import { DataTable, List, SimpleList } from 'react-admin';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import type { RunRecord } from '../dataProvider';
import { deliveriesPath, runTones } from './names';
import styles from './sending.module.css';
import { words } from './words';

const Column = DataTable.Col<RunRecord>;

/** What a schedule did, the newest first; with no name, what all of them did and what was sent by hand. */
export function RunList({ schedule }: { schedule?: string }) {
  const t = useMessages(words);
  const format = useFormat();
  const phone = usePhone();
  const why = ({ trigger, requestedBy }: RunRecord) =>
    trigger === 'manual' ? t.manual(requestedBy?.name ?? '') : t[trigger];
  const counts = ({ deliveries: { sent, failed, skipped, pending } }: RunRecord) =>
    t.counts(sent, failed, skipped, pending) || t.nothing;
  return (
    <List<RunRecord>
      resource="schedule-runs"
      title={false}
      actions={false}
      filter={schedule === undefined ? {} : { schedule }}
      sort={{ field: 'slot', order: 'DESC' }}
      perPage={10}
      exporter={false}
      empty={<p className="quiet">{t.never}</p>}
      disableSyncWithLocation
      storeKey={false}
    >
      {phone ? (
        <SimpleList<RunRecord>
          rowClick={false}
          primaryText={(run) => `${format.dayTime(run.slot)} · ${t[run.state]}`}
          secondaryText={(run) => `${why(run)} · ${counts(run)}`}
        />
      ) : (
        <DataTable<RunRecord> rowClick={false} bulkActionButtons={false}>
          <Column source="slot" label={t.slot} render={({ slot }) => format.dayTime(slot)} />
          <Column
            source="state"
            label={t.state}
            disableSort
            render={({ state }) => <Chip tone={runTones[state]}>{t[state]}</Chip>}
          />
          <Column source="trigger" label={t.trigger} disableSort render={why} />
          <Column
            source="deliveries"
            label={t.deliveries}
            disableSort
            render={(run) => <AppLink to={deliveriesPath({ runId: run.id })}>{counts(run)}</AppLink>}
          />
          <Column
            source="lastError"
            label={t.error}
            disableSort
            render={({ lastError, nextAttemptAt }) => (
              <span className="row">
                <span className={styles['cut']} title={lastError ?? undefined}>
                  {lastError ?? t.nothing}
                </span>
                {nextAttemptAt !== null && lastError !== null && (
                  <span className="quiet caption">{t.nextAttempt(format.dayTime(nextAttemptAt))}</span>
                )}
              </span>
            )}
          />
        </DataTable>
      )}
    </List>
  );
}
