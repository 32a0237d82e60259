import { useId, useState } from 'react';
import { useAccount } from '@/api/account';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { TextField } from '@/components/forms/Field';
import { ProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import type { FactorProof } from '../api/safety';
import { words } from '../safetyWords';
import styles from './safety.module.css';

/** Asks for password and code before something that a stolen session must not do. */
export function ProofDialog({
  title,
  text,
  verb,
  danger = false,
  busy,
  error,
  onProve,
  onClose,
}: {
  title: string;
  text: string;
  verb: string;
  danger?: boolean;
  busy: boolean;
  /** Why the server refused the last attempt. */
  error: unknown;
  onProve: (proof: FactorProof) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const formId = useId();
  const { email } = useAccount();
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const problem = error === null || error === undefined ? undefined : asProblem(error);
  return (
    <Dialog
      title={title}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" form={formId} kind={danger ? 'danger' : 'primary'} busy={busy}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onProve({ currentPassword, code });
        }}
      >
        <p>{text}</p>
        {/* For password managers, which else would not know whose password this is. */}
        <input hidden readOnly type="email" autoComplete="username" value={email} />
        <TextField
          type="password"
          label={t.password}
          autoComplete="current-password"
          value={currentPassword}
          onChange={setPassword}
          error={problem?.field('currentPassword') === undefined ? undefined : t.wrongPassword}
        />
        <TextField
          label={t.code}
          help={t.anyCode}
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={setCode}
          error={problem?.field('code') === undefined ? undefined : t.wrongProof}
        />
        {problem !== undefined && problem.errors.length === 0 && (
          <p role="alert" className="behind">
            <ProblemText problem={problem} />
          </p>
        )}
      </form>
    </Dialog>
  );
}
