/**
 * Measures how long home with a hundred productions takes until it can be read: after the press on "sign in", and
 * opened with a session.
 *
 *     FULLHOUSE_BINARY=../target/release/fullhouse node e2e/home.js
 *
 * Fails only where the page does not come: the machine has a say in how long it takes.
 */
import { settled } from './browser.js';
import { onStage } from './stage.js';

/** Rows of the table: productions that are not over. */
const rows = 100;

const rounds = 20;

/** The aim. */
const aimMs = 500;

/** What comes into sight on the way, in this order. */
const sights = /** @type {const} */ (['figures', 'first rows', 'all rows, total']);

/** @typedef {{ seen: readonly number[], calls: readonly { path: string, from: number, to: number }[] }} Round */

await onStage(async (world) => {
  await fill(world);
  const before = await serverTimes(world);
  /** @type {Record<string, Round[]>} */
  const ways = { 'sign in, caches empty': [], 'sign in, caches filled': [], 'opened with a session': [] };
  const [fresh = [], known = [], opened = []] = Object.values(ways);
  for (let round = 0; round < rounds; round += 1) {
    const tab = await world.page();
    await tab.addInitScript(watch, rows);
    fresh.push(await signsIn(tab, world));
    await settled(tab);
    await tab.goto('/');
    opened.push(await readable(tab));
    await tab.context().clearCookies();
    known.push(await signsIn(tab, world));
    await world.closeAll();
  }
  tell(ways);
  tellCalls(ways, before, await serverTimes(world));
});

/** Copies what the sample data has on sale, workbooks and targets, until there are enough. @param {import('./world.js').World} world */
async function fill(world) {
  const { client } = world;
  const { items } = await client.call('GET', '/reports/overview');
  const running = items.filter((/** @type {any} */ { state }) => state !== 'over').length;
  const all = await world.productions();
  /** @type {{ production: any, targets: any[], upload: any, file: Buffer }[]} */
  const models = [];
  for (const { productionId, state } of items) {
    const upload = await world.currentUpload(productionId);
    // What its labels mean was decided for that production alone.
    if (state === 'over' || upload === undefined || upload.labelled) continue;
    const { targets } = await client.call('GET', `/productions/${productionId}/targets`);
    const { buffer: file } = await world.original(upload);
    models.push({ production: all.find(({ id }) => id === productionId), targets, upload, file });
  }
  for (let made = 0; running + made < rows; made += 1) {
    const model = models[made % models.length];
    if (model === undefined) throw new Error('the sample data has nothing on sale');
    await copy(client, model, made + 1);
  }
  // Forecasts follow uploads: their work is done before anything is measured.
  await world.site.command('forecast', 'backfill');
}

/**
 * @param {import('./client.js').Client} client
 * @param {{ production: any, targets: any[], upload: any, file: Buffer }} model @param {number} number
 */
async function copy(client, { production, targets, upload, file }, number) {
  // What the server gives; and the grades tell the seats as well.
  const own = ['id', 'createdAt', 'updatedAt', 'hasSlackWebhook', 'seatInventory'];
  const facts = Object.fromEntries(Object.entries(production).filter(([field]) => !own.includes(field)));
  const code = `${production.code}-${number}`;
  const { id } = await client.call('POST', '/productions', {
    ...facts,
    code,
    name: `${production.name} ${number}`,
  });
  await client.call('PUT', `/productions/${id}/targets`, { targets });
  const form = new FormData();
  form.append(
    'file',
    new Blob([Uint8Array.from(file)]),
    `${upload.recordDate.replaceAll('-', '')}_${code}.xlsx`,
  );
  const { status } = await client.call('POST', '/uploads', form, { prefer: 'wait=30' });
  if (status !== 'completed') throw new Error(`the workbook of ${code} is ${status}`);
}

/**
 * Runs in the page before its own scripts: notes when one presses a button, and after which painting each sight is there,
 * its letters included.
 * @param {number} expected
 */
function watch(expected) {
  /** @type {{ pressed: number, seen: number[] }} */
  const home = { pressed: 0, seen: [] };
  Object.assign(window, { home });
  addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('[type="submit"]') !== null) {
        home.pressed = event.timeStamp;
      }
    },
    { capture: true },
  );
  const told = (/** @type {Element | null | undefined} */ place) => /\d/.test(place?.textContent ?? '');
  const table = () => document.querySelector(`main table[aria-rowcount="${expected}"]`);
  const there = [
    () => document.querySelectorAll('main dl dd').length >= 4 && told(document.querySelector('main dl')),
    () => table()?.querySelector('tbody tr') != null,
    () => table()?.querySelectorAll('tbody tr').length === expected && told(table()?.querySelector('tfoot')),
  ];
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  void (async () => {
    for (const sight of there) {
      do await frame();
      while (!sight());
      await painted();
      // Which letters it needs is known once it is laid out.
      if (document.fonts.status === 'loading') {
        await document.fonts.ready;
        await frame();
        await painted();
      }
      home.seen.push(performance.now());
    }
  })();
}

/** Signs in by the form, whose page has come wholly while somebody types. @param {import('playwright-core').Page} tab @param {import('./world.js').World} world */
async function signsIn(tab, { logins }) {
  await tab.goto('/login');
  await tab.getByLabel('이메일').fill(logins.master.email);
  await tab.getByLabel('비밀번호').fill(logins.master.password);
  await tab.waitForLoadState('networkidle');
  await tab.getByRole('button', { name: '로그인' }).click();
  return await readable(tab);
}

/** Waits until all is seen; times count from the press, or from the opening. @param {import('playwright-core').Page} tab @returns {Promise<Round>} */
async function readable(tab) {
  await tab.waitForFunction(
    (count) => /** @type {any} */ (window).home.seen.length === count,
    sights.length,
    {
      polling: 100,
    },
  );
  return await tab.evaluate(() => {
    const { pressed, seen } = /** @type {{ pressed: number, seen: number[] }} */ (
      /** @type {any} */ (window).home
    );
    const end = seen.at(-1) ?? 0;
    const calls = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name, startTime, responseEnd }) => {
        const { pathname } = new URL(name);
        return pathname.startsWith('/api/') && startTime >= pressed && responseEnd > 0 && responseEnd <= end;
      })
      .map(({ name, requestStart, responseEnd }) => ({
        path: new URL(name).pathname,
        from: requestStart - pressed,
        to: responseEnd - pressed,
      }));
    return { seen: seen.map((time) => time - pressed), calls };
  });
}

/** How often each route was asked, and for how long, by the server's own count. @param {import('./world.js').World} world */
async function serverTimes({ url, client }) {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${client.token}` } });
  if (!answer.ok) throw new Error(`the figures of the server: ${answer.status}`);
  /** @type {Map<string, { count: number, seconds: number }>} */
  const times = new Map();
  const line = /^fullhouse_http_request_duration_seconds_(sum|count)\{(.*)\} (\S+)$/gm;
  for (const [, kind, labels = '', value] of (await answer.text()).matchAll(line)) {
    const method = /method="([^"]*)"/.exec(labels)?.[1];
    const route = `${method} ${/route="([^"]*)"/.exec(labels)?.[1]}`;
    const known = times.get(route) ?? { count: 0, seconds: 0 };
    times.set(route, { ...known, [kind === 'sum' ? 'seconds' : 'count']: Number(value) });
  }
  return times;
}

/** The value below which a share of them lies. @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.max(Math.ceil(share * ordered.length) - 1, 0)] ?? Number.NaN;
}

/** @param {readonly number[]} values */
function both(values) {
  const [median, p95] = [quantile(values, 0.5), quantile(values, 0.95)].map((ms) =>
    ms.toFixed(0).padStart(8),
  );
  return `${median}${p95}`;
}

/** @param {Record<string, Round[]>} ways */
function tell(ways) {
  console.log(`Home with ${rows} productions, ${rounds} times each; milliseconds, median and p95:\n`);
  console.log(`${''.padEnd(26)}${sights.map((sight) => sight.padStart(16)).join('')}`);
  for (const [way, all] of Object.entries(ways)) {
    console.log(
      `${way.padEnd(26)}${sights.map((_, at) => both(all.map(({ seen }) => seen[at] ?? 0))).join('')}`,
    );
  }
  const [fresh = []] = Object.values(ways);
  const first = fresh[0]?.seen.at(-1) ?? Number.NaN;
  console.log(`\nThe very first, whose report was not in the server's memory: ${first.toFixed(0)}`);
  for (const [way, all] of Object.entries(ways)) {
    const late =
      quantile(
        all.map(({ seen }) => seen.at(-1) ?? 0),
        0.5,
      ) - aimMs;
    const verdict = late > 0 ? `${late.toFixed(0)} ms later than` : `${(-late).toFixed(0)} ms sooner than`;
    console.log(`${way}: ${verdict} the aim of ${aimMs} ms`);
  }
}

/**
 * What the page asked for before it could be read: when, by the browser, and for how long, by the server.
 * @param {Record<string, Round[]>} ways
 * @param {Awaited<ReturnType<typeof serverTimes>>} before @param {Awaited<ReturnType<typeof serverTimes>>} after
 */
function tellCalls(ways, before, after) {
  console.log(
    '\nRequests on the way; from and to in the browser (median), and the own time of the server (mean of all):\n',
  );
  for (const [way, all] of Object.entries(ways)) {
    const calls = all.flatMap((round) => round.calls);
    const lines = [...new Set(calls.map(({ path }) => path))].map((path) => {
      const same = calls.filter((call) => call.path === path);
      const from = quantile(
        same.map((call) => call.from),
        0.5,
      );
      const to = quantile(
        same.map((call) => call.to),
        0.5,
      );
      return { path, from, to, share: same.length / all.length };
    });
    console.log(`${way}${''.padEnd(Math.max(44 - way.length, 1))}    from      to  server   times`);
    for (const { path, from, to, share } of lines.toSorted((one, other) => one.from - other.from)) {
      const own = serverMs(path, before, after);
      const told = [from.toFixed(0), to.toFixed(0), own?.toFixed(1) ?? '–', share.toFixed(1)];
      console.log(`  ${path.padEnd(42)}${told.map((text) => text.padStart(8)).join('')}`);
    }
  }
}

/**
 * @param {string} path
 * @param {Awaited<ReturnType<typeof serverTimes>>} before @param {Awaited<ReturnType<typeof serverTimes>>} after
 */
function serverMs(path, before, after) {
  for (const [route, { count, seconds }] of after) {
    const known = before.get(route) ?? { count: 0, seconds: 0 };
    const [, pattern = ''] = route.split(' ');
    if (count === known.count || !new RegExp(`^${pattern.replaceAll(/\{[^}]*\}/g, '[^/]+')}$`).test(path))
      continue;
    return ((seconds - known.seconds) / (count - known.count)) * 1000;
  }
  return undefined;
}
