/** Every page in light, dark and phone width: it fits, speaks no raw key, and axe and fingers find nothing serious. */
import assert from 'node:assert/strict';
import { looks, settled } from '../browser.js';
import { smallTargets } from '../measure.js';
import { faultsOf, kindsOfPages, pagesOf, pagesOfKind } from '../pages.js';
import { seriousFindings } from '../world.js';

/** @typedef {import('../world.js').World} World */
/** @typedef {import('../pages.js').Page} Page */
/** @typedef {import('playwright-core').Page} Tab */

/** @param {World} world @param {string} kind @param {keyof looks} name @param {typeof faultsIn} find */
async function look(world, kind, name, find) {
  const pages = pagesOfKind(await pagesOf(world), kind);
  const faults = await faultsOf(world, looks[name], pages, find, (tab, report) => {
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
  if (prepare !== undefined) {
    await prepare(tab);
    await settled(tab);
  }
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

/** What is wrong in light, and then, while the page stays, in the dark. @type {typeof faultsIn} */
async function faultsInBoth(tab, page) {
  const faults = await faultsIn(tab, page);
  await tab.emulateMedia({ colorScheme: 'dark' });
  await tab.waitForFunction(() => document.documentElement.dataset['scheme'] === 'dark');
  await settled(tab);
  // Colours pass over to each other. The page is the same but for them.
  await tab.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
  for (const finding of await seriousFindings(tab, ['color-contrast']))
    faults.push(`${page.path}: in the dark: ${finding}`);
  await tab.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/** What is wrong on a phone, and what a finger would miss there. @type {typeof faultsIn} */
async function faultsOnPhone(tab, page) {
  const faults = await faultsIn(tab, page);
  return [...faults, ...(await smallTargets(tab)).map((fault) => `${page.path}: ${fault}`)];
}

/** One flow for each kind of pages. @param {string} what @param {(world: World, kind: string) => Promise<void>} flow */
function ofEachKind(what, flow) {
  return Object.fromEntries(
    kindsOfPages.map((kind) => [
      `pages of ${kind} ${what}`,
      (/** @type {World} */ world) => flow(world, kind),
    ]),
  );
}

export const flows = {
  ...ofEachKind('are sound in light and in the dark', (world, kind) =>
    look(world, kind, 'light', faultsInBoth),
  ),
  ...ofEachKind('are sound on a phone, where a finger hits what it means', (world, kind) =>
    look(world, kind, 'phone', faultsOnPhone),
  ),

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
