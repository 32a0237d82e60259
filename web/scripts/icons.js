/**
 * Draws the icons of the installed application from `public/favicon.svg` into `public/icons`, with Chromium. Run it when
 * the mark changes, and commit what it wrote.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { launch } from '../e2e/browser.js';

const mark = await readFile(new URL('../public/favicon.svg', import.meta.url), 'utf8');
const folder = new URL('../public/icons/', import.meta.url);

/** Name, size, and how much of it the mark takes: systems cut the edges of what is maskable. */
const icons = /** @type {const} */ ([
  ['180', 180, 1],
  ['192', 192, 1],
  ['512', 512, 1],
  ['maskable-512', 512, 0.8],
]);

await mkdir(folder, { recursive: true });
const browser = await launch();
for (const [name, size, share] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  // A touch icon and a maskable one fill their square; the others keep their corners.
  const ground = share < 1 || name === '180' ? '#1c1f26' : 'transparent';
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}svg{width:${share * 100}%}</style>${mark}`,
  );
  await writeFile(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
