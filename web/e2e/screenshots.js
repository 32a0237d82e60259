/**
 * Photographs every page in light, dark, phone width and English into `screenshots/`.
 *
 *     FULLHOUSE_BINARY=../target/release/fullhouse node e2e/screenshots.js [BEGINNING OF NAMES]
 */
import { looks, settled, speaking } from './browser.js';
import { pagesOf, publicPages } from './pages.js';
import { onStage } from './stage.js';

const beginning = process.argv[2] ?? '';

await onStage(async (world) => {
  const pages = await pagesOf(world);
  const english = { ...looks.light, ...speaking(world.url, 'en') };
  for (const [look, option] of Object.entries({ ...looks, english })) {
    // Charts stand still: nothing is photographed half drawn.
    const sharp = {
      ...option,
      deviceScaleFactor: look === 'phone' ? 2 : 1.5,
      reducedMotion: /** @type {const} */ ('reduce'),
    };
    const stranger = await world.page(sharp);
    await photograph(stranger, look, publicPages);
    await photograph(await world.signedIn('master', '/account', sharp), look, pages);
    await world.closeAll();
  }
});

/** @param {import('./pages.js').Tab} tab @param {string} look @param {readonly import('./pages.js').Page[]} pages */
async function photograph(tab, look, pages) {
  const size = tab.viewportSize();
  for (const { name, path, prepare } of pages) {
    if (size === null || !name.startsWith(beginning)) continue;
    await tab.setViewportSize(size);
    await tab.goto('about:blank');
    await tab.goto(path);
    await settled(tab);
    await prepare?.(tab);
    await settled(tab);
    // The window grows with the page, so that what sticks to its edges is where it is seen.
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    await tab.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    await settled(tab);
    await tab.screenshot({ path: new URL(`../screenshots/${name}-${look}.png`, import.meta.url).pathname });
  }
}
