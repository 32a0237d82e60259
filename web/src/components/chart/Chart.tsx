import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@/components/states/Skeleton';
import { BrokenPart } from '@/components/states/ErrorBoundary';
import { usePrinting } from '@/lib/printing';
import { useScheme } from '@/lib/theme/scheme';
import { color } from '@/lib/theme/tokens';
import type { Palette, Scheme } from '@/lib/theme/tokens';
import { whenNearOrIdle } from '@/lib/whenNearOrIdle';
import { loadedLibrary, loadLibrary } from './library';
import type { ChartLibrary } from './library';
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

/** As wide as a chart is on a sheet, whose panels stand below each other and have its whole width, in px. */
const printedPx = 664;

/** Draws an option; only the first drawing moves, and nothing does for whoever wants it still. */
function paint(drawn: EChartsType, option: ChartProps['option'], scheme: Scheme, still: boolean): void {
  const quiet = still || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawn.setOption(
    {
      animation: !quiet,
      animationDuration: firstDrawMs,
      animationDurationUpdate: 0,
      ...option(color[scheme]),
    },
    { notMerge: true },
  );
}

/** Shows what moves the window of a chart, or hides it where nothing can be moved. */
function showSliders(drawn: EChartsType | null, show: boolean): void {
  const zooms = (drawn?.getOption() as { dataZoom?: { type: string }[] } | undefined)?.dataZoom ?? [];
  if (zooms.length > 0)
    drawn?.setOption({ dataZoom: zooms.map(({ type }) => (type === 'slider' ? { show } : {})) });
}

/**
 * Draws a chart. ECharts is loaded when the first one is about to be seen, or else when there is time. A chart moves
 * once, when it is first drawn; figures that are read again just change. `ChartPanel` adds what every chart needs besides: a table of the same data.
 */
export function Chart({ option, height, summary, onPress, zoom, onZoom }: ChartProps) {
  const scheme = useScheme();
  const printing = usePrinting();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const begin = useRef<(library: ChartLibrary) => void>(null);
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  const drawnOnce = useRef(false);
  /** What was drawn last, so that nothing is drawn twice. */
  const painted = useRef<ChartProps['option']>(null);
  const latest = useRef({ option, onPress, onZoom, printing });
  useEffect(() => {
    latest.current = { option, onPress, onZoom, printing };
  });

  useEffect(() => {
    let left = false;
    let observer: ResizeObserver | undefined;
    const element = place.current;
    if (element === null) return;
    begin.current = (library) => {
      if (left || chart.current !== null) return;
      const { init } = library;
      const drawn = init(element, scheme, {
        renderer: 'svg',
        ...(latest.current.printing ? { width: printedPx } : {}),
      });
      chart.current = drawn;
      drawn.on('click', (event) => {
        latest.current.onPress?.({ series: event.seriesName ?? '', index: event.dataIndex });
      });
      drawn.on('datazoom', () => {
        const [window] = (drawn.getOption() as { dataZoom?: ZoomWindow[] }).dataZoom ?? [];
        if (window !== undefined) latest.current.onZoom?.({ start: window.start, end: window.end });
      });
      drawn.getZr().on('dblclick', () => drawn.dispatchAction({ type: 'dataZoom', start: 0, end: 100 }));
      observer = new ResizeObserver(() => {
        // On paper it has the width of the paper, whatever the page has while it is measured.
        if (!latest.current.printing) drawn.resize();
      });
      observer.observe(element);
      paint(drawn, latest.current.option, scheme, drawnOnce.current);
      painted.current = latest.current.option;
      drawnOnce.current = true;
      setReady(true);
    };
    const library = loadedLibrary();
    // What was seen in other colours is drawn again at once.
    if (drawnOnce.current && library !== undefined) begin.current(library);
    const stop = whenNearOrIdle(element, () => {
      loadLibrary().then(
        (library) => begin.current?.(library),
        () => {
          if (!left) setFailed(true);
        },
      );
    });
    return () => {
      left = true;
      stop();
      observer?.disconnect();
      chart.current?.dispose();
      chart.current = null;
      setReady(false);
    };
  }, [scheme]);

  // A sheet shows all charts, also those that nobody has scrolled to, and is narrower than the window.
  useEffect(() => {
    const element = place.current;
    if (!printing || element === null) return;
    drawnOnce.current = true;
    const library = loadedLibrary();
    if (library !== undefined) begin.current?.(library);
    chart.current?.resize({ width: printedPx });
    showSliders(chart.current, false);
    // No frame comes before the sheet in which the library would draw by itself.
    chart.current?.getZr().flush();
    return () => {
      chart.current?.resize({ width: 'auto' });
      showSliders(chart.current, true);
    };
  }, [printing, scheme]);

  useEffect(() => {
    const drawn = chart.current;
    if (!ready || drawn === null || painted.current === option) return;
    paint(drawn, option, scheme, true);
    painted.current = option;
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
      {!ready && !printing && <Skeleton height={height} />}
      <div ref={place} aria-hidden className={styles['place']} />
    </div>
  );
}
