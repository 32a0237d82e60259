import { useState } from 'react';
import type { ReactNode } from 'react';
import { Edit, useEditContext } from 'react-admin';
import type { RaRecord } from 'react-admin';
import { Waiting } from './OfficeStates';

interface Opening<T> {
  /** The form of a record; `open` shows another state of it, as after a save. */
  readonly children: (opened: T, open: (record: T) => void) => ReactNode;
}

/** Opens a record for a form, which keeps the state that it was opened with whatever is read meanwhile. */
export function EditRecord<T extends RaRecord>({ children }: Opening<T>) {
  return (
    <Edit
      title={false}
      actions={false}
      mutationMode="pessimistic"
      queryOptions={{ staleTime: 0, refetchOnMount: 'always' }}
    >
      <Opened<T>>{children}</Opened>
    </Edit>
  );
}

function Opened<T extends RaRecord>({ children }: Opening<T>) {
  const { record, isFetching } = useEditContext<T>();
  const [opened, setOpened] = useState<T>();
  // What a list has read before has no tag: the form opens with the state that the server has now.
  if (opened === undefined && !isFetching && record?.['etag'] !== undefined) setOpened(record);
  return opened === undefined ? <Waiting /> : children(opened, setOpened);
}
