import { Check } from 'lucide-react';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../agencyWords';
import styles from './agencies.module.css';

/** Chips that take agencies off the pictures, and put them back; they never move a total. */
export function AgencyChips({
  agencies,
  isShown,
  toggle,
}: {
  agencies: readonly { readonly agency: string; readonly name: string }[];
  isShown: (agency: string) => boolean;
  toggle: (agency: string) => void;
}) {
  const t = useMessages(words);
  return (
    <div role="group" aria-label={t.shown} className={styles['chips']}>
      {agencies.map(({ agency, name }) => (
        <button
          key={agency}
          type="button"
          aria-pressed={isShown(agency)}
          className={styles['chip']}
          onClick={() => toggle(agency)}
        >
          {isShown(agency) && <Check aria-hidden />}
          {name}
        </button>
      ))}
    </div>
  );
}
