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
  { path: 'account', load: () => import('@/features/account/AccountPage') },
  { path: 'office/*', load: () => import('@/features/office/OfficePage') },
];
