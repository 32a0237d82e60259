/** Every page of the application, as the sample data fill them. */
import assert from 'node:assert/strict';
import { settled } from './browser.js';

/** @typedef {import('playwright-core').Page} Tab */
/** @typedef {{ name: string, path: string, prepare?: (tab: Tab) => Promise<void> }} Page */

/** Tabs of pages whose addresses are made of them. */
const tabs = {
  plays: [
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
  ],
  concerts: ['overview', 'daily', 'weekly', 'monthly', 'break-even', 'profit', 'targets', 'marketing'],
  production: [
    'summary',
    'sales',
    'forecast',
    'compare',
    'performances',
    'casts',
    'weeks',
    'buyers',
    'marketing',
    'alerts',
    'uploads',
    'settings',
  ],
};

/** What anybody sees. @type {readonly Page[]} */
export const publicPages = [
  { name: 'sign-in', path: '/login' },
  { name: 'register', path: '/register' },
  { name: 'reset', path: '/reset#token=example' },
];

/** Something that was to be sent to the company's Slack. @param {import('./world.js').World} world @returns {Promise<any>} */
async function aDelivery(world) {
  const { items: sent } = await world.client.call('GET', '/deliveries?perPage=1');
  if (sent.length > 0) return sent[0];
  const { items: destinations } = await world.client.call('GET', '/destinations');
  const slack = destinations.find((/** @type {any} */ one) => one.kind === 'slack');
  await world.client.call('POST', '/schedules/weekly-plays/run');
  const { items } = await world.client.call('POST', `/destinations/${slack.id}/test`);
  return items[0];
}

/** Waits until a message is written. @param {Tab} tab */
async function written(tab) {
  await tab.locator('main :is(article, iframe, pre)').first().waitFor();
}

/** What a master sees. @param {import('./world.js').World} world @returns {Promise<readonly Page[]>} */
export async function pagesOf(world) {
  const productions = await world.productions();
  const of = (/** @type {string} */ category) => {
    const found = productions.find((one) => one.category === category && one.active);
    assert.ok(found !== undefined, `the sample data have a ${category}`);
    return found;
  };
  const [musical, play, concert] = [of('musical'), of('play'), of('concert')];
  const workbooks = await Promise.all(
    [musical, play, concert].map(async ({ id }) => world.original(await world.currentUpload(id))),
  );
  const { id: uploadId } = await world.currentUpload(musical.id);
  const { items: members } = await world.client.call('GET', '/users?role=member');
  const delivery = await aDelivery(world);
  return [
    { name: 'home', path: '/' },
    ...tabs.plays.map((tab) => ({ name: `plays-${tab}`, path: `/plays/${tab}` })),
    ...tabs.concerts.map((tab) => ({ name: `concerts-${tab}`, path: `/concerts/${tab}` })),
    { name: 'reports', path: '/reports' },
    { name: 'reports-summary', path: '/reports/plays/summary' },
    { name: 'reports-casts', path: '/reports/plays/cast-revenue' },
    { name: 'reports-scorecard', path: '/reports/forecast-scorecard' },
    ...tabs.production.map((tab) => ({
      name: `production-${tab}`,
      path: `/productions/${musical.code}/${tab}`,
    })),
    { name: 'production-heat', path: `/productions/${musical.code}/performances?heat=final` },
    { name: 'production-concert', path: `/productions/${concert.code}/summary` },
    { name: 'production-concert-forecast', path: `/productions/${concert.code}/forecast` },
    { name: 'production-seats', path: `/productions/${concert.code}/seats` },
    { name: 'production-report', path: `/productions/${musical.code}/report` },
    {
      name: 'uploads-new',
      path: '/uploads/new',
      prepare: async (tab) => {
        await tab.locator('input[type=file]').first().setInputFiles(workbooks);
        await tab
          .getByText(workbooks[0]?.name ?? '')
          .first()
          .waitFor();
      },
    },
    { name: 'uploads-history', path: '/uploads/history' },
    { name: 'uploads-coverage', path: '/uploads/coverage' },
    { name: 'upload', path: `/uploads/${uploadId}` },
    { name: 'targets-choice', path: '/targets' },
    { name: 'targets', path: `/targets/${musical.code}` },
    { name: 'targets-week', path: `/targets/${musical.code}?grain=week` },
    ...['table', 'calendar', 'effect'].map((view) => ({
      name: `marketing-${view}`,
      path: `/marketing?view=${view}`,
    })),
    { name: 'calendar', path: '/calendar' },
    ...['index', 'genres', 'rank', 'openings'].map((tab) => ({
      name: `market-${tab}`,
      path: `/market/${tab}`,
    })),
    { name: 'wall', path: '/wall' },
    { name: 'account', path: '/account' },
    { name: 'office-productions', path: '/office/productions' },
    { name: 'office-production-new', path: '/office/productions/create' },
    { name: 'office-production', path: `/office/productions/${musical.id}` },
    { name: 'office-layout', path: '/office/layout' },
    { name: 'office-users', path: '/office/users' },
    { name: 'office-user-new', path: '/office/users/create' },
    { name: 'office-user', path: `/office/users/${members[0].id}` },
    { name: 'office-messages', path: '/office/messages', prepare: written },
    { name: 'office-message-mail', path: '/office/messages?kind=weekly-plays&view=mail', prepare: written },
    {
      name: 'office-message-text',
      path: '/office/messages?kind=daily-concerts&view=text&comments=yes',
      prepare: written,
    },
    { name: 'office-schedules', path: '/office/schedules' },
    { name: 'office-schedule-new', path: '/office/schedules/create' },
    { name: 'office-schedule', path: '/office/schedules/weekly-plays' },
    { name: 'office-destinations', path: '/office/destinations' },
    { name: 'office-destination-new', path: '/office/destinations/create' },
    { name: 'office-destination', path: `/office/destinations/${delivery.destinationId}` },
    { name: 'office-deliveries', path: '/office/deliveries' },
    { name: 'office-delivery', path: `/office/deliveries/${delivery.id}/show` },
    { name: 'office-jobs', path: '/office/jobs' },
    { name: 'office-audit', path: '/office/audit' },
    { name: 'office-collection', path: '/office/collection' },
    ...['runs', 'held', 'recipes'].map((part) => ({
      name: `office-collection-${part}`,
      path: `/office/collection?part=${part}`,
    })),
    { name: 'office-recipe-new', path: '/office/collection/recipes/example' },
    { name: 'office-state', path: '/office/state' },
    { name: 'not-found', path: '/nowhere' },
  ];
}

/** Pages of a kind, by how their names begin: as many as a flow can look at in a minute or so. */
const kinds = {
  plays: /^(?:home$|plays-)/,
  'concerts and reports': /^(?:concerts-|reports)/,
  'a production': /^production-/,
  'the office': /^office-/,
};

/** Which kinds of pages there are; each page is of one. */
export const kindsOfPages = [...Object.keys(kinds), 'everything else'];

/** @param {readonly Page[]} pages @param {string} kind */
export function pagesOfKind(pages, kind) {
  const kindOf = (/** @type {string} */ name) =>
    Object.entries(kinds).find(([, names]) => names.test(name))?.[0] ?? 'everything else';
  const found = pages.filter(({ name }) => kindOf(name) === kind);
  assert.ok(found.length > 0, `there are pages of ${kind}`);
  return found;
}

/** Pages are mostly waited for, so several are opened beside each other. */
const tabsAtOnce = 3;

/**
 * Opens pages as a master, and looks at each when it shows what it has to show; answers what was found, in order.
 * @param {import('./world.js').World} world
 * @param {import('playwright-core').BrowserContextOptions} look
 * @param {readonly Page[]} pages
 * @param {(tab: Tab, page: Page) => Promise<readonly string[]>} visit
 * @param {(tab: Tab, report: (fault: string) => void) => void} [watch] is called once for each tab.
 */
export async function faultsOf(world, look, pages, visit, watch) {
  const first = await world.signedIn('master', '/account', look);
  /** @type {string[][]} */
  const faults = pages.map(() => []);
  const waiting = [...pages.entries()];
  const work = async (/** @type {Tab} */ tab) => {
    let at = 0;
    watch?.(tab, (fault) => faults[at]?.push(fault));
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      at = next[0];
      await tab.goto(next[1].path);
      await settled(tab);
      faults[at]?.push(...(await visit(tab, next[1])));
    }
  };
  const others = await Promise.all(Array.from({ length: tabsAtOnce - 1 }, () => first.context().newPage()));
  await Promise.all([first, ...others].map(work));
  return faults.flat();
}
