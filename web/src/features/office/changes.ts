/** Which fields of a record a form may send, and which of them differ. */

/** What the server keeps by itself; a form shows these and never sends them. */
const kept = new Set(['id', 'etag', 'createdAt', 'updatedAt', 'hasSlackWebhook']);

/** Whether two values say the same; what is not set is like null. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/**
 * The fields that a form changed: a patch leaves the others as they are. Of a new record all that have a value.
 * Texts that were emptied are cleared.
 */
export function changesOf(
  data: Readonly<Record<string, unknown>>,
  previous: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  const cleaned = Object.entries(data).map(([name, value]) => [name, value === '' ? null : value] as const);
  return Object.fromEntries(
    cleaned.filter(([name, value]) => {
      if (kept.has(name) || value === undefined) return false;
      return previous === undefined ? value !== null : !same(value, previous[name]);
    }),
  );
}
