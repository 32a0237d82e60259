/** What a width that is rounded may be too much, in pixels: nothing is hidden by it. */
const rounding = 1;

/**
 * Watches whether a table fits into its place, as the `ref` of that place. One that does is no scroller of its own
 * (`data-fits`), so that its head stays at the window's edge; one that does not scrolls both ways inside of its place
 * (`data-wide`) and is paler at its end while columns are hidden there (`data-more`).
 */
export function watchEdges(scroller: HTMLElement | null): (() => void) | undefined {
  const table = scroller?.querySelector('table');
  if (scroller === null || table === null || table === undefined) return undefined;
  const look = () => {
    const hidden = table.offsetWidth - scroller.clientWidth;
    scroller.toggleAttribute('data-fits', hidden <= rounding);
    scroller.toggleAttribute('data-wide', hidden > rounding);
    scroller.toggleAttribute('data-more', hidden - scroller.scrollLeft > rounding);
  };
  const observer = new ResizeObserver(look);
  observer.observe(scroller);
  observer.observe(table);
  scroller.addEventListener('scroll', look, { passive: true });
  return () => {
    observer.disconnect();
    scroller.removeEventListener('scroll', look);
  };
}
