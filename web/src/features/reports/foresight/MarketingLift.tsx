import type { TableRow } from '@/api/catalogue';
import { FieldValue } from '@/components/figures/FieldValue';
import { IntervalBar, reachOf } from '@/components/figures/IntervalBar';
import { TableOf } from '@/components/reports/TableOf';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { EffectEnds, Said } from './EffectCells';
import styles from './foresight.module.css';
import { words } from './words';

type Row = TableRow<'marketing-lift', 'campaigns'>;

const effectOf = ({ lowRatio, liftRatio, highRatio }: Row) => ({
  low: lowRatio,
  middle: liftRatio,
  high: highRatio,
});

function Campaign({ row: { firstDay, lastDay } }: { row: Row }) {
  const format = useFormat();
  return <span className="nowrap">{format.range({ from: firstDay, to: lastDay })}</span>;
}

/** What each campaign is associated with, beside the smallest lift that could have been found. */
export function MarketingLift() {
  const t = useMessages(words);
  return (
    <TableOf
      report="marketing-lift"
      table="campaigns"
      title={t.liftTitle}
      caption={t.liftCaption}
      dense
      sortParam="lifts"
      sort={{ key: 'firstDay', descending: true }}
      empty={t.noCampaigns}
      below={() => <p className={styles['note']}>{t.liftNote}</p>}
      columns={(rows) => {
        const reach = reachOf(rows.map(effectOf));
        return [
          'productionName',
          { field: 'firstDay', label: t.campaign, phone: 'name', cell: (row) => <Campaign row={row} /> },
          {
            field: 'note',
            phone: 'second',
            cell: ({ note }) => (
              <span className="clipped" title={note}>
                {note}
              </span>
            ),
          },
          {
            key: 'bar',
            label: t.liftBar,
            labelHidden: true,
            width: 160,
            cell: (row) => <IntervalBar {...effectOf(row)} reach={reach} />,
          },
          {
            field: 'liftRatio',
            strong: true,
            phone: 'main',
            cell: (row) => (
              <Said of={row}>
                <FieldValue of={row} field="liftRatio" places={0} />
              </Said>
            ),
          },
          {
            key: 'ends',
            label: t.liftBar,
            align: 'right',
            value: ({ lowRatio }) => lowRatio,
            cell: (row) => <EffectEnds of={row} />,
          },
          {
            field: 'minimumDetectableRatio',
            phone: 'second',
            cell: (row) => <FieldValue of={row} field="minimumDetectableRatio" places={0} />,
          },
          {
            field: 'chanceRatio',
            quiet: true,
            cell: (row) => <FieldValue of={row} field="chanceRatio" probable />,
          },
          { field: 'windows', quiet: true },
        ];
      }}
    />
  );
}
