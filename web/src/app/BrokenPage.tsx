import { BrokenPart } from '@/components/states/ErrorBoundary';

/**
 * A page that could not be drawn, or not be loaded because a newer version took its place; the whole window, where the
 * shell broke as well.
 */
export function BrokenPage() {
  return (
    <main>
      <BrokenPart />
    </main>
  );
}
