import { PageHeader } from '@/components/layout/PageHeader';
import { useMessages } from '@/lib/i18n/messages';
import { ApiKeysPanel } from './components/ApiKeysPanel';
import { PasswordPanel } from './components/PasswordPanel';
import { ProfilePanel } from './components/ProfilePanel';
import { SessionsPanel } from './components/SessionsPanel';
import { words } from './words';

/** One's own account: name and permissions, password, signed-in devices, API keys. */
export function Page() {
  const t = useMessages(words);
  return (
    <>
      <PageHeader title={t.title} live={false} />
      <div className="stack">
        <div className="panels halves">
          <ProfilePanel />
          <PasswordPanel />
        </div>
        <SessionsPanel />
        <ApiKeysPanel />
      </div>
    </>
  );
}
