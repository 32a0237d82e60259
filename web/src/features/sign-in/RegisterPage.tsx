import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { usePasswordRefusal } from '@/components/forms/passwordRefusal';
import { ProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { passwordFits } from '@/lib/password';
import { SignInFrame } from './components/SignInFrame';
import { words } from './words';
import styles from './components/SignInFrame.module.css';

/** Asks for an account, which an administrator activates. */
export function Page() {
  const t = useMessages(words);
  const refusal = usePasswordRefusal();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState(false);
  const register = useMutation({
    mutationFn: () => done(api.POST('/api/v1/auth/register', { body: { email, name, password } })),
  });
  const problem = register.isError ? asProblem(register.error) : undefined;
  const refused = problem?.field('password');
  const tooShort = sent && !passwordFits(password);

  const back = <Link to="/login">{t.backToSignIn}</Link>;
  if (register.isSuccess) {
    return (
      <SignInFrame title={t.register} below={back}>
        <p role="status" className={styles['message']}>
          {t.registered}
        </p>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={t.register} below={back}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (passwordFits(password)) register.mutate();
        }}
      >
        <TextField
          type="email"
          label={t.email}
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          error={problem?.field('email') === undefined ? undefined : t.emailWrong}
        />
        <TextField
          label={t.name}
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={setName}
          error={problem?.field('name') === undefined ? undefined : t.nameWrong}
        />
        <TextField
          type="password"
          label={t.password}
          help={t.passwordHelp}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={tooShort || refused !== undefined ? refusal(tooShort ? undefined : refused) : undefined}
        />
        {problem !== undefined && problem.errors.length === 0 && (
          <p role="alert" className={classes(styles['message'], styles['error'])}>
            <ProblemText problem={problem} />
          </p>
        )}
        <Button type="submit" kind="primary" busy={register.isPending}>
          {t.register}
        </Button>
      </form>
    </SignInFrame>
  );
}
