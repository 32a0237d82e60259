/** Reads rows of answers by the names of their fields, as the catalogue and the address say them. */

/** What a row holds in a field; one of an object around it is named with dots, as in the catalogue. */
export function read(row: object, field: string): unknown {
  return field.split('.').reduce<unknown>((level, name) => {
    return typeof level === 'object' && level !== null ? Reflect.get(level, name) : undefined;
  }, row);
}

/** A value as plain text; a list of names is joined as people write casts. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' · ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** A figure of a row. */
export function numberOf(row: object, field: string): number | null {
  const value = read(row, field);
  return typeof value === 'number' ? value : null;
}

/** What tells the rows of a table apart. */
const identities = [
  'productionCode',
  'category',
  'recordDate',
  'agency',
  'grade',
  'cast',
  'discount',
  'ageGroup',
  'method',
  'card',
  'channel',
  'region',
  'startsAt',
  'period',
  'weekStart',
  'month',
  'day',
  'daysToGo',
  'comparableCode',
  'class',
  'castColumn',
  'person',
  'firstDay',
  'quantity',
  'horizonDays',
  'fromProbability',
] as const;

/** What a row is of, as one text that no other row of the table has: `productionCode=MU2611&month=2026-11`. */
export function keyOf(row: object): string {
  return identities
    .map((field) => [field, textOf(read(row, field))] as const)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => `${field}=${text}`)
    .join('&');
}
