import { X } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useAccount } from '@/api/account';
import { useChangePreferences, usePreferences } from '@/api/preferences';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { inSeoul } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import styles from './news.module.css';
import { newest } from './releases';
import { words } from './words';

const NewsDialog = lazy(() => import('./NewsDialog').then((module) => ({ default: module.NewsDialog })));

/** Says once that there is something new; whoever came after it is told nothing. */
export function NewsBanner() {
  const t = useMessages(words);
  const say = usePair();
  const { createdAt } = useAccount();
  const { seenRelease } = usePreferences();
  const change = useChangePreferences();
  const [open, setOpen] = useState(false);
  const isNew = newest !== undefined && seenRelease !== newest.name;
  const cameAfter = newest !== undefined && inSeoul(createdAt).day >= newest.day;
  const seen = useCallback(() => change((now) => ({ ...now, seenRelease: newest?.name ?? null })), [change]);
  const passes = isNew && cameAfter;
  useEffect(() => {
    if (passes) seen();
  }, [passes, seen]);
  const [first] = newest?.news ?? [];
  if (!isNew || cameAfter || first === undefined) return null;
  return (
    <aside aria-label={t.title} className={classes(styles['banner'], 'unprinted')}>
      <span>
        <b className="strong">{t.title}</b> {say(first)}
      </span>
      <Button small kind="quiet" onClick={() => setOpen(true)}>
        {t.all}
      </Button>
      <span className="grow" />
      <Button small kind="quiet" icon={<X />} label={t.dismiss} onClick={seen} />
      {open && (
        <Suspense>
          <NewsDialog
            onClose={() => {
              setOpen(false);
              seen();
            }}
          />
        </Suspense>
      )}
    </aside>
  );
}
