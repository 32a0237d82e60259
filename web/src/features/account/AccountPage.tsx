import { PageHeader } from '@/components/layout/PageHeader';
import { useMessages } from '@/lib/i18n/messages';
import { ApiKeysPanel } from './components/ApiKeysPanel';
import { DigestPanel } from './components/DigestPanel';
import { NewSignInsNotice } from './components/NewSignIns';
import { PasswordPanel } from './components/PasswordPanel';
import { ProfilePanel } from './components/ProfilePanel';
import { SecondFactorPanel } from './components/SecondFactorPanel';
import { SessionsPanel } from './components/SessionsPanel';
import { words } from './words';

/** One's own account: name and permissions, password, news by mail, second factor, signed-in devices, API keys. */
export function Page() {
  const t = useMessages(words);
  return (
    <>
      <PageHeader title={t.title} live={false} />
      <div className="stack">
        <NewSignInsNotice />
        <div className="panels halves">
          <ProfilePanel />
          <PasswordPanel />
        </div>
        <DigestPanel />
        <SecondFactorPanel />
        <SessionsPanel />
        <ApiKeysPanel />
      </div>
    </>
  );
}
