import { SelectInput, TextInput } from 'react-admin';
import { useMessages } from '@/lib/i18n/messages';
import { deliveryStates } from '../choices';
import { DeliveryTable } from './DeliveryTable';
import { useDestinations } from './useDestinations';
import { words } from './words';

/** What was sent to whom, what waits, and what failed and why. */
export function DeliveryList() {
  const t = useMessages(words);
  const { data: destinations = [] } = useDestinations();
  const filters = [
    <SelectInput
      key="state"
      source="state"
      label={t.state}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={deliveryStates.map((id) => ({ id, name: t[id] }))}
    />,
    <SelectInput
      key="destinationId"
      source="destinationId"
      label={t.destination}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={destinations.map(({ id, name }) => ({ id, name }))}
    />,
    <TextInput key="runId" source="runId" label={t.run} />,
  ];
  return <DeliveryTable filters={filters} />;
}
