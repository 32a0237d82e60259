import { Segmented } from '@/components/controls/Segmented';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../agencyWords';
import type { Basis } from '../useBasis';

/** Chooses between what is deposited and all that is booked; only where both are known. */
export function BasisChoice({ basis, onBasis }: { basis: Basis; onBasis: (basis: Basis) => void }) {
  const t = useMessages(words);
  return (
    <Segmented
      label={t.basis}
      options={[
        { value: 'deposited', text: t.deposited },
        { value: 'booked', text: t.booked },
      ]}
      value={basis}
      onChange={onBasis}
    />
  );
}
