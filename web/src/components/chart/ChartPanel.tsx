import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/components/controls/Button';
import { Panel } from '@/components/layout/Panel';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import type { TableDownload } from '@/components/table/DownloadMenu';
import { sourceOf } from '@/api/reports';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { Chart } from './Chart';
import type { ChartProps } from './Chart';
import styles from './Chart.module.css';

const words = defineMessages({
  ko: { table: '표로 보기', chart: '차트로 보기' },
  en: { table: 'Show as table', chart: 'Show as chart' },
});

/**
 * A chart with its title, its legend, the same data as a table, and its download. `table` is drawn only when it is
 * asked for. `content` is a picture that is no chart of the library, such as small multiples.
 */
export function ChartPanel({
  title,
  caption,
  legend,
  actions,
  busy = false,
  download,
  table,
  above,
  content,
  ...chart
}: (ChartProps | { readonly [K in keyof ChartProps]?: never }) & {
  title: string;
  caption?: ReactNode;
  /** The signs of the chart, as items of a list. */
  legend?: ReactNode;
  actions?: ReactNode;
  busy?: boolean;
  download?: TableDownload;
  table: () => ReactNode;
  /** Between head and chart: marketing notes, for example. */
  above?: ReactNode;
  /** In the place of a chart. */
  content?: ReactNode;
}) {
  const t = useMessages(words);
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={title}
      source={download && sourceOf(download.report, download.query)}
      caption={caption}
      busy={busy}
      legend={legend !== undefined && !asTable && <ul className={styles['legend']}>{legend}</ul>}
      actions={
        <>
          {actions}
          <Button
            small
            kind="quiet"
            icon={asTable ? <ChartNoAxesColumn /> : <Table2 />}
            label={asTable ? t.chart : t.table}
            onClick={() => setAsTable(!asTable)}
          />
          {download !== undefined && <DownloadMenu of={title} download={download} />}
        </>
      }
    >
      {asTable ? (
        table()
      ) : (
        <div className={styles['plot']}>
          {above}
          {content ?? (chart.option !== undefined && <Chart {...chart} />)}
        </div>
      )}
    </Panel>
  );
}
