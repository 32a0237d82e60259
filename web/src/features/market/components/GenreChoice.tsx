import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { genres } from '../genres';
import type { Genre } from '../genres';
import { words } from '../words';
import styles from './market.module.css';

/** Chooses one genre. */
export function GenreChoice({ value, onChange }: { value: Genre; onChange: (genre: Genre) => void }) {
  const t = useMessages(words);
  const label = useLabels();
  return (
    <select
      aria-label={t.genre}
      className={styles['select']}
      value={value}
      onChange={(event) => {
        const chosen = genres.find((genre) => genre === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {genres.map((genre) => (
        <option key={genre} value={genre}>
          {label('choice', genre)}
        </option>
      ))}
    </select>
  );
}
