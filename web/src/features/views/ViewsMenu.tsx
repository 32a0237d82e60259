import { Bookmark, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '@/components/controls/Button';
import { Popover } from '@/components/controls/Popover';
import { TextField } from '@/components/forms/Field';
import { useMessages } from '@/lib/i18n/messages';
import { mostViews, useViews } from './useViews';
import styles from './views.module.css';
import { words } from './words';

/** The views that one keeps under a name, and how the present page becomes one. */
export function ViewsMenu() {
  const t = useMessages(words);
  return (
    <Popover title={t.views} kind="quiet" icon={<Bookmark aria-hidden />} label={t.views} trigger={undefined}>
      {(close) => <Views onDone={close} />}
    </Popover>
  );
}

function Views({ onDone }: { onDone: () => void }) {
  const t = useMessages(words);
  const { views, shown, keep, pin, remove } = useViews();
  const [name, setName] = useState(shown?.name ?? '');
  const clean = name.trim().normalize('NFC');
  const full = views.length >= mostViews && !views.some((view) => view.name === clean);
  return (
    <div className={styles['views']}>
      <form
        className={styles['keep']}
        onSubmit={(event) => {
          event.preventDefault();
          if (clean === '' || full) return;
          keep(clean);
          onDone();
        }}
      >
        <h3>{t.keep}</h3>
        <div className={styles['line']}>
          <TextField
            label={t.name}
            value={name}
            maxLength={60}
            error={full ? t.full : undefined}
            onChange={setName}
          />
          <Button type="submit" kind="primary" disabled={clean === '' || full}>
            {t.save}
          </Button>
        </div>
      </form>
      {views.length === 0 ? (
        <p className="caption quiet">{t.none}</p>
      ) : (
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <Link
                to={view.path}
                aria-current={view === shown ? 'page' : undefined}
                className={styles['name'] ?? ''}
                onClick={onDone}
              >
                {view.name}
              </Link>
              <Button
                small
                kind="quiet"
                icon={view.pinned ? <PinOff /> : <Pin />}
                label={view.pinned ? t.unpin(view.name) : t.pin(view.name)}
                onClick={() => pin(view.name)}
              />
              <Button
                small
                kind="quiet"
                icon={<Trash2 />}
                label={t.remove(view.name)}
                onClick={() => remove(view.name)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
