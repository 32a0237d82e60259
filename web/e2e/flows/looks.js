/** Every page in light, dark and phone width: it fits, speaks no raw key, and axe finds nothing serious. */
import assert from 'node:assert/strict';
import { phone } from '../browser.js';
import { seriousFindings } from '../world.js';

/** @typedef {import('../world.js').World} World */

/** @param {World} world */
async function paths(world) {
  const productions = await world.productions();
  const [production] = productions;
  const concert = productions.find(({ category }) => category === 'concert') ?? production;
  const plays = [
    'overview',
    'monthly',
    'weekly',
    'productions',
    'occupancy',
    'casts',
    'outlook',
    'profit',
    'targets',
    'marketing',
  ];
  const concerts = ['overview', 'daily', 'weekly', 'monthly', 'break-even', 'profit', 'targets', 'marketing'];
  const tabs = ['summary', 'sales', 'performances', 'casts', 'weeks', 'uploads'];
  const { items: users } = await world.client.call('GET', '/users?role=member');
  return [
    '/',
    ...plays.map((tab) => `/plays/${tab}`),
    ...concerts.map((tab) => `/concerts/${tab}`),
    ...tabs.map((tab) => `/productions/${production.code}/${tab}`),
    `/productions/${concert.code}/seats`,
    '/uploads/new',
    '/uploads/history',
    '/uploads/coverage',
    `/targets/${production.code}`,
    '/marketing',
    '/marketing?view=calendar',
    '/calendar',
    '/account',
    '/office/productions',
    '/office/productions/create',
    `/office/productions/${production.id}`,
    '/office/users',
    '/office/users/create',
    `/office/users/${users[0].id}`,
    '/office/jobs',
    '/office/audit',
  ];
}

/** @param {World} world @param {import('playwright-core').BrowserContextOptions} option @param {string} name */
async function look(world, option, name) {
  const tab = await world.signedIn('master', '/account', option);
  /** @type {string[]} */
  const faults = [];
  tab.on('pageerror', (error) => faults.push(`${tab.url()}: ${error.message}`));
  tab.on('console', (message) => {
    if (/Content Security Policy|Each child in a list/.test(message.text()))
      faults.push(`${tab.url()}: ${message.text()}`);
  });
  for (const path of await paths(world)) {
    await tab.goto(path);
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    await tab.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
    if ((await tab.getByRole('heading', { level: 1 }).count()) !== 1) faults.push(`${path}: not one h1`);
    if ((await tab.getByRole('heading', { level: 1, name: /찾을 수 없/ }).count()) > 0) {
      faults.push(`${path}: not found`);
      continue;
    }
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) faults.push(`${path}: ${over} px wider than the window`);
    const text = await tab.getByRole('main').innerText();
    const raw = /\b(?:undefined|NaN|\[object Object\]|ra\.[a-z]+\.[a-z_.]+)\b/.exec(text)?.[0];
    if (raw !== undefined) faults.push(`${path}: says ${raw}`);
    for (const finding of await seriousFindings(tab)) faults.push(`${path}: ${finding}`);
  }
  assert.deepEqual(faults, [], `${name}:\n${faults.join('\n')}`);
}

export const flows = {
  /** @param {World} world */
  'every page is sound in light': (world) => look(world, { colorScheme: 'light' }, 'light'),
  /** @param {World} world */
  'every page is sound in the dark': (world) => look(world, { colorScheme: 'dark' }, 'dark'),
  /** @param {World} world */
  'every page is sound on a phone': (world) =>
    look(world, { viewport: phone, hasTouch: true, isMobile: true }, 'phone'),

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
    const tab = await world.signedIn('admin', '/account', {
      viewport: phone,
      hasTouch: true,
      isMobile: true,
    });
    await tab.getByRole('link', { name: '업로드' }).last().click();
    await tab.waitForURL(/\/uploads/);
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
  },
};
