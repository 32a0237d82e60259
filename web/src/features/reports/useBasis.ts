import type { Production } from '@/api/productions';
import { useChoiceParam } from '@/lib/urlState';

const bases = ['deposited', 'booked'] as const;

/** Which revenue is looked at: what is deposited, or all that is booked. */
export type Basis = (typeof bases)[number];

/** The revenue that is looked at; until somebody chooses, the one that the production is judged by. */
export function useBasis({ revenueBasis }: Production): [Basis, (basis: Basis) => void] {
  return useChoiceParam('basis', bases, revenueBasis);
}
