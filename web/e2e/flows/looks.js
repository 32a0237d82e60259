/** Every page in light, dark and phone width: it fits, speaks no raw key, and axe finds nothing serious. */
import assert from 'node:assert/strict';
import { looks, settled } from '../browser.js';
import { faultsOf, pagesOf } from '../pages.js';
import { seriousFindings } from '../world.js';

/** @typedef {import('../world.js').World} World */
/** @typedef {import('../pages.js').Page} Page */
/** @typedef {import('playwright-core').Page} Tab */

/** @param {World} world @param {keyof looks} name */
async function look(world, name) {
  const faults = await faultsOf(world, looks[name], await pagesOf(world), faultsIn, (tab, report) => {
    tab.on('pageerror', (error) => report(`${tab.url()}: ${error.message}`));
    tab.on('console', (message) => {
      if (/Content Security Policy|Each child in a list/.test(message.text()))
        report(`${tab.url()}: ${message.text()}`);
    });
  });
  assert.deepEqual(faults, [], `${name}:\n${faults.join('\n')}`);
}

/** @type {(tab: Tab, page: Page) => Promise<string[]>} */
async function faultsIn(tab, { path, name, prepare }) {
  /** @type {string[]} */
  const faults = [];
  await prepare?.(tab);
  await settled(tab);
  if ((await tab.getByRole('heading', { level: 1 }).count()) !== 1) faults.push(`${path}: not one h1`);
  const isFound = (await tab.getByRole('heading', { level: 1, name: /찾을 수 없/ }).count()) === 0;
  if (isFound !== (name !== 'not-found')) faults.push(`${path}: ${isFound ? 'found' : 'not found'}`);
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${path}: ${over} px wider than the window`);
  const text = await tab.getByRole('main').innerText();
  const raw = /\b(?:undefined|NaN|\[object Object\]|ra\.[a-z]+\.[a-z_.]+)\b/.exec(text)?.[0];
  if (raw !== undefined) faults.push(`${path}: says ${raw}`);
  for (const finding of await seriousFindings(tab)) faults.push(`${path}: ${finding}`);
  return faults;
}

export const flows = {
  /** @param {World} world */
  'every page is sound in light': (world) => look(world, 'light'),
  /** @param {World} world */
  'every page is sound in the dark': (world) => look(world, 'dark'),
  /** @param {World} world */
  'every page is sound on a phone': (world) => look(world, 'phone'),

  /** @param {World} world */
  async 'dark and light follow the key, and stay'(world) {
    const tab = await world.signedIn('admin', '/account', { colorScheme: 'light' });
    assert.equal(await tab.evaluate(() => document.documentElement.dataset['scheme']), 'light');
    await tab.locator('body').press('d');
    await tab.waitForFunction(() => document.documentElement.dataset['scheme'] === 'dark');
    await tab.reload();
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    assert.equal(await tab.evaluate(() => document.documentElement.dataset['scheme']), 'dark');
  },

  /** @param {World} world */
  async 'a phone has its bar at the foot, and opens the pages with it'(world) {
    const tab = await world.signedIn('admin', '/account', looks.phone);
    await tab.getByRole('link', { name: '업로드' }).last().click();
    await tab.waitForURL(/\/uploads/);
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
  },
};
