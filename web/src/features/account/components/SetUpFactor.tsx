import { useState } from 'react';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { useBeginFactor, useConfirmFactor } from '../api/safety';
import { words } from '../safetyWords';
import { RecoveryCodes } from './RecoveryCodes';
import account from './account.module.css';
import styles from './safety.module.css';

/**
 * Sets a second factor up, step by step: the password, the secret for an authenticator app and a code of it, the
 * recovery codes. `onDone` follows when they have been kept.
 */
export function SetUpFactor({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useMessages(words);
  const problemText = useProblemText();
  const begin = useBeginFactor();
  const confirm = useConfirmFactor();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');

  function explain(error: unknown, field: string, wrong: string): string {
    const problem: ApiProblem = asProblem(error);
    return problem.field(field) === undefined ? problemText(problem) : wrong;
  }

  if (confirm.data !== undefined) {
    return (
      <div className={styles['form']}>
        <RecoveryCodes codes={confirm.data} />
        <Button kind="primary" onClick={onDone}>
          {t.kept}
        </Button>
      </div>
    );
  }
  if (begin.data === undefined) {
    return (
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate(password);
        }}
      >
        <p>{t.factorHelp}</p>
        {/* For password managers, which else would not know whose password this is. */}
        <input hidden readOnly type="email" autoComplete="username" value={email} />
        <TextField
          type="password"
          label={t.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={begin.isError ? explain(begin.error, 'currentPassword', t.wrongPassword) : undefined}
        />
        <Button type="submit" kind="primary" busy={begin.isPending}>
          {t.begin}
        </Button>
      </form>
    );
  }
  const { secret, qrSvg } = begin.data;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(code);
      }}
    >
      <p>{t.scan}</p>
      <img
        className={styles['picture']}
        src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
        alt={t.picture}
      />
      <p className="quiet">{t.byHand}</p>
      <code className={account['secret']}>{secret}</code>
      <p>{t.thenCode}</p>
      <TextField
        label={t.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={setCode}
        error={confirm.isError ? explain(confirm.error, 'code', t.wrongCode) : undefined}
      />
      <Button type="submit" kind="primary" busy={confirm.isPending}>
        {t.confirm}
      </Button>
    </form>
  );
}
