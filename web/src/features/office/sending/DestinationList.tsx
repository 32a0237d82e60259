import { Plus } from 'lucide-react';
import { DataTable, List, SimpleList, TopToolbar } from 'react-admin';
import { LinkButton } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { useMessages } from '@/lib/i18n/messages';
import { usePhone } from '@/lib/useMediaQuery';
import type { DestinationRecord } from '../dataProvider';
import { useChannelName } from './names';
import styles from './sending.module.css';
import { TestButton } from './TestButton';
import { words } from './words';

const Column = DataTable.Col<DestinationRecord>;

/** Where messages, alerts and news of data are sent. Addresses that are secret are not told, only that there is one. */
export function DestinationList() {
  const t = useMessages(words);
  const phone = usePhone();
  const channelName = useChannelName();
  const where = ({ kind, addresses, hasAddress }: DestinationRecord) => {
    if (kind === 'mail') return addresses.join(', ');
    if (kind === 'production_slack') return t.eachProduction;
    return hasAddress ? t.ownWebhook : kind === 'slack' ? t.companySlack : t.nothing;
  };
  return (
    <List<DestinationRecord>
      title={false}
      actions={
        <TopToolbar>
          <LinkButton kind="primary" icon={<Plus aria-hidden />} to="/office/destinations/create">
            {t.newDestination}
          </LinkButton>
        </TopToolbar>
      }
      sort={{ field: 'name', order: 'ASC' }}
      perPage={200}
      pagination={false}
      exporter={false}
      empty={false}
    >
      {phone ? (
        <SimpleList<DestinationRecord>
          rowClick="edit"
          primaryText={({ name }) => name}
          secondaryText={(destination) => `${channelName(destination.kind)} · ${where(destination)}`}
        />
      ) : (
        <DataTable<DestinationRecord> rowClick="edit" bulkActionButtons={false}>
          <Column
            source="name"
            label={t.name}
            disableSort
            render={({ name }) => <span className="strong">{name}</span>}
          />
          <Column
            source="kind"
            label={t.destinationKind}
            disableSort
            render={({ kind }) => channelName(kind)}
          />
          <Column
            source="addresses"
            label={t.address}
            disableSort
            render={(destination) => (
              <span className={styles['cut']} title={where(destination)}>
                {where(destination)}
              </span>
            )}
          />
          <Column
            source="productionIds"
            label={t.named}
            disableSort
            render={({ allProductions, productionIds }) =>
              allProductions ? t.aboutAll : t.aboutSome(productionIds.length)
            }
          />
          <Column
            source="takesAlerts"
            label={t.takes}
            disableSort
            render={({ takesAlerts, takesSnapshots }) => (
              <span className="row">
                <Chip>{t.takesMessages}</Chip>
                {takesAlerts && <Chip>{t.takesAlerts}</Chip>}
                {takesSnapshots && <Chip>{t.takesSnapshots}</Chip>}
              </span>
            )}
          />
          <Column
            label={t.actions}
            disableSort
            align="right"
            render={(destination) => <TestButton small destination={destination} />}
          />
        </DataTable>
      )}
    </List>
  );
}
