import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useRef, useState } from 'react';
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
import { useChartPicture } from './useChartPicture';
import type { PictureSource } from './useChartPicture';

const words = defineMessages({
  ko: {
    table: '표로 보기',
    chart: '차트로 보기',
  },
  en: {
    table: 'Show as table',
    chart: 'Show as chart',
  },
});

/**
 * A chart with its title, its legend, the same data as a table, and its downloads, one of them a picture that stands
 * alone. `table` is drawn only when it is asked for. `content` is a picture that is no chart of the library, such as
 * small multiples, which has a `picture` of its own.
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
  of,
  picture,
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
  /** The report that is drawn, whose record dates the picture tells. */
  of?: unknown;
  /** What is drawn as a picture where it is not the chart itself. */
  picture?: PictureSource | undefined;
}) {
  const t = useMessages(words);
  const [asTable, setAsTable] = useState(false);
  const said = useRef<HTMLSpanElement>(null);
  const source = picture ?? (content === undefined && chart.option !== undefined ? chart : undefined);
  const drawn = useChartPicture(title, of);
  // A caption that is pressed, such as the grain, says nothing on a picture.
  const draw = async (shown: PictureSource) => {
    const caption = said.current;
    const text = caption?.querySelector('button') === null ? caption.textContent : '';
    return await drawn(shown, text.trim());
  };
  return (
    <Panel
      title={title}
      source={download && sourceOf(download.report, download.query)}
      table={download?.table}
      caption={caption !== undefined && <span ref={said}>{caption}</span>}
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
          {(download !== undefined || source !== undefined) && (
            <DownloadMenu
              of={title}
              {...(download === undefined ? {} : { download })}
              {...(source === undefined ? {} : { picture: () => draw(source) })}
            />
          )}
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
