/**
 * The pages behind the sign-in, each loaded when it is first opened. A feature adds one line: its path as React
 * Router reads it (`plays/:tab?`, home is the empty path) and where its page is. The menu shows what is listed here.
 */
import type { ComponentType } from 'react';

/** A page: the module's `Page` is drawn inside of the shell. */
export interface PageEntry {
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

export const pages: readonly PageEntry[] = [
  { path: '', load: () => import('@/features/home/HomePage') },
  { path: 'productions/:code/:tab?', load: () => import('@/features/reports/ProductionPage') },
  { path: 'uploads/:tab?', load: () => import('@/features/uploads/UploadsPage') },
  { path: 'targets/:code?', load: () => import('@/features/targets/TargetsPage') },
  { path: 'marketing', load: () => import('@/features/marketing/MarketingPage') },
  { path: 'calendar', load: () => import('@/features/calendar/CalendarPage') },
  { path: 'concerts/:tab?', load: () => import('@/features/reports/ConcertsPage') },
  { path: 'plays/:tab?', load: () => import('@/features/reports/PlaysPage') },
  { path: 'reports/*', load: () => import('@/features/reports/ReportsPage') },
  { path: 'account', load: () => import('@/features/account/AccountPage') },
  { path: 'office/*', load: () => import('@/features/office/OfficePage') },
];
