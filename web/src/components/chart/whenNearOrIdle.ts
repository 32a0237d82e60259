/**
 * Runs `work` once: when the element comes near the window, or when the browser has nothing else to do. What it answers
 * keeps that from happening.
 */
export function whenNearOrIdle(element: Element, work: () => void): () => void {
  const once = () => {
    stop();
    work();
  };
  const near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) once();
    },
    { rootMargin: '200px' },
  );
  near.observe(element);
  const forget = whenIdle(once);
  function stop() {
    near.disconnect();
    forget();
  }
  return stop;
}

/** Answers how to keep it from happening. Safari has no idle callbacks: there it waits a while. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = window.setTimeout(work, 2_000);
    return () => window.clearTimeout(timer);
  }
  const asked = requestIdleCallback(work);
  return () => cancelIdleCallback(asked);
}
