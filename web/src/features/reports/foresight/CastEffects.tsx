import type { TableRow } from '@/api/catalogue';
import { FieldValue } from '@/components/figures/FieldValue';
import { IntervalBar, reachOf } from '@/components/figures/IntervalBar';
import { TableOf } from '@/components/reports/TableOf';
import { useMessages } from '@/lib/i18n/messages';
import { EffectEnds, Said } from './EffectCells';
import styles from './foresight.module.css';
import { words } from './words';

type Row = TableRow<'cast-effects', 'effects'>;

/** Where the interval holds zero it is why nothing can be said; other reasons leave nothing to draw. */
const isDrawn = ({ cannotTell }: Row) => cannotTell === null || cannotTell === 'not_clear';

const effectOf = ({ lowRatio, effectRatio, highRatio }: Row) => ({
  low: lowRatio,
  middle: effectRatio,
  high: highRatio,
});

/** What each person of a cast column is associated with, as an interval; mostly that nothing can be said. */
export function CastEffects() {
  const t = useMessages(words);
  return (
    <TableOf
      report="cast-effects"
      table="effects"
      title={t.castTitle}
      caption={t.castCaption}
      dense
      find
      sortParam="effects"
      empty={t.noCasts}
      below={() => <p className={styles['note']}>{t.castNote}</p>}
      columns={(rows) => {
        const reach = reachOf(rows.filter(isDrawn).map(effectOf));
        return [
          'productionName',
          {
            field: 'castColumn',
            quiet: true,
            phone: 'second',
            cell: ({ castColumn }) => t.castColumn(castColumn),
          },
          { field: 'person', phone: 'name' },
          { field: 'shows', quiet: true, phone: 'second' },
          {
            key: 'bar',
            label: t.effectBar,
            labelHidden: true,
            width: 180,
            cell: (row) => isDrawn(row) && <IntervalBar {...effectOf(row)} reach={reach} />,
          },
          {
            field: 'effectRatio',
            strong: true,
            phone: 'main',
            cell: (row) => (
              <Said of={row}>
                <FieldValue of={row} field="effectRatio" places={0} />
              </Said>
            ),
          },
          {
            key: 'ends',
            label: t.effectBar,
            align: 'right',
            phone: 'second',
            value: (row) => (isDrawn(row) ? row.lowRatio : null),
            cell: (row) => (isDrawn(row) ? <EffectEnds of={row} /> : <span className="quiet">–</span>),
          },
          { field: 'effectSeats', cell: (row) => <Told row={row} field="effectSeats" /> },
          { field: 'effectKrw', quiet: true, cell: (row) => <Told row={row} field="effectKrw" /> },
        ];
      }}
    />
  );
}

/** A figure that is told only where something can be said. */
function Told({ row, field }: { row: Row; field: 'effectSeats' | 'effectKrw' }) {
  return row.cannotTell === null ? <FieldValue of={row} field={field} /> : <span className="quiet">–</span>;
}
