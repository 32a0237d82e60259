import { useState } from 'react';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Panel } from '@/components/layout/Panel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { ProfitPanel } from '../components/ProfitPanel';
import { ExplainPanel } from './ExplainPanel';
import { FanPanel } from './FanPanel';
import { ForecastBand } from './ForecastBand';
import styles from './foresight.module.css';
import { PacePanel } from './PacePanel';
import { Reservations } from './Reservations';
import { ShowForecasts } from './ShowForecasts';
import { WhatIfPanel } from './WhatIfPanel';
import { words } from './words';

/** Where a run ends and how sure that is, why, how it paces, and what changes would do. */
export function ForecastTab({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const { report, source } = useScopedReport('forecast');
  return (
    <QueryView query={report} skeleton={<Skeleton height={320} />}>
      {({ items: [item] }) => {
        const run = item?.run ?? null;
        if (item === undefined || run === null) {
          const reason = item?.reason ?? null;
          return (
            <>
              <Panel title={t.fan}>
                <EmptyState>{t.cannot(reason === null ? '' : label('choice', reason))}</EmptyState>
              </Panel>
              <PacePanel production={production} />
            </>
          );
        }
        return (
          <>
            <Reservations of={item} />
            <ForecastBand item={item} run={run} source={source} />
            <div className="panels railed">
              <FanPanel production={production} />
              <ExplainPanel item={item} source={source} />
            </div>
            <PacePanel production={production} />
            {production.category !== 'concert' && <ShowForecasts />}
            <WhatIfPanel production={production} basis={item} />
            <StraightLine production={production} />
          </>
        );
      }}
    </QueryView>
  );
}

/** The projection of before, for whoever asks for it. */
function StraightLine({ production }: { production: Production }) {
  const t = useMessages(words);
  const [open, setOpen] = useState(false);
  return (
    <div className={styles['straight']}>
      <p className="caption quiet">
        {t.straight}: {t.straightNote}{' '}
        <Button small kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.hideStraight : t.showStraight}
        </Button>
      </p>
      {open && <ProfitPanel production={production} />}
    </div>
  );
}
