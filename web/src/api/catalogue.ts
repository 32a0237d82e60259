/** What the catalogue says of a report's tables, and their rows in an answer, typed by the contract. */
import { reports } from './generated/catalogue';
import type { Category } from './productions';
import type { ReportAnswer, ReportName } from './reports';

type Reports = typeof reports;

/** Name of a table of a report: what a CSV is asked by. */
export type TableName<N extends ReportName> = Extract<keyof Reports[N]['tables'], string>;

type PathOf<N extends ReportName, T extends TableName<N>> = Reports[N]['tables'][T] extends {
  readonly rows: infer Path extends readonly string[];
}
  ? Path
  : never;

/** The elements at the end of a path of lists, with what the levels above say of them. */
type Elements<Level, Path extends readonly string[]> = Path extends readonly [
  infer Name extends keyof Level,
  ...infer Rest extends readonly string[],
]
  ? Level[Name] extends readonly (infer Element)[]
    ? Rest extends readonly []
      ? Element
      : Omit<Element, Rest[0]> & Elements<Element, Rest>
    : Level[Name]
  : Level;

/** A row of a table: the innermost element together with what it is of. */
export type TableRow<N extends ReportName, T extends TableName<N>> = Elements<ReportAnswer<N>, PathOf<N, T>>;

/** A table of a report, whichever it is. */
export interface TableEntry {
  readonly title: { readonly ko: string; readonly en: string };
  /** The path of lists whose innermost elements are the rows. */
  readonly rows: readonly string[];
  /** A field beside the innermost list that is one more row. */
  readonly furtherRow: string | null;
  /** From left to right; nested with dots, `*` for each key of a map. */
  readonly columns: readonly string[];
  /** What columns are called here that are called otherwise elsewhere. */
  readonly words?: Readonly<Record<string, { readonly ko: string; readonly en: string }>>;
}

/** A parameter of a report, whichever it is. */
export interface ParameterEntry {
  readonly name: string;
  readonly kind: string;
  readonly repeatable: boolean;
  readonly default: string | number | boolean | null;
  readonly minimum: string | number | null;
  readonly maximum: string | number | null;
  readonly choices: readonly string[];
  readonly title: { readonly ko: string; readonly en: string };
}

/** A report, whichever it is. */
export interface ReportEntry {
  /** Which categories it is about; productions of others are left out. */
  readonly categories: readonly Category[];
  readonly title: { readonly ko: string; readonly en: string };
  readonly description: { readonly ko: string; readonly en: string };
  readonly parameters: readonly ParameterEntry[];
  readonly tables: Readonly<Record<string, TableEntry>>;
}

/** Every report by its name. */
export const catalogue: Readonly<Record<ReportName, ReportEntry>> = reports;

/** Whether a name of the address is that of a report. */
export function isReport(name: string): name is ReportName {
  return Object.hasOwn(reports, name);
}

/** A table of a report. */
export function tableOf<N extends ReportName>(name: N, table: TableName<N>): TableEntry {
  const found = catalogue[name].tables[table];
  if (found === undefined) throw new Error(`${name} has no table ${table}`);
  return found;
}

/** The rows of a table: each innermost element, and the further one beside them, with what the levels around say. */
export function rowsOf(answer: object, path: readonly string[], further: string | null = null): object[] {
  const [name, ...rest] = path;
  if (name === undefined) return [answer];
  const level: unknown = Reflect.get(answer, name);
  if (Array.isArray(level)) {
    const elements = level as object[];
    if (rest.length === 0)
      return further === null ? elements : [...elements, Reflect.get(answer, further) as object];
    return elements.flatMap((element) =>
      rowsOf(element, rest, further).map((row) => ({ ...element, ...row })),
    );
  }
  return typeof level === 'object' && level !== null ? [level] : [];
}

/** The rows of a table of an answer. */
export function tableRows<N extends ReportName, T extends TableName<N>>(
  name: N,
  table: T,
  answer: ReportAnswer<N> | undefined,
  withFurther = false,
): readonly TableRow<N, T>[] {
  if (answer === undefined) return [];
  const { rows, furtherRow } = tableOf(name, table);
  // The path is the one that the type is made of.
  return rowsOf(answer as object, rows, withFurther ? furtherRow : null) as TableRow<N, T>[];
}
