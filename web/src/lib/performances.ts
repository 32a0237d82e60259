/** How the address names a performance: by its day and time in Seoul, whatever form an instant has. */
import { inSeoul } from './days';
import type { Instant, PerformanceKey } from './days';

/** The name of a performance in `perf`: `2026-11-25T20:00`. */
export function performanceKey({ startsAt }: { readonly startsAt: Instant }): PerformanceKey {
  const { day, time } = inSeoul(startsAt);
  return `${day}T${time}` as PerformanceKey;
}

/** Where a performance is shown with its seats; a concert has one date, which its seats stand for. */
export function performancePath(
  code: string,
  performance: { readonly startsAt: Instant; readonly category: 'musical' | 'play' | 'concert' },
): string {
  const page = `/productions/${encodeURIComponent(code)}`;
  return performance.category === 'concert'
    ? `${page}/seats`
    : `${page}/performances?perf=${performanceKey(performance)}`;
}
