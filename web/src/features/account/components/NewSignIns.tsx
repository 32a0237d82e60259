import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useLocation } from 'react-router';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { AppLink } from '@/components/layout/AppLink';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { newSignInsQuery, useDismissSignIns } from '../api/safety';
import type { NewSignIn } from '../api/safety';
import { deviceName } from '../deviceName';
import { words } from '../safetyWords';
import styles from './safety.module.css';

/** A sign-in in one line. */
function useLine(): (signIn: NewSignIn) => string {
  const t = useMessages(words);
  const format = useFormat();
  return ({ userAgent, address, at, active }) => {
    const device = deviceName(userAgent) ?? t.unknownDevice;
    const line = t.newSignInLine(device, address ?? t.unknownAddress, format.dayTime(at));
    return active ? line : `${line} · ${t.ended}`;
  };
}

/** The sign-ins from new places since the last visit, on the account page. */
export function NewSignInsNotice() {
  const t = useMessages(words);
  const line = useLine();
  const { data: signIns = [] } = useQuery(newSignInsQuery);
  const dismiss = useDismissSignIns();
  if (signIns.length === 0) return null;
  return (
    <section className={styles['notice']} aria-labelledby="new-sign-ins">
      <h2 id="new-sign-ins">{t.newSignIns}</h2>
      <p>{t.newSignInsText}</p>
      <ul>
        {signIns.map((signIn) => (
          <li key={signIn.id} className="row wrapped">
            <span id={`sign-in-${signIn.id}`} title={signIn.userAgent ?? undefined}>
              {line(signIn)}
            </span>
            <Button
              small
              aria-describedby={`sign-in-${signIn.id}`}
              busy={dismiss.isPending}
              onClick={() => dismiss.mutate([signIn.id])}
            >
              {t.itWasMe}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same in one quiet line, on every other page. */
export function NewSignInsBanner() {
  const t = useMessages(words);
  const line = useLine();
  const { pathname } = useLocation();
  const { data: signIns = [] } = useQuery(newSignInsQuery);
  const dismiss = useDismissSignIns();
  const [latest] = signIns;
  if (latest === undefined || pathname === '/account') return null;
  return (
    <aside className={classes(styles['banner'], 'unprinted')} aria-label={t.newSignIns}>
      <span>
        {t.newSignIns}: {line(latest)}
      </span>
      <AppLink to="/account">{t.look}</AppLink>
      <span className="grow" />
      <Button
        small
        kind="quiet"
        icon={<X />}
        label={t.dismiss}
        busy={dismiss.isPending}
        onClick={() => dismiss.mutate(signIns.map(({ id }) => id))}
      />
    </aside>
  );
}
