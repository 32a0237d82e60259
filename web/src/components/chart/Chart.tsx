import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Skeleton } from '@/components/states/Skeleton';
import { BrokenPart } from '@/components/states/ErrorBoundary';
import { useScheme } from '@/lib/theme/scheme';
import { color } from '@/lib/theme/tokens';
import type { Palette } from '@/lib/theme/tokens';
import type * as echarts from './echarts';
import { whenNearOrIdle } from './whenNearOrIdle';
import styles from './Chart.module.css';

/** The part of the x axis that is shown, in per cent of it. */
export interface ZoomWindow {
  readonly start: number;
  readonly end: number;
}

/** What a press on a mark of the chart tells. */
export interface ChartPress {
  readonly series: string;
  readonly index: number;
}

/** What `Chart` draws and tells. */
export interface ChartProps {
  /** The chart in ECharts' terms, from the colours of the scheme. Keep it stable with `useCallback`. */
  readonly option: (colors: Palette) => EChartsOption;
  /** In px, fixed, so that nothing moves when the chart arrives. */
  readonly height: number;
  /** Read aloud instead of the picture: what it shows, and the figure that matters most. */
  readonly summary: string;
  readonly onPress?: (press: ChartPress) => void;
  /** The zoomed window, and how it changes; double press shows everything again. */
  readonly zoom?: ZoomWindow;
  readonly onZoom?: (window: ZoomWindow) => void;
}

const firstDrawMs = 240;

/** As wide as a sheet is between its margins, in px. */
const printedPx = 680;

/** The library, once some chart has loaded it: what is printed cannot wait. */
let loaded: typeof echarts | undefined;

/**
 * Draws a chart. ECharts is loaded when the first one is about to be seen, or else when there is time. A chart moves
 * once, when it is first drawn; figures that are read again just change. `ChartPanel` adds what every chart needs besides: a table of the same data.
 */
export function Chart({ option, height, summary, onPress, zoom, onZoom }: ChartProps) {
  const scheme = useScheme();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  const drawnOnce = useRef(false);
  const tell = useRef({ onPress, onZoom });
  useEffect(() => {
    tell.current = { onPress, onZoom };
  });

  useEffect(() => {
    let left = false;
    let observer: ResizeObserver | undefined;
    const element = place.current;
    if (element === null) return;
    const draw = (library: typeof echarts) => {
      loaded = library;
      if (left || chart.current !== null) return;
      const { init } = library;
      const drawn = init(element, scheme, { renderer: 'svg' });
      chart.current = drawn;
      drawn.on('click', (event) => {
        tell.current.onPress?.({ series: event.seriesName ?? '', index: event.dataIndex });
      });
      drawn.on('datazoom', () => {
        const [window] = (drawn.getOption() as { dataZoom?: ZoomWindow[] }).dataZoom ?? [];
        if (window !== undefined) tell.current.onZoom?.({ start: window.start, end: window.end });
      });
      drawn.getZr().on('dblclick', () => drawn.dispatchAction({ type: 'dataZoom', start: 0, end: 100 }));
      observer = new ResizeObserver(() => drawn.resize());
      observer.observe(element);
      setReady(true);
    };
    const stop = whenNearOrIdle(element, () => {
      import('./echarts').then(draw, () => setFailed(true));
    });
    // A sheet shows all charts, also those that nobody has scrolled to, and is narrower than the window.
    const print = () => {
      drawnOnce.current = true;
      const library = loaded;
      if (library !== undefined) flushSync(() => draw(library));
      chart.current?.resize({ width: Math.min(element.clientWidth, printedPx) });
    };
    const printed = () => chart.current?.resize({ width: 'auto' });
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', printed);
    return () => {
      left = true;
      stop();
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', printed);
      observer?.disconnect();
      chart.current?.dispose();
      chart.current = null;
      setReady(false);
    };
  }, [scheme]);

  useEffect(() => {
    const drawn = chart.current;
    if (!ready || drawn === null) return;
    const still = drawnOnce.current || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    drawn.setOption(
      {
        animation: !still,
        animationDuration: firstDrawMs,
        animationDurationUpdate: 0,
        ...option(color[scheme]),
        // The summary is ours; the library's would read every value.
        aria: { enabled: false },
      },
      { notMerge: true },
    );
    drawnOnce.current = true;
  }, [ready, option, scheme]);

  const [start, end] = [zoom?.start, zoom?.end];
  useEffect(() => {
    if (!ready || start === undefined || end === undefined) return;
    const [present] = (chart.current?.getOption() as { dataZoom?: ZoomWindow[] } | undefined)?.dataZoom ?? [];
    if (present !== undefined && (present.start !== start || present.end !== end)) {
      chart.current?.dispatchAction({ type: 'dataZoom', start, end });
    }
  }, [ready, option, start, end]);

  if (failed) return <BrokenPart />;
  return (
    <div role="img" aria-label={summary} className={styles['chart']} style={{ height }}>
      {!ready && <Skeleton height={height} />}
      <div ref={place} aria-hidden className={styles['place']} />
    </div>
  );
}
