import { Create, SimpleForm, useGetRecordId } from 'react-admin';
import { classes } from '@/components/classes';
import { useMessages } from '@/lib/i18n/messages';
import { Conflicts } from '../Conflicts';
import type { DestinationRecord } from '../dataProvider';
import { DeleteButton } from '../DeleteButton';
import { EditRecord } from '../EditRecord';
import { FormToolbar } from '../FormToolbar';
import { RefusalText } from '../RefusalText';
import { useSaving } from '../useSaving';
import { DeliveryTable } from './DeliveryTable';
import { DestinationFields, destinationValues } from './DestinationFields';
import { useChannelName } from './names';
import styles from './sending.module.css';
import { TestButton } from './TestButton';
import { words } from './words';

/** Makes a destination. */
export function DestinationCreate() {
  const t = useMessages(words);
  return (
    <Create title={false} redirect="edit" transform={destinationValues}>
      <SimpleForm toolbar={<FormToolbar back="/office/destinations" />} warnWhenUnsavedChanges>
        <p className={classes('quiet', styles['intro'])}>{t.newDestinationHelp}</p>
        <DestinationFields />
      </SimpleForm>
    </Create>
  );
}

/** Changes a destination, tries it, and shows what was sent to it. */
export function DestinationEdit() {
  const t = useMessages(words);
  const id = String(useGetRecordId());
  return (
    <>
      <EditRecord<DestinationRecord>>
        {(opened, open) => <Form key={opened.etag} opened={opened} onOpen={open} />}
      </EditRecord>
      <section className={styles['list']} aria-labelledby="recent">
        <h2 id="recent">{t.recent}</h2>
        <DeliveryTable destinationId={id} />
      </section>
    </>
  );
}

function Form({
  opened,
  onOpen,
}: {
  opened: DestinationRecord;
  onOpen: (record: DestinationRecord) => void;
}) {
  const t = useMessages(words);
  const channelName = useChannelName();
  const saving = useSaving('destinations', opened, onOpen);
  const { save, refused } = saving;
  const names: Readonly<Record<string, string>> = {
    name: t.name,
    addresses: t.addresses,
    allProductions: t.allNamed,
    productionIds: t.named,
    takesAlerts: t.takesAlerts,
    takesSnapshots: t.takesSnapshots,
  };
  return (
    <>
      <SimpleForm
        record={opened}
        onSubmit={(entered: object) => save(destinationValues(entered))}
        toolbar={
          <FormToolbar back="/office/destinations">
            <TestButton destination={opened} />
            <DeleteButton
              resource="destinations"
              record={opened}
              verb={t.remove}
              title={t.removeTitle(opened.name)}
              done={t.removed}
            >
              {t.removeText}
            </DeleteButton>
          </FormToolbar>
        }
        warnWhenUnsavedChanges
      >
        <h2 className={styles['intro']}>
          {opened.name} <span className="quiet caption">{channelName(opened.kind)}</span>
        </h2>
        <DestinationFields opened={opened} />
        {refused !== undefined && (
          <p role="alert" className="behind">
            <RefusalText problem={refused.problem} />
          </p>
        )}
      </SimpleForm>
      <Conflicts saving={saving} fieldName={(field) => names[field] ?? field} />
    </>
  );
}
