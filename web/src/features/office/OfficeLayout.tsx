import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { usePermissions } from '@/api/account';
import { TabsNav } from '@/components/controls/TabsNav';
import { PageHeader } from '@/components/layout/PageHeader';
import { entryNames } from '@/lib/navigation';
import { useMessages } from '@/lib/i18n/messages';
import { mayAccess } from './access';
import styles from './office.module.css';
import { Denied, Waiting } from './OfficeStates';
import { words } from './words';

const resources = [
  'productions',
  'layout',
  'users',
  'messages',
  'schedules',
  'destinations',
  'deliveries',
  'collection',
  'jobs',
  'audit',
  'state',
] as const;

/** The frame of the office's pages: the title, and a tab for what one may open. */
export function OfficeLayout({ children }: { children: ReactNode }) {
  const t = useMessages(words);
  const { office } = useMessages(entryNames);
  const permissions = usePermissions();
  const open = resources.filter((resource) => mayAccess(permissions, { resource, action: 'list' }));
  const tabs = open.map((resource) => ({ to: `/office/${resource}`, text: t[resource], nested: true }));
  const { pathname } = useLocation();
  const asked = resources.find((resource) => pathname.split('/')[2] === resource);
  // react-admin finds out a moment later, and shows the frame of the list meanwhile.
  const denied = open.length === 0 || (asked !== undefined && !open.includes(asked));
  return (
    <div className={styles['office']}>
      <PageHeader title={office} live={false} />
      <TabsNav label={t.tabs} tabs={[...tabs, { to: '/account', text: t.account }]} />
      <div className={styles['content']}>
        {denied ? <Denied /> : <Suspense fallback={<Waiting />}>{children}</Suspense>}
      </div>
    </div>
  );
}
