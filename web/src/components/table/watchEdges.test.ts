import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchEdges } from './watchEdges';

/** A table of some width in a place of another, and the look that follows a change. */
function placed(table: number, place: number) {
  let look = () => {};
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(heard: () => void) {
        look = heard;
      }
      observe() {}
      disconnect() {}
    },
  );
  const scroller = document.createElement('div');
  const inside = scroller.appendChild(document.createElement('table'));
  Object.defineProperty(inside, 'offsetWidth', { value: table });
  Object.defineProperty(scroller, 'clientWidth', { value: place });
  watchEdges(scroller);
  look();
  return scroller;
}

describe('a table in its place', () => {
  const { ResizeObserver: before } = globalThis;
  afterEach(() => void vi.stubGlobal('ResizeObserver', before));

  it('is no scroller where it fits, so that its head stays in sight', () => {
    const place = placed(800, 800);
    expect(place.getAttributeNames()).toEqual(['data-fits']);
  });

  it('fits where only a rounded width says that it does not', () => {
    const place = placed(801, 800);
    expect(place.getAttributeNames()).toEqual(['data-fits']);
  });

  it('scrolls where it does not, and hints at what is hidden until one is there', () => {
    const place = placed(1_000, 800);
    expect(place.getAttributeNames()).toEqual(['data-wide', 'data-more']);
    place.scrollLeft = 200;
    place.dispatchEvent(new Event('scroll'));
    expect(place.getAttributeNames()).toEqual(['data-wide']);
  });
});
