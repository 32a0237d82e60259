/** The entries of the menu. One is shown when its page is in `pages.ts` and the person may use it. */
import {
  CalendarDays,
  ChartNoAxesCombined,
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
import { useQuery } from '@tanstack/react-query';
import { useAccount, usePermissions } from '@/api/account';
import type { Permissions } from '@/api/account';
import { productionsQuery } from '@/api/productions';
import type { Category } from '@/api/productions';
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
  /** The categories that the page is about: of no use to somebody who sees none of them. */
  readonly categories?: readonly Category[];
}

const entries: readonly Entry[] = [
  { name: 'home', path: '/', icon: House, key: 'KeyH' },
  { name: 'plays', path: '/plays', icon: Drama, key: 'KeyP', categories: ['play', 'musical'] },
  { name: 'concerts', path: '/concerts', icon: MicVocal, key: 'KeyC', categories: ['concert'] },
  {
    name: 'uploads',
    path: '/uploads',
    icon: Upload,
    key: 'KeyU',
    visible: ({ upload }) => upload,
  },
  { name: 'targets', path: '/targets', icon: Target, key: 'KeyT' },
  { name: 'marketing', path: '/marketing', icon: Megaphone, key: 'KeyM' },
  { name: 'calendar', path: '/calendar', icon: CalendarDays, key: 'KeyN' },
  { name: 'market', path: '/market', icon: ChartNoAxesCombined, key: 'KeyK' },
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

/** The entries that a person sees who may do this, and sees productions of these categories; of all, left out. */
export function entriesFor(permissions: Permissions, seen?: ReadonlySet<Category>): readonly Entry[] {
  return entries.filter(
    ({ path, visible, categories }) =>
      routed.has(path) &&
      (visible?.(permissions) ?? true) &&
      (seen === undefined || categories === undefined || categories.some((category) => seen.has(category))),
  );
}

/** The entries of whoever is signed in. */
export function useEntries(): readonly Entry[] {
  const permissions = usePermissions();
  const { allProductions } = useAccount();
  const { data: productions } = useQuery(productionsQuery);
  // Whoever sees every production sees those to come as well.
  const all = permissions.administer || allProductions || productions === undefined;
  return entriesFor(permissions, all ? undefined : new Set(productions.map(({ category }) => category)));
}
