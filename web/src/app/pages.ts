/**
 * The pages behind the sign-in, each loaded when it is first opened. A feature adds one line: its path as React
 * Router reads it (`plays/:tab?`, home is the empty path), where its page is, and what that reads first. The menu shows
 * what is listed here.
 */
import type { ComponentType } from 'react';
import { ofProduction, onTab, reports } from './readAhead';
import type { ReadAhead } from './readAhead';

/** A page: the module's `Page` is drawn inside of the shell. */
export interface PageEntry {
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Asks for what the page shows first, beside its code. */
  readonly readAhead?: ReadAhead;
}

export const pages: readonly PageEntry[] = [
  { path: '', load: () => import('@/features/home/HomePage'), readAhead: reports(['overview']) },
  {
    path: 'productions/:code/report',
    load: () => import('@/features/reports/ProductionReportPage'),
    readAhead: ofProduction,
  },
  {
    path: 'productions/:code/:tab?',
    load: () => import('@/features/reports/ProductionPage'),
    readAhead: ofProduction,
  },
  { path: 'uploads/:tab?', load: () => import('@/features/uploads/UploadsPage') },
  { path: 'targets/:code?', load: () => import('@/features/targets/TargetsPage') },
  { path: 'marketing', load: () => import('@/features/marketing/MarketingPage') },
  { path: 'market/:tab?', load: () => import('@/features/market/MarketPage') },
  { path: 'calendar', load: () => import('@/features/calendar/CalendarPage') },
  {
    path: 'concerts/:tab?',
    load: () => import('@/features/reports/ConcertsPage'),
    readAhead: onTab('overview', reports(['concerts/overview'], ['concerts/target-sales'])),
  },
  {
    path: 'plays/:tab?',
    load: () => import('@/features/reports/PlaysPage'),
    readAhead: onTab('overview', reports(['plays/weekly-overview'], ['plays/weekly-casts', { top: 3 }])),
  },
  { path: 'reports/*', load: () => import('@/features/reports/ReportsPage') },
  { path: 'wall', load: () => import('@/features/wall/WallPage') },
  { path: 'account', load: () => import('@/features/account/AccountPage') },
  { path: 'office/*', load: () => import('@/features/office/OfficePage') },
];
