/**
 * Photographs every page in light, dark and phone width into `screenshots/`, and tells what is wider than its
 * window. With FULLHOUSE_URL it looks at that server, signed in as FULLHOUSE_EMAIL with FULLHOUSE_PASSWORD; without,
 * at `dist` with a stand-in for the server.
 */
import { mkdir } from 'node:fs/promises';
import { desk, launch, phone } from './browser.js';
import { mockApi } from './mock.js';
import { dropFiles, editTargets } from './mockUploads.js';
import { serveDist } from './static.js';

/**
 * `prepare` does what a page is for before it is photographed; it needs the stand-in's answers.
 * @type {readonly { name: string, path: string, signedIn?: boolean, prepare?: (tab: import('playwright-core').Page) => Promise<void> }[]}
 */
const pages = [
  { name: 'sign-in', path: '/login', signedIn: false },
  { name: 'register', path: '/register', signedIn: false },
  { name: 'reset', path: '/reset#token=example', signedIn: false },
  { name: 'home', path: '/' },
  { name: 'production', path: '/productions/MU2611' },
  { name: 'production-performances', path: '/productions/MU2611/performances' },
  { name: 'production-marketing', path: '/productions/MU2611/marketing' },
  { name: 'production-concert', path: '/productions/CO2613' },
  { name: 'production-settings', path: '/productions/MU2611/settings' },
  { name: 'account', path: '/account' },
  { name: 'uploads-new', path: '/uploads/new?asOf=2026-11-20', prepare: dropFiles },
  { name: 'uploads-history', path: '/uploads/history?asOf=2026-11-20' },
  { name: 'uploads-coverage', path: '/uploads/coverage?asOf=2026-11-20' },
  { name: 'upload', path: '/uploads/u4?asOf=2026-11-20' },
  { name: 'targets', path: '/targets/MU2611?asOf=2026-11-20', prepare: editTargets },
  { name: 'targets-week', path: '/targets/MU2611?asOf=2026-11-20&grain=week' },
  { name: 'targets-choice', path: '/targets?asOf=2026-11-20' },
  { name: 'office-productions', path: '/office/productions' },
  { name: 'office-production', path: '/office/productions/0197c1a0-0000-7000-8000-000000000003' },
  { name: 'office-users', path: '/office/users' },
  { name: 'office-jobs', path: '/office/jobs' },
  { name: 'office-audit', path: '/office/audit' },
  { name: 'not-found', path: '/nowhere' },
  ...[
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
  ].map((tab) => ({ name: `plays-${tab}`, path: `/plays/${tab}` })),
  ...['overview', 'daily', 'weekly', 'monthly', 'break-even', 'profit', 'targets', 'marketing'].map(
    (tab) => ({
      name: `concerts-${tab}`,
      path: `/concerts/${tab}`,
    }),
  ),
  ...['table', 'calendar', 'effect'].map((view) => ({
    name: `marketing-${view}`,
    path: `/marketing?view=${view}`,
  })),
  { name: 'calendar', path: '/calendar' },
];

const looks = /** @type {const} */ ([
  { name: 'light', viewport: desk, colorScheme: 'light' },
  { name: 'dark', viewport: desk, colorScheme: 'dark' },
  { name: 'phone', viewport: phone, colorScheme: 'light' },
]);

/** `npm run screenshots uploads` photographs the pages whose names begin so. */
const only = process.argv[2];
const real = process.env['FULLHOUSE_URL'];
const served = real === undefined ? await serveDist() : undefined;
const url = real ?? served?.url ?? '';
const out = new URL('../screenshots/', import.meta.url);
await mkdir(out, { recursive: true });
const browser = await launch();
let faults = 0;

for (const look of looks) {
  for (const signedIn of [false, true]) {
    const context = await browser.newContext({
      baseURL: url,
      viewport: look.viewport,
      colorScheme: look.colorScheme,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      deviceScaleFactor: look.name === 'phone' ? 2 : 1.5,
    });
    const tab = await context.newPage();
    tab.on('console', (message) => {
      const expected = message.text().includes('401') || message.text().includes('404');
      if (message.type() === 'error' && !expected) console.error(look.name, message.text());
    });
    if (served !== undefined) await mockApi(tab, { signedIn });
    else if (signedIn) {
      await tab.request.post('/api/v1/auth/login', {
        headers: { origin: new URL(url).origin },
        data: {
          email: process.env['FULLHOUSE_EMAIL'],
          password: process.env['FULLHOUSE_PASSWORD'],
          cookie: true,
        },
      });
    }
    for (const { name, path, signedIn: needs = true, prepare } of pages) {
      if (needs !== signedIn || (only !== undefined && !name.startsWith(only))) continue;
      await tab.setViewportSize(look.viewport);
      await tab.goto('about:blank');
      await tab.goto(path);
      await tab.getByRole('heading', { level: 1 }).waitFor();
      if (served !== undefined) await prepare?.(tab);
      await tab.waitForLoadState('networkidle');
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      const size = await tab.evaluate(() => ({
        over: document.documentElement.scrollWidth - innerWidth,
        height: document.documentElement.scrollHeight,
      }));
      if (size.over > 0) {
        faults += 1;
        console.error(`${name}-${look.name}: ${size.over} px wider than the window`);
      }
      await tab.setViewportSize({
        width: look.viewport.width,
        height: Math.max(size.height, look.viewport.height),
      });
      await tab.screenshot({ path: new URL(`${name}-${look.name}.png`, out).pathname });
    }
    await context.close();
  }
}
await browser.close();
served?.close();
if (faults > 0) process.exitCode = 1;
