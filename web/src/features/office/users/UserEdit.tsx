import { KeyRound, ShieldOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { SimpleForm, useDelete, useRedirect } from 'react-admin';
import { useMutation, useQuery } from '@tanstack/react-query';
import { usePermissions } from '@/api/account';
import { api, body, done } from '@/api/client';
import { keys } from '@/api/keys';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { Dialog } from '@/components/controls/Dialog';
import { TextField } from '@/components/forms/Field';
import { useSay } from '@/components/layout/Notices';
import { ProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { mayAccess } from '../access';
import { Conflicts } from '../Conflicts';
import { OfficeError } from '../dataProvider';
import type { UserRecord } from '../dataProvider';
import { EditRecord } from '../EditRecord';
import { FormToolbar } from '../FormToolbar';
import styles from '../office.module.css';
import { RefusalText } from '../RefusalText';
import { useSaving } from '../useSaving';
import type { Values } from '../useSaving';
import { words } from '../words';
import { UserFields } from './UserFields';

/** Changes who a user is and what the user may see and do. */
export function UserEdit() {
  const t = useMessages(words);
  const permissions = usePermissions();
  return (
    <EditRecord<UserRecord>>
      {(opened, open) =>
        mayAccess(permissions, { resource: 'users', action: 'edit', record: opened }) ? (
          <Form key={opened.etag} opened={opened} onOpen={open} />
        ) : (
          <p className={styles['detail']}>{t.masterOnly}</p>
        )
      }
    </EditRecord>
  );
}

const fieldWords = ['name', 'role', 'active', 'canUpload', 'canManageProductions', 'allProductions'] as const;

function Form({ opened, onOpen }: { opened: UserRecord; onOpen: (record: UserRecord) => void }) {
  const t = useMessages(words);
  const label = useLabels();
  const saving = useSaving('users', opened, onOpen);
  const { save, refused } = saving;
  const problem = refused?.problem;
  const fieldName = (field: string) => {
    const known = fieldWords.find((one) => one === field);
    return known === undefined ? label('term', 'production') : t[known];
  };
  return (
    <>
      <SimpleForm
        record={opened}
        onSubmit={(entered: object) => save(userValues(entered as Values))}
        toolbar={
          <FormToolbar back="/office/users">
            <ResetLink user={opened} />
            <LostFactor user={opened} />
            {!opened.active && <RefuseUser user={opened} />}
          </FormToolbar>
        }
        warnWhenUnsavedChanges
      >
        <h2>{opened.name}</h2>
        <UserFields entered />
        {problem !== undefined && (
          <p role="alert" className="behind">
            <RefusalText problem={problem} />
          </p>
        )}
      </SimpleForm>
      <Conflicts saving={saving} fieldName={fieldName} />
    </>
  );
}

/** What the form says, as the server takes it: the address of a user never changes. */
function userValues(values: Values): Values {
  return { ...values, email: undefined };
}

/** Makes the link by which the user sets a password, and shows it once. */
function ResetLink({ user }: { user: UserRecord }) {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const make = useMutation({
    mutationFn: async () =>
      await body(api.POST('/api/v1/users/{id}/reset-link', { params: { path: { id: user.id } } })),
  });
  const link = make.data;
  return (
    <>
      <Button icon={<KeyRound aria-hidden />} busy={make.isPending} onClick={() => make.mutate()}>
        {t.resetLink}
      </Button>
      {make.isError && (
        <span role="alert" className="behind">
          <ProblemText problem={asProblem(make.error)} />
        </span>
      )}
      {link !== undefined && (
        <Dialog
          title={t.resetTitle}
          onClose={() => make.reset()}
          actions={<Button onClick={() => make.reset()}>{t.close}</Button>}
        >
          <p>{t.resetText}</p>
          <div className={styles['secret']}>
            <TextField
              label={t.resetAddress}
              readOnly
              value={link.url}
              onChange={() => undefined}
              onFocus={(event) => event.target.select()}
              help={t.resetUntil(format.dayTime(link.expiresAt))}
              after={
                <Button
                  small
                  kind="primary"
                  onClick={async () => {
                    await navigator.clipboard.writeText(link.url);
                    say(t.copied);
                  }}
                >
                  {t.copy}
                </Button>
              }
            />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Removes the second factor of a user who has lost it. */
function LostFactor({ user }: { user: UserRecord }) {
  const t = useMessages(words);
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const params = { path: { id: user.id } };
  const factor = useQuery({
    queryKey: [...keys.users, user.id, 'second-factor'],
    queryFn: async ({ signal }) =>
      await body(api.GET('/api/v1/users/{id}/second-factor', { params, signal })),
  });
  if (factor.data === undefined || factor.data.setUpAt === null) return null;
  return (
    <>
      <Button icon={<ShieldOff aria-hidden />} onClick={() => setAsked(true)}>
        {t.removeFactor}
      </Button>
      {asked && (
        <ConfirmDialog
          danger
          title={t.removeFactorTitle(user.name)}
          verb={t.removeFactorVerb}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            await done(api.DELETE('/api/v1/users/{id}/second-factor', { params }));
            await factor.refetch();
            say(t.factorRemoved);
          }}
        >
          {t.removeFactorText}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Deletes a registration that never became active. */
function RefuseUser({ user }: { user: UserRecord }) {
  const t = useMessages(words);
  const say = useSay();
  const redirect = useRedirect();
  const [remove] = useDelete<UserRecord, Error>();
  const [asked, setAsked] = useState(false);
  const [wasActive, setWasActive] = useState(false);
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onClick={() => setAsked(true)}>
        {t.refuse}
      </Button>
      {asked && (
        <ConfirmDialog
          danger
          title={t.refuseTitle(user.name)}
          verb={t.remove}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            try {
              await remove(
                'users',
                { id: user.id, previousData: user },
                { mutationMode: 'pessimistic', returnPromise: true },
              );
              say(t.deleted);
              redirect('list', 'users');
            } catch (error) {
              if (!(error instanceof OfficeError)) throw error;
              setWasActive(error.problem.status === 409);
              throw error.problem;
            }
          }}
        >
          {wasActive ? t.wasActive : t.refuseText}
        </ConfirmDialog>
      )}
    </>
  );
}
