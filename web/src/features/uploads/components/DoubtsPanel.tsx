import { TriangleAlert } from 'lucide-react';
import { useMessages } from '@/lib/i18n/messages';
import { isLeftOut } from '../doubts';
import type { Doubts } from '../doubts';
import { words } from '../words';
import { Finding } from './Findings';
import styles from './uploads.module.css';

const shownAtMost = 6;

/** What speaks against a file, before its totals are shown; it is applied once somebody has said that they saw it. */
export function DoubtsPanel({
  doubts: { findings, noSeats, sameFigures },
  seen,
  onSeen,
}: {
  doubts: Doubts;
  seen: boolean;
  onSeen: (seen: boolean) => void;
}) {
  const t = useMessages(words);
  const more = findings.length - shownAtMost;
  return (
    <section className={styles['doubts']} aria-label={t.lookFirst}>
      <h3>
        <TriangleAlert aria-hidden />
        {findings.some(isLeftOut) ? t.leftOut : t.lookFirst}
      </h3>
      {noSeats && <p className="strong">{t.noSeats}</p>}
      {sameFigures && <p className="strong">{t.sameFigures}</p>}
      <ul className={styles['findings']}>
        {findings.slice(0, shownAtMost).map((finding, index) => (
          <Finding key={`${finding.code}-${finding.cell ?? ''}-${index}`} finding={finding} />
        ))}
      </ul>
      {more > 0 && <p className="caption quiet">{t.moreBelow(more)}</p>}
      <label className={styles['seen']}>
        <input type="checkbox" checked={seen} onChange={(event) => onSeen(event.target.checked)} />
        {t.seen}
      </label>
    </section>
  );
}
