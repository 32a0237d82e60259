import type { ReactElement } from 'react';
import { DataTable, List, SimpleList } from 'react-admin';
import { Chip } from '@/components/figures/Chip';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import type { DeliveryRecord } from '../dataProvider';
import { deliveryTones, useKindName, useReason } from './names';
import { RetryButton } from './RetryButton';
import styles from './sending.module.css';
import { words } from './words';

const Column = DataTable.Col<DeliveryRecord>;

/** What was sent and is to be: to one destination, or with filters to all. */
export function DeliveryTable({
  destinationId,
  filters,
}: {
  destinationId?: string;
  filters?: ReactElement[];
}) {
  const t = useMessages(words);
  const format = useFormat();
  const phone = usePhone();
  const kindName = useKindName();
  const reason = useReason();
  const isPart = destinationId !== undefined;
  const part = isPart
    ? { filter: { destinationId }, disableSyncWithLocation: true, storeKey: false as const }
    : {};
  const state = (delivery: DeliveryRecord) => t[delivery.state];
  return (
    <List<DeliveryRecord>
      resource="deliveries"
      title={false}
      actions={false}
      {...(filters === undefined ? {} : { filters })}
      {...part}
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={isPart ? 10 : 50}
      exporter={false}
      empty={isPart ? <p className="quiet">{t.never}</p> : false}
    >
      {phone ? (
        <SimpleList<DeliveryRecord>
          rowClick="show"
          primaryText={(delivery) => delivery.subject}
          secondaryText={(delivery) =>
            `${delivery.receiver} · ${format.dayTime(delivery.createdAt)} · ${state(delivery)}`
          }
        />
      ) : (
        <DataTable<DeliveryRecord> rowClick="show" bulkActionButtons={false}>
          <Column source="createdAt" label={t.at} render={({ createdAt }) => format.dayTime(createdAt)} />
          <Column
            source="receiver"
            label={t.receiver}
            disableSort
            render={({ receiver, address }) => (
              <span className="row">
                <span className="strong">{receiver}</span>
                {address !== null && <span className="quiet caption">{address}</span>}
              </span>
            )}
          />
          <Column
            source="subject"
            label={t.subject}
            disableSort
            render={({ subject }) => (
              <span className={styles['cut']} title={subject}>
                {subject}
              </span>
            )}
          />
          <Column source="kind" label={t.kind} disableSort render={({ kind }) => kindName(kind)} />
          <Column
            source="state"
            label={t.state}
            disableSort
            render={(delivery) => (
              <span className="row">
                <Chip tone={deliveryTones[delivery.state]}>{state(delivery)}</Chip>
                {delivery.mayHaveArrivedTwice && (
                  <Chip tone="warning" title={t.twiceHelp}>
                    {t.twice}
                  </Chip>
                )}
              </span>
            )}
          />
          <Column
            source="reason"
            label={t.reason}
            disableSort
            render={(delivery) => (
              <span className="row">
                <span className={styles['cut']} title={delivery.lastError ?? undefined}>
                  {reason(delivery) ?? t.nothing}
                </span>
                {delivery.state === 'pending' && delivery.nextAttemptAt !== null && (
                  <span className="quiet caption">
                    {t.nextAttempt(format.dayTime(delivery.nextAttemptAt))}
                  </span>
                )}
              </span>
            )}
          />
          <Column
            source="failures"
            label={t.failures}
            align="right"
            disableSort
            render={({ failures }) => (failures === 0 ? t.nothing : t.failedTimes(failures))}
          />
          <Column
            source="finishedAt"
            label={t.finishedAt}
            disableSort
            render={({ finishedAt }) => (finishedAt === null ? t.nothing : format.dayTime(finishedAt))}
          />
          <Column
            label={t.actions}
            disableSort
            align="right"
            render={(delivery) => <RetryButton small delivery={delivery} />}
          />
        </DataTable>
      )}
    </List>
  );
}
