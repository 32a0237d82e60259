import { useId, useState } from 'react';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { TextField } from '@/components/forms/Field';
import { useSay } from '@/components/layout/Notices';
import { ProblemText } from '@/components/states/ProblemText';
import { addDays, isDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useToday } from '@/lib/useToday';
import { useMakeApiKey } from '../api/account';
import { words } from '../words';
import styles from './account.module.css';

/** Makes an API key and shows its secret, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const say = useSay();
  const formId = useId();
  const [name, setName] = useState('');
  const [readOnly, setReadOnly] = useState(true);
  const [lastDay, setLastDay] = useState('');
  const make = useMakeApiKey();
  const today = useToday();

  const secret = make.data?.key;
  if (secret !== undefined) {
    return (
      <Dialog
        title={t.newKey}
        onClose={onClose}
        actions={
          <>
            <Button
              onClick={async () => {
                await navigator.clipboard.writeText(secret);
                say(t.copied);
              }}
            >
              {t.copy}
            </Button>
            <Button kind="primary" onClick={onClose}>
              {t.close}
            </Button>
          </>
        }
      >
        <p>{t.newKeyText}</p>
        <code className={styles['secret']}>{secret}</code>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t.makeKey}
      busy={make.isPending}
      onClose={onClose}
      actions={
        <>
          <Button disabled={make.isPending} onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            type="submit"
            form={formId}
            kind="primary"
            busy={make.isPending}
            disabled={name.trim() === ''}
          >
            {t.make}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({
            name,
            readOnly,
            // The last day counts to its end.
            ...(isDay(lastDay) ? { expiresAt: `${addDays(lastDay, 1)}T00:00:00+09:00` as const } : {}),
          });
        }}
      >
        <TextField label={t.keyName} help={t.keyNameHelp} maxLength={200} value={name} onChange={setName} />
        <TextField
          type="date"
          label={t.expires}
          optional
          min={addDays(today, 1)}
          value={lastDay}
          onChange={setLastDay}
        />
        <label className={styles['check']}>
          <input type="checkbox" checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)} />
          {t.readOnly}
        </label>
      </form>
      {make.isError && (
        <p role="alert" className="behind">
          <ProblemText problem={asProblem(make.error)} />
        </p>
      )}
    </Dialog>
  );
}
