/**
 * What somebody is doing to the targets: what the server knows, what was typed over it, the steps that can be taken
 * back, and the cells that somebody else saved meanwhile. All of it is values; every function answers the next state.
 */
import { isConflict } from '@/lib/conflicts';
import type { Day } from '@/lib/days';

/** Targets by day, in won. */
export type Amounts = ReadonlyMap<Day, number>;

/** The state of the grid. */
export interface GridState {
  /** As the server has them. */
  readonly base: Amounts;
  /** Names that state, for `If-Match`. */
  readonly etag: string | undefined;
  /** Days that differ from `base`, as they were typed. */
  readonly drafts: Amounts;
  readonly past: readonly Amounts[];
  readonly future: readonly Amounts[];
  /** Days that were typed here and saved elsewhere; saving waits until each is decided. */
  readonly conflicts: ReadonlySet<Day>;
}

/** Steps that can be taken back. */
const remembered = 200;

const none: Amounts = new Map();

/** The beginning: what the server knows, nothing typed. */
export function begin(base: Amounts, etag: string | undefined): GridState {
  return { base, etag, drafts: none, past: [], future: [], conflicts: new Set() };
}

/** What is kept of a grid: each day with what was typed, and what stood there before. */
export function kept({ base, drafts }: GridState): readonly (readonly [Day, number, number])[] {
  return [...drafts].map(([day, won]) => [day, won, base.get(day) ?? 0] as const);
}

const isKeptDay = (value: unknown): value is readonly [Day, number, number] =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  Number.isSafeInteger(value[1]) &&
  Number.isSafeInteger(value[2]);

/** The beginning with what was kept on top: what somebody saved meanwhile is in conflict with it, as while typing. */
export function restored(base: Amounts, etag: string | undefined, found: unknown): GridState {
  const days = Array.isArray(found) ? found.filter(isKeptDay).filter(([day]) => base.has(day)) : [];
  const before = begin(new Map([...base, ...days.map(([day, , won]) => [day, won] as const)]), undefined);
  const typed = write(before, new Map(days.map(([day, won]) => [day, won])));
  return { ...rebase(typed, base, etag), past: [], future: [] };
}

/** The target of a day as the grid shows it. */
export function valueOf({ base, drafts }: GridState, day: Day): number {
  return drafts.get(day) ?? base.get(day) ?? 0;
}

/** The sum of days. */
export function sumOf(state: GridState, days: readonly Day[]): number {
  return days.reduce((sum, day) => sum + valueOf(state, day), 0);
}

/** What a save sends: the days that changed, in order of time. */
export function changesOf({ drafts }: GridState): { date: Day; targetKrw: number }[] {
  return [...drafts]
    .map(([date, targetKrw]) => ({ date, targetKrw }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

function differing(drafts: Amounts, base: Amounts): Amounts {
  return new Map([...drafts].filter(([day, won]) => base.has(day) && base.get(day) !== won));
}

/** A conflict ends with the draft that it is about. */
function remaining(conflicts: ReadonlySet<Day>, drafts: Amounts): ReadonlySet<Day> {
  return new Set([...conflicts].filter((day) => drafts.has(day)));
}

function same(one: Amounts, other: Amounts): boolean {
  return one.size === other.size && [...one].every(([day, won]) => other.get(day) === won);
}

/** Puts amounts into cells, as one step. Typing over a conflict decides it. */
export function write(state: GridState, amounts: Amounts): GridState {
  const drafts = differing(new Map([...state.drafts, ...amounts]), state.base);
  const undecided = [...state.conflicts].filter((day) => !amounts.has(day));
  if (same(drafts, state.drafts)) return { ...state, conflicts: new Set(undecided) };
  return {
    ...state,
    drafts,
    past: [...state.past.slice(1 - remembered), state.drafts],
    future: [],
    conflicts: remaining(new Set(undecided), drafts),
  };
}

/** Takes the last step back. */
export function undo(state: GridState): GridState {
  const last = state.past.at(-1);
  if (last === undefined) return state;
  const drafts = differing(last, state.base);
  return {
    ...state,
    drafts,
    past: state.past.slice(0, -1),
    future: [...state.future, state.drafts],
    conflicts: remaining(state.conflicts, drafts),
  };
}

/** Does again what was taken back. */
export function redo(state: GridState): GridState {
  const next = state.future.at(-1);
  if (next === undefined) return state;
  const drafts = differing(next, state.base);
  return {
    ...state,
    drafts,
    past: [...state.past, state.drafts],
    future: state.future.slice(0, -1),
    conflicts: remaining(state.conflicts, drafts),
  };
}

/** Takes back everything that is not saved, as one step. */
export function revert(state: GridState): GridState {
  return write(state, new Map([...state.drafts.keys()].map((day) => [day, state.base.get(day) ?? 0])));
}

/**
 * Puts a newer state of the server beneath what was typed. Where somebody else saved another amount than the one
 * typed here, the day is in conflict; where it is the same there is nothing left to save; other days just change.
 */
export function rebase(state: GridState, base: Amounts, etag: string | undefined): GridState {
  const drafts = differing(state.drafts, base);
  const conflicts = new Set(
    [...drafts].flatMap(([day, mine]) => {
      const both = { base: state.base.get(day), mine, theirs: base.get(day) };
      return state.conflicts.has(day) || isConflict(both) ? [day] : [];
    }),
  );
  return { ...state, base, etag, drafts, conflicts };
}

/** Decides a conflict: what was saved first, or what was typed here. */
export function decide(state: GridState, day: Day, winner: 'theirs' | 'mine'): GridState {
  if (!state.conflicts.has(day)) return state;
  if (winner === 'theirs') return write(state, new Map([[day, state.base.get(day) ?? 0]]));
  return { ...state, conflicts: new Set([...state.conflicts].filter((other) => other !== day)) };
}

/** After a save: what the server answered, without the days that were sent. What was typed meanwhile stays. */
export function saved(
  state: GridState,
  sent: readonly { readonly date: Day; readonly targetKrw: number }[],
  base: Amounts,
  etag: string | undefined,
): GridState {
  const done = new Map(sent.map(({ date, targetKrw }) => [date, targetKrw]));
  const open = new Map([...state.drafts].filter(([day, won]) => done.get(day) !== won));
  return { ...begin(base, etag), drafts: differing(open, base) };
}
