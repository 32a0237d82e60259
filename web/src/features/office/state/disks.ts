/** The disks of a server. */
import type { components } from '@/api/generated/schema';
import { useMessages } from '@/lib/i18n/messages';
import { words } from './words';

type Place = components['schemas']['SystemView']['disks'][number]['place'];

/** What disks are called. */
export function useDiskNames(): Readonly<Record<Place, string>> {
  const t = useMessages(words);
  return { originals: t.diskOriginals, database: t.diskDatabase };
}
