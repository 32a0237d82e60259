/**
 * Runs `work` when the browser has nothing else to do; answers how to keep it from happening. Safari has no idle callbacks:
 * there it waits a while.
 */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = window.setTimeout(work, 2_000);
    return () => window.clearTimeout(timer);
  }
  const asked = requestIdleCallback(work);
  return () => cancelIdleCallback(asked);
}
