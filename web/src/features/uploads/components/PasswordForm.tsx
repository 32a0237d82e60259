import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../words';
import styles from './uploads.module.css';

/** Asks for the password of a locked file. It is sent with the file, and kept nowhere. */
export function PasswordForm({
  wrong,
  onPassword,
}: {
  /** Whether the one before was wrong. */
  wrong: boolean;
  onPassword: (password: string) => void;
}) {
  const t = useMessages(words);
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles['place']}
      aria-label={t.lockedTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <p>
        <b className="strong">{t.lockedTitle}</b> {t.lockedHelp}
      </p>
      <div className={styles['placeFields']}>
        <TextField
          label={t.filePassword}
          type="password"
          autoComplete="off"
          maxLength={255}
          value={password}
          error={wrong ? t.wrongPassword : undefined}
          onChange={setPassword}
        />
        <Button type="submit" disabled={password === ''}>
          {t.unlock}
        </Button>
      </div>
    </form>
  );
}
