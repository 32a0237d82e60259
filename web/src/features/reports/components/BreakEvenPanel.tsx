import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useProductions } from '@/api/productions';
import { useChartPicture } from '@/components/chart/useChartPicture';
import { Button } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { Panel } from '@/components/layout/Panel';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { useScope } from '@/components/reports/useScope';
import type { SeatItem, SoldDay } from '../seatCurve';
import styles from './BreakEven.module.css';
import { words } from './breakEvenWords';
import { GradeTable } from './GradeTable';
import { SeatCurve, useSeatCurve } from './SeatCurve';
import { ForecastMoney } from './ForecastMoney';
import type { Forecast } from './ForecastMoney';

/** One concert: its grades with what is sold, expected and left, the curve of its sales, and its money. */
export function BreakEvenPanel({
  item,
  forecast,
  forecastSource,
  source,
  days,
  busy,
}: {
  item: SeatItem;
  /** Which answer the item is from. */
  source: string;
  forecast: Forecast | undefined;
  /** Which answer the forecast is from. */
  forecastSource: string;
  days: readonly SoldDay[] | undefined;
  busy: boolean;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const production = useProductions().find(({ id }) => id === item.productionId);
  const { total, performances, elapsedDays, daysToSaleEnd, targetShare } = item;
  const [asTable, setAsTable] = useState(false);
  const facts = [
    production?.venue,
    production?.concertAt === null
      ? undefined
      : production?.concertAt && format.dayTime(production.concertAt),
    performances > 0 && total.seats > 0
      ? t.times(performances, format.seats(Math.round(total.seats / performances)))
      : undefined,
  ].filter((fact) => fact !== undefined && fact !== null && fact !== '');
  const query = { asOf, productionId: [item.productionId] };
  const curve = useSeatCurve(item, days, production?.saleEnd ?? null);
  const picture = useChartPicture(`${item.productionName} · ${t.curve}`, { items: [item] });
  return (
    <Panel
      title={item.productionName}
      source={source}
      icon={<CategoryMark category="concert" />}
      caption={facts.join(' · ')}
      busy={busy}
      actions={
        <>
          {elapsedDays !== null && daysToSaleEnd !== null && (
            <Chip tone="outlined">{t.pace(elapsedDays, daysToSaleEnd)}</Chip>
          )}
          {targetShare !== null && <Chip tone="outlined">{t.share(percent(targetShare, 0))}</Chip>}
          <RecordDateChip day={item.recordDate} />
          <Button
            small
            kind="quiet"
            icon={asTable ? <ChartNoAxesColumn /> : <Table2 />}
            label={`${item.productionName} ${t.curve}: ${asTable ? t.showChart : t.showTable}`}
            onClick={() => setAsTable(!asTable)}
          />
          <DownloadMenu
            of={item.productionName}
            download={{ report: 'concerts/break-even', query }}
            {...(curve.points.length === 0 ? {} : { picture: () => picture(curve) })}
          />
        </>
      }
    >
      <div className={styles['panel']}>
        <GradeTable caption={item.productionName} item={item} sortParam={`sort-${item.productionCode}`} />
        <SeatCurve item={item} known={days !== undefined} curve={curve} asTable={asTable} />
      </div>
      {forecast !== undefined && <ForecastMoney forecast={forecast} source={forecastSource} />}
    </Panel>
  );
}
