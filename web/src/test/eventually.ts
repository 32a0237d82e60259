import { vi } from 'vitest';

/** How long a test waits for what has to happen: as long as a machine may need on which many things run at once. */
export const patienceMs = 15_000;

/** Waits until something holds, and moves timers on that are faked. */
export function eventually(holds: () => void): Promise<void> {
  // The library's own patience is one second, and cannot be set for all tests.
  return vi.waitFor(holds, { timeout: patienceMs });
}
