import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { accountQuery } from '@/api/account';
import type { Account } from '@/api/account';
import { Button } from '@/components/controls/Button';
import { SetUpFactor } from '@/features/account/components/SetUpFactor';
import { words } from '@/features/account/safetyWords';
import { SignInFrame } from '@/features/sign-in/components/SignInFrame';
import { useMessages } from '@/lib/i18n/messages';
import { signOut } from './signOut';

/** What somebody sees who must have a second factor and has none: how to set it up, and nothing else. */
export default function DemandedFactorPage({ account }: { account: Account }) {
  const t = useMessages(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <SignInFrame
      title={t.demandedTitle}
      below={
        <Button kind="quiet" onClick={() => void signOut(client, navigate)}>
          {t.signOut}
        </Button>
      }
    >
      <p>{t.demandedText}</p>
      <SetUpFactor
        email={account.email}
        onDone={() => void client.invalidateQueries({ queryKey: accountQuery.queryKey, exact: true })}
      />
    </SignInFrame>
  );
}
