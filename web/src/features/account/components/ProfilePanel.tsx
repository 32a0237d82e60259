import { useState } from 'react';
import { useAccount, usePermissions } from '@/api/account';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { useRename } from '../api/account';
import { words } from '../words';
import styles from './account.module.css';

/** One's name, which one can change, and what an administrator decides. */
export function ProfilePanel() {
  const t = useMessages(words);
  const say = useSay();
  const problemText = useProblemText();
  const account = useAccount();
  const permissions = usePermissions();
  const [name, setName] = useState(account.name);
  const rename = useRename();

  const rights = [permissions.upload && t.mayUpload, permissions.manageProductions && t.mayManage].filter(
    (right) => right !== false,
  );
  const problem = rename.isError ? asProblem(rename.error) : undefined;
  const error =
    problem === undefined ? undefined : problem.status === 422 ? t.nameWrong : problemText(problem);
  return (
    <Panel title={t.profile} padded>
      <div className="stack">
        <dl className={styles['facts']}>
          <dt>{t.email}</dt>
          <dd>{account.email}</dd>
          <dt>{t.role}</dt>
          <dd>{t[account.role]}</dd>
          <dt>{t.rights}</dt>
          <dd>{rights.length === 0 ? t.readsOnly : rights.join(' · ')}</dd>
          <dt>{t.sees}</dt>
          <dd>{account.allProductions ? t.all : t.some(account.productionIds.length)}</dd>
        </dl>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            rename.mutate(name, { onSuccess: () => say(t.saved) });
          }}
        >
          <TextField
            label={t.name}
            maxLength={200}
            autoComplete="name"
            value={name}
            onChange={setName}
            error={error}
          />
          <Button
            type="submit"
            busy={rename.isPending}
            disabled={name.trim() === account.name || name.trim() === ''}
          >
            {t.save}
          </Button>
        </form>
      </div>
    </Panel>
  );
}
