/** The tabs of the pages, by which the palette finds them; what a tab is called is said by its feature. */
import { words as marketing } from '@/features/marketing/words';
import { words as office } from '@/features/office/words';
import { words as production } from '@/features/reports/productionWords';
import { concertTabs, playTabs } from '@/features/reports/tabs';
import type { ProductionTab } from '@/features/reports/tabs';
import { words as uploads } from '@/features/uploads/words';
import type { Language } from '@/lib/i18n/language';
import type { EntryName } from './navigation';

/** A tab of a page of the menu. */
export interface Place {
  readonly entry: EntryName;
  readonly path: string;
  readonly name: Readonly<Record<Language, string>>;
}

type Named<K extends string> = Readonly<Record<Language, Readonly<Record<K, unknown>>>>;

/** The name of a tab in both languages; its key is no message that takes values. */
function named<K extends string>(words: Named<K>, key: K): Readonly<Record<Language, string>> {
  return { ko: String(words.ko[key]), en: String(words.en[key]) };
}

const officeTabs = [
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

/** Every tab of the menu's pages. */
export const places: readonly Place[] = [
  ...Object.entries(playTabs).map(([tab, name]): Place => ({ entry: 'plays', path: `/plays/${tab}`, name })),
  ...Object.entries(concertTabs).map(([tab, name]): Place => ({
    entry: 'concerts',
    path: `/concerts/${tab}`,
    name,
  })),
  ...(['history', 'coverage'] as const).map((tab): Place => ({
    entry: 'uploads',
    path: `/uploads/${tab}`,
    name: named(uploads, tab),
  })),
  ...(['calendar', 'effect'] as const).map((view): Place => ({
    entry: 'marketing',
    path: `/marketing?view=${view}`,
    name: named(marketing, view),
  })),
  ...officeTabs.map((tab): Place => ({ entry: 'office', path: `/office/${tab}`, name: named(office, tab) })),
];

/** The name of a production's tab. */
export function productionTabName(tab: ProductionTab, language: Language): string {
  return named(production, tab)[language];
}
