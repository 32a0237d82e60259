import { loadLibrary } from './library';

/** Prints the page, once what draws its charts is there. */
export async function printPage(): Promise<void> {
  // Without it charts that nobody has scrolled to would be blank; the rest is printed all the same.
  await loadLibrary().catch(() => undefined);
  window.print();
}
