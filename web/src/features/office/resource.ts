/** What the office asks of a resource, and what lists are asked for. */
import type { GetListParams, RaRecord } from 'react-admin';

/** What a list is asked for. */
export interface Asked {
  readonly page: number;
  readonly perPage: number;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  readonly filter: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

/** A page of a list, and how many there are on all pages. */
export interface Listed {
  readonly items: readonly RaRecord[];
  readonly total: number;
}

/** A change of a record. */
export interface Change {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The header that names the state that was read. */
  readonly header: { 'If-Match'?: string };
  /** Loses targets and notes, or deletes snapshots, where the change needs it. */
  readonly force: boolean;
}

/** How a resource is read and written. What one leaves out, nobody asks of it. */
export interface OfficeResource {
  readonly list: (asked: Asked) => Promise<Listed>;
  readonly one?: (id: string) => Promise<RaRecord>;
  readonly create?: (
    fields: Readonly<Record<string, unknown>>,
    header: { 'Idempotency-Key': string },
  ) => Promise<RaRecord>;
  readonly save?: (change: Change) => Promise<RaRecord>;
  readonly remove?: (id: string, force: boolean) => Promise<void>;
}

export function asked({ pagination, sort, filter, signal }: GetListParams): Asked {
  return {
    page: pagination?.page ?? 1,
    perPage: Math.min(pagination?.perPage ?? 50, 200),
    sort: sort?.field ?? 'id',
    order: sort?.order === 'DESC' ? 'desc' : 'asc',
    filter: (filter ?? {}) as Record<string, unknown>,
    ...(signal === undefined ? {} : { signal }),
  };
}

/** The signal of a request, where there is one. */
export const signalOf = ({ signal }: Asked) => (signal === undefined ? {} : { signal });

/** A filter's text; what is empty asks for nothing. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** One of the words that the contract knows. */
export function word<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

/** A filter's yes or no. */
export function flag(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

/** Leaves out what is undefined, which the contract's types ask for. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
