import { useQueryClient } from '@tanstack/react-query';
import { lazy, useMemo } from 'react';
import type { ComponentType } from 'react';
import {
  AdminContext,
  CoreAdminUI,
  CustomRoutes,
  localStorageStore,
  Notification,
  Resource,
} from 'react-admin';
import { Navigate, Route } from 'react-router';
import { useAccount, usePermissions } from '@/api/account';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useMessages } from '@/lib/i18n/messages';
import { useScheme } from '@/lib/theme/scheme';
import { authProvider } from './access';
import { AuditList } from './audit/AuditList';
import { dataProvider } from './dataProvider';
import { i18nProvider } from './i18nProvider';
import { JobList } from './jobs/JobList';
import { Denied, NotHere, Waiting } from './OfficeStates';
import { OfficeLayout } from './OfficeLayout';
import { officeTheme } from './officeTheme';
import { raMessages } from './raMessages';
import { ProductionCreate } from './productions/ProductionCreate';
import { ProductionEdit } from './productions/ProductionEdit';
import { ProductionList } from './productions/ProductionList';
import { UserCreate } from './users/UserCreate';
import { UserEdit } from './users/UserEdit';
import { UserList } from './users/UserList';
import { words } from './words';

/** Pages of what is sent, which not everybody opens: their code comes with the first of them. */
const pages = () => import('./sending/pages');

function later(name: keyof Awaited<ReturnType<typeof pages>>): ComponentType {
  return lazy(async () => ({ default: (await pages())[name] }));
}

const MessagesPage = later('MessagesPage');
/** Likewise. */
const LayoutPanel = lazy(async () => ({
  default: (await import('@/components/layouts/LayoutPanel')).LayoutPanel,
}));
const RecipePage = lazy(async () => ({
  default: (await import('./collection/recipes/RecipePage')).RecipePage,
}));
const StatePage = lazy(async () => ({ default: (await import('./state/StatePage')).StatePage }));
const CollectionPage = lazy(async () => ({
  default: (await import('./collection/CollectionPage')).CollectionPage,
}));
const schedules = {
  list: later('ScheduleList'),
  create: later('ScheduleCreate'),
  edit: later('ScheduleEdit'),
};
const destinations = {
  list: later('DestinationList'),
  create: later('DestinationCreate'),
  edit: later('DestinationEdit'),
};
const deliveries = { list: later('DeliveryList'), show: later('DeliveryShow') };

/** What somebody chose about the lists, such as their columns, stays in this browser. */
const store = localStorageStore(undefined, 'fullhouse.office');

/**
 * The office: lists and forms of what the dashboards stand on. It shares the application's answers, so that a change
 * made elsewhere shows here as well, and its address, theme and language.
 */
export function Page() {
  const t = useMessages(words);
  const client = useQueryClient();
  const account = useAccount();
  const permissions = usePermissions();
  const language = useLanguage();
  const scheme = useScheme();
  const theme = useMemo(
    () => officeTheme(scheme, raMessages[language].ra.action.select_row),
    [scheme, language],
  );
  const i18n = useMemo(() => i18nProvider(language), [language]);
  const auth = useMemo(() => authProvider(account, permissions), [account, permissions]);
  return (
    <AdminContext
      // Another person or language begins anew: react-admin keeps what it was told first.
      key={`${account.id} ${account.role} ${language} ${permissions.manageProductions}`}
      basename="/office"
      dataProvider={dataProvider}
      authProvider={auth}
      i18nProvider={i18n}
      queryClient={client}
      store={store}
      theme={theme}
      darkTheme={null}
    >
      <CoreAdminUI
        layout={OfficeLayout}
        loading={Waiting}
        accessDenied={Denied}
        catchAll={NotHere}
        authenticationError={Denied}
        loginPage={false}
        disableTelemetry
      >
        <Resource
          name="productions"
          options={{ label: t.productions }}
          list={ProductionList}
          create={ProductionCreate}
          edit={ProductionEdit}
          recordRepresentation="name"
        />
        <Resource
          name="users"
          options={{ label: t.users }}
          list={UserList}
          create={UserCreate}
          edit={UserEdit}
          recordRepresentation="name"
        />
        <Resource name="schedules" options={{ label: t.schedules }} {...schedules} />
        <Resource name="destinations" options={{ label: t.destinations }} {...destinations} />
        <Resource name="deliveries" options={{ label: t.deliveries }} {...deliveries} />
        <Resource name="jobs" options={{ label: t.jobs }} list={JobList} />
        <Resource name="audit" options={{ label: t.audit }} list={AuditList} />
        <CustomRoutes>
          <Route path="/messages" element={<MessagesPage />} />
          <Route path="/layout" element={<LayoutPanel />} />
          <Route path="/collection" element={<CollectionPage />} />
          <Route path="/collection/recipes/:name" element={<RecipePage />} />
          <Route path="/state" element={<StatePage />} />
          <Route path="/sessions" element={<Navigate to="/account" replace />} />
          <Route path="/api-keys" element={<Navigate to="/account" replace />} />
        </CustomRoutes>
      </CoreAdminUI>
      <Notification />
    </AdminContext>
  );
}
