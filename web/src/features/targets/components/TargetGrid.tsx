import { useRef, useState } from 'react';
import { classes } from '@/components/classes';
import { Attainment, Won } from '@/components/figures/Amount';
import { addDays, mondayOf, toDay, weekdayText } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { manShown, manText, readAmount, unitOf } from '../grid/amount';
import { fill } from '../grid/fill';
import type { Cell, Grain, GridRow } from '../grid/layout';
import { boundsOf, cellAt, moved, selectedCells, selectedRows } from '../grid/selection';
import type { Move, Place, Selection } from '../grid/selection';
import { knownOf } from '../grid/known';
import type { Sales } from '../grid/known';
import { sumOf } from '../grid/state';
import type { Amounts, GridState } from '../grid/state';
import { words } from '../words';
import { useCellText } from './useCellText';
import styles from './targets.module.css';

const baseOf = ({ base }: GridState, days: readonly Day[]) =>
  days.reduce((sum, day) => sum + (base.get(day) ?? 0), 0);

/** Marks what was copied here, whose columns are weekdays and no lists of days. */
const ownType = 'application/x-fullhouse-targets';

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
};

interface Editing {
  readonly place: Place;
  readonly text: string;
}

interface TargetGridProps {
  label: string;
  rows: readonly GridRow[];
  grain: Grain;
  state: GridState;
  sales: Sales;
  today: Day;
  /** Whether the person may only look. */
  readOnly: boolean;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onWrite: (amounts: Amounts) => void;
  /** Takes a copied text, and whether it is the grid's own. */
  onPaste: (text: string, own: boolean) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** Told when a typed text is no amount, and with undefined when that is over. */
  onWrong: (text: string | undefined) => void;
  /** Where Escape leads. */
  onLeave: () => void;
}

/**
 * Weeks × days, or a column of weeks or months. One cell is in the order of Tab and the arrows move it; keys are
 * compared by their place, so that they hold with a Korean keyboard. What is typed becomes one step that can be
 * taken back.
 */
export function TargetGrid(props: TargetGridProps) {
  const { label, rows, grain, state, sales, today, readOnly, selection, onSelect, onWrite } = props;
  const t = useMessages(words);
  const format = useFormat();
  const nameOf = useCellText();
  const table = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<Editing>();
  const { top, bottom, left, right } = boundsOf(selection);
  const { active } = selection;

  const element = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);

  function go(place: Place | undefined, extend = false) {
    if (place === undefined) return;
    onSelect({ anchor: extend ? selection.anchor : place, active: place });
    element(place)?.focus();
  }

  function edit(place: Place, text?: string) {
    const cell = cellAt(rows, place);
    if (readOnly || cell === null) return;
    props.onWrong(undefined);
    setEditing({ place, text: text ?? manText(sumOf(state, cell.days)) });
  }

  /** Ends editing with what was typed; answers false when that is no amount. */
  function commit(): boolean {
    if (editing === undefined) return true;
    const cell = cellAt(rows, editing.place);
    const won = readAmount(editing.text, unitOf([editing.text], grain));
    if (won === undefined) {
      props.onWrong(editing.text);
      return false;
    }
    setEditing(undefined);
    props.onWrong(undefined);
    // A text that was emptied clears the cell.
    if (cell !== null && (won ?? 0) !== sumOf(state, cell.days)) onWrite(fill(state, [[cell, won ?? 0]]));
    return true;
  }

  function cancel() {
    setEditing(undefined);
    props.onWrong(undefined);
    element(active)?.focus();
  }

  function clear() {
    if (readOnly) return;
    onWrite(
      fill(
        state,
        selectedCells(rows, selection).map((cell) => [cell, 0] as const),
      ),
    );
  }

  function onEditKey(event: React.KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const leads = {
      Enter: event.shiftKey ? 'up' : 'down',
      Tab: event.shiftKey ? 'previous' : 'next',
    } as const;
    if (event.code === 'Escape') {
      event.preventDefault();
      cancel();
    } else if (event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab') {
      event.preventDefault();
      const from = editing?.place ?? active;
      if (commit()) go(moved(rows, from, leads[event.code === 'Tab' ? 'Tab' : 'Enter']) ?? from);
    }
  }

  function onKey(event: React.KeyboardEvent) {
    if (editing !== undefined || event.altKey) return;
    const { code } = event;
    if (event.ctrlKey || event.metaKey) {
      const action = {
        KeyZ: event.shiftKey ? props.onRedo : props.onUndo,
        KeyY: props.onRedo,
        KeyA: () =>
          onSelect({
            anchor: { row: 0, column: 0 },
            active: { row: rows.length - 1, column: (rows[0]?.cells.length ?? 1) - 1 },
          }),
      }[code];
      if (action === undefined) return;
      event.preventDefault();
      action();
      return;
    }
    const move = moves[code];
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
    if (move !== undefined) {
      event.preventDefault();
      go(moved(rows, active, move), event.shiftKey);
    } else if (code === 'Tab') {
      // At either end Tab leaves the grid as it leaves anything else.
      const next = moved(rows, active, event.shiftKey ? 'previous' : 'next');
      if (next === undefined) return;
      event.preventDefault();
      go(next);
    } else if (code === 'Enter' || code === 'NumpadEnter' || code === 'F2') {
      event.preventDefault();
      edit(active);
    } else if (code === 'Delete' || code === 'Backspace') {
      event.preventDefault();
      clear();
    } else if (code === 'Escape') {
      event.preventDefault();
      if (top !== bottom || left !== right) onSelect({ anchor: active, active });
      else props.onLeave();
    } else if (digit !== undefined && !event.shiftKey) {
      event.preventDefault();
      edit(active, digit);
    }
  }

  function onCopy(event: React.ClipboardEvent, cut: boolean) {
    if (editing !== undefined) return;
    event.preventDefault();
    const text = selectedRows(rows, selection)
      .map((cells) => cells.map((cell) => (cell === null ? '' : manText(sumOf(state, cell.days)))).join('\t'))
      .join('\n');
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData(ownType, '1');
    if (cut) clear();
  }

  const rowName = ({ key, days, weekNumber }: GridRow) => {
    if (grain === 'month') return { name: format.month(key), note: '' };
    const monday = toDay(key);
    const name =
      monday === mondayOf(today) ? t.thisWeek : format.range({ from: monday, to: addDays(monday, 6) });
    return { name, note: weekNumber === undefined || days.length === 0 ? '' : t.weekNumber(weekNumber) };
  };

  return (
    <div className={styles['scroll']}>
      <table
        ref={table}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-readonly={readOnly || undefined}
        data-grain={grain}
        className={styles['grid']}
        onKeyDown={onKey}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, !readOnly)}
        onPaste={(event) => {
          if (editing !== undefined || readOnly) return;
          event.preventDefault();
          const { clipboardData } = event;
          props.onPaste(clipboardData.getData('text/plain'), clipboardData.types.includes(ownType));
        }}
      >
        <thead>
          <tr>
            <th scope="col">{grain === 'month' ? t.monthHead : t.weekHead}</th>
            {grain === 'day' ? (
              <>
                {Array.from({ length: 7 }, (_, index) => addDays('2026-11-16', index)).map((day) => (
                  <th key={day} scope="col">
                    {weekdayText(day, format.language)}
                  </th>
                ))}
                <th scope="col">{t.weekTarget}</th>
                <th scope="col">{t.weekActual}</th>
              </>
            ) : (
              <>
                <th scope="col">{t.targetHead}</th>
                <th scope="col">{grain === 'week' ? t.weekActual : t.monthActual}</th>
                <th scope="col">{t.ratio}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((line, row) => {
            const { name, note } = rowName(line);
            const target = sumOf(state, line.days);
            const difference = target - baseOf(state, line.days);
            const known = knownOf(state, sales, line.days);
            return (
              <tr key={line.key}>
                <th scope="row" data-now={line.key === mondayOf(today) || undefined}>
                  {name}
                  <small>{note}</small>
                </th>
                {line.cells.map((cell, column) => {
                  if (cell === null)
                    return <td key={column} role="gridcell" aria-disabled className={styles['closed']} />;
                  const place = { row, column };
                  const inside = row >= top && row <= bottom && column >= left && column <= right;
                  return (
                    <TargetCell
                      key={cell.key}
                      cell={cell}
                      place={place}
                      state={state}
                      sales={sales}
                      name={nameOf(cell)}
                      today={today}
                      active={row === active.row && column === active.column}
                      selected={inside}
                      edges={
                        inside
                          ? {
                              top: row === top,
                              bottom: row === bottom,
                              left: column === left,
                              right: column === right,
                            }
                          : undefined
                      }
                      editor={
                        editing?.place.row === row && editing.place.column === column ? (
                          <input
                            // The person asked for it by key or press: that is where the text goes.
                            autoFocus
                            inputMode="decimal"
                            aria-label={t.editing(nameOf(cell))}
                            className={styles['editor']}
                            value={editing.text}
                            onChange={(event) => setEditing({ place, text: event.target.value })}
                            onKeyDown={onEditKey}
                            onBlur={commit}
                          />
                        ) : undefined
                      }
                      onPress={(event) => {
                        const within = editing?.place.row === row && editing.place.column === column;
                        if (event.button !== 0 || within) return;
                        const again = row === active.row && column === active.column;
                        if (editing !== undefined && !commit()) return;
                        onSelect({ anchor: event.shiftKey ? selection.anchor : place, active: place });
                        // A finger has no second button and no keys: pressing a cell again edits it.
                        if (event.pointerType === 'touch' && again) edit(place);
                      }}
                      onDrag={() => onSelect({ anchor: selection.anchor, active: place })}
                      onEdit={() => edit(place)}
                    />
                  );
                })}
                {grain === 'day' && (
                  <td className={styles['sum']}>
                    <div>
                      <Won value={target} />
                    </div>
                    <small>
                      {difference !== 0 && (
                        <span className={styles['unsaved']}>
                          <Won value={difference} signed />
                        </span>
                      )}
                    </small>
                  </td>
                )}
                <td className={styles['sum']}>
                  <div className={styles['plain']}>{known !== null && <Won value={known.actual} />}</div>
                  {grain === 'day' && <small>{known !== null && <Attainment value={known.ratio} />}</small>}
                </td>
                {grain !== 'day' && (
                  <td className={styles['sum']}>{known !== null && <Attainment value={known.ratio} />}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface Edges {
  readonly top: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

function TargetCell({
  cell,
  place,
  state,
  sales,
  name,
  today,
  active,
  selected,
  edges,
  editor,
  onPress,
  onDrag,
  onEdit,
}: {
  cell: Cell;
  place: Place;
  state: GridState;
  sales: Sales;
  name: string;
  today: Day;
  active: boolean;
  selected: boolean;
  edges: Edges | undefined;
  editor: React.ReactNode;
  onPress: (event: React.PointerEvent) => void;
  onDrag: () => void;
  onEdit: () => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const value = sumOf(state, cell.days);
  const before = baseOf(state, cell.days);
  const known = knownOf(state, sales, cell.days);
  const changed = cell.days.some((day) => state.drafts.has(day));
  const conflict = cell.days.some((day) => state.conflicts.has(day));
  const spoken =
    t.cell(name, format.shortWon(value)) +
    (known === null ? '' : t.cellActual(format.shortWon(known.actual))) +
    (changed ? t.cellChanged(format.shortWon(before)) : '') +
    (conflict ? t.cellConflict : '');
  return (
    <td
      role="gridcell"
      tabIndex={active ? 0 : -1}
      aria-selected={selected}
      title={format.exactWon(value)}
      data-place={`${place.row}-${place.column}`}
      data-changed={changed || undefined}
      data-conflict={conflict || undefined}
      data-today={(cell.days.length === 1 && cell.days[0] === today) || undefined}
      className={classes(
        styles['cell'],
        edges?.top === true && styles['top'],
        edges?.bottom === true && styles['bottom'],
        edges?.left === true && styles['left'],
        edges?.right === true && styles['right'],
      )}
      onPointerDown={onPress}
      onPointerEnter={(event) => {
        if (event.buttons === 1 && event.pointerType === 'mouse') onDrag();
      }}
      onDoubleClick={onEdit}
    >
      {editor ?? (
        <>
          <span className="spoken">{spoken}</span>
          <div aria-hidden>{manShown(value)}</div>
          <small aria-hidden>
            {changed ? (
              <s>{manShown(before)}</s>
            ) : (
              known !== null && (
                <span className={known.actual < known.target ? 'behind' : undefined}>
                  {(known.actual < 0 ? '−' : '') + manShown(Math.abs(known.actual))}
                </span>
              )
            )}
          </small>
        </>
      )}
    </td>
  );
}
