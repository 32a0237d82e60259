import { FolderInput, Globe, Link2 } from 'lucide-react';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { useMessages } from '@/lib/i18n/messages';
import styles from './collection.module.css';
import { words } from './words';

/** Asks where a new source gets its files from: everything else depends on it, and it stays so for good. */
export function KindDialog({ onChoose, onClose }: { onChoose: (kind: string) => void; onClose: () => void }) {
  const t = useMessages(words);
  const kinds = [
    { kind: 'folder', icon: <FolderInput aria-hidden />, name: t.folder, help: t.folderHelp },
    { kind: 'url', icon: <Link2 aria-hidden />, name: t.url, help: t.urlHelp },
    { kind: 'browser', icon: <Globe aria-hidden />, name: t.browser, help: t.browserHelp },
  ];
  return (
    <Dialog title={t.chooseKind} onClose={onClose} actions={<Button onClick={onClose}>{t.cancel}</Button>}>
      <ul className={styles['list']}>
        {kinds.map(({ kind, icon, name, help }) => (
          <li key={kind}>
            <button type="button" className={styles['kind']} onClick={() => onChoose(kind)}>
              {icon}
              <strong>{name}</strong>
              <span className="caption quiet">{help}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
