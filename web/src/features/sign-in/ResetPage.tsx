import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { usePasswordRefusal } from '@/components/forms/passwordRefusal';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { passwordFits } from '@/lib/password';
import { SignInFrame } from './components/SignInFrame';
import { words } from './words';
import styles from './components/SignInFrame.module.css';

/**
 * Sets a password by the link of an administrator, `/reset#token=…`. The token stands in the fragment, which no
 * server and no log sees; it is taken from the address at once, so that it does not stay in the history.
 */
export function Page() {
  const t = useMessages(words);
  const problemText = useProblemText();
  const refusal = usePasswordRefusal();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [token] = useState(() => new URLSearchParams(hash.slice(1)).get('token'));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [sent, setSent] = useState(false);

  useEffect(() => {
    if (hash !== '') void navigate('/reset', { replace: true });
  }, [hash, navigate]);

  const reset = useMutation({
    mutationFn: (valid: string) =>
      done(api.POST('/api/v1/auth/reset', { body: { token: valid, newPassword: password } })),
  });
  const problem = reset.isError ? asProblem(reset.error) : undefined;

  function explain(refused: ApiProblem): string {
    if (refused.status !== 422) return problemText(refused);
    const newPassword = refused.field('newPassword');
    return newPassword === undefined ? t.usedToken : refusal(newPassword);
  }

  const back = <Link to="/login">{t.backToSignIn}</Link>;
  if (token === null || reset.isSuccess) {
    return (
      <SignInFrame title={t.reset} below={back}>
        <p role="status" className={classes(styles['message'], token === null && styles['error'])}>
          {token === null ? t.noToken : t.resetDone}
        </p>
      </SignInFrame>
    );
  }
  const fits = passwordFits(password);
  return (
    <SignInFrame title={t.reset} below={back}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (fits && again === password) reset.mutate(token);
        }}
      >
        <TextField
          type="password"
          label={t.newPassword}
          help={t.passwordHelp}
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={sent && !fits ? refusal() : undefined}
        />
        <TextField
          type="password"
          label={t.again}
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={sent && fits && again !== password ? t.differ : undefined}
        />
        {problem !== undefined && (
          <p role="alert" className={classes(styles['message'], styles['error'])}>
            {explain(problem)}
          </p>
        )}
        <Button type="submit" kind="primary" busy={reset.isPending}>
          {t.save}
        </Button>
      </form>
    </SignInFrame>
  );
}
