import { Armchair, ArrowRight, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { usePermissions } from '@/api/account';
import { sourceOf } from '@/api/reports';
import { Button, LinkButton } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { FieldValue } from '@/components/figures/FieldValue';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { performancePath } from '@/lib/performances';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { lowPerformances } from '../overview';
import type { Overview } from '../overview';
import { words } from '../words';
import styles from './home.module.css';

/** How many lines of a list are shown until more are asked for. */
const shortList = 5;

/** Which workbooks of yesterday are not in, and where one uploads them. */
export function MissingPanel({ overview }: { overview: Overview }) {
  const t = useMessages(words);
  const format = useFormat();
  const { upload } = usePermissions();
  const missing = overview.items.filter((item) => item.missing);
  const [all, setAll] = useState(false);
  const shown = all ? missing : missing.slice(0, shortList);
  return (
    <Panel
      title={t.missingPanel}
      icon={<CircleDashed aria-hidden className={styles['warning'] ?? ''} />}
      caption={
        missing.length > 0 && (
          <AppLink to="/uploads/coverage" title={t.coverage}>
            <Chip tone="warning">{missing.length}</Chip>
          </AppLink>
        )
      }
    >
      {missing.length === 0 ? (
        <p className={styles['none']}>{t.noneMissing}</p>
      ) : (
        <ul>
          {shown.map(({ productionId, productionCode, productionName, category, recordDate }) => (
            <li key={productionId} className={styles['item']}>
              <span className="row">
                <CategoryMark category={category} />
                <AppLink
                  to={`/productions/${encodeURIComponent(productionCode)}`}
                  className={styles['clipped'] ?? ''}
                >
                  {productionName}
                </AppLink>
              </span>
              {upload && (
                <span className={styles['action']}>
                  <LinkButton small to="/uploads/new">
                    {t.upload}
                  </LinkButton>
                </span>
              )}
              <small>
                {recordDate === null ? t.neverUploaded : t.lastRecordDate(format.day(recordDate))}
              </small>
            </li>
          ))}
        </ul>
      )}
      {shown.length < missing.length && (
        <div className={styles['more']}>
          <Button small kind="quiet" onClick={() => setAll(true)}>
            {t.more(missing.length - shown.length)}
            <ArrowRight aria-hidden />
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** The performances of the coming days that sell badly, the next one first. */
export function LowPanel({ overview }: { overview: Overview }) {
  const t = useMessages(words);
  const format = useFormat();
  const [all, setAll] = useState(false);
  const short = usePhone() ? 3 : shortList;
  const low = lowPerformances(overview.items);
  const shown = all ? low : low.slice(0, short);
  return (
    <Panel
      title={t.lowPanel(percent(overview.lowThreshold, 0))}
      source={sourceOf('overview', { asOf: overview.asOf })}
      icon={<Armchair aria-hidden className="behind" />}
      caption={low.length > 0 && <Chip tone="bad">{low.length}</Chip>}
      legend={<span className="caption quiet">{t.next7}</span>}
    >
      {low.length === 0 ? (
        <p className={styles['none']}>{t.noneLow}</p>
      ) : (
        <>
          <ul>
            {shown.map(({ of, startsAt, occupancy, remainingSeats }) => (
              <li key={of.productionCode + startsAt} className={styles['item']}>
                <span className="row">
                  <CategoryMark category={of.category} />
                  <AppLink
                    to={performancePath(of.productionCode, { category: of.category, startsAt })}
                    className={styles['clipped'] ?? ''}
                  >
                    {of.productionName}
                  </AppLink>
                </span>
                <span className="behind strong">
                  <FieldValue of={{ ...of, startsAt, occupancy }} field="occupancy" />
                </span>
                <small>
                  {format.dayTime(startsAt)}
                  {remainingSeats !== null && ` · ${t.remaining(format.seats(remainingSeats))}`}
                </small>
              </li>
            ))}
          </ul>
          {shown.length < low.length && (
            <div className={styles['more']}>
              <Button small kind="quiet" onClick={() => setAll(true)}>
                {t.allLow(low.length)}
                <ArrowRight aria-hidden />
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
