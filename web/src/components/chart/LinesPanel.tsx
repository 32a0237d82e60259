import type { EChartsOption } from 'echarts';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { TableDownload } from '@/components/table/DownloadMenu';
import { useMessages } from '@/lib/i18n/messages';
import type { Palette } from '@/lib/theme/tokens';
import { usePhone } from '@/lib/useMediaQuery';
import { ChartPanel } from './ChartPanel';
import { chartState } from './ChartState';
import type { ChartQuery } from './ChartState';
import { areTooMany, linesOption, placesOf } from './linesOption';
import type { Line } from './linesOption';
import { LineSign } from './LineSign';
import { Multiples } from './Multiples';
import { multiplesHeight, multiplesOption } from './multiplesOption';
import type { MultiplesScale } from './multiplesScale';
import { words } from './multiplesWords';
import { pictureWidth } from './pictureSigns';

/**
 * Productions over time. A few are lines in one picture, with name and last value at the end; more than can be told
 * apart are small pictures side by side. What is still to come is dashed from `toCome` on.
 */
export function LinesPanel({
  title,
  caption,
  xs,
  lines,
  text,
  axisText = text,
  top,
  toCome,
  toComeText,
  summary,
  table,
  download,
  report,
  actions,
  height = 268,
  apart: apartAlways = false,
  scale = 'common',
  goal,
}: {
  title: string;
  caption?: ReactNode;
  /** Names of the points, as the axis shows them. */
  xs: readonly string[];
  lines: readonly Line[];
  /** How a value is written. */
  text: (value: number) => string;
  axisText?: (value: number) => string;
  /** The end of the scale, where it is given. */
  top?: number;
  /** Index of the first point that is still to come; −1 when none is. */
  toCome?: number;
  toComeText?: string;
  summary: string;
  table: () => ReactNode;
  download?: TableDownload;
  report: ChartQuery;
  actions?: ReactNode;
  height?: number;
  /** Whether each line has a picture of its own however few there are. */
  apart?: boolean;
  /** Of pictures side by side: lines in one picture share theirs. */
  scale?: MultiplesScale;
  /** What all are to reach, as a line across. */
  goal?: { readonly value: number; readonly text: string } | undefined;
}) {
  const t = useMessages(words);
  const apart = apartAlways || areTooMany(lines);
  const named = !usePhone();
  const option = useCallback(
    (colors: Palette): EChartsOption =>
      linesOption({ xs, lines, text, axisText, top, toCome, toComeText, named, goal }, colors),
    [xs, lines, text, axisText, top, toCome, toComeText, named, goal],
  );
  const small = (colors: Palette): EChartsOption =>
    multiplesOption({ xs, lines, text, toCome: toCome ?? -1, width: pictureWidth, scale, words: t }, colors);
  const places = placesOf(lines);
  const shared = {
    title,
    caption,
    table,
    busy: report.isFetching && report.data !== undefined,
    actions,
    of: report.data,
    ...(download === undefined ? {} : { download }),
  };
  if (apart) {
    return (
      <ChartPanel
        {...shared}
        content={<Multiples xs={xs} lines={lines} text={text} toCome={toCome ?? -1} scale={scale} />}
        {...(lines.length === 0 ? {} : { picture: { option: small, height: multiplesHeight(lines.length) } })}
      />
    );
  }
  return (
    <ChartPanel
      {...shared}
      content={chartState(report, xs.length === 0, height)}
      option={option}
      height={height}
      summary={summary}
      legend={lines.map(({ key, name, category }, index) => (
        <li key={key}>
          <LineSign category={category} nth={places[index] ?? 0} />
          <span className="clipped">{name}</span>
        </li>
      ))}
    />
  );
}
