import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useFormat } from '@/lib/useFormat';
import styles from './news.module.css';
import { releases } from './releases';
import { words } from './words';

/** What each release brought, the newest first. */
export function NewsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const say = usePair();
  const format = useFormat();
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      {releases.map(({ name, day, news }) => (
        <section key={name} className={styles['release']}>
          <h3>{format.day(day)}</h3>
          <ul>
            {news.map((line) => (
              <li key={line.en}>{say(line)}</li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
