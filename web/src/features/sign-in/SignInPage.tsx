import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { accountQuery } from '@/api/account';
import { api, body } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { nextPage } from '@/lib/next';
import { forgetSessionEnded, sessionHasEnded } from '@/lib/sessionEnded';
import { SignInFrame } from './components/SignInFrame';
import { words } from './words';
import styles from './components/SignInFrame.module.css';

/** Signs in by a cookie that no script can read, with a code where a second factor is set up, and returns to the page that was asked for. */
export function Page() {
  const t = useMessages(words);
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  /** Whether the password was right, and a code is asked for. */
  const [needsCode, setNeedsCode] = useState(false);
  const [ended] = useState(sessionHasEnded);

  const signIn = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/auth/login', {
          body: { email, password, cookie: true, ...(needsCode ? { code } : {}) },
        }),
      ),
    onSuccess: async () => {
      forgetSessionEnded();
      // Asked rather than taken from this answer: only that shows whether the browser kept the cookie. The page's code
      // and its data are fetched at the same time; the gate waits for this answer, and tells what fails.
      client.removeQueries({ queryKey: accountQuery.queryKey, exact: true });
      client.query(accountQuery).catch(() => undefined);
      await navigate(nextPage(search), { replace: true });
    },
    onError: (error) => {
      if (asProblem(error).code === 'second-factor-required') setNeedsCode(true);
    },
  });

  function explain(problem: ApiProblem): string {
    if (problem.code === 'wrong-code') return t.wrongCode;
    if (problem.status === 401) return t.wrong;
    if (problem.code === 'inactive') return t.inactive;
    if (problem.code === 'foreign-origin') return t.otherSite;
    if (problem.field('email') !== undefined) return t.emailWrong;
    return problemText(problem);
  }

  const problem = signIn.isError ? asProblem(signIn.error) : undefined;
  if (needsCode) {
    return (
      <SignInFrame
        title={t.codeTitle}
        below={
          <>
            <p>{t.lostPhone}</p>
            <Button
              kind="quiet"
              onClick={() => {
                setNeedsCode(false);
                setPassword('');
                setCode('');
                signIn.reset();
              }}
            >
              {t.otherAccount}
            </Button>
          </>
        }
      >
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate();
          }}
        >
          <TextField
            label={t.code}
            help={t.codeHelp}
            autoComplete="one-time-code"
            autoFocus
            maxLength={40}
            value={code}
            onChange={setCode}
          />
          {problem !== undefined && problem.code !== 'second-factor-required' && (
            <p role="alert" className={classes(styles['message'], styles['error'])}>
              {explain(problem)}
            </p>
          )}
          <Button type="submit" kind="primary" busy={signIn.isPending}>
            {t.confirm}
          </Button>
        </form>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame
      title={t.signIn}
      below={
        <>
          <p>
            {t.noAccount} <Link to="/register">{t.register}</Link>
          </p>
          <p>{t.forgot}</p>
        </>
      }
    >
      {ended && <p className={styles['message']}>{t.ended}</p>}
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <TextField
          type="email"
          label={t.email}
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <TextField
          type="password"
          label={t.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {problem !== undefined && (
          <p role="alert" className={classes(styles['message'], styles['error'])}>
            {explain(problem)}
          </p>
        )}
        <Button type="submit" kind="primary" busy={signIn.isPending}>
          {t.signIn}
        </Button>
      </form>
    </SignInFrame>
  );
}
