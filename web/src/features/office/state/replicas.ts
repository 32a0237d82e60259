/** How read replicas stand. */
import type { components } from '@/api/generated/schema';
import { useMessages } from '@/lib/i18n/messages';
import { words } from './words';

type State = components['schemas']['SystemView']['database']['replicas'][number]['state'];

/** What the states of a replica are called. */
export function useReplicaStates(): Readonly<Record<State, string>> {
  const t = useMessages(words);
  return {
    ready: t.replicaReady,
    behind: t.replicaLags,
    away: t.replicaAway,
    promoted: t.replicaPromoted,
    foreign: t.replicaForeign,
  };
}
