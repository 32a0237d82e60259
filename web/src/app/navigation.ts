/** The entries of the menu. One is shown when its page is in `pages.ts` and the person may use it. */
import {
  CalendarDays,
  Drama,
  House,
  Megaphone,
  MicVocal,
  Settings,
  Table2,
  Target,
  Upload,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Permissions } from '@/api/account';
import type { entryNames } from '@/lib/navigation';
import { pages } from './pages';

/** Name of an entry. */
export type EntryName = keyof (typeof entryNames)['ko'];

/** An entry of the menu. */
export interface Entry {
  readonly name: EntryName;
  readonly path: string;
  readonly icon: LucideIcon;
  /** The key behind `g` that opens it, by its place on the keyboard. */
  readonly key: string;
  readonly visible?: (permissions: Permissions) => boolean;
}

const entries: readonly Entry[] = [
  { name: 'home', path: '/', icon: House, key: 'KeyH' },
  { name: 'plays', path: '/plays', icon: Drama, key: 'KeyP' },
  { name: 'concerts', path: '/concerts', icon: MicVocal, key: 'KeyC' },
  { name: 'uploads', path: '/uploads', icon: Upload, key: 'KeyU' },
  { name: 'targets', path: '/targets', icon: Target, key: 'KeyT' },
  { name: 'marketing', path: '/marketing', icon: Megaphone, key: 'KeyM' },
  { name: 'calendar', path: '/calendar', icon: CalendarDays, key: 'KeyN' },
  { name: 'reports', path: '/reports', icon: Table2, key: 'KeyR' },
  {
    name: 'office',
    path: '/office',
    icon: Settings,
    key: 'KeyO',
    visible: ({ administer, manageProductions }) => administer || manageProductions,
  },
];

const routed = new Set(pages.map(({ path }) => `/${path.split('/')[0] ?? ''}`));

/** Whether a path leads to a page. */
export function isRouted(path: string): boolean {
  return routed.has(`/${path.split('/')[1] ?? ''}`);
}

/** The entries that a person sees. */
export function entriesFor(permissions: Permissions): readonly Entry[] {
  return entries.filter(({ path, visible }) => routed.has(path) && (visible?.(permissions) ?? true));
}
