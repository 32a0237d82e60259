import { useState } from 'react';
import { useAccount } from '@/api/account';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { usePasswordRefusal } from '@/components/forms/passwordRefusal';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { passwordFits } from '@/lib/password';
import { useChangePassword } from '../api/account';
import { words } from '../words';
import styles from './account.module.css';

const nothing = { current: '', next: '', again: '' };

/** Changes one's password, asking for the present one. */
export function PasswordPanel() {
  const t = useMessages(words);
  const say = useSay();
  const problemText = useProblemText();
  const refusal = usePasswordRefusal();
  const { email } = useAccount();
  const [typed, setTyped] = useState(nothing);
  const [sent, setSent] = useState(false);
  const change = useChangePassword();

  const fits = passwordFits(typed.next);
  const same = typed.next === typed.again;
  const problem = change.isError ? asProblem(change.error) : undefined;
  const refused = fits ? problem?.field('newPassword') : undefined;
  const newWrong = (sent && !fits) || refused !== undefined;
  const currentError =
    problem === undefined || newWrong
      ? undefined
      : problem.status === 422
        ? t.wrongPassword
        : problemText(problem);

  function submit() {
    setSent(true);
    if (!fits || !same) return;
    change.mutate(
      { currentPassword: typed.current, newPassword: typed.next },
      {
        onSuccess: () => {
          setTyped(nothing);
          setSent(false);
          say(t.changed);
        },
      },
    );
  }

  return (
    <Panel title={t.password} padded>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {/* For password managers, which else would not know whose password this is. */}
        <input hidden readOnly type="email" autoComplete="username" value={email} />
        <TextField
          type="password"
          label={t.current}
          autoComplete="current-password"
          value={typed.current}
          onChange={(current) => setTyped({ ...typed, current })}
          error={currentError}
        />
        <TextField
          type="password"
          label={t.next}
          help={t.passwordHelp}
          autoComplete="new-password"
          value={typed.next}
          onChange={(next) => setTyped({ ...typed, next })}
          error={newWrong ? refusal(refused) : undefined}
        />
        <TextField
          type="password"
          label={t.again}
          autoComplete="new-password"
          value={typed.again}
          onChange={(again) => setTyped({ ...typed, again })}
          error={sent && fits && !same ? t.differ : undefined}
        />
        <Button type="submit" busy={change.isPending}>
          {t.change}
        </Button>
      </form>
    </Panel>
  );
}
