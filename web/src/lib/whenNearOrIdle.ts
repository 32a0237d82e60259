import { whenIdle } from './whenIdle';

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
