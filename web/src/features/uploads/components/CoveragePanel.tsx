import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePermissions } from '@/api/account';
import { useProductions } from '@/api/productions';
import { useReport } from '@/api/reports';
import { Segmented } from '@/components/controls/Segmented';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { useAsOf } from '@/lib/asOf';
import { addDays, longDay, shortDay, weekdayOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { liveUploadsQuery } from '../api/uploads';
import { coverageOf } from '../coverage';
import type { CoverageCell, CoverageRow } from '../coverage';
import { words } from '../words';
import { acceptedFiles } from './DropZone';
import styles from './uploads.module.css';

/** A missing day that somebody wants to fill. */
export interface Gap {
  readonly productionCode: string;
  readonly day: Day;
}

/** Which days of which productions are in. A missing one opens the file dialog, another leads to its upload. */
export function CoveragePanel({
  onFiles,
  choosable = false,
}: {
  onFiles: (gap: Gap, files: readonly File[]) => void;
  /** Whether the number of days can be chosen. */
  choosable?: boolean;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useAsOf();
  const productions = useProductions();
  const [chosen, setChosen] = useChoiceParam('days', ['29', '60', '90'], '29');
  const days = choosable ? Number(chosen) : 29;
  // Today's workbook is due tomorrow: the last day that can be missing is yesterday.
  const to = addDays(asOf, -1);
  const from = addDays(to, 1 - days);
  const asked = { asOf: to, days };
  const report = useReport('upload-coverage', asked);
  const live = useQuery(liveUploadsQuery(from));
  return (
    <Panel
      title={t.coverage}
      caption={t.coverageCaption(format.range({ from, to }))}
      busy={report.isFetching && !report.isPending}
      legend={
        <ul className={styles['legend']}>
          {(['in', 'warned', 'missing', 'passed', 'closed'] as const).map((state) => (
            <li key={state}>
              <i aria-hidden data-state={state} />
              {
                {
                  in: t.legendIn,
                  warned: t.legendWarned,
                  missing: t.legendMissing,
                  passed: t.legendPassed,
                  closed: t.legendClosed,
                }[state]
              }
            </li>
          ))}
        </ul>
      }
      actions={
        <>
          {choosable && (
            <Segmented
              label={t.daysShown}
              value={chosen}
              onChange={setChosen}
              options={(['29', '60', '90'] as const).map((value) => ({
                value,
                text: t.dayCount(Number(value)),
              }))}
            />
          )}
          <DownloadMenu of={t.coverage} download={{ report: 'upload-coverage', query: asked }} />
        </>
      }
    >
      <QueryView
        query={report}
        skeleton={<Skeleton rows={5} />}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState>{t.noCoverage}</EmptyState>}
      >
        {({ items }) => (
          <Matrix rows={coverageOf(items, productions, live.data ?? [])} lastDay={to} onFiles={onFiles} />
        )}
      </QueryView>
    </Panel>
  );
}

function Matrix({
  rows,
  lastDay,
  onFiles,
}: {
  rows: readonly CoverageRow[];
  lastDay: Day;
  onFiles: (gap: Gap, files: readonly File[]) => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const navigate = useNavigate();
  const { upload: mayUpload } = usePermissions();
  const table = useRef<HTMLTableElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [gap, setGap] = useState<Gap>();
  const width = rows[0]?.cells.length ?? 0;
  const [place, setPlace] = useState({ row: 0, column: Math.max(0, width - 1) });
  const here = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, width - 1) };

  function press(row: CoverageRow, cell: CoverageCell) {
    if (cell.state === 'missing' && mayUpload) {
      setGap({ productionCode: row.production.code, day: cell.day });
      input.current?.click();
    } else if (cell.uploadId !== undefined) {
      void navigate(`/uploads/${cell.uploadId}`);
    }
  }

  function onKey(event: React.KeyboardEvent) {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      Home: [0, -width],
      End: [0, width],
    };
    const [down, right] = steps[event.code] ?? [0, 0];
    if (down !== 0 || right !== 0) {
      event.preventDefault();
      const next = {
        row: Math.max(0, Math.min(rows.length - 1, here.row + down)),
        column: Math.max(0, Math.min(width - 1, here.column + right)),
      };
      setPlace(next);
      table.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus();
    } else if (event.code === 'Enter' || event.code === 'Space') {
      event.preventDefault();
      const row = rows[here.row];
      const cell = row?.cells[here.column];
      if (row !== undefined && cell !== undefined) press(row, cell);
    }
  }

  const spoken = {
    in: t.cellIn,
    warned: t.cellWarned,
    missing: mayUpload ? t.cellMissing : t.cellMissingOnly,
    passed: t.cellPassed,
    closed: t.cellClosed,
  };
  return (
    <div
      className={styles['matrixScroll']}
      // The last days matter most: that is where a narrow screen begins.
      ref={(scroll) => {
        if (scroll !== null && scroll.scrollLeft === 0) scroll.scrollLeft = scroll.scrollWidth;
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        data-testid="gap-file"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (gap !== undefined && files.length > 0) onFiles(gap, files);
        }}
      />
      <table ref={table} role="grid" aria-label={t.coverage} className={styles['matrix']} onKeyDown={onKey}>
        <thead>
          <tr>
            <th scope="col">
              <span className="spoken">{t.production}</span>
            </th>
            {rows[0]?.cells.map(({ day }, index) => (
              <th key={day} scope="col" data-last={day === lastDay || undefined}>
                {(weekdayOf(day) === 1 && index < width - 2) || index === 0 || day === lastDay ? (
                  shortDay(day)
                ) : (
                  <span className="spoken">{shortDay(day)}</span>
                )}
              </th>
            ))}
            <th scope="col">
              <span className="spoken">{t.legendMissing}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={row.production.id}>
              <th scope="row">
                <span className="row">
                  <CategoryMark category={row.production.category} />
                  <span className={styles['matrixName']}>{row.production.name}</span>
                </span>
              </th>
              {row.cells.map((cell, column) => (
                <td
                  key={cell.day}
                  role="gridcell"
                  tabIndex={line === here.row && column === here.column ? 0 : -1}
                  data-place={`${line}-${column}`}
                  data-state={cell.state}
                  data-opens={
                    cell.uploadId !== undefined || (cell.state === 'missing' && mayUpload) || undefined
                  }
                  aria-label={spoken[cell.state](row.production.name, longDay(cell.day, format.language))}
                  title={format.day(cell.day)}
                  onClick={() => {
                    setPlace({ row: line, column });
                    press(row, cell);
                  }}
                >
                  <i aria-hidden>{cell.state === 'missing' && '!'}</i>
                </td>
              ))}
              <td className={styles['matrixSum']} data-missing={row.missing > 0 || undefined}>
                {row.missing > 0 ? t.missing(row.missing) : t.complete}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
