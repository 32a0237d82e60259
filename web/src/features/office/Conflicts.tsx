import { ConflictDialog } from '@/components/forms/ConflictDialog';
import type { useSaving } from './useSaving';
import { ValueText } from './ValueText';

/** The fields that somebody else saved first, each to be decided before the rest of the form is saved. */
export function Conflicts({
  saving: { conflicts, decide, settle },
  fieldName,
}: {
  saving: Pick<ReturnType<typeof useSaving>, 'conflicts' | 'decide' | 'settle'>;
  fieldName: (field: string) => string;
}) {
  if (conflicts.length === 0) return null;
  return (
    <ConflictDialog
      conflicts={conflicts.map(({ field, theirs, mine }) => ({
        document: '',
        cell: field,
        theirs: <ValueText value={theirs} />,
        mine: <ValueText value={mine} />,
        saved: undefined,
      }))}
      name={({ cell }) => fieldName(cell)}
      onDecide={(mine) => void decide(mine)}
      onClose={settle}
    />
  );
}
