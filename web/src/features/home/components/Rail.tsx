import { Armchair, ArrowRight, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { usePermissions } from '@/api/account';
import { Button, LinkButton } from '@/components/controls/Button';
import { Percent } from '@/components/figures/Amount';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { QueryView } from '@/components/states/QueryView';
import type { QueryLike } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { performancePath } from '@/lib/performances';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import type { HomeFigures } from '../figures';
import { lowThreshold } from '../figures';
import { words } from '../words';
import styles from './home.module.css';

/** Which workbooks of yesterday are not in, and where one uploads them. */
export function MissingPanel({ figures, query }: { figures: HomeFigures; query: QueryLike<unknown> }) {
  const t = useMessages(words);
  const format = useFormat();
  const { upload } = usePermissions();
  const { missing } = figures;
  return (
    <Panel
      title={t.missingPanel}
      icon={<CircleDashed aria-hidden className={styles['warning'] ?? ''} />}
      caption={missing.length > 0 && <Chip tone="warning">{missing.length}</Chip>}
    >
      <QueryView query={query}>
        {() =>
          missing.length === 0 ? (
            <p className={styles['none']}>{t.noneMissing}</p>
          ) : (
            <ul>
              {missing.map(({ id, code, name, category, recordDate }) => (
                <li key={id} className={styles['item']}>
                  <span className="row">
                    <CategoryMark category={category} />
                    <AppLink
                      to={`/productions/${encodeURIComponent(code)}`}
                      className={styles['clipped'] ?? ''}
                    >
                      {name}
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
          )
        }
      </QueryView>
    </Panel>
  );
}

/** The performances of the coming days that sell badly, the next one first. */
export function LowPanel({ figures, query }: { figures: HomeFigures; query: QueryLike<unknown> }) {
  const t = useMessages(words);
  const format = useFormat();
  const [all, setAll] = useState(false);
  const short = usePhone() ? 3 : 5;
  const { low } = figures;
  const shown = all ? low : low.slice(0, short);
  return (
    <Panel
      title={t.lowPanel(percent(lowThreshold, 0))}
      icon={<Armchair aria-hidden className="behind" />}
      caption={low.length > 0 && <Chip tone="bad">{low.length}</Chip>}
      legend={<span className="caption quiet">{t.next7}</span>}
    >
      <QueryView query={query}>
        {() =>
          low.length === 0 ? (
            <p className={styles['none']}>{t.noneLow}</p>
          ) : (
            <>
              <ul>
                {shown.map((performance) => (
                  <li key={performance.code + performance.startsAt} className={styles['item']}>
                    <span className="row">
                      <CategoryMark category={performance.category} />
                      <AppLink
                        to={performancePath(performance.code, performance)}
                        className={styles['clipped'] ?? ''}
                      >
                        {performance.name}
                      </AppLink>
                    </span>
                    <span className="behind strong">
                      <Percent value={performance.occupancy} />
                    </span>
                    <small>
                      {format.dayTime(performance.startsAt)}
                      {performance.remainingSeats !== null &&
                        ` · ${t.remaining(format.seats(performance.remainingSeats))}`}
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
          )
        }
      </QueryView>
    </Panel>
  );
}
