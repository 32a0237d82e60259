import { isPending } from '@/api/collection';
import type { Arrival, RunDetails } from '@/api/collection';
import { FindingList } from '@/components/collection/FindingList';
import { useHeldReasons } from '@/components/collection/heldReasons';
import { StepStrip } from '@/components/collection/StepStrip';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { isDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useFormat } from '@/lib/useFormat';
import styles from './collection.module.css';
import { toneOf, useNames } from './names';
import { words } from './words';

/** How a run stands, and what to do about it; what it brought, with findings; the steps of a site; what it passed over. */
export function RunResult({ of: run }: { of: RunDetails }) {
  const t = useMessages(words);
  const names = useNames();
  const language = useLanguage();
  return (
    <div className={styles['form']}>
      <div className={styles['head']} role="status">
        <Chip tone={toneOf(run.state)}>{names.run(run.state)}</Chip>
        {run.dryRun && <Chip tone="outlined">{t.dry}</Chip>}
        {run.attempts > 1 && <span className="caption quiet">{t.attempts(run.attempts)}</span>}
        {run.message !== null && <span>{run.message[language]}</span>}
      </div>
      <h3>{t.files}</h3>
      {run.arrivals.length > 0 ? (
        <Arrivals of={run.arrivals} />
      ) : (
        <p className="quiet">{isPending(run) ? t.noFilesYet : t.noFiles}</p>
      )}
      {run.dryRun && run.arrivals.length > 0 && <p className="caption quiet">{t.wouldBe}</p>}
      {run.steps.length > 0 && (
        <>
          <h3>{t.steps}</h3>
          <StepStrip steps={run.steps} blockedHosts={run.blockedHosts} />
        </>
      )}
      {run.ignored.length > 0 && (
        <>
          <h3>{t.ignored}</h3>
          <ul className={styles['list']}>
            {run.ignored.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Arrivals({ of: arrivals }: { of: readonly Arrival[] }) {
  const t = useMessages(words);
  const names = useNames();
  const { day } = useFormat();
  return (
    <ul aria-label={t.files} className={styles['list']}>
      {arrivals.map((arrival) => {
        const code = names.arrivalCode(arrival.code);
        const about = [
          arrival.productionCode,
          isDay(arrival.recordDate) ? t.dayOf(day(arrival.recordDate)) : null,
        ].filter((part) => part !== null);
        return (
          <li key={arrival.id}>
            <span className={styles['head']}>
              <Chip tone={toneOf(arrival.state)}>{names.arrival(arrival.state)}</Chip>
              <strong>{arrival.fileName}</strong>
            </span>
            {about.length > 0 && <span className="caption quiet">{about.join(' · ')}</span>}
            {code !== undefined && <span>{code}</span>}
            <Reasons of={arrival} />
            <FindingList of={arrival.dryRun?.diagnostics ?? arrival.diagnostics} />
            {arrival.uploadId !== null && (
              <AppLink to={`/uploads/${arrival.uploadId}`} className={styles['link']}>
                {t.show}
              </AppLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Why one waits, or would wait. */
function Reasons({ of }: { of: Arrival }) {
  const reasons = useHeldReasons(of);
  return reasons.map((reason) => (
    <span key={reason} className="caption">
      {reason}
    </span>
  ));
}
