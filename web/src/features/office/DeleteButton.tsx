import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useDelete, useRedirect } from 'react-admin';
import type { RaRecord } from 'react-admin';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { useSay } from '@/components/layout/Notices';
import { OfficeError } from './dataProvider';

/** Deletes a record after asking, and leads back to its list. */
export function DeleteButton({
  resource,
  record,
  verb,
  title,
  children,
  done,
  kept,
}: {
  readonly resource: string;
  readonly record: RaRecord;
  readonly verb: string;
  readonly title: string;
  /** What goes and what stays. */
  readonly children: ReactNode;
  /** Said when it is gone. */
  readonly done: string;
  /** Said where the server refuses, as the record belongs to the house (409). */
  readonly kept?: ReactNode;
}) {
  const say = useSay();
  const redirect = useRedirect();
  const [remove] = useDelete<RaRecord, Error>();
  const [asked, setAsked] = useState(false);
  const [stays, setStays] = useState(false);
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onClick={() => setAsked(true)}>
        {verb}
      </Button>
      {asked && (
        <ConfirmDialog
          danger
          title={title}
          verb={verb}
          ready={!stays}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            try {
              await remove(
                resource,
                { id: record.id, previousData: record },
                { mutationMode: 'pessimistic', returnPromise: true },
              );
            } catch (error) {
              if (!(error instanceof OfficeError)) throw error;
              setStays(kept !== undefined && error.problem.status === 409);
              throw error.problem;
            }
            say(done);
            redirect('list', resource);
          }}
        >
          {stays ? kept : children}
        </ConfirmDialog>
      )}
    </>
  );
}
