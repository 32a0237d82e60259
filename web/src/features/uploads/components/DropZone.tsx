import { Upload } from 'lucide-react';
import { useId, useState } from 'react';
import { classes } from '@/components/classes';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../words';
import styles from './uploads.module.css';

/** What the file dialog offers. */
export const acceptedFiles = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv';

/** Takes files that are dropped or chosen. It is one field, so that it works by keyboard as well. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useMessages(words);
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes(styles['drop'], over && styles['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        id={id}
        type="file"
        multiple
        accept={acceptedFiles}
        aria-label={t.chooseLabel}
        className={styles['hiddenFile']}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // Choosing the same file again, once it was corrected, has to count as a change.
          event.target.value = '';
        }}
      />
      <label htmlFor={id}>
        <Upload aria-hidden />
        <span className="strong">
          {t.drop} <u>{t.choose}</u>
        </span>
        <span className="caption quiet">{t.kinds}</span>
        <span className="caption quiet">{t.example}</span>
      </label>
    </div>
  );
}
